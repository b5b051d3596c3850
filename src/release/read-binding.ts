import { isPeriodCode } from "../books/periods.ts";
import { nearestTo } from "../text/nearest.ts";
import type { Printed } from "../text/printed.ts";
import { type BindingToken, bindingTokens } from "./_binding-tokens.ts";
import type { Binding, BindingRead, BindingTrouble, CalendarName, FigureAsk, MemberPart } from "./binding.ts";
import { isPeriodWord, MOVES, STRETCHES } from "./period-words.ts";
import { type Piece, pieceOf } from "./source-text.ts";

const CALENDAR: readonly CalendarName[] = [
  "date",
  "dateline",
  "quarter",
  "year",
  "period-start",
  "period-end",
  "weeks",
];
const MEMBERS: readonly MemberPart["kind"][] = ["division", "region", "category"];
const NAME = /^[A-Za-z][A-Za-z0-9-]*(?:@[A-Za-z0-9._-]+)?$/;
/** Longer than any binding that says one thing. */
const LONGEST = 2000;

/** Thrown nowhere: a trouble is handed back as a value by whoever meets it first. */
const isTrouble = (value: unknown): value is BindingTrouble =>
  typeof value === "object" && value !== null && "remedy" in value;

const trouble = (from: number, to: number, message: string, remedy: string): BindingTrouble => ({
  code: "binding-not-read",
  from,
  to: Math.max(to, from + 1),
  message,
  remedy,
});

/** What stands between the braces, taken apart; or the first place where it cannot be, and what was expected there. */
export function readBinding(between: Printed): BindingRead {
  const { text } = between;
  const read = text.length > LONGEST ? tooLong(text) : text.trim() === "" ? empty() : taken(between);
  return isTrouble(read) ? { trouble: read } : { binding: read };
}

const tooLong = (text: string): BindingTrouble =>
  trouble(0, 1, `Between these braces stand ${text.length} characters; a binding has at most ${LONGEST}.`, CLOSE);

const CLOSE = "Look whether its closing brace stands further on than it should.";

const empty = (): BindingTrouble =>
  trouble(
    0,
    1,
    "Nothing stands between these braces; the name of a measure was expected.",
    "Write the measure, such as {revenue}; a brace that is to be printed is written \\{.",
  );

function taken(between: Printed): Binding | BindingTrouble {
  const tokens = bindingTokens(between);
  if ("open" in tokens) {
    const remedy = "Put the closing quotation mark behind the name.";
    return trouble(tokens.open, tokens.open + 1, "This quotation mark is not closed before the brace is.", remedy);
  }
  const [first, second] = tokens;
  if (first === undefined) return empty();
  if (first.kind !== "word") {
    const message = `${first.piece.text === "" ? "A quotation" : JSON.stringify(first.piece.text)} stands here; a binding begins with the name of a measure.`;
    const remedy =
      first.kind === "quoted" ? 'Text that is no figure is written {literal "text": reason}.' : "Write the name first.";
    return trouble(first.from, first.to, message, remedy);
  }
  const reader: Reader = { between, tokens, at: 0 };
  const name = first.piece.text;
  const isAlone = second?.kind !== "=";
  if (isAlone && name === "literal") return literal(reader);
  if (isAlone && (name === "word" || name === "plural")) return chosen(reader, name);
  const lower = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  const calendarName = CALENDAR.find((one) => one === lower);
  if (isAlone && calendarName !== undefined) return calendar(reader, calendarName, name !== lower);
  return figure(reader);
}

interface Reader {
  readonly between: Printed;
  readonly tokens: readonly BindingToken[];
  at: number;
}

const peek = (reader: Reader): BindingToken | undefined => reader.tokens[reader.at];

/** The offset behind the last word that was read, where something is missing. */
const behind = (reader: Reader): number => reader.tokens[reader.at - 1]?.to ?? 0;

function figure(reader: Reader): Binding | BindingTrouble {
  const ask = askOf(reader);
  if (isTrouble(ask)) return ask;
  const form = formOf(reader);
  if (isTrouble(form)) return form;
  const rest = peek(reader);
  if (rest !== undefined) return surplus(rest, "a figure");
  return { kind: "figure", ask, form };
}

