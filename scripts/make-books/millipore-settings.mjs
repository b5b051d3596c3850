// The files of the reconstruction that are not worked out: the company, its items between GAAP and non-GAAP, registers, plan, history.
import { csv } from "./csv.mjs";
import { mul, round, write } from "./exact.mjs";
import { ACCOUNTS, ENTITIES, MONTHS } from "./millipore-entities.mjs";
import { acquiredBalances, CONSIDERATION } from "./millipore-opening.mjs";
import { CLOSING_DAY } from "./millipore-targets.mjs";

export const company =
  () => `# A reconstruction: see README.md. Only the printed figures are Millipore's; people, numbers to call and addresses are invented.
name: Millipore Corporation (reconstruction)
exchange: NYSE
ticker: MIL
presentation: USD
parent: MIL-US
rounding: halfExpand
percent-basis: unrounded
constant-currency: current-at-prior-rates
organic: not-in-base-period
growth-cap: 10
intercompany-tolerance: 1.00
remeasurement: compute
definition: v2007
periods:
${MONTHS.map(({ month, start, end, quarter }) => `  - { month: ${month}, start: ${start}, end: ${end}, quarter: ${quarter} }`).join("\n")}
people:
  - { name: Ada Invented, title: Chief Executive Officer }
  - { name: Ben Invented, title: Chief Financial Officer }
  - { name: Cleo Invented, title: "Director, Investor Relations", phone: 978-555-0127, email: ir@millipore.example }
text:
  rates: Average rates are the mean of the daily reference rates of the European Central Bank in each fiscal month, crossed to dollars; closing rates are the last of the month.
  about: A reconstruction of the books behind a published release, for testing.
`;

export const entities = () =>
  csv(
    ["entity", "name", "currency", "country", "region"],
    Object.entries(ENTITIES).map(([entity, it]) => [entity, it.name, it.currency, it.country, it.region]),
  );

export const ownership = () =>
  csv(
    ["entity", "parent", "percent", "from", "to"],
    Object.entries(ENTITIES)
      .filter(([entity]) => entity !== "MIL-US")
      .map(([entity, { acquired }]) => [entity, "MIL-US", "100", acquired ? CLOSING_DAY : "2006-01-01", ""]),
  );

export const deals = (rates) =>
  csv(
    ["entity", "kind", "date", "consideration", "net assets", "nci", "discontinued"],
    Object.entries(CONSIDERATION).map(([entity, thousands]) => {
      const { currency } = ENTITIES[entity];
      const rate = rates.historical(currency, CLOSING_DAY);
      const netAssets = round(mul(acquiredBalances(entity).netAssets, rate), 2);
      return [entity, "acquired", CLOSING_DAY, `${thousands}000.00`, write(netAssets, 2), "", ""];
    }),
  );

export const accounts = () =>
  csv(
    ["account", "name", "line", "side", "monetary", "cash flow", "historical of"],
    Object.entries(ACCOUNTS).map(([code, it]) => [
      code,
      it.name,
      it.line,
      it.side,
      it.monetary ? "yes" : "no",
      it.flow ?? "",
      { 5000: "1200", 5100: "1200", 6200: "1690" }[code] ?? "",
    ]),
  ); // prettier-ignore

const BOTH = "v2006 v2007";
const REASONS = {
  consolidation: "The network of plants was being drawn together, once in a generation.",
  integration: "Costs of joining the acquired business, which end when it is joined.",
  amortisation: "Intangible assets of purchases; their life is chosen at the purchase.",
  step: "Stock of the acquired business was bought at its selling price less costs to sell.",
  environmental: "A site left long ago must be cleaned.",
  bridge: "Fees for a loan that was promised for the purchase and never drawn.",
  tax: "Changes of accruals for taxes of earlier years.",
  compensation: "Does not cost cash; the definition of 2007 leaves it in.",
};

export const adjustments = () =>
  csv(
    ["tag", "category", "placement", "jurisdiction", "tax rate", "definitions", "reason"],
    [
      ["consolidation-us", "Manufacturing consolidation", "cost-of-sales", "US", "0.35", BOTH, REASONS.consolidation],
      ["consolidation-fr", "Manufacturing consolidation", "restructuring", "FR", "0.3333", BOTH, REASONS.consolidation],
      [
        "integration",
        "Integration and restructuring",
        "selling-general-administrative",
        "US",
        "0.35",
        BOTH,
        REASONS.integration,
      ],
      ["restructuring-srl", "Integration and restructuring", "restructuring", "US", "0.35", BOTH, REASONS.integration],
      [
        "amortisation-us",
        "Amortisation of intangible assets",
        "amortisation-of-intangibles",
        "US",
        "0.35",
        BOTH,
        REASONS.amortisation,
      ],
      [
        "amortisation-uk",
        "Amortisation of intangible assets",
        "amortisation-of-intangibles",
        "GB",
        "0.30",
        BOTH,
        REASONS.amortisation,
      ],
      ["step-up-us", "Inventory fair value", "cost-of-sales", "US", "0.35", BOTH, REASONS.step],
      ["step-up-uk", "Inventory fair value", "cost-of-sales", "GB", "0.30", BOTH, REASONS.step],
      [
        "environmental",
        "Environmental remediation",
        "selling-general-administrative",
        "US",
        "0.35",
        BOTH,
        REASONS.environmental,
      ],
      ["bridge-fees", "Bridge loan fees", "interest-expense", "US", "0.35", BOTH, REASONS.bridge],
      ["tax-accruals", "Changes in tax accruals", "income-tax", "US", "0", BOTH, REASONS.tax],
      ["stock-compensation", "Stock compensation", "cost-of-sales", "US", "0.35", "v2006", REASONS.compensation],
      [
        "stock-compensation",
        "Stock compensation",
        "research-and-development",
        "US",
        "0.35",
        "v2006",
        REASONS.compensation,
      ],
      [
        "stock-compensation",
        "Stock compensation",
        "selling-general-administrative",
        "US",
        "0.35",
        "v2006",
        REASONS.compensation,
      ],
    ],
  ); // prettier-ignore

