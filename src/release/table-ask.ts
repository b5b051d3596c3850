import type { SourcePlace } from "../books/books.ts";
import { periodCodes, periodOf } from "../books/periods.ts";
import type { Member } from "../measures/fact.ts";
import type { MeasureInfo } from "../measures/fact-book.ts";
import { memberOf, memberText } from "../measures/member.ts";
import { nearestTo } from "../text/nearest.ts";
import { capital } from "./calendar-words.ts";
import { periodOfWords } from "./period-words.ts";
import type { Dimension } from "./table-file.ts";
import { infoOf, type TableDesk } from "./table-plan.ts";

/** What is known of a measure; where there is none of the name, or not in the version, it is told. */
export function askedMeasure(desk: TableDesk, name: string, place: SourcePlace): MeasureInfo | undefined {
  const info = infoOf(desk, name);
  if (info === undefined) {
    desk.say("measure-unknown", place, `There is no measure "${name.split("@")[0]}".`, () => {
      const nearest = nearestTo(name.split("@")[0] ?? "", desk.infos.keys());
      return `The nearest is ${nearest}; \`tickmark facts\` lists them all, and measures.yaml takes your own.`;
    });
    return undefined;
  }
  if (!name.includes("@") || desk.facts.fact(name, desk.quarter, info.members[0] ?? {}) !== undefined) return info;
  desk.say(
    "measure-unknown",
    place,
    `"${info.name}" has no version "${name.split("@")[1]}"; the one in force is ${info.version}.`,
    `Write ${info.name}@${info.version}, or take the version out.`,
  );
  return undefined;
}

/** The code that words name, where the company's calendar has it; where not, it is told. */
export function askedPeriod(desk: TableDesk, words: readonly string[], place: SourcePlace): string | undefined {
  const named = periodOfWords(words, desk.quarter);
  if ("wrong" in named) {
    const remedy =
      "Write one of this, to-date, year, twelve-months or a code, with year-ago, previous or next before it.";
    desk.say("period-unknown", place, `${capital(named.wrong)}.`, remedy);
    return undefined;
  }
  if (periodOf(desk.books.company, named.code) !== undefined) return named.code;
  const asked = `"${words.join(" ")}"`;
  desk.say("period-unknown", place, `The calendar of the company has no ${named.code}, which ${asked} is.`, () => {
    const codes = periodCodes(desk.books.company).filter((code) => code.slice(4, 6) === named.code.slice(4, 6));
    const range = codes.length === 0 ? "none like it" : `${codes[0]} to ${codes.at(-1)}`;
    return `company.yaml has ${range}; ask for one of these, or add the months.`;
  });
  return undefined;
}

/** The member that a text names; where there is none, it is told. */
export function askedMember(desk: TableDesk, text: string | undefined, place: SourcePlace): Member | undefined {
  const member = memberOf(desk.facts.names, text);
  if (member !== undefined) return member;
  const { divisions, regions, categories } = desk.facts.names;
  const known = [...divisions, ...regions, ...categories];
  const isTwice = known.filter((name) => name === text).length > 1;
  const message = isTwice
    ? `More than one thing has the name "${text}".`
    : `There is no division, region or category "${text}".`;
  desk.say("member-unknown", place, message, () => {
    if (isTwice) return `Write division=${text} or region=${text}.`;
    const nearest = nearestTo(text ?? "", known);
    return nearest === undefined
      ? "No line of the journals names a division or a region."
      : `The nearest is "${nearest}".`;
  });
  return undefined;
}

/** Whether a measure has figures of the member at all; where not, it is told. */
export function isOfMember(desk: TableDesk, name: string, member: Member, place: SourcePlace): boolean {
  const info = infoOf(desk, name);
  if (info === undefined || desk.facts.fact(name, desk.quarter, member) !== undefined) return info !== undefined;
  const of = memberText(member);
  const message = `"${info.name}" (${info.title}) has no figure of ${of === "" ? "the whole group" : of}.`;
  desk.say("member-unknown", place, message, () => {
    const names = info.members.map((one) => memberText(one) || "the whole group").slice(0, 8);
    return `It has figures of ${names.join(", ")}.`;
  });
  return false;
}

/** The names of the divisions or regions in their order: those of a list first, then regions as entities.csv has them, divisions by their names. */
export function orderedNames(desk: TableDesk, dimension: Dimension, first: readonly string[]): readonly string[] {
  const { divisions, regions } = desk.facts.names;
  if (dimension === "division")
    return [...new Set([...first, ...divisions])].filter((name) => divisions.includes(name));
  const entities = [...desk.books.entities.values()].map((entity) => entity.region);
  return [...new Set([...first, ...entities, ...regions])].filter((name) => regions.includes(name));
}
