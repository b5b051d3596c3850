import type { Rational } from "../src/exact/rational.ts";
import type { Member } from "../src/measures/fact.ts";
import type {
  Block,
  BoundFigure,
  Chart,
  HeadCell,
  Inline,
  Paragraph,
  Release,
  ReleaseTable,
  TableCell,
  TableColumn,
  TableRow,
} from "../src/release/release.ts";
import {
  type Figures,
  type FormAsk,
  factOf,
  figures,
  growth,
  millions,
  PLACE,
  plain,
  type SaidPiece,
  says,
} from "./small-facts.ts";

/* A rich release, made by hand: outputs are tested on it without any books. Its company belongs to nobody, its amounts foot. */

const FOUR: readonly string[] = ["2007-Q3", "2006-Q3", "2007-9M", "2006-9M"];
const IN_CELL: FormAsk = { unit: "bare", negative: "brackets" };

const block = (role: Paragraph["role"], ...pieces: readonly SaidPiece[]): Paragraph => ({
  kind: "paragraph",
  role,
  content: says(...pieces),
  place: PLACE,
});
const heading = (level: 1 | 2 | 3, text: string): Block => ({
  kind: "heading",
  level,
  content: says(text),
  place: PLACE,
});
const list = (...items: readonly (readonly Inline[])[]): Block => ({ kind: "list", items, place: PLACE });

const amount = (...periods: readonly string[]): readonly TableColumn[] =>
  periods.map((period) => ({ kind: "amount", period }));
const figureCell = (figure: BoundFigure, sign = ""): TableCell => ({ kind: "figure", figure, sign });
const DAYS: readonly HeadCell[] = [
  { text: "September 29, 2007", span: 1 },
  { text: "September 30, 2006", span: 1 },
];
const GROWTH: HeadCell = { text: "% Growth", span: 1 };
const SPANNING = (width: number): readonly HeadCell[] => [
  { text: "Three Months Ended", span: width },
  { text: "Nine Months Ended", span: width },
];

interface RevenueLine {
  readonly label: string;
  readonly member: Member;
  readonly amounts: readonly [string, string, string, string];
}

/** A row of amounts of this year and last with the growth between them, for the quarter and for the year to date. */
function revenueRow(
  desk: Figures,
  line: RevenueLine,
  look: { kind: TableRow["kind"]; sign: string; measure: string },
): TableRow {
  const { kind, sign, measure } = look;
  const cells: TableCell[] = [];
  for (const [a, b] of [
    [0, 1],
    [2, 3],
  ] as const) {
    const at = (i: number): Rational => millions(line.amounts[i]!);
    for (const i of [a, b])
      cells.push(
        figureCell(desk.bind(factOf({ measure, period: FOUR[i]!, member: line.member }, at(i)), IN_CELL), sign),
      );
    const isLoss = line.amounts[b].startsWith("-");
    const rate = isLoss ? "not-meaningful" : growth(at(a), at(b));
    cells.push(
      figureCell(
        desk.bind(
          factOf({ measure: `${measure}-growth`, period: FOUR[a]!, member: line.member, unit: "ratio" }, rate),
          IN_CELL,
        ),
        isLoss ? "" : "%",
      ),
    );
  }
  return { label: line.label, level: 0, kind, cells };
}

function revenueTable(
  desk: Figures,
  name: string,
  title: string,
  lines: readonly RevenueLine[],
  measure = "revenue",
): ReleaseTable {
  const last = lines.length - 1;
  return {
    kind: "table",
    name,
    title,
    unitText: "($ in millions)",
    head: [SPANNING(3), [...DAYS, GROWTH, ...DAYS, GROWTH]],
    columns: ["2007-Q3", "2007-9M"].flatMap((period): readonly TableColumn[] => [
      { kind: "amount", period },
      { kind: "amount", period: `${"2006"}${period.slice(4)}` },
      { kind: "growth", period },
    ]),
    rows: lines.map((line, i) =>
      revenueRow(desk, line, { kind: i === last ? "total" : "line", sign: i === 0 || i === last ? "$" : "", measure }),
    ),
    footnotes: [],
    place: PLACE,
  };
}

