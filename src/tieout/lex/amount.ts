import { type Left, leftOf, type Setting } from "./before.ts";
import { type Right, rightOf } from "./behind.ts";
import { isDigit, isLetter, isSpace, isUpper, previousWord, skipSpacesBack, wordEnd } from "./char.ts";
import type { DecimalMark } from "./decimal-mark.ts";
import { hedgeBefore, hedgeBehind, spreadBehind } from "./hedge.ts";
import type { Beside, Hedge, NumberToken, Token } from "./token.ts";

/** The digits of a number, or what stands for them. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly digits: bigint;
  readonly places: number;
  readonly written: NumberToken["written"];
  readonly doubt: NumberToken["doubt"];
}

/** A number with all that belongs to it: sign, brackets, currency, scale, unit and hedge. */
export function numberToken(
  text: string,
  amount: Amount,
  setting: Setting,
  mark: DecimalMark,
  before: Token | undefined,
): NumberToken {
  const { left, right, bracketed } = sides(text, amount, setting);
  const currency =
    left.currency === undefined || (left.currency === "$" && right.currency !== undefined)
      ? right.currency
      : left.currency;
  const outer = { from: left.from, to: right.to };
  const unit = right.unit ?? (currency === undefined && isCount(text, right.to, amount) ? "count" : undefined);
  const aside = bracketed && !setting.cell && isAside(text, left, right, unit, currency, before);
  return {
    kind: "number",
    from: amount.from,
    to: amount.to,
    written: amount.written,
    digits: amount.digits,
    places: amount.places,
    // "-0-" frames its number.
    negative: left.minus !== right.minus || (bracketed && !aside),
    bracketed,
    currency,
    scale: right.scale,
    unit,
    hedge: hedgeOf(text, outer, setting, mark, unit !== undefined || currency !== undefined || right.scale !== 0),
    outer,
    doubt: currency === undefined && unit === undefined && right.scale === 0 ? amount.doubt : undefined,
  };
}

/** What stands on both sides, with the bracket only where it closes around the number alone. */
function sides(
  text: string,
  amount: Amount,
  setting: Setting,
): { readonly left: Left; readonly right: Right; readonly bracketed: boolean } {
  const left = leftOf(text, amount.from, setting);
  const open = left.open >= 0;
  const right = rightOf(text, amount.to, { open, currency: left.currency, cell: setting.cell });
  if (!open) return { left, right, bracketed: false };
  if (right.close >= 0) return { left, right, bracketed: true };
  // In a cell the closing bracket may have been lost to a neighbour.
  const alone = setting.cell && skipSpacesBack(text, left.from, 4) === 0 && text.indexOf(")", amount.to) < 0;
  if (alone) return { left, right, bracketed: true };
  const inside = left.inside!;
  return {
    left: inside,
    right: rightOf(text, amount.to, { open: false, currency: inside.currency, cell: setting.cell }),
    bracketed: false,
  };
}

function hedgeOf(
  text: string,
  outer: { readonly from: number; readonly to: number },
  setting: Setting,
  mark: DecimalMark,
  measured: boolean,
): Hedge | undefined {
  return (
    spreadBehind(text, outer.to, mark) ??
    hedgeBefore(text, outer.from, setting.floor, measured) ??
    hedgeBehind(text, outer.to)
  );
}

/** Plural-looking words that are no noun. */
const NO_NOUN: ReadonlySet<string> = new Set(
  "versus less plus this that thus whereas across basis was were has does goes is as its others unless towards afterwards always besides perhaps net gross previous various numerous compares represents reflects includes excludes shares days times points cents".split(
    " ",
  ),
);
const PEOPLE: ReadonlySet<string> = new Set("people employees headcount men women staff".split(" "));

/** Whether a counted noun follows: "14 products", "6,100 employees", "95,000 square feet". */
function isCount(text: string, end: number, amount: Amount): boolean {
  if (amount.written === "word") return true;
  const at = text.charCodeAt(end) === 43 ? end + 1 : end;
  if (!isSpace(text.charCodeAt(at))) return false;
  let p = at + 1;
  for (let i = 0; i < 3; i++) {
    const end = wordEnd(text, p);
    if (end - p < 3 || isUpper(text.charCodeAt(p))) return false;
    const word = text.slice(p, end);
    if (PEOPLE.has(word)) return true;
    if (NO_NOUN.has(word)) return false;
    if (word.charCodeAt(word.length - 1) === 115 && word.charCodeAt(word.length - 2) !== 115 && word.length > 3)
      return true;
    if (!isLetter(text.charCodeAt(end + 1)) || (text.charCodeAt(end) !== 32 && text.charCodeAt(end) !== 45))
      return false;
    if (STOPS.has(word)) return false;
    p = end + 1;
  }
  return false;
}

const STOPS: ReadonlySet<string> = new Set(
  "and the from for with into over under compared due per than but nor our his her their while when which who are not all any will would can may during between".split(
    " ",
  ),
);

/** Words that a number in brackets follows as a sign, not as an aside: "was (5%)", "of (3.4%)". */
const LEADING: ReadonlySet<string> = new Set(
  (
    "of by to was were is are at or and from than down up decreased declined fell dropped decrease decline change negative loss " +
    "losses versus vs with approximately about between be been reached a an the for change growth"
  ).split(" "),
);

/**
 * Whether a number in brackets in a sentence says something beside, and is no negative: "$5.2 million (12%)",
 * "five (5) years", "residential customers (12%) and", "higher sales ($51 million), and".
 */
function isAside(
  text: string,
  left: Left,
  right: Right,
  unit: Beside | undefined,
  currency: string | undefined,
  before: Token | undefined,
): boolean {
  const open = skipSpacesBack(text, left.from, 2);
  if (before?.kind === "number" && before.outer.to === open) {
    if (before.written === "word") return true;
    const alike = before.unit === unit && before.currency === currency;
    if (alike || before.bracketed) return false;
    const word = previousWord(text, before.outer.from);
    return before.scale !== 0 || before.hedge !== undefined || (word !== undefined && LEADING.has(word.word));
  }
  // "(5)% of" and "$(0.15)" have their signs outside: only a negative is written so.
  const within = unit === "percent" ? right.close >= right.to - 1 : currency !== undefined && left.from === left.open;
  if (!within) return false;
  const word = previousWord(text, left.from);
  if (word === undefined || LEADING.has(word.word)) return false;
  return isSentence(text, right.to);
}

/** Whether the text goes on as a sentence does: a small letter or a mark of punctuation. */
function isSentence(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c === 44 || c === 46 || c === 59) return !isDigit(text.charCodeAt(at + 1));
  const next = text.charCodeAt(at + 1);
  return isSpace(c) && isLetter(next) && !isUpper(next);
}
