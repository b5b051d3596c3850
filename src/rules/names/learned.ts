import { anyCase, findAll, inSmall } from "../pattern.ts";
import { remembered } from "../remembered.ts";
import { type Family, isOwnFamily, type KnownFamily, RATES, SHARE_OF } from "./family.ts";
import type { LearnedName, MeasureBasis, Named } from "./named.ts";
import { MARGINS, marginBehind } from "./parts.ts";

/** What a release teaches about the names of its measures. */
export interface Learned {
  readonly names: readonly LearnedName[];
  /** By their keys. */
  readonly byKey: ReadonlyMap<string, LearnedName>;
  /** Lines of the standards that only this release names, with their families. */
  readonly lines: ReadonlyMap<string, Family>;
  /** What its statements call lines of the standards that the lexicon does not know by that name. */
  readonly captions: ReadonlyMap<string, KnownFamily>;
  /** What it lists among its own measures by names that no family has, as printed. */
  readonly unnamed: readonly string[];
  /** Finds the names that the lexicon does not know, or knows otherwise. */
  readonly pattern: RegExp | undefined;
}

export const NOTHING_LEARNED: Learned = {
  names: [],
  byKey: new Map(),
  lines: new Map(),
  captions: new Map(),
  unnamed: [],
  pattern: undefined,
};

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
const GAAP_BEFORE = anyCase(/(?:^|[^-\w])gaap $/);
const OWN_BEFORE = anyCase(/\b(?:non[-\u2010\u2011 ]?(?:gaap|ifrs)|adjusted|adj\.?) $/);

