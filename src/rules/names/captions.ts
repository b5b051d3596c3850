import { anyCase, findAll, isShort } from "../pattern.ts";
import { remembered } from "../remembered.ts";
import { type KnownFamily, SHARE_OF } from "./family.ts";
import type { Hit } from "./family-names.ts";
import { keyOf, type Learned, patternOf } from "./learned.ts";
import { MARGINS } from "./parts.ts";

const patternFor = remembered((captions: Learned["captions"]) => patternOf([...captions.keys()]));

/** What stands behind a caption and makes another measure of it: "trading profit margin", "net result per share". */
const PART = anyCase(
  /^(?:\(\w{1,2}\)|\*{1,3})?(?: (margins?)(?![a-z])|[- ]per[- ](?:\w+[- ]){0,3}?(?:share|unit)s?(?![a-z]))/d,
);
const PART_REACH = 60;

/** Whether a text has any of the captions in it, which few have. */
export const hasCaption = (text: string, { captions }: Learned): boolean => {
  const pattern = captions.size === 0 ? undefined : patternFor(captions);
  return pattern !== undefined && !isShort(text) && text.search(pattern) >= 0;
};

/**
 * The names of a text with those that the release's own statements have for lines of the standards: they are read like those that all
 * releases share. Where a name of the lexicon reaches further to both sides, that one stays.
 */
export function withCaptions(text: string, hits: readonly Hit[], { captions }: Learned): readonly Hit[] {
  const pattern = patternFor(captions);
  if (pattern === undefined) return hits;
  const own = findAll(pattern, text).flatMap((match): readonly Hit[] => {
    const key = keyOf(match[0]);
    const family = captions.get(key);
    // A single word is a caption where it is printed like one: "employee turnover" is none.
    if (family === undefined || (!key.includes(" ") && match[0] === match[0].toLowerCase())) return [];
    const hit = partOf(text, family, match.index, match.index + match[0].length);
    return hits.some((other) => isWider(other, hit)) ? [] : [hit];
  });
  if (own.length === 0) return hits;
  const others = hits.filter((hit) => !own.some((one) => hit.from < one.to && one.from < hit.to));
  return [...others, ...own].toSorted((a, b) => a.from - b.from);
}

const isWider = (other: Hit, hit: Hit): boolean =>
  other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from;

function partOf(text: string, family: KnownFamily, from: number, to: number): Hit {
  const behind = PART.exec(text.slice(to, to + PART_REACH));
  const part = behind === null ? undefined : (behind[1] === undefined ? SHARE_OF : MARGINS).get(family);
  return behind === null || part === undefined
    ? { family, from, to }
    : { family: part as KnownFamily, from, to: to + behind[0].length };
}