const TOTAL: RevenueLine = { label: "Total", member: {}, amounts: ["371.2", "330.1", "1126.3", "872.3"] };
const REGIONS: readonly RevenueLine[] = [
  { label: "Americas", member: { region: "Americas" }, amounts: ["151.4", "151.5", "484.7", "381.5"] },
  { label: "Europe", member: { region: "Europe" }, amounts: ["157.4", "126.8", "453.2", "347.3"] },
  { label: "Asia/Pacific", member: { region: "Asia/Pacific" }, amounts: ["62.4", "51.8", "188.4", "143.5"] },
  TOTAL,
];
const DIVISIONS: readonly RevenueLine[] = [
  { label: "Process", member: { division: "Process" }, amounts: ["210.5", "194.9", "651.6", "525.5"] },
  { label: "Laboratory", member: { division: "Laboratory" }, amounts: ["160.7", "135.2", "474.7", "346.8"] },
  TOTAL,
];

/** label, measure, kind, level, then an amount for each column; a section has none. */
type Line = readonly [string, string, TableRow["kind"], number, ...(readonly string[])];

function statementRow(desk: Figures, line: Line, periods: readonly string[], sign: boolean): TableRow {
  const [label, measure, kind, level, ...amounts] = line;
  const perShare = measure.endsWith("eps");
  const shares = measure.endsWith("shares");
  const cells = periods.map((period, i): TableCell => {
    const written = amounts[i];
    if (written === undefined || written === "") return { kind: "empty" };
    const unit = perShare ? "per-share" : shares ? "shares" : "money";
    const value = perShare ? plain(written) : millions(written);
    return figureCell(desk.bind(factOf({ measure, period, unit }, value), IN_CELL), sign || perShare ? "$" : "");
  });
  return { label, level, kind, cells };
}

const INCOME: readonly Line[] = [
  ["Revenue", "revenue", "line", 0, "371.2", "330.1", "1126.3", "872.3"],
  ["Cost of sales", "cost-of-sales", "line", 0, "172.1", "168.9", "531.4", "428.1"],
  ["Gross profit", "gross-profit", "subtotal", 0, "199.1", "161.2", "594.9", "444.2"],
  ["Operating expenses", "", "section", 0],
  ["Selling, general and administrative", "sga", "line", 1, "108.9", "101.7", "334.2", "262.4"],
  ["Research and development", "research", "line", 1, "26.1", "24.6", "80.0", "62.2"],
  ["Restructuring", "restructuring", "line", 1, "2.1", "6.4", "9.5", "13.1"],
  ["Total operating expenses", "operating-expenses", "subtotal", 0, "137.1", "132.7", "423.7", "337.7"],
  ["Operating income", "operating-income", "subtotal", 0, "62.0", "28.5", "171.2", "106.5"],
  ["Interest income", "interest-income", "line", 0, "0.4", "2.0", "1.3", "16.9"],
  ["Interest expense", "interest-expense", "line", 0, "-15.9", "-11.4", "-48.9", "-21.3"],
  ["Income before income taxes", "income-before-tax", "subtotal", 0, "46.5", "19.1", "123.6", "102.1"],
  ["Provision for income taxes", "income-tax", "line", 0, "10.2", "4.3", "32.3", "23.6"],
  ["Net income", "net-income", "total", 0, "36.3", "14.8", "91.3", "78.5"],
  ["Earnings per share", "", "section", 0],
  ["Basic", "basic-eps", "line", 1, "0.67", "0.28", "1.69", "1.48"],
  ["Diluted", "diluted-eps", "line", 1, "0.66", "0.27", "1.66", "1.45"],
  ["Weighted average shares", "", "section", 0],
  ["Basic", "basic-shares", "line", 1, "54.1", "53.4", "54.0", "53.2"],
  ["Diluted", "diluted-shares", "line", 1, "55.0", "54.3", "55.0", "54.1"],
];

const RECONCILIATION: readonly Line[] = [
  ["GAAP net income", "net-income", "line", 0, "36.3", "14.8", "91.3", "78.5"],
  ["Amortization of acquired intangible assets", "amortization", "line", 1, "12.6", "11.9", "38.1", "19.8"],
  ["Restructuring", "restructuring", "line", 1, "2.1", "6.4", "9.5", "13.1"],
  ["Inventory stepped up to fair value", "inventory-step-up", "line", 1, "0", "10.5", "11.0", "14.2"],
  ["Income tax on these items", "tax-on-adjustments", "line", 1, "-5.3", "-8.2", "-19.3", "-15.3"],
  ["Non-GAAP net income", "non-gaap-net-income", "total", 0, "45.7", "35.4", "130.6", "110.3"],
  ["GAAP diluted earnings per share", "diluted-eps", "line", 0, "0.66", "0.27", "1.66", "1.45"],
  ["Non-GAAP diluted earnings per share", "non-gaap-diluted-eps", "line", 0, "0.83", "0.65", "2.37", "2.04"],
];

