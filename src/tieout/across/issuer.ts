import type { TextReading } from "../figures/document-figures.ts";
import { issuerStems } from "../meaning/prose-issuer.ts";
import { stem } from "../meaning/prose-lexicon.ts";

/** What a document calls its company near its top, and all words that stand there. */
export interface Issuer {
  /** The stems of its name, without those that many names have. */
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** The name as it is to be shown. */
  readonly printed: string;
}

/** How many texts from the top, and how much of each, may name the company. */
const TEXTS = 40;
const FAR = 2000;
const WORD = /[\p{L}\d][\p{L}\d&'’.-]{0,40}/gu;

/** "Marrowby Instruments Reports Third Quarter Results": a title says who reports. */
const TITLE =
  /^\W{0,6}(?:title: "?|exhibit 99\.\d )?([A-Z][^\n]{1,80}?) (?:reports|announces|announced|posts|releases|released|delivers|publishes|provides|issues)\b/i;
/** A name of more words than this is a sentence. */
const MOST_WORDS = 7;

/** Words of many companies' names, and of what stands around names. */
const GENERAL = new Set(
  (
    "the about total of and for our we it in on its this a an company group holding technology international global management service solution system " +
    "resource product industry partner capital financial american national united general first exchange commission regulation disclosure " +
    "inc corp corporation co ltd limited plc llc lp incorporated trust s.a n.v ag se today q1 q2 q3 q4 quarter fourth second third"
  ).split(" "),
);

export function issuerOf(texts: readonly TextReading[]): Issuer {
  const top = texts.slice(0, TEXTS).map(({ block }) => block.block.text.text.slice(0, FAR));
  const words = new Set<string>();
  for (const text of top) for (const s of stemsIn(text)) words.add(s);
  const title = top.map(titleName).find((name) => name !== undefined);
  if (title !== undefined) return { ...title, words };
  const stems = new Set([...issuerStems(texts)].filter((s) => !GENERAL.has(s)));
  return { stems, words, printed: [...stems].map((s) => s.slice(0, 1).toUpperCase() + s.slice(1)).join(" ") };
}

function stemsIn(text: string): readonly string[] {
  const stems: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    stems.push(stem(word));
    for (const part of word.split(/[-.’']/)) if (part !== word) stems.push(stem(part));
  }
  return stems;
}

/** The name in front of the verb of a title: words with capitals, most of them. */
function titleName(text: string): Pick<Issuer, "stems" | "printed"> | undefined {
  const printed = TITLE.exec(text)?.[1];
  if (printed === undefined) return undefined;
  const words = printed.match(WORD) ?? [];
  if (
    words.length > MOST_WORDS ||
    /^(?:on|in|at|as|for|today) /i.test(printed) ||
    words.some((w) => /^[a-z]/.test(w) && !/^(?:of|and|the|de|e|i)/.test(w))
  )
    return undefined;
  const stems = new Set(words.map((w) => stem(w.toLowerCase())).filter((s) => !GENERAL.has(s)));
  return stems.size === 0 ? undefined : { stems, printed };
}

/** Whether two documents clearly are of two companies: both name theirs, and neither has a word of the other's name near its top. */
export function isOtherIssuer(a: Issuer, b: Issuer): boolean {
  if (a.stems.size === 0 || b.stems.size === 0) return false;
  return disjoint(a.stems, b.words) && disjoint(b.stems, a.words);
}

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const s of a) if (b.has(s)) return false;
  return true;
}
