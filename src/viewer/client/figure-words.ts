import type { ReportFigure, ReportPeriod } from "../../tieout/report/report.ts";
import { STATE_WORDS } from "../state-words.ts";

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

/**
 * What tells the operands of a relation apart: their labels; where a label stands more than once, with the kind that is there once,
 * the period, or else the place.
 */
export function operandNames(operands: readonly ReportFigure[]): readonly string[] {
  return operands.map((figure) => {
    const { label = "", kind, period } = figure;
    const alike = operands.filter((other) => (other.label ?? "") === label);
    if (label !== "" && alike.length === 1) return label;
    const ofKind = alike.filter((other) => other.kind === kind);
    const ofPeriod = ofKind.filter((other) => isSame(other.period, period));
    const apart =
      ofKind.length === 1 && label !== ""
        ? kind.replaceAll("-", " ")
        : period !== undefined && ofPeriod.length === 1
          ? periodWords(period)
          : placeWords(figure);
    return label === "" ? apart : `${label}, ${apart}`;
  });
}

const isSame = (a: ReportPeriod | undefined, b: ReportPeriod | undefined): boolean =>
  a?.start === b?.start && a?.end === b?.end;