const surplus = (token: BindingToken, what: string): BindingTrouble =>
  trouble(
    token.from,
    token.to,
    `${JSON.stringify(token.piece.text)} stands here, where ${what} takes nothing more.`,
    token.kind === ":"
      ? "Words to choose from are written {word measure: above, below, the same}."
      : "Take it out, or put quotation marks around a name that holds it.",
  );

/** A measure with its period and its member. */
function askOf(reader: Reader): FigureAsk | BindingTrouble {
  const first = peek(reader);
  if (first === undefined || first.kind !== "word") {
    const at = first?.from ?? behind(reader);
    return trouble(
      at,
      first?.to ?? at,
      "The name of a measure was expected here.",
      "Write the measure, such as revenue.",
    );
  }
  if (!NAME.test(first.piece.text)) {
    const message = `${JSON.stringify(first.piece.text)} is not written as the name of a measure is: letters, digits and hyphens, "@" before a version.`;
    return trouble(first.from, first.to, message, "Write the name as `tickmark facts` lists it.");
  }
  reader.at++;
  const period: Piece[] = [];
  const member: MemberPart[] = [];
  for (let token = peek(reader); token?.kind === "word" || token?.kind === "quoted"; token = peek(reader)) {
    const found = reader.tokens[reader.at + 1]?.kind === "=" ? memberPart(reader, member) : periodWord(token);
    if (isTrouble(found)) return found;
    if ("kind" in found) member.push(found);
    else {
      period.push(found);
      reader.at++;
    }
  }
  return { measure: first.piece, period, member };
}

function periodWord(token: BindingToken): Piece | BindingTrouble {
  const { text } = token.piece;
  if (token.kind === "word" && isPeriodWord(text)) return token.piece;
  const known = [...STRETCHES, ...MOVES];
  const remedy = /^\d/.test(text)
    ? "Codes are written 2007-Q3, 2007-9M, 2007-FY, 2007-Q3-LTM, 2007-P07."
    : `The nearest word for a period is ${nearestTo(text, known)}; a name with spaces stands in quotation marks, as in region="Rest of World", and a form behind a bar, as in | millions.`;
  const message = `${JSON.stringify(text)} is no period: neither one of ${known.join(", ")} nor a code.`;
  return { ...trouble(token.from, token.to, message, remedy), code: "period-unknown" };
}

function memberPart(reader: Reader, before: readonly MemberPart[]): MemberPart | BindingTrouble {
  const key = peek(reader)!;
  const value = reader.tokens[reader.at + 2];
  const kind = MEMBERS.find((one) => one === key.piece.text);
  if (kind === undefined) {
    const message = `${JSON.stringify(key.piece.text)} is no kind of member; members are told by ${MEMBERS.join(", ")}.`;
    return trouble(key.from, key.to, message, `The nearest is ${nearestTo(key.piece.text, MEMBERS)}.`);
  }
  if (value === undefined || (value.kind !== "word" && value.kind !== "quoted") || value.piece.text.trim() === "") {
    const at = value?.from ?? reader.tokens[reader.at + 1]!.to;
    return trouble(at, value?.to ?? at, `The name of a ${kind} was expected here.`, `Write it as in ${kind}="Name".`);
  }
  if (before.some((part) => part.kind === kind))
    return trouble(key.from, value.to, `A second ${kind} stands here; a figure is of one.`, "Take one of the two out.");
  reader.at += 3;
  return { kind, name: value.piece };
}

/** The words behind the bar; none where there is no bar. */
function formOf(reader: Reader): readonly Piece[] | BindingTrouble {
  const bar = peek(reader);
  if (bar?.kind !== "|") return [];
  reader.at++;
  const words: Piece[] = [];
  for (let token = peek(reader); token?.kind === "word"; token = peek(reader)) {
    words.push(token.piece);
    reader.at++;
  }
  if (words.length > 0) return words;
  const remedy = "Write how the figure is printed, such as | millions 0.1, or take the bar out.";
  return trouble(bar.from, bar.to, "No form stands behind this bar.", remedy);
}

