import { parse as parseDecimal } from "../exact/decimal.ts";
import type { Rational } from "../exact/rational.ts";

/** A formula of measures.yaml, read. `at` counts UTF-16 code units from 0. */
export type Formula =
  | { readonly kind: "number"; readonly at: number; readonly value: Rational; readonly text: string }
  | { readonly kind: "name"; readonly at: number; readonly name: string }
  | { readonly kind: "negative"; readonly at: number; readonly of: Formula }
  | {
      readonly kind: "operation";
      readonly at: number;
      readonly sign: Sign;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: "call"; readonly at: number; readonly name: CallName; readonly of: readonly Formula[] }
  | {
      readonly kind: "in";
      readonly at: number;
      readonly of: Formula;
      readonly dimension: "division" | "region" | "category";
      readonly member: string;
      readonly memberAt: number;
    };

export type Sign = "+" | "-" | "*" | "/";

/** Functions and how many arguments they take, at least and at most. */
const CALLS = {
  prior: [1, 1],
  change: [1, 1],
  growth: [1, 1],
  ltm: [1, 1],
  "year-to-date": [1, 1],
  group: [1, 1],
  least: [2, 20],
  greatest: [2, 20],
} as const;

export type CallName = keyof typeof CALLS;
const isCall = (name: string): name is CallName => Object.hasOwn(CALLS, name);
export const CALL_NAMES: readonly string[] = [...Object.keys(CALLS), "in"];

/** What cannot be read, and where. */
export interface FormulaTrouble {
  readonly at: number;
  readonly message: string;
  readonly large?: boolean;
}

/** Formulas are a line; whatever is longer or nested deeper than these is refused rather than tried. */
export const LONGEST = 1000;
const DEEPEST = 30;

type Token =
  | { readonly kind: "number" | "name" | "text"; readonly at: number; readonly text: string }
  | { readonly kind: "sign"; readonly at: number; readonly text: string }
  | { readonly kind: "end"; readonly at: number; readonly text: "" };

// A name holds its hyphens, so "a-b" is one name and "a - b" a difference.
const TOKEN =
  /\s+|(\d+(?:\.\d+)?)|([A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*(?:@[A-Za-z0-9._-]+)?)|"([^"]*)"|([+\-*/(),])/y;

function tokensOf(text: string): readonly Token[] | FormulaTrouble {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const m = TOKEN.exec(text);
    if (m === null) return strange(text, at);
    if (m[1] !== undefined) tokens.push({ kind: "number", at, text: m[1] });
    else if (m[2] !== undefined) tokens.push({ kind: "name", at, text: m[2] });
    else if (m[3] !== undefined) tokens.push({ kind: "text", at, text: m[3] });
    else if (m[4] !== undefined) tokens.push({ kind: "sign", at, text: m[4] });
    at += m[0].length;
  }
  return [...tokens, { kind: "end", at, text: "" }];
}

function strange(text: string, at: number): FormulaTrouble {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (character === '"') return { at, message: "A quotation mark opens a name of a member and nothing closes it." };
  return {
    at,
    message: `"${character}" is no part of a formula: names, numbers, + - * /, parentheses and member names in double quotes are.`,
  };
}

export const isTrouble = <T extends object>(read: T | FormulaTrouble): read is FormulaTrouble => "message" in read;

/** Reads a formula; the first thing that cannot be read is told with its place. */
export function readFormula(text: string): Formula | FormulaTrouble {
  if (text.length > LONGEST)
    return {
      at: LONGEST,
      message: `The formula has ${text.length} characters; at most ${LONGEST} are read.`,
      large: true,
    };
  const tokens = tokensOf(text);
  if (isTrouble(tokens)) return tokens;
  const reader: Reader = { tokens, next: 0 };
  const formula = readSum(reader, 0);
  if (isTrouble(formula)) return formula;
  const rest = peek(reader);
  return rest.kind === "end" ? formula : expected(rest, "an operator or the end");
}

interface Reader {
  readonly tokens: readonly Token[];
  next: number;
}

const END: Token = { kind: "end", at: 0, text: "" };
const peek = (reader: Reader): Token => reader.tokens[reader.next] ?? reader.tokens.at(-1) ?? END;

function take(reader: Reader): Token {
  const token = peek(reader);
  reader.next++;
  return token;
}

const expected = (token: Token, what: string): FormulaTrouble => ({
  at: token.at,
  message:
    token.kind === "end"
      ? `The formula ends where ${what} was expected.`
      : `"${token.text}" stands where ${what} was expected.`,
});

function readSum(reader: Reader, depth: number): Formula | FormulaTrouble {
  return readChain(reader, depth, ["+", "-"], readProduct);
}

