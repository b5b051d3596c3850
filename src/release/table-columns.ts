import { comparativeCode, periodKind, periodOf } from "../books/periods.ts";
import { dayInWords, weeksOf } from "./calendar-words.ts";
import type { HeadCell } from "./release.ts";
import { askedMeasure, askedPeriod } from "./table-ask.ts";
import type { ColumnSpec, LeafSpec } from "./table-file.ts";
import { type ColumnPlan, type ColumnsPlan, type HeadGroup, infoOf, suffixed, type TableDesk } from "./table-plan.ts";

const ASKS = ["period", "growth", "change", "share", "per-share"] as const;

type Ask = (typeof ASKS)[number];

/** The columns of a table from the left; those that cannot be made are told and left out. */
export function columnsOf(desk: TableDesk, specs: readonly ColumnSpec[]): ColumnsPlan {
  const columns: ColumnPlan[] = [];
  const groups: HeadGroup[] = [];
  for (const spec of specs) {
    const isGroup = spec.values.columns.length > 0;
    if (isGroup) tellNeedless(desk, spec);
    const first = columns.length;
    for (const leaf of isGroup ? spec.values.columns : [spec]) {
      const column = columnOf(desk, leaf);
      if (column !== undefined) columns.push(column);
    }
    if (isGroup && columns.length > first) groups.push({ head: spec.values.head, first, last: columns.length - 1 });
  }
  return { columns, groups };
}

/** A head over columns shows no figures of its own. */
function tellNeedless(desk: TableDesk, spec: ColumnSpec): void {
  const needless = [...ASKS, "measure" as const].find((name) => spec.values[name] !== undefined);
  if (needless === undefined) return;
  desk.say(
    "column-not-one",
    spec.at(needless),
    `A head over several columns holds "${needless}", which is of a single column.`,
    "Move it to one of the columns below the head.",
  );
}

function columnOf(desk: TableDesk, spec: LeafSpec | ColumnSpec): ColumnPlan | undefined {
  const { values } = spec;
  const asks = ASKS.filter((name) => values[name] !== undefined);
  const [ask, second] = asks;
  if (ask === undefined || second !== undefined) {
    const message =
      ask === undefined
        ? "This column does not say what it shows."
        : `This column is to show both "${ask}" and "${second}".`;
    desk.say("column-not-one", spec.at(second), message, `Write one of ${ASKS.join(", ")}, and the period behind it.`);
    return undefined;
  }
  const period = askedPeriod(desk, values[ask] ?? [], spec.at(ask));
  const { measure, head, step, audited } = values;
  const info = measure === undefined ? undefined : askedMeasure(desk, measure, spec.at("measure"));
  if (period === undefined || (measure !== undefined && info === undefined)) return undefined;
  return {
    kind: kindOf(ask, info?.unit),
    period,
    measureFor: measure === undefined ? (of) => MEASURES[ask](desk, of) : () => MEASURES[ask](desk, measure),
    head,
    usualHead: ask === "period" ? info?.title : USUAL_HEADS[ask],
    step,
    isAudited: audited === true,
    place: spec.at(),
  };
}

const USUAL_HEADS: Readonly<Record<Exclude<Ask, "period">, string>> = {
  growth: "% Growth",
  change: "Change",
  share: "% of Total",
  "per-share": "Per Share",
};

function kindOf(ask: Ask, unit: string | undefined): ColumnPlan["kind"] {
  if (ask === "period" || ask === "per-share") return unit === "ratio" || unit === "points" ? "growth" : "amount";
  return ask;
}

/** What the lines of a reconciliation of net income are per share. */
const EACH: ReadonlyMap<string, string> = new Map([
  ["net-income", "diluted-eps"],
  ["non-gaap-net-income-adjustment", "non-gaap-diluted-eps-adjustment"],
  ["tax-effect-of-adjustments", "tax-effect-of-adjustments-per-share"],
  ["nci-share-of-adjustments", "nci-share-of-adjustments-per-share"],
  ["non-gaap-net-income", "non-gaap-diluted-eps"],
]);

/** A rate has no growth of its own: its change is in basis points, and stands in a column of changes. */
const MEASURES: Readonly<Record<Ask, (desk: TableDesk, measure: string) => string | undefined>> = {
  period: (_desk, measure) => measure,
  growth: (desk, measure) => (infoOf(desk, measure)?.unit === "ratio" ? undefined : suffixed(measure, "-growth")),
  change: (_desk, measure) => suffixed(measure, "-change"),
  share: (desk, measure) => (infoOf(desk, measure)?.unit === "money" ? suffixed(measure, "-mix") : undefined),
  "per-share": (_desk, measure) => {
    const [name = "", version] = measure.split("@");
    const each = EACH.get(name);
    return each === undefined || version === undefined ? each : `${each}@${version}`;
  },
};

/** What heads need to know of the table beside its columns. */
export interface HeadAsk {
  /** Whether all its amounts are of a day, as in a balance sheet. */
  readonly isOfDays: boolean;
  /** Whether it is a statement, whose heads say that nobody has audited it. */
  readonly isStatement: boolean;
}

