import { negate } from "../../exact/rational.ts";
import type { LexedText } from "../lex/lexed.ts";
import type { NumberToken } from "../lex/token.ts";
import type { DocumentContext } from "../meaning/document-context.ts";
import type { Figure } from "./figure.ts";
import { type Draft, drafted, plainKind } from "./place.ts";
import { type Quantity, quantity, type Situation } from "./quantity.ts";

/** The figures of a paragraph or a heading; what they measure is read from their sentence later (`withMeaning`). */
export function proseFigures(
  source: string,
  { block, tokens }: LexedText,
  paragraph: number,
  context: DocumentContext,
): readonly Draft[] {
  const situation = proseSituation(context);
  const drafts: Draft[] = [];
  let lossTo = -1;
  for (const token of tokens) {
    const where = { kind: "prose", paragraph, from: token.from, to: token.to } as const;
    const plain = plainKind(token);
    if (plain !== undefined || token.kind !== "number") {
      drafts.push(drafted(source, block.text, token, where, { kind: plain ?? "other" }));
      continue;
    }
    const loss = isLoss(block.text.text, token, lossTo);
    if (loss) lossTo = token.outer.to;
    // Cents are written for prices, which no document scales.
    const found = quantity(token, token.places >= 2 ? { ...situation, scale: 0 } : situation);
    drafts.push(drafted(source, block.text, token, where, loss ? negative(found) : found));
  }
  return drafts;
}

export const proseSituation = (context: DocumentContext): Situation => ({
  scale: context.proseScale,
  shares: 0,
  counts: 0,
  currency: context.currency,
  dollar: context.dollar,
  kind: undefined,
  bare: "count",
  days: false,
});

/** A word and a bracket together count once: what is negative already stays so. */
const negative = (q: Quantity): Quantity =>
  q.measured.value.n <= 0n ? q : { ...q, measured: { ...q.measured, value: negate(q.measured.value) } };

const LOSS =
  /\b(?:(?:net |operating |gross |pre-?tax |comprehensive )?loss(?: per (?:\w+ ){0,3}share)?(?: attributable to (?:\w+ ){1,4})?|deficit|cash outflows?) ?(?:of|was|totall?ed|totall?ing|amounted to|for the (?:\w+ ){1,6}(?:of|was))(?: (?:approximately|about|roughly|only|nearly|just))? ?$/i;

/** "A net loss of $3.4 million, or $0.12 per share": the words make both negative. */
function isLoss(text: string, token: NumberToken, lossTo: number): boolean {
  if (token.unit === "percent" || token.unit === "points" || token.unit === "basis-points") return false;
  const before = text.slice(Math.max(0, token.outer.from - 90), token.outer.from);
  if (/loss|deficit|outflow/i.test(before) && LOSS.test(before)) return true;
  return lossTo >= 0 && token.outer.from - lossTo < 12 && /^,? ?\(?or ?$/i.test(text.slice(lossTo, token.outer.from));
}

/** The figure with what its sentence says of it. */
export const withMeaning = (
  figure: Figure,
  said: Partial<Pick<Figure, "label" | "measure" | "member" | "basis" | "period">>,
): Figure => ({ ...figure, ...said });
