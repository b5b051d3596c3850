import type { SourcePlace } from "../books/books.ts";
import { periodOf } from "../books/periods.ts";
import { memberOf, memberText } from "../measures/member.ts";
import { capital, fiscalYear, stretchInWords } from "./calendar-words.ts";
import type { TableSpec } from "./table-file.ts";
import {
  type ColumnPlan,
  type ColumnsPlan,
  type HeadGroup,
  infoOf,
  type RowPlan,
  type RowsPlan,
  suffixed,
  type TableDesk,
} from "./table-plan.ts";

const ACTUAL = "Actual";

/** One measure that guidance was given for, for one period. */
interface Guided {
  readonly measure: string;
  readonly member: string | undefined;
  readonly period: string;
  /** The days of its guidance, the last of them last. */
  readonly issued: readonly string[];
}

/** What the company guides to for periods that do not end before the release's quarter, in the order of periods and then of plan.csv. */
function guidedOf(desk: TableDesk): readonly Guided[] {
  const { company, plan } = desk.books;
  const end = periodOf(company, desk.quarter)?.end ?? "";
  const found = new Map<string, Guided>();
  for (const { scenario, issued, period, measure, member } of plan) {
    const span = periodOf(company, period);
    if (scenario !== "guidance" || span === undefined || span.end < end || infoOf(desk, measure) === undefined)
      continue;
    const key = `${measure}\n${period}\n${member ?? ""}`;
    const days = [...(found.get(key)?.issued ?? []), issued].sort();
    found.set(key, { measure, member, period, issued: days });
  }
  const endOf = ({ period }: Guided): string =>
    `${periodOf(company, period)?.end} ${period.length === 7 ? 0 : 1} ${period}`;
  return [...found.values()].sort((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0));
}

/** Ranges from low to high with their midpoint, what was said before, and what came where the period is over (MEA-70). */
export function guidanceTable(
  desk: TableDesk,
  table: TableSpec,
): { readonly rows: RowsPlan; readonly columns: ColumnsPlan } {
  const place = table.at("guidance");
  const guided = guidedOf(desk);
  const [first] = table.values.columns;
  if (first !== undefined)
    desk.say("column-not-one", first.at(), "A table of guidance has columns of its own.", "Take the columns out.");
  if (guided.length === 0)
    desk.say(
      "table-without-rows",
      place,
      `No row of plan.csv is guidance for ${desk.quarter} or a later period.`,
      "Add the guidance to books/plan.csv, or take the table out.",
    );
  return { rows: { rows: rowsOf(desk, table, guided, place), footings: [] }, columns: columnsOf(desk, guided, place) };
}

function rowsOf(desk: TableDesk, table: TableSpec, guided: readonly Guided[], place: SourcePlace): readonly RowPlan[] {
  const rows: RowPlan[] = [];
  let last = "";
  for (const { measure, member: text, period } of guided) {
    if (period !== last) {
      const span = periodOf(desk.books.company, period);
      const label =
        span === undefined
          ? period
          : `${capital(stretchInWords(span))} ${span.kind === "quarter" ? "of " : ""}${fiscalYear(period)}`;
      rows.push({ label, level: 0, kind: "section", measure: undefined, member: {}, place });
    }
    last = period;
    const member = memberOf(desk.facts.names, text) ?? {};
    const of = memberText(member) === "" ? "" : `, ${member.division ?? member.region ?? memberText(member)}`;
    const title = table.values.labels.get(measure)?.value ?? infoOf(desk, measure)?.title ?? measure;
    rows.push({
      label: `${title}${of}`,
      level: 1,
      kind: "line",
      measure,
      member,
      periodFor: () => period,
      isAhead: isAhead(desk, period),
      place,
    });
  }
  return rows;
}

const isAhead = (desk: TableDesk, period: string): boolean => {
  const { company } = desk.books;
  return (periodOf(company, period)?.end ?? "") > (periodOf(company, desk.quarter)?.end ?? "");
};

function columnsOf(desk: TableDesk, guided: readonly Guided[], place: SourcePlace): ColumnsPlan {
  const periods = new Set(guided.map(({ period }) => period));
  const period = periods.size === 1 ? ([...periods][0] ?? "") : "";
  const columns: ColumnPlan[] = [];
  const groups: HeadGroup[] = [];
  const group = (head: string, ends: readonly (readonly [suffix: string, head: string])[]): void => {
    const first = columns.length;
    for (const [suffix, usualHead] of ends)
      columns.push({
        kind: "amount",
        period,
        measureFor: (measure) => (suffix === "" ? measure : guidedMeasure(desk, measure, suffix)),
        head: undefined,
        usualHead,
        step: undefined,
        isAudited: false,
        isActual: head === ACTUAL,
        place,
      });
    groups.push({ head, first, last: columns.length - 1 });
  };
  const hasBefore = guided.some(({ issued }) => issued.length > 1);
  group("Guidance", [
    ["-guidance-low", "Low"],
    ["-guidance-high", "High"],
    ["-guidance-midpoint", "Midpoint"],
  ]);
  if (hasBefore)
    group("Previous Guidance", [
      ["-guidance-previous-low", "Low"],
      ["-guidance-previous-high", "High"],
    ]);
  if (guided.some((one) => !isAhead(desk, one.period)))
    group(ACTUAL, [
      ["", "Amount"],
      ["-guidance-variance", "Against Midpoint"],
    ]);
  return { columns, groups };
}

const guidedMeasure = (desk: TableDesk, measure: string, suffix: string): string | undefined => {
  const name = suffixed(measure, suffix);
  return infoOf(desk, name) === undefined ? undefined : name;
};