function chosen(reader: Reader, kind: "word" | "plural"): Binding | BindingTrouble {
  reader.at = 1;
  const asks: FigureAsk[] = [];
  for (;;) {
    const ask = askOf(reader);
    if (isTrouble(ask)) return ask;
    asks.push(ask);
    if (peek(reader)?.kind !== ",") break;
    reader.at++;
  }
  const form = formOf(reader);
  if (isTrouble(form)) return form;
  const [need, most] = kind === "word" ? [3, 2] : [2, 1];
  const example =
    kind === "word" ? "{word revenue-growth: grew, declined, was flat}" : "{plural plants: plant, plants}";
  const colon = peek(reader);
  if (colon?.kind !== ":") {
    const at = colon?.from ?? behind(reader);
    return trouble(
      at,
      colon?.to ?? at,
      "A colon and the words to choose from were expected here.",
      `Write ${example}.`,
    );
  }
  if (asks.length > most) {
    const message = `${asks.length} figures stand before the words; at most ${most === 1 ? "one is" : "two are"} compared.`;
    return trouble(0, colon.from, message, `Write ${example}.`);
  }
  const words = wordsOf(reader.between, colon.to);
  if (words.length !== need || words.some((word) => word.text === "")) {
    const order = kind === "word" ? "for above, below and the same" : "for one and for several";
    const message = `${words.filter((word) => word.text !== "").length} words stand behind the colon; ${need} were expected, ${order}, with commas between them.`;
    return trouble(
      colon.from,
      reader.between.text.length,
      message,
      `Write ${example}; words that hold a comma stand in quotation marks.`,
    );
  }
  const [ask] = asks as [FigureAsk];
  if (kind === "plural") return { kind, ask, form, words: words as unknown as readonly [Piece, Piece] };
  return { kind, asks, form, words: words as unknown as readonly [Piece, Piece, Piece] };
}

/** The words between commas; quotation marks around one are taken off. */
function wordsOf(between: Printed, from: number): readonly Piece[] {
  const words: Piece[] = [];
  const { text } = between;
  let isQuoted = false;
  let start = from;
  for (let i = from; i <= text.length; i++) {
    if (text[i] === '"') isQuoted = !isQuoted;
    if (i < text.length && (text[i] !== "," || isQuoted)) continue;
    words.push(trimmed(between, start, i));
    start = i + 1;
  }
  return words;
}

function trimmed(between: Printed, from: number, to: number): Piece {
  let [a, b] = [from, to];
  while (a < b && /\s/.test(between.text[a]!)) a++;
  while (b > a && /\s/.test(between.text[b - 1]!)) b--;
  if (b - a >= 2 && between.text[a] === '"' && between.text[b - 1] === '"') [a, b] = [a + 1, b - 1];
  return pieceOf(between, a, b);
}

function literal(reader: Reader): Binding | BindingTrouble {
  const [name, text, colon] = reader.tokens;
  const example = 'Write {literal "S&P 500": the name of an index}.';
  if (text?.kind !== "quoted" || text.piece.text.trim() === "") {
    const at = text?.from ?? name!.to;
    return trouble(
      at,
      text?.to ?? at,
      "The text that is to be printed was expected here, in quotation marks.",
      example,
    );
  }
  const reason = colon === undefined ? undefined : trimmed(reader.between, colon.to, reader.between.text.length);
  if (colon?.kind !== ":" || reason === undefined || reason.text === "") {
    const at = colon?.from ?? text.to;
    return trouble(at, colon?.to ?? at, "A literal gives, behind a colon, the reason why it is no figure.", example);
  }
  return { kind: "literal", text: text.piece, reason };
}

function calendar(reader: Reader, name: CalendarName, isCapital: boolean): Binding | BindingTrouble {
  const first = peek(reader)!;
  reader.at = 1;
  if (peek(reader)?.piece.text === "of") reader.at++;
  const period: Piece[] = [];
  for (let token = peek(reader); token?.kind === "word" || token?.kind === "quoted"; token = peek(reader)) {
    const found = periodWord(token);
    if (isTrouble(found)) return found;
    period.push(found);
    reader.at++;
  }
  const form = formOf(reader);
  if (isTrouble(form)) return form;
  const rest = peek(reader);
  if (rest !== undefined) return surplus(rest, `"${name}"`);
  return { kind: "calendar", name, isCapital, place: first.piece, period, form };
}

/** The codes that a binding names, which the next release moves on; relative words stay as they are. */
export function periodCodesOf(binding: Binding): readonly Piece[] {
  const asks = binding.kind === "word" ? binding.asks : "ask" in binding ? [binding.ask] : [];
  const words = binding.kind === "calendar" ? binding.period : asks.flatMap((ask) => ask.period);
  return words.filter((word) => isPeriodCode(word.text));
}