const SIGNED: ReadonlySet<string> = new Set(["revenue", "gross-profit", "net-income", "non-gaap-net-income"]);

function statement(desk: Figures, name: string, title: string, lines: readonly Line[]): ReleaseTable {
  return {
    kind: "table",
    name,
    title,
    unitText: "(in millions, except per share; unaudited)",
    head: [SPANNING(2), [...DAYS, ...DAYS]],
    columns: amount(...FOUR),
    rows: lines.map((line) => statementRow(desk, line, FOUR, SIGNED.has(line[1]))),
    footnotes: [],
    place: PLACE,
  };
}

const PROFITS: readonly RevenueLine[] = [
  { label: "Process", member: { division: "Process" }, amounts: ["48.1", "33.5", "139.0", "98.4"] },
  { label: "Laboratory", member: { division: "Laboratory" }, amounts: ["21.4", "-1.2", "54.1", "20.7"] },
  { label: "Corporate", member: { division: "Corporate" }, amounts: ["-7.5", "-3.8", "-21.9", "-12.6"] },
  { label: "Total operating income", member: {}, amounts: ["62.0", "28.5", "171.2", "106.5"] },
];

/** Growth from a loss is not meaningful. */
function profitTable(desk: Figures): ReleaseTable {
  return {
    ...revenueTable(desk, "profit-by-division", "Operating Income by Division", PROFITS, "operating-income"),
    footnotes: ["Corporate holds the costs that are not allocated to a division."],
  };
}

const QUARTER_NAMES = ["Q3 2006", "Q4 2006", "Q1 2007", "Q2 2007", "Q3 2007"];
const QUARTER_CODES = ["2006-Q3", "2006-Q4", "2007-Q1", "2007-Q2", "2007-Q3"];

function stackedChart(desk: Figures): Chart {
  const series = (division: string | undefined, amounts: readonly string[]): Chart["series"][number] => ({
    name: division ?? "Total",
    points: amounts.map((text, i) => ({
      label: QUARTER_NAMES[i]!,
      figure: desk.bind(
        factOf(
          { measure: "revenue", period: QUARTER_CODES[i]!, member: division === undefined ? {} : { division } },
          millions(text),
        ),
        IN_CELL,
      ),
      total: division === undefined,
    })),
  });
  return {
    kind: "chart",
    name: "revenue-by-quarter",
    form: "stacked",
    title: "Revenue by Division over Five Quarters",
    description:
      "Revenue of both divisions grew from the third quarter of the year before; Laboratory grew in every quarter.",
    unitText: "($ in millions)",
    series: [
      series("Process", ["194.9", "208.3", "217.9", "223.2", "210.5"]),
      series("Laboratory", ["135.2", "141.0", "153.4", "160.6", "160.7"]),
      series(undefined, ["330.1", "349.3", "371.3", "383.8", "371.2"]),
    ],
    place: PLACE,
  };
}

interface Step {
  readonly label: string;
  readonly measure: string;
  readonly period: string;
  readonly amount: string;
  readonly total: boolean;
}

const bridgeSteps = (rows: readonly (readonly [string, string, string, string, boolean])[]): readonly Step[] =>
  rows.map(([label, measure, period, text, total]) => ({ label, measure, period, amount: text, total }));

const REVENUE_BRIDGE: readonly Step[] = bridgeSteps([
  ["Third quarter 2006", "revenue", "2006-Q3", "330.1", true],
  ["Foreign exchange", "fx-impact", "2007-Q3", "13.5", false],
  ["Acquisitions", "acquired-revenue", "2007-Q3", "5.2", false],
  ["Organic growth", "organic-growth-amount", "2007-Q3", "22.4", false],
  ["Third quarter 2007", "revenue", "2007-Q3", "371.2", true],
]);
type Points = Chart["series"][number]["points"];

