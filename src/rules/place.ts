import { namedIn } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
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
  readonly mentions: readonly Mention[];
}

const TITLE_LONGEST = 90;

/** A line that heads what follows. */
export const isTitle = ({ heading, bullet, text, sentences }: Passage): boolean =>
  heading ||
  (!bullet &&
    text.length < TITLE_LONGEST &&
    !/[.;,]$/.test(text.trim()) &&
    !sentences.some((s) => s.mentions.some((m) => m.figures.length > 0)));

/** Words of titles below which a company tells of itself as a whole. */
const WHOLE =
  /\b(?:highlights?|results?|performance|review|summary|overview|quarter\w*|years?|months?|annual|fiscal|financial|consolidated|company|comments?|commentary|operating|revenues?|sales|earnings|income|profit\w*|margins?|cash|capital|liquidity|balance|debt|dividends?|key|metrics|figures|release|reports?|reported|announces?|update|q[1-4]|20\d\d)\b/i;
const SEGMENT = /\b(?:segments?|divisions?|business units?)\b/i;

/** Whether a title is that of a segment: its measures are those of ASC 280 (C&DI 104). */
const isSegmentTitle = (title: string): boolean =>
  SEGMENT.test(title) || (!WHOLE.test(title) && namedIn(title).length === 0);

/** Prose of results in places, in reading order; of what defines, cautions or tells of the call none is made. */
export function placesOf(passages: readonly Passage[]): readonly Place[] {
  const places: Place[] = [];
  let since = 0;
  let segment = false;
  let open: { kind: PlaceKind; passages: Passage[]; since: number } | undefined;
  const close = (): void => {
    if (open !== undefined) places.push(placeOf(open));
    open = undefined;
  };
  for (const passage of passages) {
    const kind = kindOf(passage);
    if (kind !== "headline" && isTitle(passage)) {
      since = passage.block;
      segment = kind !== undefined && passage.part === "results" && isSegmentTitle(passage.text);
      close();
      if (passage.sentences.every((s) => s.mentions.length === 0)) continue;
    }
    if (kind === undefined || (segment && kind !== "quotation")) {
      close();
      continue;
    }
    if (open === undefined || open.kind !== kind || kind === "text") {
      close();
      open = { kind, passages: [], since };
    }
    open.passages.push(passage);
  }
  close();
  return places;
}

/** A note to what stands elsewhere: "(1) ...". */
const FOOTNOTE = /^\s{0,3}(?:\((?:\d{1,2}|[a-z*†])\)|\d{1,2}\)|[*†‡]\S)/;

function kindOf({ part, bullet, text }: Passage): PlaceKind | undefined {
  if (FOOTNOTE.test(text)) return undefined;
  if (part === "headline" || part === "quotation") return part;
  if (part === "guidance") return "outlook";
  if (part !== "results") return undefined;
  return bullet || /^[*_\s]{0,4}(?:[→•▪■●‣–—·-]|->)\s/.test(text) ? "list" : "text";
}

const placeOf = ({
  kind,
  passages,
  since,
}: {
  readonly kind: PlaceKind;
  readonly passages: readonly Passage[];
  readonly since: number;
}): Place => ({
  kind,
  since: kind === "headline" ? passages[0]!.block : since,
  blocks: new Set(passages.map(({ block }) => block)),
  mentions: passages.flatMap((p) => p.sentences.flatMap((s) => s.mentions)),
});
