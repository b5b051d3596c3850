import { type Family, isOwnFamily } from "./family.ts";
import type { LearnedName, MeasureBasis, Named } from "./named.ts";

/** What a release teaches about the names of its measures. */
export interface Learned {
  readonly names: readonly LearnedName[];
  /** By their keys. */
  readonly byKey: ReadonlyMap<string, LearnedName>;
  /** Lines of the standards that only this release names, with their families. */
  readonly lines: ReadonlyMap<string, Family>;
  /** Finds the names that the lexicon does not know, or knows otherwise. */
  readonly pattern: RegExp | undefined;
}

export const NOTHING_LEARNED: Learned = { names: [], byKey: new Map(), lines: new Map(), pattern: undefined };

/** A name in small letters, the blanks and dashes in it alike, without marks of footnotes and without the plural. */
export const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\(\w{1,2}\)|[*†‡]+/g, " ")
    .replace(/[\s\u2010\u2011\u2013-]+/g, " ")
    .replace(/[’]/g, "'")
    .trim()
    .replace(/(?<=[a-z]{3})s\b/g, "");

/** Dashes and blanks stand for each other, a word may have its plural, and a mark may follow. */
const wordsOf = (key: string): string =>
  key
    .split(" ")
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/'/g, "[’']"))
    .map((word) => (/[a-z]{3}$/.test(word) ? `${word}s?` : word))
    .join("(?:\\(\\w\\)|\\*{1,2})?[\\s\\u2010\\u2011\\u2013-]{1,3}");

/** One pattern for all of them, the longer ones first. */
export function patternOf(keys: readonly string[]): RegExp | undefined {
  if (keys.length === 0) return undefined;
  const sorted = [...keys].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(`(?<![\\w-])(?:${sorted.map(wordsOf).join("|")})(?![\\w])`, "gi");
}

/** Words of the standards right before a learned name leave it to them; words of the company's own belong to it. */
const GAAP_BEFORE = /(?:^|[^-\w])gaap $/i;
const OWN_BEFORE = /\b(?:non[-\u2010\u2011 ]?(?:gaap|ifrs)|adjusted|adj\.?) $/i;

/** The learned names of a text, put among those that the lexicon has found; where two lie over each other the learned one stays. */
export function withLearned(
  text: string,
  found: readonly Named[],
  { pattern, byKey, lines }: Learned,
): readonly Named[] {
  if (pattern === undefined) return found;
  const all = [...text.matchAll(pattern)].flatMap((match): readonly Named[] => {
    const key = keyOf(match[0]);
    const learned = byKey.get(key);
    const family = learned?.family ?? lines.get(key);
    if (family === undefined) return [];
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    const own = OWN_BEFORE.exec(before);
    const isLine = learned === undefined && own === null;
    const basis: MeasureBasis = isLine || GAAP_BEFORE.test(before) ? "GAAP" : "non-GAAP";
    const from = match.index - (own?.[0].length ?? 0);
    const to = match.index + match[0].length;
    return [{ family, basis, name: text.slice(from, to), from, to, ...(learned === undefined ? {} : { learned }) }];
  });
  if (all.length === 0) return found;
  const apart = found.filter((n) => !all.some((own) => n.from < own.to && own.from < n.to && !reaches(n, own)));
  const kept = all.filter((own) => !apart.some((n) => n.from < own.to && own.from < n.to));
  return [...apart, ...kept].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** "Adjusted EBITDA margin" where only "adjusted EBITDA" was learned, or the standards' name of the margin: the longer one stays. */
const reaches = (n: Named, own: Named): boolean =>
  n.to > own.to && n.from <= own.from && (n.basis === "non-GAAP" || !isOwnFamily(own.family));
