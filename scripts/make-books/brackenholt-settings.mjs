// Brackenholt's files that are not worked out.
import { acquiredLines } from "./brackenholt-opening.mjs";
import * as plan from "./brackenholt-plan.mjs";
import { csv } from "./csv.mjs";
import { plusDays } from "./days.mjs";
import { add, dec, div, frac, mul, nearest, round, show, sub, write } from "./exact.mjs";

const { ENTITIES, MONTHS, PARENT } = plan;

export const company = () => `# Invented: see README.md.
name: Brackenholt N.V.
presentation: EUR
parent: ${PARENT}
rounding: halfEven
percent-basis: unrounded
constant-currency: prior-at-current-rates
organic: not-in-base-period
growth-cap: 5
intercompany-tolerance: 1.00
remeasurement: compute
definition: v2
periods:
${MONTHS.map(({ month, start, end, quarter }) => `  - { month: ${month}, start: ${start}, end: ${end}, quarter: ${quarter} }`).join("\n")}
people:
  - { name: Dora Invented, title: Chief Financial Officer, phone: +31 20 555 0199 }
text:
  about: Brackenholt belongs to nobody.
`;

export const entities = () =>
  csv(
    ["entity", "name", "currency", "country", "region", "inflation from"],
    Object.entries(ENTITIES).map(([entity, it]) => [
      entity,
      it.name,
      it.currency,
      it.country,
      it.region,
      it.inflation ?? "",
    ]),
  );

export const ownership = () =>
  csv(
    ["entity", "parent", "percent", "from", "to"],
    [
      ["BH-US", PARENT, "100", "2023-12-31", ""],
      ["BH-JV", PARENT, "60", "2023-12-31", plusDays(plan.SHARE_RAISED_ON, -1)],
      ["BH-JV", PARENT, "80", plan.SHARE_RAISED_ON, ""],
      ["BH-TR", PARENT, "100", "2023-12-31", ""],
      ["BH-UK", PARENT, "100", "2023-12-31", plan.DISPOSED_ON],
      ["BH-AQ", PARENT, "100", plan.ACQUIRED_ON, ""],
    ],
  ); // prettier-ignore

/** Identifiable net assets of the acquired entity on the day, in its own currency: what it brought, and the sale it made before. */
export const acquiredNetAssets = () =>
  add(
    ...acquiredLines()
      .filter(([account]) => account !== "3000")
      .map(([, amount]) => amount),
    frac(250000),
  );

/** What the entity that was sold had on the day, at the rate of that day. */
const soldNetAssets = (states, rates) => {
  const last = MONTHS.findIndex(({ end }) => end >= plan.DISPOSED_ON);
  const held = [...states[last].values()].filter((one) => one.entity === "BH-UK" && +one.account < 3000);
  return round(mul(add(...held.map((one) => one.functional)), rates.historical("GBP", plan.DISPOSED_ON)), 2);
};

export const deals = (rates, states) =>
  csv(
    ["entity", "kind", "date", "consideration", "net assets", "nci", "discontinued"],
    [
      [
        "BH-AQ",
        "acquired",
        plan.ACQUIRED_ON,
        `${plan.ACQUISITION_PRICE}.00`,
        write(round(mul(acquiredNetAssets(), rates.historical("USD", plan.ACQUIRED_ON)), 2), 2),
        "",
        "",
      ],
      [
        "BH-UK",
        "disposed",
        plan.DISPOSED_ON,
        `${plan.DISPOSAL_PRICE}.00`,
        write(soldNetAssets(states, rates), 2),
        "",
        "",
      ],
    ],
  ); // prettier-ignore

export const accounts = () =>
  csv(
    ["account", "name", "line", "side", "monetary", "cash flow", "historical of"],
    Object.entries(plan.ACCOUNTS).map(([code, it]) => [
      code,
      it.name,
      it.line,
      it.side,
      it.monetary ? "yes" : "no",
      it.flow ?? "",
      it.historicalOf ?? "",
    ]),
  );

