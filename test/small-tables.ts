import type { Rational } from "../src/exact/rational.ts";
import type { Member } from "../src/measures/fact.ts";
import type { BoundFigure, HeadCell, ReleaseTable, TableCell, TableColumn, TableRow } from "../src/release/release.ts";
import { type Figures, type FormAsk, factOf, growth, millions, PLACE, plain } from "./small-facts.ts";

/* The tables of the release made by hand. */

const FOUR: readonly string[] = ["2007-Q3", "2006-Q3", "2007-9M", "2006-9M"];
export const IN_CELL: FormAsk = { unit: "bare", negative: "brackets" };

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
export function profitTable(desk: Figures): ReleaseTable {
  return {
    ...revenueTable(desk, "profit-by-division", "Operating Income by Division", PROFITS, "operating-income"),
    footnotes: ["Corporate holds the costs that are not allocated to a division."],
  };
}

export const revenueByGeography = (desk: Figures): ReleaseTable =>
  revenueTable(desk, "revenue-by-geography", "Revenue by Geography", REGIONS);
export const revenueByDivision = (desk: Figures): ReleaseTable =>
  revenueTable(desk, "revenue-by-division", "Revenue by Division", DIVISIONS);
export const incomeStatement = (desk: Figures): ReleaseTable =>
  statement(desk, "income", "Condensed Consolidated Statements of Income", INCOME);
export const reconciliation = (desk: Figures): ReleaseTable =>
  statement(desk, "non-gaap", "Reconciliation of GAAP to Non-GAAP Net Income", RECONCILIATION);
