import type { FindingCode, Severity } from "../finding-code.ts";
import type { SourcePlace } from "./books.ts";
import type { BooksFinding } from "./books-finding.ts";

/** What to do about it; made only for findings that are listed, where it takes time to look for. */
export type Remedy = string | (() => string);

/** Takes one finding. */
export type Say = (
  code: FindingCode,
  place: SourcePlace | readonly SourcePlace[],
  message: string,
  remedy: Remedy,
  severity?: Severity,
) => void;

/** Findings of one code in one file beyond these are counted, not listed: a column in the wrong form would fill the screen. */
const MOST_OF_A_KIND = 20;

export const fileOf = (path: string): SourcePlace => ({ path, line: undefined, column: undefined });

const isOne = (place: SourcePlace | readonly SourcePlace[]): place is SourcePlace => !Array.isArray(place);

/** A list to put findings on, and what stands on it: ordered by file, line and column. */
export function gathered(): { readonly say: Say; readonly findings: () => readonly BooksFinding[] } {
  const kept: BooksFinding[] = [];
  const counts = new Map<string, { readonly like: BooksFinding; count: number }>();
  const say: Say = (code, place, message, remedy, severity = "error") => {
    const places = isOne(place) ? [place] : place;
    const key = `${code} ${severity} ${places[0]?.path}`;
    const tally = counts.get(key);
    if (tally !== undefined && ++tally.count > MOST_OF_A_KIND) return;
    const words = { message, remedy: typeof remedy === "string" ? remedy : remedy() };
    const finding: BooksFinding = { code, about: "books", severity, ...words, places };
    if (tally === undefined) counts.set(key, { like: finding, count: 1 });
    kept.push(finding);
  };
  const findings = (): readonly BooksFinding[] => [...kept.sort(byPlace), ...[...counts.values()].flatMap(unlisted)];
  return { say, findings };
}

function unlisted({ like, count }: { readonly like: BooksFinding; readonly count: number }): readonly BooksFinding[] {
  const more = count - MOST_OF_A_KIND;
  if (more <= 0) return [];
  const [first] = like.places;
  const message = `${more === 1 ? "One more finding" : `${more} more findings`} of this kind in ${first?.path ?? "the books"} ${more === 1 ? "is" : "are"} not listed.`;
  const remedy = "Set those right that are listed, and ask again.";
  return [{ ...like, message, remedy, places: first === undefined ? [] : [fileOf(first.path)] }];
}

function byPlace(a: BooksFinding, b: BooksFinding): number {
  const [p] = a.places;
  const [q] = b.places;
  if (p === undefined || q === undefined) return (p === undefined ? 0 : 1) - (q === undefined ? 0 : 1);
  if (p.path !== q.path) return p.path < q.path ? -1 : 1;
  return (p.line ?? 0) - (q.line ?? 0) || (p.column ?? 0) - (q.column ?? 0);
}
