import type { SourcePlace } from "../books/books.ts";
import { code, type Kind, oneOf, positive, text } from "../books/kind.ts";
import type { Say } from "../books/said.ts";
import type { Rational } from "../exact/rational.ts";
import { listOf, may, must, namesOf, type Placed, readFields, type Settings, textsOf } from "./table-settings.ts";
import type { ReleaseFile } from "./table-source.ts";
import { type Words, withWords } from "./table-words.ts";

const UNITS = ["units", "thousands", "millions", "billions"] as const;

export type ScaleWord = (typeof UNITS)[number];

/** The name of a measure, with the version of its definition behind an "@" where it is not the one in force. */
const measure: Kind<string> = {
  expected: "the name of a measure, such as revenue or non-gaap-net-income@v2006,",
  read: (written) =>
    /^[A-Za-z0-9._-]{1,120}(@[A-Za-z0-9._-]{1,64})?$/.test(written)
      ? written
      : { wrong: "code-not-plain", remedy: "Write the name as `tickmark facts` lists it." },
  schema: { type: "string" },
};

const period: Kind<readonly string[]> = {
  expected: "a period, such as this, year-ago to-date or 2007-Q3,",
  read: (written) => written.split(/\s+/),
  schema: { type: ["string", "number"] },
};

const level: Kind<number> = {
  expected: "how far the label is set in, from 0 to 4,",
  read: (written) =>
    /^[0-4]$/.test(written) ? +written : { wrong: "number-out-of-range", remedy: "Write one of 0, 1, 2, 3 and 4." },
  schema: { type: ["number", "string"], enum: [0, 1, 2, 3, 4, "0", "1", "2", "3", "4"] },
};

const count: Kind<number> = {
  expected: "a number from 1 to 12",
  read: (written) =>
    /^([1-9]|1[0-2])$/.test(written) ? +written : { wrong: "number-out-of-range", remedy: "Write how many quarters." },
  schema: { type: ["number", "string"], minimum: 1, maximum: 12 },
};

const flag: Kind<boolean> = {
  expected: "yes or no",
  read: (written) => {
    if (written === "yes" || written === "true") return true;
    if (written === "no" || written === "false") return false;
    return { wrong: "choice-unknown", remedy: "Write yes or no, in small letters." };
  },
  schema: { enum: ["yes", "no", true, false] },
};

const unit = oneOf(UNITS);
const grid = {
  unit: may(unit, "The scale that amounts are printed in: units, thousands, millions or billions."),
  step: may(
    positive,
    "The step of the last digit that is printed, in the printed unit: 0.1 of millions, 1 of percent.",
  ),
};

const LEAF = {
  head: may(text, "The head of the column; the last day of its period where it is left out."),
  period: may(period, "The period that the column shows amounts of."),
  growth: may(period, "The period that the column shows the growth of, against the year before."),
  change: may(period, "The period that the column shows the change of, against the year before."),
  share: may(period, "The period that the column shows the share of the total of."),
  "per-share": may(period, "In a reconciliation of income: the period that the column shows each line of per share."),
  measure: may(measure, "A measure that the column shows in place of those of the rows."),
  audited: may(flag, "Whether the amounts of the column are audited, in a statement."),
  step: grid.step,
};

const COLUMN = {
  ...LEAF,
  columns: listOf("a column", LEAF, "The columns that the head stands over."),
};

const DIMENSIONS = oneOf(["division", "region"]);

const ROW = {
  label: may(text, "What stands before the cells; the title of the measure where it is left out."),
  measure: may(measure, "The measure that the row shows."),
  member: may(text, "The part of the group that it is of: division=Bioscience, or a name that only one part has."),
  members: may(DIMENSIONS, "In place of one row: a row for each division or region."),
  kind: may(oneOf(["section", "line", "subtotal", "total"]), "What the row is; a line where it is left out."),
  level: may(level, "How far the label is set in."),
  less: may(flag, "Whether the line is taken from the total below it."),
  foots: may(flag, "No, where a total is not the sum of the rows above it."),
  ...grid,
};

