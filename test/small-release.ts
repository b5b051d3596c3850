import type { Block, Chart, Release, ReleaseTable } from "../src/release/release.ts";
import { type Figures, factOf, figures, millions, PLACE } from "./small-facts.ts";
import {
  IN_CELL,
  incomeStatement,
  profitTable,
  reconciliation,
  revenueByDivision,
  revenueByGeography,
} from "./small-tables.ts";
import { CALL, closing, heading, prose } from "./small-text.ts";

/* A rich release, made by hand: outputs are tested on it without any books. Its company belongs to nobody, its amounts foot. */

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
  const table = reconciliation(desk);
  return [table, waterfall(INCOME_WORDS, incomeBridge(table))];
}

/** The release; made anew at each call, always the same. */
export function smallRelease(): Release {
  const desk = figures();
  const blocks: readonly Block[] = [
    ...prose(desk),
    heading(2, "Revenue"),
    revenueByGeography(desk),
    revenueByDivision(desk),
    stackedChart(desk),
    waterfall(REVENUE_WORDS, revenueBridge(desk)),
    heading(2, "Financial Statements"),
    incomeStatement(desk),
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