const readProduct = (reader: Reader, depth: number): Formula | FormulaTrouble =>
  readChain(reader, depth, ["*", "/"], readSigned);

type Read = (reader: Reader, depth: number) => Formula | FormulaTrouble;

function readChain(reader: Reader, depth: number, signs: readonly Sign[], operand: Read): Formula | FormulaTrouble {
  let left = operand(reader, depth);
  while (!isTrouble(left)) {
    const token = peek(reader);
    const sign = signs.find((one) => token.kind === "sign" && token.text === one);
    if (sign === undefined) return left;
    take(reader);
    const right = operand(reader, depth);
    if (isTrouble(right)) return right;
    left = { kind: "operation", at: token.at, sign, left, right };
  }
  return left;
}

function readSigned(reader: Reader, depth: number): Formula | FormulaTrouble {
  const token = peek(reader);
  if (depth > DEEPEST)
    return { at: token.at, message: `The formula is nested deeper than ${DEEPEST} levels.`, large: true };
  if (token.kind === "sign" && token.text === "-") {
    take(reader);
    const of = readSigned(reader, depth + 1);
    return isTrouble(of) ? of : { kind: "negative", at: token.at, of };
  }
  return readOperand(reader, depth + 1);
}

function readOperand(reader: Reader, depth: number): Formula | FormulaTrouble {
  const token = take(reader);
  if (token.kind === "number") {
    const value = parseDecimal(token.text);
    return value === undefined
      ? expected(token, "a number")
      : { kind: "number", at: token.at, value, text: token.text };
  }
  if (token.kind === "sign" && token.text === "(") {
    const inside = readSum(reader, depth);
    if (isTrouble(inside)) return inside;
    const close = take(reader);
    return close.text === ")" && close.kind === "sign" ? inside : expected(close, '")"');
  }
  if (token.kind !== "name") return expected(token, "a measure, a number or a parenthesis");
  const open = peek(reader);
  if (open.kind !== "sign" || open.text !== "(") return { kind: "name", at: token.at, name: token.text };
  take(reader);
  if (token.text === "in") return readIn(reader, token, depth);
  return readCall(reader, token, depth);
}

function readCall(reader: Reader, token: Token, depth: number): Formula | FormulaTrouble {
  const name = token.text;
  if (!isCall(name))
    return {
      at: token.at,
      message: `"${name}" is followed by a parenthesis and is no function: ${CALL_NAMES.join(", ")} are.`,
    };
  const of: Formula[] = [];
  for (;;) {
    const one = readSum(reader, depth);
    if (isTrouble(one)) return one;
    of.push(one);
    const after = take(reader);
    if (after.kind === "sign" && after.text === ",") continue;
    if (after.kind !== "sign" || after.text !== ")") return expected(after, '"," or ")"');
    break;
  }
  const [least, most] = CALLS[name];
  if (of.length >= least && of.length <= most) return { kind: "call", at: token.at, name, of };
  const wants = least === most ? `${least}` : `${least} to ${most}`;
  return { at: token.at, message: `"${name}" is given ${of.length} things and takes ${wants}.` };
}

/** in(revenue, region, "Asia/Pacific"): a name that is one word needs no quotation marks. */
function readIn(reader: Reader, token: Token, depth: number): Formula | FormulaTrouble {
  const of = readSum(reader, depth);
  if (isTrouble(of)) return of;
  const first = take(reader);
  if (first.text !== "," || first.kind !== "sign") return expected(first, '"," and a dimension');
  const dimension = take(reader);
  const { text } = dimension;
  if (text !== "division" && text !== "region" && text !== "category")
    return expected(dimension, '"division", "region" or "category"');
  const second = take(reader);
  if (second.text !== "," || second.kind !== "sign") return expected(second, '"," and the name of a member');
  const member = take(reader);
  if (member.kind !== "text" && member.kind !== "name") return expected(member, "the name of a member");
  const close = take(reader);
  if (close.text !== ")" || close.kind !== "sign") return expected(close, '")"');
  return { kind: "in", at: token.at, of, dimension: text, member: member.text, memberAt: member.at };
}

/** Every measure that a formula names, with its place, in the order of the text. */
export function namesIn(formula: Formula): readonly { readonly name: string; readonly at: number }[] {
  switch (formula.kind) {
    case "number":
      return [];
    case "name":
      return [{ name: formula.name, at: formula.at }];
    case "operation":
      return [...namesIn(formula.left), ...namesIn(formula.right)];
    case "call":
      return formula.of.flatMap(namesIn);
    default:
      return namesIn(formula.of);
  }
}