const TABLE = {
  table: must(code, "The name that the text of the release asks for the table by."),
  title: may(text, "The title that stands above the table."),
  ...grid,
  "rate-step": may(positive, "The step of rates and shares in percent; 1 where it is left out."),
  columns: listOf("a column", COLUMN, "The columns from the left."),
  rows: listOf("a row", ROW, "The rows from above."),
  measure: may(measure, "What rows show that name no measure; revenue where it is left out."),
  members: may(DIMENSIONS, "In place of rows: one for each division or region, then the total."),
  segments: may(DIMENSIONS, "In place of rows: the measures of each division or region, then of the group."),
  measures: textsOf(
    measure,
    "The measures that segments are shown by; revenue and operating-income where it is left out.",
  ),
  order: textsOf(text, "Members in the order of their rows; those that are not named come behind them."),
  total: may(text, "The label of the total below the members."),
  foots: may(flag, "No, where members do not add to the total."),
  unallocated: may(text, "The label of a line for what belongs to no member."),
  statement: may(oneOf(["income", "balance", "cash-flow"]), "In place of rows: the lines of a statement."),
  reconciliation: textsOf(measure, "In place of rows: from the GAAP measure to each of these non-GAAP ones."),
  "per-share": may(
    oneOf(["rows", "none"]),
    "Whether rows per share stand below a reconciliation of net income; they do.",
  ),
  guidance: may(flag, "In place of rows: what the company guides to, and what it said before."),
  labels: namesOf("Labels by the names of measures, or of categories of adjustments, in place of their titles."),
  negatives: may(oneOf(["brackets", "minus"]), "How less than zero is shown; in brackets where it is left out."),
  footnotes: textsOf(text, "What stands below the table, behind the footnote on rounding."),
};

const SERIES = {
  name: may(text, "The name of the series; that of its member or the title of its measure where it is left out."),
  measure: may(measure, "The measure that it shows."),
  member: may(text, "The part of the group that it is of."),
};

const STEP = {
  label: may(text, "What stands below the bar."),
  measure: must(measure, "The measure that the bar shows."),
  member: may(text, "The part of the group that it is of."),
  period: may(period, "Its period, where it is not that of the chart."),
  total: may(flag, "Whether the bar stands on the ground."),
};

const CHART = {
  chart: must(code, "The name that the text of the release asks for the chart by."),
  form: must(oneOf(["bars", "waterfall", "stacked"]), "What the chart looks like."),
  title: may(text, "The title that stands above the chart."),
  description: may(text, "One sentence for those who cannot see it; made from the figures where it is left out."),
  ...grid,
  measure: may(measure, "What series show that name no measure; revenue where it is left out."),
  members: may(DIMENSIONS, "A series for each division or region."),
  order: textsOf(text, "Members in the order of their series; those that are not named come behind them."),
  periods: textsOf(period, "The periods from the left; in bars and stacks the last quarters where none is named."),
  quarters: may(
    count,
    "How many quarters bars and stacks show, where no periods are named; all that the books hold, up to eight.",
  ),
  period: may(period, "The period of a waterfall."),
  bridge: may(measure, "A waterfall from the GAAP measure to this non-GAAP one, or from reported to organic growth."),
  labels: namesOf("Labels by the names of measures, or of categories of adjustments, in place of their titles."),
  series: listOf("a series", SERIES, "The series, where they are not those of members."),
  steps: listOf("a step", STEP, "The bars of a waterfall, where no bridge gives them."),
};

const FILE = {
  tables: listOf("a table", TABLE, "The tables that the text of the release can ask for."),
  charts: listOf("a chart", CHART, "The charts that the text of the release can ask for."),
};

/** What tables.yaml holds; its JSON Schema is made from the same. */
export const TABLES_SETTINGS: Settings = FILE;