/** The rows of heads from above; the last has a cell for each column. */
export function headOf(desk: TableDesk, plan: ColumnsPlan, ask: HeadAsk): readonly (readonly HeadCell[])[] {
  const { columns } = plan;
  const groups = ask.isOfDays ? plan.groups : [...plan.groups, ...ownGroups(plan)];
  const someAudited = columns.some((column) => column.isAudited);
  const areWeeksTold = !ask.isOfDays && doWeeksDiffer(desk, columns);
  const last = columns.map((column): HeadCell => {
    const text = column.head ?? column.usualHead ?? lastDay(desk, column.period, areWeeksTold);
    const isMarked = ask.isStatement && someAudited && !column.isAudited && column.kind === "amount";
    return { text: isMarked ? `${text} (unaudited)` : text, span: 1 };
  });
  const above = headsAbove(columns.length, groups, (group) => group.head ?? stretchHead(desk, columns, group, ask));
  const isAllUnaudited = ask.isStatement && !someAudited && columns.length > 0;
  return [
    ...(isAllUnaudited ? [[{ text: "(unaudited)", span: columns.length }]] : []),
    ...(above.some((cell) => cell.text !== "") ? [above] : []),
    last,
  ];
}

/** The heads over columns, and empty ones between them. */
function headsAbove(
  count: number,
  groups: readonly HeadGroup[],
  text: (group: HeadGroup) => string,
): readonly HeadCell[] {
  const cells: HeadCell[] = [];
  for (let at = 0; at < count; ) {
    const group = groups.find(({ first }) => first === at);
    cells.push(group === undefined ? { text: "", span: 1 } : { text: text(group), span: group.last - group.first + 1 });
    at = group === undefined ? at + 1 : group.last + 1;
  }
  return cells;
}

/** Neighbours of one kind of period that stand below no head and have none of their own get one that says how long they are. */
function ownGroups({ columns, groups }: ColumnsPlan): readonly HeadGroup[] {
  const isFree = (i: number): boolean =>
    !groups.some(({ first, last }) => first <= i && i <= last) &&
    (columns[i]?.kind !== "amount" || (columns[i]?.head === undefined && columns[i]?.usualHead === undefined));
  const made: HeadGroup[] = [];
  for (let first = 0; first < columns.length; ) {
    const kind = periodKind(columns[first]?.period ?? "");
    let last = first;
    while (
      isFree(first) &&
      isFree(last + 1) &&
      periodKind(columns[last + 1]?.period ?? "") === kind &&
      last + 1 < columns.length
    )
      last++;
    if (isFree(first) && kind !== undefined && columns.slice(first, last + 1).some(({ kind }) => kind === "amount"))
      made.push({ head: undefined, first, last });
    first = last + 1;
  }
  return made;
}

/** Whether a period has another number of weeks than one beside it, or than the one a year before (REG-52f). */
function doWeeksDiffer(desk: TableDesk, columns: readonly ColumnPlan[]): boolean {
  const weeks = new Map<string, Set<string>>();
  const codes = columns.flatMap(({ period }) => [period, comparativeCode(period) ?? ""]);
  for (const period of new Set(codes)) {
    const span = periodOf(desk.books.company, period);
    const count = span === undefined ? undefined : weeksOf(span, false);
    if (span === undefined || count === undefined) continue;
    weeks.set(span.kind, (weeks.get(span.kind) ?? new Set()).add(count));
  }
  return [...weeks.values()].some((counts) => counts.size > 1);
}

function lastDay(desk: TableDesk, period: string, areWeeksTold: boolean): string {
  const span = periodOf(desk.books.company, period);
  if (span === undefined) return "";
  const weeks = areWeeksTold ? weeksOf(span, false) : undefined;
  return `${dayInWords(span.end)}${weeks === undefined ? "" : ` (${weeks} weeks)`}`;
}

/** "Nine Months Ended", "As of": what the columns below have in common; with the last day where none of them says it. */
function stretchHead(desk: TableDesk, columns: readonly ColumnPlan[], group: HeadGroup, ask: HeadAsk): string {
  const below = columns.slice(group.first, group.last + 1);
  const code = below.find(({ period }) => period !== "")?.period ?? "";
  const isDayBelow = below.some(({ head, usualHead }) => head === undefined && usualHead === undefined);
  const day = isDayBelow ? "" : ` ${lastDay(desk, code, false)}`;
  return `${ask.isOfDays ? "As of" : stretchWords(desk, columns, code)}${day}`.trim();
}

function stretchWords(desk: TableDesk, columns: readonly ColumnPlan[], code: string): string {
  const kind = periodKind(code);
  if (kind === "quarter") return doWeeksDiffer(desk, columns) ? "Quarter Ended" : "Three Months Ended";
  if (kind === "year-to-date") return code.endsWith("6M") ? "Six Months Ended" : "Nine Months Ended";
  if (kind === "year") return "Year Ended";
  return kind === "twelve-months" ? "Twelve Months Ended" : kind === "month" ? "Month Ended" : "";
}
