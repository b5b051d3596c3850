import { LIGHT_STEMS, stemsOf } from "../meaning/prose-lexicon.ts";

/** A label is read no further than this. */
const FAR = 300;
const MOST_WORDS = 24;
const WORD = /[\p{L}][\p{L}&'’]{0,40}/gu;

/** Words that join, and words of the basis, which is compared for itself. */
const SILENT = new Set(
  "the of and a an in for to on by at or as with from per total subtotal gaap nongaap non reported unaudited usd restated".split(
    " ",
  ),
);

/** Words of heads, captions and sections that only say when, in what, or in what form. */
const OF_FORM = new Set(
  (
    "end ended ending month year quarter week day period three six nine twelve thirteen fifty half full fiscal first second third fourth q fy ytd " +
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
    "thousand million billion except data amount dollar current prior actual change " +
    "reconciliation reconcile statement consolidated condensed summary highlight selected information financial table"
  ).split(" "),
);

function stemsBut(text: string, also: ReadonlySet<string> | undefined): ReadonlySet<string> {
  const stems = new Set<string>();
  let n = 0;
  const words = text
    .slice(0, FAR)
    .toLowerCase()
    .replace(/\bnon-gaap\b/g, "nongaap")
    .matchAll(WORD);
  for (const [word] of words) {
    if (n++ >= MOST_WORDS) break;
    if (SILENT.has(word)) continue;
    for (const s of stemsOf(word))
      if (!SILENT.has(s) && also?.has(s) !== true && also?.has(word) !== true) stems.add(s);
  }
  return stems;
}

/** The stems of a row's label; "current" stays, for it tells current assets from all. */
export const labelStems = (text: string): ReadonlySet<string> => stemsBut(text, undefined);

/** The stems of a head, a caption or a section that name something. */
export const headStems = (text: string): ReadonlySet<string> => stemsBut(text, OF_FORM);

/** Stages of one statement: net income is not operating income. */
const STAGES = new Set("net gross operating before comprehensive continuing discontinued attributable".split(" "));
const PARTS = new Set("division segment business unit region category brand".split(" "));
/** What the unit of an amount per share says already. */
const PER_SHARE = new Set("share income common ordinary unit".split(" "));

/** What a sentence may leave out of the name of an amount per share. */
const LEFT_OUT = new Set(["net", "diluted"]);

/** How much a stem tells. */
function weightOf(stem: string, perShare: boolean, income: boolean): number {
  if (perShare && PER_SHARE.has(stem)) return 0.3;
  if (perShare && LEFT_OUT.has(stem)) return 0.05;
  if (PARTS.has(stem)) return 0.2;
  if (income && STAGES.has(stem)) return 0.6;
  return LIGHT_STEMS.has(stem) ? 0.25 : 1;
}

/** Whether something in the name tells more than what it fine-tunes. */
export function isTelling(own: ReadonlySet<string>): boolean {
  for (const s of own) if (!LIGHT_STEMS.has(s) && !PARTS.has(s)) return true;
  return false;
}

/** Names to be compared: their own stems, and those that stand around and may explain a word that one has and the other has not. */
export interface Name {
  readonly own: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
  /** Of a sentence: the stems that may be any word beside the name, and not a part of it. */
  readonly loose: ReadonlySet<string> | undefined;
}

/** A loose word that the other document never uses in a name counts for so much. */
const BY_THE_WAY = 0.3;

/**
 * How alike two names are, from 0 to 1: the weight of what both say over the weight of what either says. `known` tells which stems
 * the document of `b` uses in names at all.
 */
export function likeness(a: Name, b: Name, perShare: boolean, known: (stem: string) => boolean): number {
  if (isBasic(a.own) !== isBasic(b.own) && (a.own.has("diluted") || b.own.has("diluted"))) return 0;
  const income = a.own.has("income") || b.own.has("income");
  let all = 0;
  let both = 0;
  for (const s of a.own) {
    const w = weightOf(s, perShare, income) * (a.loose?.has(s) === true && !known(s) ? BY_THE_WAY : 1);
    all += w;
    if (b.own.has(s)) both += w;
    else if (b.around.has(s)) both += 0.9 * w;
  }
  for (const s of b.own) {
    if (a.own.has(s)) continue;
    // What a sentence of the other document says by the way is no part of a name that does without it.
    const w = weightOf(s, perShare, income) * (b.loose?.has(s) === true ? BY_THE_WAY : 1);
    all += w;
    if (a.around.has(s)) both += 0.9 * w;
  }
  return all === 0 ? 0 : both / all;
}

const isBasic = (own: ReadonlySet<string>): boolean => own.has("basic") && !own.has("diluted");

/** The share of what either set says that both say; 1 where neither says anything. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1;
  let both = 0;
  for (const s of a) if (b.has(s)) both++;
  return both / (a.size + b.size - both);
}
