import { type Day, daysInMonth, ordinal, plusDays, weekday } from "../../calendar/date.ts";
import type { DateToken } from "../lex/token.ts";
import { dayOf } from "./moment.ts";
import type { Relation } from "./relation.ts";
import { plainDay, weekdayName, worded } from "./said-wording.ts";
import { broken, holding } from "./saying.ts";
import type { Line, Scene } from "./scene.ts";

/** Days that the calendar does not have (T40), and weekdays named beside a date (T41). */
export function weekdays(scene: Scene): readonly Relation[] {
  const relations: Relation[] = [];
  for (const line of scene.lines)
    for (const token of line.tokens) {
      if (token.kind !== "date") continue;
      const figure = scene.figureOf.get(token);
      if (figure === undefined) continue;
      const found = missingDay(line, token, figure) ?? namedDay(line, token, figure, scene);
      if (found !== undefined) relations.push(found);
    }
  return relations;
}

/** "June 31, 2024"; digits alone ("2/30") may be something else than a date. */
function missingDay(line: Line, token: DateToken, figure: number): Relation | undefined {
  const print = line.text.slice(token.from, token.to);
  const longest = daysInMonth(token.year ?? 2000, token.month);
  if (token.day <= longest || !/[a-z]{3}/i.test(print)) return undefined;
  const saying = {
    rule: "T40",
    kind: "date",
    text: `${print} is a day of the calendar`,
    evidence: "the month and the day as printed",
    figures: [figure],
  };
  return broken(saying, {
    code: "no-such-day",
    severity: "error",
    message: `"${print}" is printed; that month has ${longest} days.`,
    remedy: "Print the day that is meant.",
  });
}

const BEFORE = /\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(day)?\.?[\s,(]{1,3}(?:the )?$/i;
const BEHIND = /^[\s,]{0,2}\(?(?:a )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?!,? [A-Z0-9])/i;
const STARTS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

interface Named {
  readonly weekday: number;
  readonly print: string;
}

/** The weekday that stands right before a date, or behind it where no other date or time follows. */
function weekdayBeside(line: Line, token: DateToken): Named | undefined {
  const before = BEFORE.exec(line.text.slice(Math.max(0, token.from - 16), token.from));
  if (before !== null && (before[2] !== undefined || /^[A-Z]/.test(before[0])))
    return { weekday: STARTS.indexOf(before[1]!.slice(0, 3).toLowerCase()), print: `${before[1]}${before[2] ?? ""}` };
  const behind = BEHIND.exec(line.text.slice(token.to, token.to + 20));
  if (behind === null) return undefined;
  return { weekday: STARTS.indexOf(behind[1]!.slice(0, 3).toLowerCase()), print: behind[1]! };
}

function namedDay(line: Line, token: DateToken, figure: number, scene: Scene): Relation | undefined {
  const named = weekdayBeside(line, token);
  const { day: at, known } = dayOf(token, scene);
  if (named === undefined || at === undefined) return undefined;
  const print = line.text.slice(token.from, token.to);
  const saying = {
    rule: "T41",
    kind: "weekday",
    text: `${print} is a ${named.print}`,
    evidence: known === "printed" ? "the calendar" : "the calendar of the year of the release",
    figures: [figure],
  };
  if (weekday(at) === named.weekday) return holding(saying);
  const near = nearest(at, named.weekday);
  return broken(saying, {
    code: "weekday-differs",
    severity: known === "printed" ? "error" : "warning",
    message: `"${named.print}" stands beside ${print}; ${plainDay(at)} is a ${weekdayName(at)}.`,
    remedy: `Correct the weekday or the day: the nearest such day is ${worded(near)}.`,
  });
}

function nearest(at: Day, wanted: number): Day {
  const later = (wanted - weekday(at) + 7) % 7;
  return ordinal(at) + later - 7 > 0 && later > 3 ? plusDays(at, later - 7) : plusDays(at, later);
}