const revenueBridge = (desk: Figures): Points =>
  REVENUE_BRIDGE.map(({ label, measure, period, amount: text, total }) => ({
    label,
    figure: desk.bind(factOf({ measure, period }, millions(text)), IN_CELL),
    total,
  }));

/** The steps of the quarter in the reconciliation: the very figures of its first column. */
const incomeBridge = (table: ReleaseTable): Points =>
  table.rows.slice(0, 6).flatMap(({ label, cells }) => {
    const [cell] = cells;
    return cell?.kind === "figure" ? [{ label, figure: cell.figure, total: label.includes("GAAP") }] : [];
  });

interface WaterfallWords {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

const waterfall = (words: WaterfallWords, points: Points): Chart => ({
  kind: "chart",
  form: "waterfall",
  unitText: "($ in millions)",
  series: [{ name: words.title, points }],
  place: PLACE,
  ...words,
});

/** What the release says in sentences before its tables. */
function prose(desk: Figures): readonly Block[] {
  const money = (measure: string, period: string, text: string, form: FormAsk = {}): BoundFigure =>
    desk.bind(factOf({ measure, period }, millions(text)), form);
  const each = (measure: string, period: string, text: string): BoundFigure =>
    desk.bind(factOf({ measure, period, unit: "per-share" }, plain(text)));
  const rate = (measure: string, period: string, text: string, member: Member = {}, form: FormAsk = {}): BoundFigure =>
    desk.bind(factOf({ measure, period, unit: "ratio", member }, plain(text)), form);
  return [
    heading(1, "Halvorsen Instruments Reports Third Quarter 2007 Results"),
    block(
      "subhead",
      "Laboratory revenue grows by ",
      rate("revenue-growth", "2007-Q3", "0.1886", { division: "Laboratory" }),
      "; wider margins lift earnings",
    ),
    block(
      "text",
      "ASHBY FALLS, Ore. \u2014 ",
      "November 1, 2007",
      " \u2014 Halvorsen Instruments, Inc. (NYSE: HVN), which makes filters, columns and sensors for laboratories and for the makers of medicines, today announced its results for the third quarter ended ",
      "September 29, 2007",
      ".",
    ),
    block(
      "text",
      "Revenue of the third quarter grew ",
      rate("revenue-growth", "2007-Q3", "0.1245"),
      " to ",
      money("revenue", "2007-Q3", "371.2"),
      ". GAAP net income of the third quarter rose to ",
      money("net-income", "2007-Q3", "36.3"),
      ", or ",
      each("diluted-eps", "2007-Q3", "0.66"),
      " per share, from ",
      money("net-income", "2006-Q3", "14.8"),
      ", or ",
      each("diluted-eps", "2006-Q3", "0.27"),
      " per share, in the third quarter of ",
      "2006",
      ". Non-GAAP net income of the third quarter was ",
      money("non-gaap-net-income", "2007-Q3", "45.7"),
      ", or ",
      each("non-gaap-diluted-eps", "2007-Q3", "0.83"),
      " per share.",
    ),
    block(
      "quotation",
      "\u201cLaboratories in every region bought more from us than a year ago,\u201d said Ingrid Solheim, Chief Executive Officer. \u201cOperating income rose by ",
      rate("operating-income-growth", "2007-Q3", "1.1754"),
      " in the third quarter, and we shall not stop there.\u201d",
    ),
    heading(2, "First Nine Months"),
    block(
      "text",
      "In the first nine months of ",
      "2007",
      ", revenue grew ",
      rate("revenue-growth", "2007-9M", "0.2912"),
      " to ",
      money("revenue", "2007-9M", "1126.3", { scale: 9 }),
      ". GAAP net income for the first nine months of ",
      "2007",
      " came to ",
      money("net-income", "2007-9M", "91.3"),
      ", or ",
      each("diluted-eps", "2007-9M", "1.66"),
      " per share, against ",
      money("net-income", "2006-9M", "78.5"),
      ", or ",
      each("diluted-eps", "2006-9M", "1.45"),
      " per share, for the first nine months of ",
      "2006",
      ".",
    ),
    heading(2, "Highlights"),
    list(
      says(
        "Revenue in Europe grew ",
        rate("revenue-growth", "2007-Q3", "0.2413", { region: "Europe" }),
        " in the third quarter",
      ),
      says(
        "Operating income was ",
        money("operating-income", "2007-Q3", "62.0"),
        " in the third quarter, against ",
        money("operating-income", "2006-Q3", "28.5"),
        " a year earlier",
      ),
      says("Gross profit of the third quarter was ", money("gross-profit", "2007-Q3", "199.1")),
    ),
  ];
}

const CALL: Block = {
  kind: "event",
  title: "Quarterly Earnings Call",
  lines: [
    says("Thursday, November 1, 2007, 4:45 p.m. Eastern Time"),
    says("Webcast: ", {
      kind: "link",
      text: "investors.halvorsen.example",
      url: "https://investors.halvorsen.example/call",
    }),
    says("Telephone: (800) 555-0142 or (706) 555-0145, code 5550137"),
    says("A replay will be available from 8:00 p.m. ET on November 1, 2007 until 11:59 p.m. ET on November 5, 2007."),
  ],
  place: PLACE,
};

const CONTACTS: Block = {
  kind: "contacts",
  people: [
    {
      name: "Priya Raman",
      title: "Investor Relations",
      phone: "(503) 555-0127",
      email: "priya.raman@halvorsen.example",
    },
    {
      name: "Tomas Lindqvist",
      title: "Communications",
      phone: "(503) 555-0167",
      email: "tomas.lindqvist@halvorsen.example",
    },
  ],
};

function closing(desk: Figures): readonly Block[] {
  return [
    heading(2, "About Halvorsen"),
    block(
      "text",
      "Halvorsen Instruments (NYSE: HVN) supplies laboratories and the makers of medicines. It belongs to the ",
      "S&P 500",
      " and has more than ",
      desk.bind(factOf({ measure: "employees", period: "2007-Q3", unit: "count" }, plain("6100"))),
      " employees in ",
      desk.bind(factOf({ measure: "countries", period: "2007-Q3", unit: "count" }, plain("47"))),
      " countries.",
    ),
    CONTACTS,
    heading(2, "Use of Non-GAAP Financial Measures"),
    block(
      "small",
      "Non-GAAP net income and non-GAAP diluted earnings per share leave out the amortization of acquired intangible assets, restructuring and the step-up of acquired inventory, with the income tax on them. They are no substitute for measures under generally accepted accounting principles, and other companies may define them otherwise.",
    ),
    heading(2, "Forward-Looking Statements"),
    block(
      "small",
      "What this release says about the future rests on the expectations of management. Results may differ materially from them, for the reasons that our annual report on ",
      "Form 10-K",
      " gives.",
    ),
  ];
}

const REVENUE_WORDS: WaterfallWords = {
  name: "revenue-bridge",
  title: "Revenue from the Third Quarter of 2006 to That of 2007",
  description:
    "Organic growth gave more than half of the rise in revenue; exchange rates and acquisitions gave the rest.",
};
const INCOME_WORDS: WaterfallWords = {
  name: "income-bridge",
  title: "From GAAP to Non-GAAP Net Income, Third Quarter of 2007",
  description: "Amortization is the largest of the items that non-GAAP net income leaves out.",
};

/** The reconciliation and its picture, which are of the same figures. */
function reconciled(desk: Figures): readonly Block[] {
  const table = statement(desk, "non-gaap", "Reconciliation of GAAP to Non-GAAP Net Income", RECONCILIATION);
  return [table, waterfall(INCOME_WORDS, incomeBridge(table))];
}

/** The release; made anew at each call, always the same. */
export function smallRelease(): Release {
  const desk = figures();
  const blocks: readonly Block[] = [
    ...prose(desk),
    heading(2, "Revenue"),
    revenueTable(desk, "revenue-by-geography", "Revenue by Geography", REGIONS),
    revenueTable(desk, "revenue-by-division", "Revenue by Division", DIVISIONS),
    stackedChart(desk),
    waterfall(REVENUE_WORDS, revenueBridge(desk)),
    heading(2, "Financial Statements"),
    statement(desk, "income", "Condensed Consolidated Statements of Income", INCOME),
    profitTable(desk),
    heading(2, "Reconciliation of GAAP to Non-GAAP Measures"),
    ...reconciled(desk),
    CALL,
    ...closing(desk),
  ];
  return {
    company: "Halvorsen Instruments, Inc.",
    title: "Halvorsen Instruments Reports Third Quarter 2007 Results",
    period: "2007-Q3",
    date: "2007-11-01",
    blocks,
    figures: desk.all,
  };
}
