import { namedIn } from "../names/lexicon.ts";
import { anyCase, type Pattern } from "../pattern.ts";
import type { Mention } from "./mention.ts";
import { isAside, isPageHead } from "./part.ts";
import type { Passage } from "./passage.ts";

/**
 * Where a measure meets the reader, as C&DI 102.10(a) counts places: what stands together there is weighed together, and what
 * stands elsewhere makes up for nothing.
 */
export type PlaceKind = "headline" | "quotation" | "list" | "text" | "outlook";

export interface Place {
  readonly kind: PlaceKind;
  /** The passages of the place, by their blocks. */
  readonly blocks: ReadonlySet<number>;
  /** The block of the title above it, or of the first passage where none is; what stands between belongs to it as well. */
  readonly since: number;
  /** The block of the next title, or one behind all. */
  readonly until: number;
  /** The block of the last title above it, one that is called after a measure too; of a place above all titles none. */
  readonly under: number | undefined;
  /** Whether it tells of a segment, whose earnings are those of ASC 280; growth on a basis of the company's own is not. */
  readonly segment: boolean;
  readonly mentions: readonly Mention[];
}

const TITLE_LONGEST = 90;

/** A line that heads what follows. */
export const isTitle = ({ heading, bullet, text, sentences }: Passage): boolean =>
  heading ||
  (!bullet &&
    text.length < TITLE_LONGEST &&
    !/[.;,]$/.test(text.trim()) &&
    !LEADS_IN.test(text) &&
    !sentences.some((s) => s.mentions.some((m) => m.figures.length > 0)));

/** "Notable items that affect the comparison include:" goes on in the bullets below it, and heads nothing. */
const LEADS_IN = anyCase(
  /\b(?:include[ds]?|includes the following|are|were|was|is|as follows|by)(?: the following)?: ?$/,
);

/** Words of titles below which a company tells of itself as a whole. */
const WHOLE = anyCase(
  /\b(?:highlights?|results?|performance|review|summary|overview|quarter\w*|years?|months?|annual|fiscal|financial|consolidated|company|comments?|commentary|operating|revenues?|sales|earnings|income|profit\w*|margins?|cash|capital|liquidity|balance|debt|expenses?|costs?|tax(?:es|ation)?|quality|deposits|reserves|backlog|portfolio|activit(?:y|ies)|position|drivers|efficiency|dividends?|key|metrics|figures|release|reports?|reported|announces?|update|discussion|analysis|total|tables?|growth|strategy|priorities|progress|execution|(?:share|stock)holders?|returns?|buybacks?|repurchases?|q[1-4]|20\d\d)\b|^by\b/,
);
const SEGMENT = anyCase(/\b(?:segments?|divisions?|business units?)\b/);

/** Whether a title is that of a segment: its measures are those of ASC 280 (C&DI 104). */
const isSegmentTitle = (title: string, segments: readonly string[]): boolean =>
  SEGMENT.test(title) || segments.some((name) => isTitled(name, title.trim()));
/** Whether it can be the name of one, which no word of its own says. */
const mayBeSegmentTitle = (title: string, namesMeasure: boolean): boolean =>
  !WHOLE.test(title) && !OF_US.test(title) && !namesMeasure;
/** What a share has earned and what operations have brought in cash is told of a company as a whole, whatever its title is. */
const isOfCompany = ({ basis, family, figures, ofSegment }: Mention): boolean =>
  basis === "GAAP" && (family === "eps" || family === "operating-cash-flow") && figures.length > 0 && !ofSegment;

/** "Pumps Business Commentary", "Pumps Results": what stands behind a segment's name in its title. */
const TITLED = anyCase(
  /^(?: business)?(?: (?:segment|division|results|performance|review|highlights|commentary|summary|overview|discussion))?\W{0,4}$/,
);
const isTitled = (name: string, title: string): boolean =>
  title.slice(0, name.length).toLowerCase() === name.toLowerCase() && TITLED.test(title.slice(name.length));

/** "Our strategic investments continue to progress:" is said by the company of itself, and is nobody's name. */
const OF_US = anyCase(/^(?:our|we)\b/);

/** From one title to the next. */
interface Section {
  readonly since: number;
  until: number;
}

interface Open {
  readonly kind: PlaceKind;
  readonly passages: Passage[];
  readonly section: Section;
  /** Whether its title is that of a segment, by a word that says so or as one that may be a name. */
  readonly segment: "said" | "named" | undefined;
  readonly under: number | undefined;
  speaker: string | undefined;
}

