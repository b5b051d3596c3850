import type { ReportFigure, ReportFinding } from "../../tieout/report/report.ts";
import type { Evidence } from "../evidence.ts";
import type { State } from "../state-words.ts";

/** How a finding stands: by its severity, or waived, which takes its weight from it. */
export type Weight = ReportFinding["severity"] | "waived";
export const WEIGHTS: readonly Weight[] = ["error", "warning", "note", "waived"];
export const WEIGHT_MARKS: Readonly<Record<Weight, string>> = { error: "✕", warning: "!", note: "i", waived: "–" };
export const weightOf = ({ severity, waived }: ReportFinding): Weight => (waived === null ? severity : "waived");

/** What a finding is called: "total does not foot", "GAAP ratio missing". */
export const findingWords = ({ code }: Pick<ReportFinding, "code">): string =>
  code
    .replaceAll("-", " ")
    .replace(/\b(?:non gaap|gaap|ebitda)\b/g, (word) => (word === "non gaap" ? "non-GAAP" : word.toUpperCase()));

/** The evidence with what is asked of it at every step looked up once. */
export interface Indexed {
  readonly evidence: Evidence;
  readonly measurements: readonly ReportFigure[];
  readonly byId: ReadonlyMap<string, ReportFigure>;
  /** The place of each measurement among them, by its id. */
  readonly rankOf: ReadonlyMap<string, number>;
  /** The places in the report's lists, by figure. */
  readonly relationsOf: ReadonlyMap<string, readonly number[]>;
  readonly findingsOf: ReadonlyMap<string, readonly number[]>;
  readonly relationAt: ReadonlyMap<string, number>;
  /** The findings in the order of their weight, and in reading order among equals. */
  readonly ranked: readonly number[];
}

export function indexed(evidence: Evidence): Indexed {
  const { figures, relations, findings } = evidence.report;
  const measurements = figures.filter((f) => f.status !== undefined);
  const weight = (i: number): number => WEIGHTS.indexOf(weightOf(findings[i]!));
  return {
    evidence,
    measurements,
    byId: new Map(figures.map((f) => [f.id, f])),
    rankOf: new Map(measurements.map((f, i) => [f.id, i])),
    relationsOf: placesBy(relations),
    findingsOf: placesBy(findings),
    relationAt: new Map(relations.map((r, i) => [r.id, i])),
    ranked: findings.map((_, i) => i).sort((a, b) => weight(a) - weight(b) || findings[a]!.start - findings[b]!.start),
  };
}

function placesBy(list: readonly { readonly figures: readonly string[] }[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, { figures }] of list.entries())
    for (const id of new Set(figures)) {
      const at = places.get(id);
      if (at === undefined) places.set(id, [i]);
      else at.push(i);
    }
  return places;
}

/** The element that a finding means; of one that nothing on the page stands for a name that no element has. */
export const targetOf = ({ evidence }: Indexed, finding: number): string =>
  evidence.findings[finding]?.target ?? `p${finding + 1}`;

/** The finding whose passage this is; undefined for a figure's id. */
export const passageOf = (id: string): number | undefined => (/^p\d+$/.test(id) ? Number(id.slice(1)) - 1 : undefined);

/** Whether a finding stands at words of its own, and at no figure. */
export const isAtWords = (index: Indexed, finding: number): boolean => !index.byId.has(targetOf(index, finding));

/** Where what is chosen stands in the source. */
export function startOf({ byId, evidence }: Indexed, id: string | undefined): number | undefined {
  if (id === undefined) return undefined;
  const passage = passageOf(id);
  return passage === undefined ? byId.get(id)?.start : evidence.report.findings[passage]?.start;
}

/** The findings that mean some of the same words, the asked one first. */
export function findingsAt(index: Indexed, finding: number): readonly number[] {
  const { findings } = index.evidence.report;
  const { start, end } = findings[finding]!;
  const others = findings.flatMap((f, i) =>
    i !== finding && f.start < end && f.end > start && isAtWords(index, i) ? [i] : [],
  );
  return [finding, ...others];
}

/**
 * A filter's next setting when one of its choices is pressed. From all it goes to that one alone, which is what is wanted most
 * often; then each is put in or taken out, and the last one taken out brings back all.
 */
export function toggled<T>(on: ReadonlySet<T>, all: readonly T[], one: T): ReadonlySet<T> {
  if (on.size === all.length) return new Set([one]);
  const next = new Set(on);
  if (!next.delete(one)) next.add(one);
  return next.size === 0 ? new Set(all) : next;
}

/** The next measurement that the states leave, going round at the ends. */
export function stepped(
  index: Indexed,
  states: ReadonlySet<State>,
  from: string | undefined,
  by: 1 | -1,
): string | undefined {
  const { measurements, rankOf } = index;
  const count = measurements.length;
  const rank = from === undefined ? undefined : rankOf.get(from);
  const start = startOf(index, from);
  const begin =
    rank !== undefined ? rank + by : start === undefined ? (by === 1 ? 0 : -1) : beyond(measurements, start, by);
  for (let n = 0; n < count; n++) {
    const next = measurements[(((begin + n * by) % count) + count) % count]!;
    if (states.has(next.status!)) return next.id;
  }
  return undefined;
}

/** The measurement next to a place that is none. */
const beyond = (list: readonly ReportFigure[], start: number, by: 1 | -1): number =>
  by === 1 ? list.findIndex((f) => f.start > start) : list.findLastIndex((f) => f.start < start);
