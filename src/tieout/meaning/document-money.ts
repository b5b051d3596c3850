import type { LexedBlock } from "../lex/lexed.ts";
import type { Token } from "../lex/token.ts";
import { type ScaleStatement, scaleStatement } from "./scale.ts";

/** What a document says of its money as a whole. */
export interface DocumentMoney {
  /** What "$" alone stands for: the issuer's dollar. */
  readonly dollar: string;
  /** The currency of amounts that name none. */
  readonly currency: string;
  /** "All amounts in millions unless otherwise stated". */
  readonly scale: ScaleStatement | undefined;
  /** The power of ten of amounts in sentences without a scale word: that of the statement in a document that writes none. */
  readonly proseScale: number;
}

/** The dollars that an issuer's own may be, and the words that name them. */
const DOLLARS: readonly (readonly [string, RegExp])[] = [
  ["USD", /\bu\.?s\.? dollars?|united states dollars?/i],
  ["CAD", /canadian dollars?/i],
  ["AUD", /australian dollars?/i],
  ["NZD", /new zealand dollars?/i],
  ["SGD", /singapore dollars?/i],
  ["HKD", /hong kong dollars?/i],
];

const STATES =
  /\b(?:all|unless|except|amounts?|figures?|reporting currency|presentation currency|expressed|reported|stated|presented|prepared|refers? to|references? to)\b/i;

const UNLESS = /\b(?:unless|except (?:as|where)|tabular|all (?:dollar )?amounts|dollars in)\b/i;

/** A statement weighs as much as this many signs. */
const STATEMENT = 20;

export function documentMoney(lexed: readonly LexedBlock[]): DocumentMoney {
  const dollars = new Map<string, number>();
  const signs = new Map<string, number>();
  const prose = { plain: 0, scaled: 0 };
  const titles = new Map<string, number>();
  let scale: ScaleStatement | undefined;
  for (const block of lexed) {
    if (block.kind === "table") {
      for (const row of block.rows) for (const cell of row.cells) countSigns(cell.tokens, signs);
      for (const row of block.rows.slice(0, 6)) for (const { cell } of row.cells) weighWords(cell.text.text, dollars);
      continue;
    }
    const text = block.block.text.text;
    countSigns(block.tokens, signs);
    countScales(block.tokens, prose);
    weighWords(text, dollars);
    const title = text.length <= 160 ? scaleStatement(text) : undefined;
    if (title !== undefined && !title.sharesOnly) add(titles, String(title.scale), 1);
    if (scale === undefined && text.length <= 1200 && UNLESS.test(text)) {
      const found = scaleStatement(text);
      if (found !== undefined && !found.sharesOnly) scale = found;
    }
  }
  const named = mostOf(dollars) ?? "USD";
  const dollar = (dollars.get(named) ?? 0) >= 3 ? named : "USD";
  const most = mostOf(signs) ?? "$";
  const wordless = prose.plain > 20 && prose.scaled * 20 < prose.plain;
  const usual = scale?.scale ?? POWERS.get(mostOf(titles) ?? "");
  return { dollar, currency: most === "$" ? dollar : most, scale, proseScale: wordless ? (usual ?? 0) : 0 };
}

const POWERS: ReadonlyMap<string, number> = new Map([3, 6, 9].map((power) => [String(power), power]));

const add = (counts: Map<string, number>, key: string, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

function countSigns(tokens: readonly Token[], signs: Map<string, number>): void {
  for (const t of tokens) if (t.kind === "number" && t.currency !== undefined) add(signs, t.currency, 1);
}

/** Amounts in sentences, with and without a scale word; prices in cents say nothing. */
function countScales(tokens: readonly Token[], prose: { plain: number; scaled: number }): void {
  for (const t of tokens) {
    if (t.kind !== "number" || t.currency === undefined || t.unit !== undefined) continue;
    if (t.scale > 0) prose.scaled++;
    else if (t.places < 2) prose.plain++;
  }
}

function weighWords(text: string, dollars: Map<string, number>): void {
  if (!text.includes("ollar")) return;
  const short = text.length > 800 ? text.slice(0, 800) : text;
  for (const [code, pattern] of DOLLARS)
    if (pattern.test(short)) add(dollars, code, STATES.test(short) ? STATEMENT : 1);
}

function mostOf(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [key, count] of counts)
    if (count > most) {
      best = key;
      most = count;
    }
  return best;
}
