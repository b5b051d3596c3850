import type { ReportFigure, ReportPeriod } from "../../tieout/report/report.ts";
import { STATE_WORDS } from "./state.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "Sep 29, 2007" of "2007-09-29". */
function dayWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name === undefined ? day : `${name} ${date}, ${year}`;
}

/** "Jul 1 – Sep 29, 2007", and "at Sep 29, 2007" of an instant. */
export function periodWords({ start, end }: ReportPeriod): string {
  if (start === undefined) return `at ${dayWords(end)}`;
  const from = dayWords(start);
  const year = `, ${end.slice(0, 4)}`;
  return `${from.endsWith(year) ? from.slice(0, -year.length) : from} – ${dayWords(end)}`;
}

export const placeWords = ({ where }: ReportFigure): string =>
  "table" in where ? `table ${where.table}, row ${where.row}, column ${where.column}` : `paragraph ${where.paragraph}`;

/** What it is called, or else what it is. */
export const nameOf = ({ label, kind }: ReportFigure): string =>
  label !== undefined && label !== "" ? label : `A ${kind.replaceAll("-", " ")}`;

/** What a reader is told of the figure who does not see it. */
export function spoken(figure: ReportFigure, findings: number): string {
  const state = figure.status === undefined ? "no measurement" : STATE_WORDS[figure.status].name;
  const told = findings === 0 ? "" : `, ${findings} ${findings === 1 ? "finding" : "findings"}`;
  return `${figure.text}, ${nameOf(figure)}, ${state}${told}`;
}

/** What tells the operands of a relation apart: their labels, with the period or the place where a label stands more than once. */
export function operandNames(operands: readonly ReportFigure[]): readonly string[] {
  const labels = operands.map((f) => f.label ?? "");
  return operands.map((f, i) => {
    const label = labels[i]!;
    if (label !== "" && labels.indexOf(label) === labels.lastIndexOf(label)) return label;
    const alike = operands.filter((_, k) => labels[k] === label);
    const apart = f.period === undefined || isShared(alike, f) ? placeWords(f) : periodWords(f.period);
    return label === "" ? apart : `${label}, ${apart}`;
  });
}

const isShared = (alike: readonly ReportFigure[], { period }: ReportFigure): boolean =>
  alike.filter((f) => f.period?.start === period?.start && f.period?.end === period?.end).length > 1;
