import type { Books, SourcePlace } from "../books/books.ts";
import { periodCodes, periodKind, periodOf } from "../books/periods.ts";
import type { Say } from "../books/said.ts";
import type { Fact, Member } from "../measures/fact.ts";
import type { FactBook, MeasureInfo } from "../measures/fact-book.ts";
import { memberText } from "../measures/member.ts";
import { nearestTo } from "../text/nearest.ts";
import type { FigureAsk, MemberPart } from "./binding.ts";
import { inPercentBasis } from "./percent-basis.ts";
import { periodOfWords } from "./period-words.ts";
import type { Piece, SourceText } from "./source-text.ts";

/** What bindings are looked up in. */
export interface FactDesk {
  readonly books: Books;
  readonly facts: FactBook;
  /** The quarter of the release. */
  readonly quarter: string;
  readonly source: SourceText;
  readonly say: Say;
}

/** The fact that a binding asks for; undefined where there is none, or none with a number, which is told at the word that asks for it. */
export function factOf(ask: FigureAsk, desk: FactDesk): Fact | undefined {
  const info = infoOf(ask.measure, desk);
  const code = codeOf(ask.period, ask.measure, desk);
  if (info === undefined || code === undefined) return undefined;
  const member = memberOf(ask, info, desk);
  if (member === undefined || !isHeld(ask, info, code, desk)) return undefined;
  const fact = desk.facts.fact(ask.measure.text, code, member);
  if (fact === undefined) tellVersion(ask.measure, info, desk);
  else if (typeof fact.value === "string") tellNoNumber(ask.measure, fact, desk);
  else return inPercentBasis(fact, desk);
  return undefined;
}

const placeOf = (piece: Piece, { source }: FactDesk): SourcePlace => source.at(piece.start);

function infoOf(measure: Piece, desk: FactDesk): MeasureInfo | undefined {
  const name = measure.text.split("@")[0] ?? "";
  const info = desk.facts.measures.find((one) => one.name === name);
  if (info !== undefined) return info;
  desk.say("measure-unknown", placeOf(measure, desk), `There is no measure "${name}".`, () => {
    const nearest = nearestTo(
      name,
      desk.facts.measures.map((one) => one.name),
    );
    return `The nearest is ${nearest}; \`tickmark facts\` lists them all, and measures.yaml takes your own.`;
  });
  return undefined;
}

/** The code that the words of a period name, where the company's calendar has it. */
export function codeOf(words: readonly Piece[], measure: Piece, desk: FactDesk): string | undefined {
  const named = periodOfWords(
    words.map((word) => word.text),
    desk.quarter,
  );
  const at = placeOf(words[0] ?? measure, desk);
  if ("wrong" in named) {
    const remedy =
      "Write one of this, to-date, year, twelve-months or a code, with year-ago, previous or next before it.";
    desk.say("period-unknown", at, `${named.wrong[0]?.toUpperCase()}${named.wrong.slice(1)}.`, remedy);
    return undefined;
  }
  if (periodOf(desk.books.company, named.code) !== undefined) return named.code;
  const asked = words.map((word) => word.text).join(" ");
  const which = asked === "" ? ", the quarter of the release" : asked === named.code ? "" : `, which "${asked}" is`;
  desk.say("period-unknown", at, `The calendar of the company has no ${named.code}${which}.`, () => {
    const codes = periodCodes(desk.books.company).filter((code) => periodKind(code) === periodKind(named.code));
    const range = codes.length === 0 ? "none like it" : `${codes[0]} to ${codes.at(-1)}`;
    return `company.yaml has ${range}; ask for one of these, or add the months.`;
  });
  return undefined;
}

const KINDS = { division: "divisions", region: "regions", category: "categories" } as const;

function memberOf(ask: FigureAsk, info: MeasureInfo, desk: FactDesk): Member | undefined {
  const member: Record<string, string> = {};
  for (const part of ask.member) {
    if (!isThere(part, info, desk)) return undefined;
    member[part.kind] = part.name.text;
  }
  const wanted = memberText(member);
  if (info.members.some((one) => memberText(one) === wanted) || ask.member.length > 1) return member;
  const at = placeOf(ask.member[0]?.name ?? ask.measure, desk);
  const text = wanted === "" ? "the whole group" : wanted;
  desk.say("member-unknown", at, `${quotedTitle(info)} has no figure of ${text}.`, () => {
    const names = info.members.map((one) => memberText(one) || "the whole group").slice(0, 8);
    return `It has figures of ${names.join(", ")}.`;
  });
  return undefined;
}

const quotedTitle = (info: MeasureInfo): string => `"${info.name}" (${info.title})`;

function isThere(part: MemberPart, info: MeasureInfo, desk: FactDesk): boolean {
  const known = new Set([
    ...desk.facts.names[KINDS[part.kind]],
    ...info.members.flatMap((member) => (member[part.kind] === undefined ? [] : [member[part.kind]!])),
  ]);
  if (known.has(part.name.text)) return true;
  desk.say("member-unknown", placeOf(part.name, desk), `There is no ${part.kind} "${part.name.text}".`, () => {
    const nearest = nearestTo(part.name.text, known);
    return nearest === undefined
      ? `No line of the journals names a ${part.kind}.`
      : `The nearest is ${JSON.stringify(nearest)}; there are ${[...known].slice(0, 12).join(", ")}.`;
  });
  return false;
}

/** A period that the books hold no figures of is told as such: the fact itself would only say that it has no number. */
function isHeld(ask: FigureAsk, info: MeasureInfo, code: string, desk: FactDesk): boolean {
  if (info.periods.includes(code)) return true;
  const fact = desk.facts.fact(ask.measure.text, code);
  if (fact !== undefined && typeof fact.value !== "string") return true;
  const why = fact === undefined ? "" : ` (${fact.working.text})`;
  const at = placeOf(ask.period[0] ?? ask.measure, desk);
  desk.say("period-unknown", at, `The books hold no "${info.name}" of ${code}${why}.`, () => {
    const like = info.periods.filter((one) => periodKind(one) === periodKind(code));
    return like.length === 0
      ? "Ask for another measure, or add to the books what it is made from."
      : `They hold it of ${like.slice(-8).join(", ")}.`;
  });
  return false;
}

function tellVersion(measure: Piece, info: MeasureInfo, desk: FactDesk): void {
  const version = measure.text.split("@")[1];
  const message =
    version === undefined
      ? `The books have no figure "${info.name}" for these members together.`
      : `"${info.name}" has no version "${version}"; the one in force is ${info.version}.`;
  const remedy =
    version === undefined ? "Ask for one member." : `Write ${info.name}@${info.version}, or take the version out.`;
  desk.say(version === undefined ? "member-unknown" : "measure-unknown", placeOf(measure, desk), message, remedy);
}

function tellNoNumber(measure: Piece, fact: Fact, desk: FactDesk): void {
  const member = memberText(fact.member);
  const what = `"${fact.measure}" of ${fact.period}${member === "" ? "" : `, ${member},`}`;
  const isNil = fact.value === "nil";
  const message = isNil
    ? `${what} has no number: ${fact.working.text}.`
    : `${what} is not meaningful (${fact.working.text}), and a sentence cannot say so in a number.`;
  const remedy = isNil
    ? "Ask for a figure that the books hold, or take the sentence out."
    : "Give the two amounts, or the change of the amount, instead of the rate.";
  desk.say("figure-without-number", placeOf(measure, desk), message, remedy);
}