/** The learned names of a text, put among those that the lexicon has found; where two lie over each other the learned one stays. */
export function withLearned(text: string, found: readonly Named[], learned: Learned): readonly Named[] {
  const { pattern, byKey, lines } = learned;
  const known = onListedBasis(text, found, learned);
  if (pattern === undefined) return known;
  const all = findAll(pattern, text).flatMap((match): readonly Named[] => {
    const key = keyOf(match[0]);
    const one = byKey.get(key);
    const family = one?.family ?? lines.get(key);
    // What is short is a name in its own letters alone: "ani" is none.
    if (family === undefined || (!key.includes(" ") && match[0] === match[0].toLowerCase())) return [];
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    const own = OWN_BEFORE.exec(before);
    const isLine = one === undefined && own === null;
    const basis: MeasureBasis = isLine || GAAP_BEFORE.test(before) ? "GAAP" : "non-GAAP";
    const from = match.index - (own?.[0].length ?? 0);
    const to = match.index + match[0].length;
    const named: Named = { family, basis, name: text.slice(from, to), from, to };
    if (isLine) return [named];
    const part = partOf(text, named);
    if (part !== undefined) return [part];
    const until = known.find((n) => n.from >= to)?.from ?? text.length;
    const margins = MARGINS.has(family) ? marginBehind(text, [named], { from, to, until, after: 0 }) : [];
    return [{ ...inPercent(text, named), ...(one === undefined ? {} : { learned: one }) }, ...margins];
  });
  if (all.length === 0) return known;
  const apart = known.filter((n) => !all.some((own) => n.from < own.to && own.from < n.to && !reaches(n, own)));
  const kept = all.filter((own) => !apart.some((n) => n.from < own.to && own.from < n.to));
  return [...apart, ...kept].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** "Same-property hotel EBITDA margin", "cleared earnings per share", where the release teaches the amount alone: the part of it is another measure. */
function partOf(text: string, named: Named): Named | undefined {
  const behind = PART.exec(text.slice(named.to, named.to + PART_REACH));
  const family = behind === null ? undefined : (behind[1] === undefined ? SHARE_OF : MARGINS).get(named.family);
  if (behind === null || family === undefined) return undefined;
  const to = named.to + behind[0].length;
  return { ...named, family, name: text.slice(named.from, to), to };
}
const PART = anyCase(
  /^(?:\(\w{1,2}\)|\*{1,3})?(?: (?:profit )?(margins?)(?![a-z])|[- ]per[- ](?:\w+[- ]){0,3}?(?:share|unit)s?(?![a-z]))/d,
);
const PART_REACH = 60;
/** "Restaurant level margin was 24.5%", where the table has it in money: here it is the part. */
const inPercent = (text: string, named: Named): Named =>
  /\bmargin$/.test(inSmall(named.name)) && IN_PERCENT.test(text.slice(named.to, named.to + PART_REACH))
    ? { ...named, family: MARGINS.get(named.family) ?? named.family }
    : named;
const IN_PERCENT = anyCase(
  /^(?: (?:for the [a-z ]{3,20})?(?:of|was|were|at|reached|(?:in|de)creased to|improved to|expanded to|declined to|rose to|fell to))? (?:approximately )?\(?\d{1,2}(?:\.\d{1,2})?\)? ?(?:%|percent\b)(?! (?:of|growth|increase|decrease|higher|lower)\b)/,
);

/**
 * "Adjusted EBITDA margin" where only "adjusted EBITDA" was learned, or the standards' name of the margin: the longer one stays. So does
 * "tangible common equity to tangible assets", a ratio that ends in what was learned.
 */
const reaches = (n: Named, own: Named): boolean =>
  n.from <= own.from &&
  (n.to > own.to
    ? n.basis === "non-GAAP" || !isOwnFamily(own.family)
    : n.to === own.to && n.from < own.from && n.basis === "non-GAAP" && isRatio(n.family));
const isRatio = (family: Family): boolean => RATES.has(family) || family === "leverage";

/** What stands before the noun of a listed name: "same store", "core business", "legacy". */
const BASIS_WORDS = anyCase(
  /^(?:total )?((?:same|like|comparable|core|legacy|recurring|managed|continuing|retained|existing|pro[- ]?forma|base)(?:[- ][a-z]+){0,2}?)(?: total| net| digital)*$/d,
);
/** So many words of a name may stand between the basis and the noun. */
const BETWEEN = "(?: [\\w&’'-]+){0,3}";

interface ListedBases {
  readonly before: RegExp;
  readonly behind: RegExp;
}

/** The words by which the release itself tells a measure of its own from a line of the standards, where it lists one so. */
const basesOf = remembered(({ names }: Learned): ListedBases | undefined => {
  const words = new Set(
    names.flatMap(({ name, family, listed, reconciled }) => {
      const noun = family === "revenue" && (listed || reconciled) ? NOUN.exec(name) : null;
      const basis = noun === null ? null : BASIS_WORDS.exec(name.slice(0, noun.index));
      return basis === null ? [] : [wordsOf(keyOf(basis[1]!))];
    }),
  );
  const any = `(?:${[...words].join("|")})`;
  return words.size === 0
    ? undefined
    : {
        before: new RegExp(`\\b${any}${BETWEEN} ?$`, "i"),
        behind: new RegExp(`^[^.;]{0,90}?\\bon an? ${any}(?:[- ][a-z]+)? basis\\b`, "i"),
      };
});
const NOUN = anyCase(/(?: total| net)* (?:revenues?|sales)\b/);

/** "Total revenues are to grow on a same store basis", where the release lists same store revenues among its measures. */
function onListedBasis(text: string, found: readonly Named[], learned: Learned): readonly Named[] {
  if (!found.some(isRevenue)) return found;
  const bases = basesOf(learned);
  if (bases === undefined) return found;
  return found.map((n, i) => {
    if (!isRevenue(n)) return n;
    const until = found[i + 1]?.from ?? text.length;
    const since = Math.max(found[i - 1]?.to ?? 0, n.from - 60);
    const before = bases.before.exec(text.slice(since, n.from));
    if (before !== null) {
      const from = since + before.index;
      return { ...n, basis: "non-GAAP", name: text.slice(from, n.to), from };
    }
    return bases.behind.test(text.slice(n.to, until)) ? { ...n, basis: "non-GAAP" } : n;
  });
}
const isRevenue = ({ family, basis }: Named): boolean => family === "revenue" && basis === "GAAP";