export const registers = () =>
  csv(
    ["register", "as of", "member", "value", "note"],
    [
      ["employees", "2006-09-30", "", "5900", "with the acquired business; invented"],
      ["employees", "2007-09-29", "", "6100", "at least so many"],
      ["countries", "2007-09-29", "", "47", "with an office, a plant or a warehouse"],
      ["product-launches", "2006-12-31", "division=Bioprocess", "8", "launched in 2006"],
      ["product-launches", "2007-11-01", "division=Bioprocess", "14", "expected for 2007 on the day of the release"],
      ["plants-closed", "2007-11-01", "", "6", "when the manufacturing consolidation will be complete"],
    ],
  );

export const plan = () =>
  csv(
    ["scenario", "issued", "period", "measure", "member", "low", "high"],
    [
      ["plan", "2006-12-15", "2007-Q3", "revenue", "", "378000000", "378000000"],
      ["plan", "2006-12-15", "2007-Q3", "revenue", "division=Bioprocess", "221000000", "221000000"],
      ["plan", "2006-12-15", "2007-Q3", "revenue", "division=Bioscience", "157000000", "157000000"],
      ["plan", "2006-12-15", "2007-Q3", "non-gaap-net-income", "", "46500000", "46500000"],
      ["plan", "2006-12-15", "2007-9M", "revenue", "", "1118000000", "1118000000"],
      ["guidance", "2007-07-31", "2007-Q3", "revenue", "", "365000000", "380000000"],
      ["guidance", "2007-07-31", "2007-Q3", "non-gaap-diluted-eps", "", "0.80", "0.86"],
    ],
  );

const published = (document, day, period, definition, values) =>
  Object.entries(values).map(([named, value]) => {
    const [measure, member] = named.split("|");
    const isMoney = !measure.endsWith("eps");
    const of = measure.startsWith("non-gaap") ? definition : "v1";
    return [
      document,
      day,
      measure,
      of,
      period,
      member ?? "",
      isMoney ? `${value.replace(".", "")}00000` : value,
      isMoney ? "100000" : "0.01",
    ];
  }); // prettier-ignore

/** Figures of earlier releases as they were first published; the days of publication but the last are approximate. */
export const history = () => {
  const columns = ["document", "published", "measure", "definition", "period", "member", "value", "quantum"];
  const rows = {
    "2006-q2": published("2006-Q2 release", "2006-07-27", "2006-Q2", "v2006", {
      "non-gaap-net-income": "38.9",
      "non-gaap-diluted-eps": "0.72",
    }),
    "2006-q3": [
      ...published("2006-Q3 release", "2006-11-02", "2006-Q3", "v2006", {
        revenue: "330.1",
        "net-income": "14.8",
        "diluted-eps": "0.27",
        "non-gaap-net-income": "37.1",
        "non-gaap-diluted-eps": "0.69",
      }),
      ...published("2006-Q3 release", "2006-11-02", "2006-9M", "v2006", {
        revenue: "872.3",
        "net-income": "78.5",
        "diluted-eps": "1.45",
        "non-gaap-net-income": "115.8",
        "non-gaap-diluted-eps": "2.14",
      }),
    ],
    "2007-q1": published("2007-Q1 release", "2007-05-01", "2007-Q1", "v2007", {
      revenue: "372.0",
      "net-income": "26.7",
      "diluted-eps": "0.49",
      "non-gaap-net-income": "40.5",
    }),
    "2007-q2": [
      ...published("2007-Q2 release", "2007-07-31", "2007-Q2", "v2007", {
        revenue: "383.2",
        "revenue|region=Americas": "170.6",
        "revenue|region=Europe": "149.4",
        "revenue|region=Asia/Pacific": "63.2",
        "revenue|division=Bioprocess": "226.8",
        "revenue|division=Bioscience": "156.4",
        "net-income": "28.4",
        "diluted-eps": "0.52",
        "non-gaap-net-income": "44.4",
      }),
      ...published("2007-Q2 release", "2007-07-31", "2007-6M", "v2007", {
        "net-income": "55.1",
        "diluted-eps": "1.01",
      }),
      ...published("2007-Q2 release", "2007-07-31", "2006-Q2", "v2007", {
        "non-gaap-net-income": "36.7",
        "non-gaap-diluted-eps": "0.68",
      }),
    ],
  }; // prettier-ignore
  return Object.fromEntries(Object.entries(rows).map(([name, list]) => [`history/${name}.csv`, csv(columns, list)]));
};

export const recasts = () => {
  const note = "Stock compensation is no longer taken out; the definition of 2007 holds for all periods shown.";
  return csv(
    ["measure", "period", "member", "reason", "document", "note"],
    ["2006-Q2", "2006-Q3", "2006-9M"].flatMap((period) =>
      ["non-gaap-net-income", "non-gaap-diluted-eps"].map((measure) => [
        measure,
        period,
        "",
        "definition",
        period === "2006-Q2" ? "2007-Q2 release" : "2007-Q3 release",
        note,
      ]),
    ),
  ); // prettier-ignore
};

export const measures = () => `measures:
  - measure: research-share
    title: Research and development as a share of revenue
    version: v1
    unit: ratio
    formula: research-and-development / revenue
    text: Research and development divided by revenue.
  - measure: revenue-per-employee
    title: Revenue per employee
    version: v1
    unit: money
    formula: revenue / employees
    text: Revenue of the period divided by the employees at its end.
`;