export const adjustments = () =>
  csv(
    ["tag", "category", "placement", "jurisdiction", "tax rate", "definitions", "reason"],
    [
      ["restructuring-nl", "Restructuring", "restructuring", "NL", "0.25", "v1 v2", "Sites were closed."],
      ["restructuring-us", "Restructuring", "restructuring", "US", "0.24", "v1 v2", "Sites were closed."],
      [
        "restructuring-jv",
        "Restructuring",
        "restructuring",
        "US",
        "0.24",
        "v1 v2",
        "A line of the venture was closed.",
      ],
      ["impairment", "Impairment", "impairment", "US", "0.24", "v1 v2", "Technology that is no longer sold."],
      [
        "amortisation-quillan",
        "Amortisation of intangible assets",
        "amortisation-of-intangibles",
        "US",
        "0.24",
        "v2",
        "Intangible assets of purchases; taken out since 2025.",
      ],
    ],
  ); // prettier-ignore

export const unrealised = (profits) =>
  csv(
    ["period", "seller", "buyer", "currency", "profit", "sold in"],
    profits.map((row) => ({ ...row, profit: write(row.profit, 2), "sold in": row.soldIn })),
  );

export function shares() {
  const { SHARES } = plan;
  const rows = [
    { kind: "outstanding", date: SHARES.outstanding[0], shares: SHARES.outstanding[1] },
    { kind: "buy-back", date: SHARES.buyBack[0], shares: SHARES.buyBack[1] },
    { kind: "issue", date: SHARES.issue[0], shares: SHARES.issue[1] },
    { kind: "split", date: SHARES.split[0], shares: SHARES.split[1] },
    { kind: "option", ...SHARES.option },
    { kind: "convertible", ...SHARES.convertible, "tax rate": SHARES.convertible.taxRate, settlement: "shares" },
    ...SHARES.prices.map(([from, to, price]) => ({ kind: "price", from, to, price })),
  ]; // prettier-ignore
  const columns = [
    "kind",
    "name",
    "date",
    "from",
    "to",
    "shares",
    "price",
    "principal",
    "interest",
    "tax rate",
    "settlement",
  ];
  return csv(columns, rows);
}

export const registers = () =>
  csv(
    ["register", "as of", "member", "value", "note"],
    [
      ["employees", "2024-12-28", "", "1180", "without the entity that was sold"],
      ["employees", "2026-01-03", "", "1165", ""],
      ["product-launches", "2026-01-03", "division=Instruments", "3", ""],
      ["product-launches", "2026-01-03", "division=Software", "7", ""],
    ],
  ); // prettier-ignore

export const plans = () =>
  csv(
    ["scenario", "issued", "period", "measure", "member", "low", "high"],
    [
      ["plan", "2024-12-16", "2025-Q4", "revenue", "", "72000000", "72000000"],
      ["plan", "2024-12-16", "2025-FY", "revenue", "", "262000000", "262000000"],
      ["plan", "2024-12-16", "2025-FY", "revenue", "division=Software", "62000000", "62000000"],
      ["guidance", "2025-02-20", "2025-FY", "revenue", "", "255000000", "268000000"],
      ["guidance", "2025-07-31", "2025-FY", "revenue", "", "252000000", "262000000"],
      ["guidance", "2025-07-31", "2025-FY", "non-gaap-operating-margin", "", "0.10", "0.14"],
      ["guidance", "2025-10-30", "2025-Q4", "revenue", "", "70000000", "76000000"],
    ],
  ); // prettier-ignore

export const measures = () => `measures:
  - measure: software-share
    title: Software, share of revenue
    version: v1
    unit: ratio
    formula: in(revenue, division, Software) / revenue
    text: Revenue of the Software division divided by revenue.
`;

