import type { CheckOptions } from "../src/tieout/check.ts";
import type { Report, ReportFigure, ReportRelation } from "../src/tieout/report/report.ts";

/* How much of a release proves itself: what ties its figures, and what is said when one of them is off by its last digit. */

/** Relations that say no more than that one amount is printed twice. */
const SAME = new Set(["equality", "same total", "prose-table", "prose-prose"]);

/** Counts of the measurements of one document. */
export interface Witnessed {
  readonly measurements: number;
  readonly tied: number;
  /** Of those that are tied: they, or another print that they are tied to, stand in a relation other than being printed twice. */
  readonly witnessed: readonly ReportFigure[];
  /** The others, each with its state; "repeated" where it is tied to nothing but its own prints. */
  readonly others: readonly { readonly figure: ReportFigure; readonly why: string }[];
}

const isHeld = ({ strength, verdict }: ReportRelation): boolean =>
  strength === "strong" && (verdict === "forced" || verdict === "consistent");

/** Where each figure's prints lead: one name for all prints that believed equalities hold together. */
function printsOf(relations: readonly ReportRelation[]): (id: string) => string {
  const to = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    while (to.has(at)) at = to.get(at)!;
    return at;
  };
  for (const { figures } of relations)
    for (const id of figures) {
      const [a, b] = [rootOf(figures[0]!), rootOf(id)];
      if (a !== b) to.set(b, a);
    }
  return rootOf;
}

export function witnessed({ figures, relations }: Report): Witnessed {
  const held = relations.filter(isHeld);
  const rootOf = printsOf(held.filter(({ kind }) => SAME.has(kind)));
  const proved = new Set(held.filter(({ kind }) => !SAME.has(kind)).flatMap((r) => r.figures.map(rootOf)));
  const measurements = figures.filter(({ status }) => status !== undefined);
  const tied = measurements.filter(({ status }) => status === "tied");
  const counted = new Set(tied.filter(({ id }) => proved.has(rootOf(id))));
  const others = measurements
    .filter((figure) => !counted.has(figure))
    .map((figure) => ({ figure, why: figure.status === "tied" ? "repeated" : figure.status! }));
  return { measurements: measurements.length, tied: tied.length, witnessed: [...counted], others };
}

export interface Nudged {
  readonly tried: number;
  readonly caught: number;
  /** What was changed without a word: the figure and what was printed in its place. */
  readonly missed: readonly { readonly figure: ReportFigure; readonly print: string }[];
}

const isLoud = ({ severity }: Report["findings"][number]): boolean => severity !== "note";
const told = ({ findings }: Report): readonly string[] => findings.filter(isLoud).map((f) => f.message);

/** The print with its last digit one higher, or one lower where it is a nine; undefined where it has no digit. */
export function nudgedPrint(text: string): string | undefined {
  const match = /(\d)(\D*)$/.exec(text);
  if (match === null) return undefined;
  const digit = match[1] === "9" ? "8" : `${"0123456789".indexOf(match[1]!) + 1}`;
  return `${text.slice(0, match.index)}${digit}${match[2]!}`;
}

/** Each `stride`th of the figures is printed one last digit off, one at a time, and the document checked anew. */
export function nudges(
  source: string,
  figures: readonly ReportFigure[],
  check: (bytes: Uint8Array, options: CheckOptions) => Report,
  { name, stride }: { readonly name: string; readonly stride: number },
): Nudged {
  const checked = (text: string): readonly string[] => told(check(new TextEncoder().encode(text), { name }));
  const before = new Set(checked(source));
  const missed: { figure: ReportFigure; print: string }[] = [];
  let tried = 0;
  const nudgeable = figures.filter((f) => f.split !== true && nudgedPrint(f.text) !== undefined);
  for (const [k, figure] of nudgeable.entries()) {
    if (k % stride !== 0) continue;
    tried++;
    const print = nudgedPrint(figure.text)!;
    const text = `${source.slice(0, figure.start)}${print}${source.slice(figure.end)}`;
    if (checked(text).every((message) => before.has(message))) missed.push({ figure, print });
  }
  return { tried, caught: tried - missed.length, missed };
}
