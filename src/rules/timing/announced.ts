import { type Day, day, fromOrdinal, ordinal, yearOf } from "../../calendar/date.ts";
import { EASTERN, instantOf, offsetAt } from "../../calendar/zone.ts";
import { minuteOf } from "../../tieout/relations/moment.ts";
import { zoneLabelAt } from "../../tieout/relations/zone-label.ts";
import { anyCase, inSmall } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Moment } from "../reading/occasion.ts";
import { type Placed, sentencesOf } from "../reading/placed.ts";
import { remembered } from "../remembered.ts";

const CALL = anyCase(/\b(?:conference|earnings|investor) call\b|\bweb ?cast\b|\bteleconference\b/);
const HELD = anyCase(/\b(?:will|scheduled|to be held|being held|invited?|plans? to|to discuss)\b/);
/** Calls and days that are not those of these results. */
const OTHER = anyCase(
  /\b(?:replay|rebroadcast|playback|archived?|annual meeting|investor day|previously announced|investor conference|next quarter|will (?:report|release|announce))\b/,
);
/** "Today, August 5": the day of the release, whatever day it was taken to be of. */
const TODAY = anyCase(/\b(?:today|this (?:morning|afternoon|evening))\b/);

/** A call that a sentence announces, by the clocks of New York. */
export interface Announced extends Moment {
  readonly at: Placed;
  readonly match: RegExpExecArray;
  /** Whether its day is that of the release, by a word. */
  readonly today: boolean;
}

const DAY = 24 * 60;

/** The instant of a moment in minutes since 1970; of a day alone, that of its midnight. */
export const instant = ({ day: on, minute = 0 }: Moment): number => instantOf(EASTERN, on, minute);

/** The calls that the text announces, in reading order. */
export const announcedCalls: (disclosure: Disclosure) => readonly Announced[] = remembered((disclosure: Disclosure) => {
  const { released } = disclosure.context;
  if (released === undefined) return [];
  return sentencesOf(disclosure, (p) => CALL.test(p.text)).flatMap((at): readonly Announced[] => {
    const { text } = at.sentence;
    const match = CALL.exec(text);
    if (match === null || !HELD.test(text) || OTHER.test(text)) return [];
    const today = TODAY.test(text);
    const on = today ? released : dayIn(at, released);
    if (on === undefined) return [];
    const { day: there, minute } = inNewYork(at, on);
    return [{ at, match, today, day: there, minute }];
  });
});

/** The first day that a sentence names; without a year it is that of the release. */
function dayIn({ sentence: { figures } }: Placed, released: Day): Day | undefined {
  const token = figures.map((f) => f.token).find((t) => t.kind === "date");
  if (token?.kind !== "date") return undefined;
  return token.date ?? day(yearOf(released), token.month, token.day);
}

/** The moment of a call on a day: with its minute where the sentence has one time, on however many clocks, and says whose they are. */
function inNewYork(at: Placed, on: Day): Moment {
  const unknown = { day: on, minute: undefined };
  const { text } = at.passage.printed;
  const dates = at.sentence.figures.filter((f) => f.token.kind === "date").length;
  if (dates > 1) return unknown;
  const instants = at.sentence.figures.flatMap(({ token }) => {
    if (token.kind !== "time") return [];
    const minute = minuteOf(text.slice(token.from, token.to));
    const zone = zoneLabelAt(text, token.to)?.zone;
    return [minute === undefined || zone === undefined ? undefined : instantOf(zone, on, minute)];
  });
  const [first] = instants;
  if (first === undefined || instants.some((one) => one !== first)) return unknown;
  const wall = first + offsetAt(EASTERN, first);
  return { day: fromOrdinal(Math.floor(wall / DAY)), minute: ((wall % DAY) + DAY) % DAY };
}

const STAMP = anyCase(
  /(?<![\d:])(\d{1,2}):(\d\d)(?::\d\d)? ?(?:([ap])\.?m\.?)? ?\(?(et|est|edt|eastern(?: time)?|gmt)\b/d,
);
/** How many passages a stamp of the wire may stand in. */
const TOP = 8;
/** How far in a passage, in code units; further on it is the time of something else. */
const FAR = 200;

/** The minute of the day in New York that a stamp tells. */
function stampedMinute(match: RegExpExecArray, on: Day): number | undefined {
  const hour = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (hour > 23 || Number(match[2]) > 59 || (half !== undefined && (hour < 1 || hour > 12))) return undefined;
  const wall = (half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0)) * 60 + Number(match[2]);
  if (match[4]?.toUpperCase() !== "GMT") return wall;
  return wall - (instantOf(EASTERN, on, 0) - ordinal(on) * DAY);
}

/** The time at which the wire or the dateline says that the release went out. */
export interface Stamp {
  readonly at: Placed;
  readonly match: RegExpExecArray;
  /** Of the day of the dateline, by the clocks of New York. */
  readonly minute: number;
}

/** The stamp among the first passages; undefined where none is, or no day is known. */
export const stampOf: (disclosure: Disclosure) => Stamp | undefined = remembered(
  ({ passages, context: { released } }: Disclosure) => {
    if (released === undefined) return undefined;
    for (const passage of passages.slice(0, TOP)) {
      if (/\bcall\b|\bweb ?cast/.test(inSmall(passage.text.slice(0, FAR)))) continue;
      for (const sentence of passage.sentences) {
        const match = STAMP.exec(sentence.text.slice(0, FAR));
        const minute = match === null ? undefined : stampedMinute(match, released);
        if (match !== null && minute !== undefined) return { at: { passage, sentence }, match, minute };
      }
    }
    return undefined;
  },
);

/** When the release went out, as somebody tells or else as its dateline and the stamp there do. */
export function sentOf(disclosure: Disclosure): Moment | undefined {
  const { sent } = disclosure.occasion;
  const { released } = disclosure.context;
  const on = sent?.day ?? released;
  if (on === undefined) return undefined;
  return { day: on, minute: sent?.minute ?? (on === released ? stampOf(disclosure)?.minute : undefined) };
}