/** What the release of the fourth quarter of 2024 said, before the divisions were cut anew, the split, and the definition v2. */
export function history(right) {
  const find = (measure, period, member = "") =>
    right.find((row) => row.measure === measure && row.period === period && row.member === member).value;
  const rows = [];
  const say = (measure, definition, period, member, value, quantum) =>
    rows.push([
      "2024-Q4 release",
      "2025-02-20",
      measure,
      definition,
      period,
      member,
      show(mul(frac(nearest(div(value, dec(quantum)))), dec(quantum)), quantum === "0.01" ? 2 : 0),
      quantum,
    ]);
  for (const [period, moved] of [
    ["2024-Q4", plan.MOVED.quarter],
    ["2024-FY", plan.MOVED.year],
  ]) {
    say("revenue", "v1", period, "", find("revenue", period), "100000");
    say(
      "revenue",
      "v1",
      period,
      "division=Instruments",
      add(find("revenue", period, "division=Instruments"), frac(moved)),
      "100000",
    );
    say(
      "revenue",
      "v1",
      period,
      "division=Software",
      sub(find("revenue", period, "division=Software"), frac(moved)),
      "100000",
    );
    say("net-income", "v1", period, "", find("net-income", period), "100000");
    say("diluted-eps", "v1", period, "", mul(find("diluted-eps", period), frac(plan.SHARES.split[1])), "0.01");
    say("non-gaap-net-income", "v1", period, "", find("non-gaap-net-income@v1", period), "100000");
  }
  return csv(["document", "published", "measure", "definition", "period", "member", "value", "quantum"], rows);
}

export function recasts() {
  const rows = ["2024-Q4", "2024-FY"].flatMap((period) => [
    [
      "revenue",
      period,
      "division=Instruments",
      "recast",
      "2025-Q1 release",
      "Diagnostic modules went from Instruments to Software on the first day of fiscal 2025.",
    ],
    [
      "revenue",
      period,
      "division=Software",
      "recast",
      "2025-Q1 release",
      "Diagnostic modules went from Instruments to Software on the first day of fiscal 2025.",
    ],
    [
      "diluted-eps",
      period,
      "",
      "recast",
      "2025-Q4 release",
      "Restated for the split of two for one on 6 October 2025.",
    ],
    [
      "non-gaap-net-income",
      period,
      "",
      "definition",
      "2025-Q1 release",
      "The definition v2 takes amortisation of purchased intangible assets out.",
    ],
  ]);
  return csv(["measure", "period", "member", "reason", "document", "note"], rows);
} // prettier-ignore

const SHOWN = [
  ["revenue", "revenue"],
  ["revenue-growth", "growth"],
  ["revenue-growth-at-current-rates", "growth, base at current rates"],
  ["revenue-growth-at-prior-rates", "growth, at prior rates"],
  ["revenue-organic-growth", "organic growth"],
  ["revenue-growth-without-extra-week", "growth without the extra week"],
  ["operating-income", "operating income"],
  ["net-income", "net income of the parent"],
  ["net-income-nci", "net income of others"],
  ["diluted-eps", "diluted earnings per share"],
  ["non-gaap-diluted-eps", "non-GAAP diluted earnings per share"],
];

/** The section of README.md that shows some of the answers. */
export function someAnswers(right) {
  const cell = (measure, period) => {
    const found = right.find((row) => row.measure === measure && row.period === period && row.member === "");
    if (found === undefined) return "";
    const [whole, part] = show(found.value, Math.abs(Number(found.value.n / found.value.d)) > 1000 ? 2 : 4).split(".");
    return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${part}`;
  };
  const rows = SHOWN.map(
    ([measure, text]) =>
      `| ${text} | ${["2025-Q4", "2024-Q4", "2025-FY", "2024-FY"].map((code) => cell(measure, code)).join(" | ")} |`,
  );
  return `## Some of the answers (EUR)

See \`answers.csv\` for all, with eight decimals for rates and amounts a share.

| | Q4 2025 | Q4 2024 | FY 2025 | FY 2024 |
| --- | ---: | ---: | ---: | ---: |
${rows.join("\n")}

The second quarter of 2025: net income ${cell("net-income", "2025-Q2")}, ${cell("diluted-eps", "2025-Q2")} a share on ${cell("diluted-shares", "2025-Q2")} shares; non-GAAP net
income ${cell("non-gaap-net-income", "2025-Q2")}, ${cell("non-gaap-diluted-eps", "2025-Q2")} a share.
`;
}