/** Prose of results in places, in reading order; of what defines, cautions or tells of the call none is made. */
export function placesOf(passages: readonly Passage[], segments: readonly string[]): readonly Place[] {
  const places: Open[] = [];
  let section: Section = { since: 0, until: Number.POSITIVE_INFINITY };
  let segment: Open["segment"];
  let open: Open | undefined;
  let title = "";
  let under: number | undefined;
  for (const passage of passages) {
    if (isAside(passage.text) || isPageHead(passage.text)) continue;
    const kind = kindOf(passage);
    if (kind !== "headline" && isTitle(passage)) {
      const namesMeasure = namedIn(passage.text).length > 0;
      // Sections that are called after a measure each stand beside one another, and are read together.
      const isTwin = ON_OWN_BASIS.test(passage.text) && UNDER_GAAP.test(title);
      title = passage.text;
      under = passage.block;
      if (!isTwin && (!namesMeasure || passage.text.length >= MEASURE_TITLE_LONGEST)) {
        section.until = passage.block;
        section = { since: passage.block, until: Number.POSITIVE_INFINITY };
      }
      const isTold = kind !== undefined && passage.part === "results";
      const mayBe = isTold && mayBeSegmentTitle(passage.text, namesMeasure) ? "named" : undefined;
      segment = isTold && isSegmentTitle(passage.text, segments) ? "said" : mayBe;
      open = undefined;
      if (passage.sentences.every((s) => s.mentions.length === 0)) continue;
    }
    if (kind === undefined) {
      open = undefined;
      continue;
    }
    const speaker = kind === "quotation" ? speakerOf(passage.text) : undefined;
    const isOther = speaker !== undefined && open?.speaker !== undefined && open.speaker !== speaker;
    if (open === undefined || open.kind !== kind || kind === "text" || isOther) {
      open = { kind, passages: [], section, segment: kind === "quotation" ? undefined : segment, under, speaker };
      places.push(open);
    }
    open.speaker ??= speaker;
    open.passages.push(passage);
  }
  return places.map(placeOf);
}

const MEASURE_TITLE_LONGEST = 60;

/** "Summary of GAAP Results" and, right below it, "Summary of Non-GAAP Results" are read together as well. */
export const UNDER_GAAP: Pattern = anyCase(/(?<!\bnon[- \u2010\u2011]?)\bgaap\b/);
const ON_OWN_BASIS = anyCase(/\b(?:non[- \u2010\u2011]?gaap|adjusted|organic)\b/);

/** The last name of who is quoted: "said Jane Doe, chief executive", "Jane Doe, chief executive, commented". */
const SPEAKER =
  /["\u201d,]\s*(?:said|says|commented|stated|added|noted|remarked|continued|concluded|explained)\s+(?:(?:Mr|Ms|Mrs|Dr)\.\s+)?((?:\p{Lu}[\p{L}.’'-]*\s*){1,5})/u;

const SPEAKER_FIRST =
  /^((?:\p{Lu}[\p{L}.’'-]*\s+){1,4}\p{Lu}[\p{L}’'-]+)(?:,[^"“]{0,160})?,?\s+(?:said|commented|stated|added|noted|remarked|continued|concluded|explained)\b/u;

const speakerOf = (text: string): string | undefined =>
  (SPEAKER.exec(text) ?? SPEAKER_FIRST.exec(text))?.[1]?.trim().split(/\s+/).at(-1);

/** A note to what stands elsewhere: "(1) ...". */
const FOOTNOTE =
  /^\s{0,3}(?:\((?:\d{1,2}|[a-z*†])\)|\d{1,2}\)|[*†‡]\S|\^\w{1,2}\^|<sup>|[¹²³⁴⁵⁶⁷⁸⁹]|\d (?=\p{Lu}\p{Ll}))/u;

function kindOf({ part, bullet, text }: Passage): PlaceKind | undefined {
  if (FOOTNOTE.test(text)) return undefined;
  if (part === "headline" || part === "quotation") return part;
  if (part === "guidance") return "outlook";
  if (part !== "results") return undefined;
  return bullet || /^[*_\s]{0,4}(?:[→•▪■●‣–—·◦○✓✔➢►▶»\uf0b7\uf0a7\uf0d8-]|->|o(?=\s{1,3}[\p{Lu}$]))\s/u.test(text)
    ? "list"
    : "text";
}

function placeOf({ kind, passages, section, segment, under }: Open): Place {
  const mentions = passages.flatMap((p) => p.sentences.flatMap((s) => s.mentions));
  return {
    kind,
    since: kind === "headline" ? passages[0]!.block : section.since,
    until: section.until,
    segment: segment === "said" || (segment === "named" && !mentions.some(isOfCompany)),
    under,
    blocks: new Set(passages.map(({ block }) => block)),
    mentions,
  };
}
