import { type Day, day, ordinal, yearOf } from "../../calendar/date.ts";
import { EASTERN, instantOf } from "../../calendar/zone.ts";
import { anyCase, inSmall } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { foundAt, type Placed, sentencesOf } from "../reading/placed.ts";
import { type Found, type Rule, US } from "../rule.ts";
import { lateCallFindings, quietMinuteFindings } from "./furnishing.ts";
import { closeOf, NYSE, QUIET, QUIET_SINCE } from "./new-york.ts";

const CALL = anyCase(/\b(?:conference|earnings|investor) call\b|\bweb ?cast\b|\bteleconference\b/);
const HELD = anyCase(/\b(?:will|scheduled|to be held|being held|invited?|plans? to|to discuss)\b/);
/** Calls and days that are not those of these results. */
const OTHER = anyCase(
  /\b(?:replay|rebroadcast|playback|archived?|annual meeting|investor day|previously announced|investor conference|next quarter|will (?:report|release|announce))\b/,
);
/** "Today, August 5": the day of the release, whatever day it was taken to be of. */
const TODAY = anyCase(/\b(?:today|this (?:morning|afternoon|evening))\b/);
/** Two days behind the release there may still be 48 hours; three days behind there are not. */
const FIRST_LATE = 3;
const LAST_LIKELY = 21;

/** A call whose time somebody tells is not looked for in the text. */
const callFindings = (disclosure: Disclosure): readonly Found[] =>
  lateCallFindings(disclosure) ?? announcedFindings(disclosure);

function announcedFindings(disclosure: Disclosure): readonly Found[] {
  const { released } = disclosure.context;
  if (released === undefined) return [];
  return sentencesOf(disclosure, (p) => CALL.test(p.text))
    .flatMap((at) => {
      const { text } = at.sentence;
      const call = CALL.exec(text);
      if (call === null || !HELD.test(text) || OTHER.test(text) || TODAY.test(text)) return [];
      const on = dayIn(at, released);
      const days = on === undefined ? 0 : ordinal(on) - ordinal(released);
      if (days < FIRST_LATE || days > LAST_LIKELY) return [];
      const message = `The call is on ${on}, ${days} days after the release of ${released}: more than 48 hours, so that what is new in it is not exempt from a report of its own.`;
      return [foundAt(at, call, message, "Hold the call within 48 hours, or furnish what is said in it on Form 8-K.")];
    })
    .slice(0, 1);
}

/** The first day that a sentence names; without a year it is that of the release. */
function dayIn({ sentence: { figures } }: Placed, released: Day): Day | undefined {
  const token = figures.map((f) => f.token).find((t) => t.kind === "date");
  if (token?.kind !== "date") return undefined;
  return token.date ?? day(yearOf(released), token.month, token.day);
}

const STAMP = anyCase(
  /(?<![\d:])(\d{1,2}):(\d\d)(?::\d\d)? ?(?:([ap])\.?m\.?)? ?\(?(et|est|edt|eastern(?: time)?|gmt)\b/d,
);
/** How many passages a stamp of the wire may stand in. */
const TOP = 8;
/** How far in a passage, in code units; further on it is the time of something else. */
const FAR = 200;
/** The minute of the day in New York that a stamp tells. */
function minuteOf(match: RegExpExecArray, on: Day): number | undefined {
  const hour = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (hour > 23 || Number(match[2]) > 59 || (half !== undefined && (hour < 1 || hour > 12))) return undefined;
  const wall = (half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0)) * 60 + Number(match[2]);
  if (match[4]?.toUpperCase() !== "GMT") return wall;
  return wall - (instantOf(EASTERN, on, 0) - ordinal(on) * 24 * 60);
}

const quietFindings = (disclosure: Disclosure): readonly Found[] =>
  quietMinuteFindings(disclosure) ?? stampedFindings(disclosure);

function stampedFindings({ passages, context: { released }, source }: Disclosure): readonly Found[] {
  if (released === undefined || yearOf(released) < QUIET_SINCE || !NYSE.test(source)) return [];
  const close = closeOf(released);
  for (const passage of passages.slice(0, TOP))
    for (const sentence of passage.sentences) {
      const match = /\bcall\b|\bweb ?cast/.test(inSmall(passage.text.slice(0, FAR)))
        ? null
        : STAMP.exec(sentence.text.slice(0, FAR));
      const minute = match === null ? undefined : minuteOf(match, released);
      if (match === null || minute === undefined) continue;
      if (minute < close || minute >= close + QUIET) return [];
      const message = `The release went out at ${quoted(match[0])}, ${minute - close} minutes after the close of the exchange; it takes no material news until the closing price is out, or for ${QUIET} minutes.`;
      return [foundAt({ passage, sentence }, match, message, "Send it five minutes after the close, or later.")];
    }
  return [];
}

const dated = (when: string, rest: string): string =>
  `BOSTON, November 4, 2025${when} - Acme Inc. (NYSE: ACM) today reported its results for the quarter ended September 30, 2025.\n\n${rest}`;

export const TIMING: readonly Rule[] = [
  {
    code: "call-long-after-release",
    title: "The call begins within 48 hours of the release",
    text: "What is said in a call is exempt from a further Form 8-K only where the call begins within 48 hours of the release, which was furnished before it.",
    sources: ["Form 8-K, Item 2.02(b)"],
    severity: "note",
    state: "REVIEW",
    profiles: US,
    breaks: dated("", "We will host a conference call to discuss the results on November 10, 2025.\n"),
    keeps: [
      dated("", "We will host a conference call to discuss the results on November 5, 2025.\n"),
      dated("", "A replay of the conference call will be available until November 18, 2025.\n"),
    ],
    check: callFindings,
  },
  {
    code: "release-right-after-close",
    title: "No release in the five minutes after the close of the New York exchange",
    text: "A company listed on the NYSE releases no material news after the close until the official closing price is published, at the latest five minutes after the close.",
    sources: ["NYSE Listed Company Manual 202.06"],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    breaks: dated(", 4:03 p.m. ET", ""),
    keeps: [dated(", 4:05 p.m. ET", ""), dated("", "Our call begins at 4:03 p.m. ET on November 5, 2025.\n")],
    check: quietFindings,
  },
];
