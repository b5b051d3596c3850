import type { BooksFinding } from "../books/books-finding.ts";
import { type Day, ordinal } from "../calendar/date.ts";
import { format, parse } from "../exact/decimal.ts";
import { absolute, compare, type Rational } from "../exact/rational.ts";
import type { BoundFigure } from "../release/release.ts";
import type { Report, ReportFigure } from "../tieout/report/report.ts";
import type { PrintedRelease } from "./output.ts";

/** How the two roads met on one output. */
export interface Meeting {
  readonly output: string;
  /** Bound figures that have digits, and how many of them the reader took for the measurements that they are. */
  readonly bound: number;
  readonly read: number;
  readonly tied: number;
  readonly findings: readonly BooksFinding[];
}

/**
 * Lays what the reader made of an output beside the facts that were printed there. The reader knows nothing of the bindings; where the two do not
 * say the same (value, sign, scale, unit, period), one of them is wrong, and a reader of the release may be misled as well: an error that
 * names both. A figure that the reader did not see is a warning.
 */
export function meetingOf(output: PrintedRelease, report: Report): Meeting {
  const byStart = new Map(report.figures.map((figure) => [figure.start, figure]));
  const findings: BooksFinding[] = [];
  let [bound, read, tied] = [0, 0, 0];
  for (const [id, figure] of output.bound)
    for (const { start, end } of output.figures.get(id) ?? []) {
      if (!/\d/.test(output.text.slice(start, end)) || typeof figure.fact.value === "string") continue;
      bound++;
      const seen = byStart.get(start);
      if (seen?.value === undefined || seen.end !== end) {
        findings.push(notRead(figure, output.text.slice(start, end), seen));
        continue;
      }
      const said = disagreement(figure, figure.fact.value, seen);
      if (said === undefined) read++;
      else findings.push(disagree(figure, said));
      if (seen.status === "tied") tied++;
    }
  return { output: output.name, bound, read, tied, findings };
}

/** What the reader takes the figure for, and what it is, in words; undefined where they are the same. */
function disagreement({ fact, form }: BoundFigure, value: Rational, seen: ReportFigure): string | undefined {
  const wanted = form.absolute ? absolute(value) : value;
  if (!isWithin(form.absolute && seen.value?.startsWith("-") === true ? negated(wanted) : wanted, seen))
    return `is read as ${seen.value} ${seen.unit ?? ""}, and the books have ${format(value)}`;
  const unit = unitOf(fact);
  if (seen.unit !== undefined && unit !== undefined && seen.unit !== unit)
    return `is read as an amount in ${seen.unit}, and it is in ${unit}`;
  // A register is counted on a day of its own, and said of whatever the sentence is about.
  if (fact.basis === "operating") return undefined;
  const { period } = seen;
  // A rate compares two stretches, of which a reader may take either; the end of the later one is what both roads must have.
  if (period?.end !== undefined && areApart(period.end, fact.end))
    return `is read as of the period that ends on ${period.end}, and it is of ${fact.period}, which ends on ${fact.end}`;
  if (period?.start !== undefined && fact.start !== undefined && areApart(period.start, fact.start))
    return `is read as of the period from ${period.start} to ${period.end}, and ${fact.period} begins on ${fact.start}`;
  return undefined;
}

/** A head that says "Q4 2006" and no day leaves the day to the reader, who may miss a year's last week; another period is a month away or more. */
const FEW_DAYS = 7;
const areApart = (a: Day, b: Day): boolean => Math.abs(ordinal(a) - ordinal(b)) > FEW_DAYS;

const negated = ({ n, d }: Rational): Rational => ({ n: -n, d });

function isWithin(value: Rational, { low, high }: ReportFigure): boolean {
  const [least, most] = [low, high].map((text) => (text === undefined ? undefined : parse(text)));
  if (least !== undefined && compare(value, least) < 0) return false;
  return most === undefined || compare(value, most) <= 0;
}

function unitOf({ unit, currency }: BoundFigure["fact"]): string | undefined {
  switch (unit) {
    case "money":
      return currency;
    case "per-share":
      return currency === undefined ? undefined : `${currency}/share`;
    case "ratio":
    case "points":
      return "ratio";
    case "basis-points":
      return "bp";
    case "shares":
      return "shares";
    case "count":
      return undefined;
  }
}

const notRead = ({ fact, place }: BoundFigure, text: string, seen: ReportFigure | undefined): BooksFinding => ({
  code: "figure-not-read-back",
  about: "books",
  severity: "warning",
  message:
    seen === undefined
      ? `${text} is printed for ${fact.measure} of ${fact.period}, and a reader of the page does not find it.`
      : `${text} is printed for ${fact.measure} of ${fact.period}, and a reader of the page takes "${seen.text}" there for a ${seen.kind}.`,
  remedy: "Write the sentence or the table in a plainer form, so that a stranger reads the figure for what it is.",
  places: [place],
});

const disagree = ({ text, fact, place }: BoundFigure, said: string): BooksFinding => ({
  code: "roads-disagree",
  about: "books",
  severity: "error",
  message: `"${text}" (${fact.measure} of ${fact.period}) ${said}.`,
  remedy:
    "A reader of the release may be misled in the same way: say the period, the scale or the sign more plainly, or mend the binding.",
  places: [place],
});