/** Fields of the file with their places; `isWhole` where nothing in them is wrong. */
export interface Spec<V> {
  readonly values: V;
  readonly at: (name?: keyof V & string) => SourcePlace;
  readonly isWhole: boolean;
}

type May<T> = T | undefined;
/** The words of a period. */
type PeriodWords = readonly string[];
export type Dimension = "division" | "region";

interface GridValues {
  readonly unit: May<ScaleWord>;
  /** In the printed unit, above zero. */
  readonly step: May<Rational>;
}

export interface LeafValues {
  readonly head: May<string>;
  readonly period: May<PeriodWords>;
  readonly growth: May<PeriodWords>;
  readonly change: May<PeriodWords>;
  readonly share: May<PeriodWords>;
  readonly "per-share": May<PeriodWords>;
  readonly measure: May<string>;
  readonly audited: May<boolean>;
  readonly step: May<Rational>;
}

export interface ColumnValues extends LeafValues {
  readonly columns: readonly LeafSpec[];
}

export interface RowValues extends GridValues {
  readonly label: May<string>;
  readonly measure: May<string>;
  readonly member: May<string>;
  readonly members: May<Dimension>;
  readonly kind: May<"section" | "line" | "subtotal" | "total">;
  readonly level: May<number>;
  readonly less: May<boolean>;
  readonly foots: May<boolean>;
}

export interface TableValues extends GridValues {
  readonly table: May<string>;
  readonly title: May<string>;
  readonly "rate-step": May<Rational>;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
  readonly measure: May<string>;
  readonly members: May<Dimension>;
  readonly segments: May<Dimension>;
  readonly measures: readonly Placed<string>[];
  readonly order: readonly Placed<string>[];
  readonly total: May<string>;
  readonly foots: May<boolean>;
  readonly unallocated: May<string>;
  readonly statement: May<"income" | "balance" | "cash-flow">;
  readonly reconciliation: readonly Placed<string>[];
  readonly "per-share": May<"rows" | "none">;
  readonly guidance: May<boolean>;
  readonly labels: ReadonlyMap<string, Placed<string>>;
  readonly negatives: May<"brackets" | "minus">;
  readonly footnotes: readonly Placed<string>[];
}

export interface SeriesValues {
  readonly name: May<string>;
  readonly measure: May<string>;
  readonly member: May<string>;
}

export interface StepValues {
  readonly label: May<string>;
  readonly measure: May<string>;
  readonly member: May<string>;
  readonly period: May<PeriodWords>;
  readonly total: May<boolean>;
}

export interface ChartValues extends GridValues {
  readonly chart: May<string>;
  readonly form: May<"bars" | "waterfall" | "stacked">;
  readonly title: May<string>;
  readonly description: May<string>;
  readonly measure: May<string>;
  readonly members: May<Dimension>;
  readonly order: readonly Placed<string>[];
  readonly periods: readonly Placed<PeriodWords>[];
  readonly quarters: May<number>;
  readonly period: May<PeriodWords>;
  readonly bridge: May<string>;
  readonly labels: ReadonlyMap<string, Placed<string>>;
  readonly series: readonly Spec<SeriesValues>[];
  readonly steps: readonly Spec<StepValues>[];
}

export type TableSpec = Spec<TableValues>;
export type ColumnSpec = Spec<ColumnValues>;
export type LeafSpec = Spec<LeafValues>;
export type RowSpec = Spec<RowValues>;
export type ChartSpec = Spec<ChartValues>;

export interface TablesFile {
  readonly tables: readonly TableSpec[];
  readonly charts: readonly ChartSpec[];
}

/** What tables.yaml declares; what is wrong with it is said, and what is not whole is not to be made. */
export function readTables(file: ReleaseFile, say: Say, words: Words): TablesFile {
  const found = readFields(FILE, "the file", file, say);
  if (found === undefined) return { tables: [], charts: [] };
  const { tables, charts } = withWords(found, words).values;
  return { tables, charts };
}
