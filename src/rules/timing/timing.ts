import { ordinal, yearOf } from "../../calendar/date.ts";
import { isTradingDay } from "../../calendar/trading-day.ts";
import { intoFirst } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { momentTold } from "../reading/occasion.ts";
import { quoted } from "../reading/own-measure.ts";
import { foundAt } from "../reading/placed.ts";
import { type Found, type Rule, US } from "../rule.ts";
import { announcedCalls, instant, sentOf, stampOf } from "./announced.ts";
import { EXEMPT, lateCallFindings, quietMinuteFindings } from "./furnishing.ts";
import { closeOf, NYSE, QUIET, QUIET_SINCE } from "./new-york.ts";

/** Where a minute is missing, two days behind the release there may still be 48 hours; three days behind there are not. */
const FIRST_LATE = 3;
const LAST_LIKELY = 21;

/** A call whose time somebody tells is not looked for in the text. */
const callFindings = (disclosure: Disclosure): readonly Found[] =>
  lateCallFindings(disclosure) ?? announcedFindings(disclosure);

function announcedFindings(disclosure: Disclosure): readonly Found[] {
  const sent = sentOf(disclosure);
  if (sent === undefined) return [];
  return announcedCalls(disclosure)
    .flatMap(({ at, match, today, ...call }) => {
      const days = ordinal(call.day) - ordinal(sent.day);
      const known = call.minute !== undefined && sent.minute !== undefined;
      const late = known ? instant(call) > instant(sent) + EXEMPT : days >= FIRST_LATE;
      if (today || !late || days > LAST_LIKELY) return [];
      const said =
        days >= FIRST_LATE
          ? `The call is on ${call.day}, ${days} days after the release of ${sent.day}`
          : `The call is ${momentTold(call)}, and the release goes out ${momentTold(sent)}`;
      const message = `${said}: more than 48 hours, so that what is new in it is not exempt from a report of its own.`;
      return [foundAt(at, match, message, "Hold the call within 48 hours, or furnish what is said in it on Form 8-K.")];
    })
    .reduce<readonly Found[]>(intoFirst, []);
}

const quietFindings = (disclosure: Disclosure): readonly Found[] =>
  quietMinuteFindings(disclosure) ?? stampedFindings(disclosure);

function stampedFindings(disclosure: Disclosure): readonly Found[] {
  const { released } = disclosure.context;
  if (released === undefined || yearOf(released) < QUIET_SINCE || !NYSE.test(disclosure.source)) return [];
  const stamp = stampOf(disclosure);
  const after = stamp === undefined ? undefined : stamp.minute - closeOf(released);
  if (stamp === undefined || after === undefined || after < 0 || after >= QUIET || !isTradingDay(released)) return [];
  const message = `The release went out at ${quoted(stamp.match[0])}, ${after} minutes after the close of the exchange; it takes no material news until the closing price is out, or for ${QUIET} minutes.`;
  return [foundAt(stamp.at, stamp.match, message, "Send it five minutes after the close, or later.")];
}

const dated = (when: string, rest: string): string =>
  `BOSTON, November 4, 2025${when} - Acme Inc. (NYSE: ACM) today reported its results for the quarter ended September 30, 2025.\n\n${rest}`;

export const TIMING: readonly Rule[] = [
  {
    code: "call-long-after-release",
    title: "The call begins within 48 hours of the release",
    text: "What is said in a call is exempt from a further Form 8-K only where the call begins within 48 hours of the release, which was furnished before it. Where the time of one of the two is not known, to the minute, a call three days later is told.",
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
