import { form8kDue } from "../../calendar/business-day.ts";
import { type Day, ordinal, yearOf } from "../../calendar/date.ts";
import { isTradingDay } from "../../calendar/trading-day.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { clock, type Moment, momentTold } from "../reading/occasion.ts";
import { foundAt } from "../reading/placed.ts";
import { type Found, type Rule, US } from "../rule.ts";
import { announcedCalls, instant, sentOf } from "./announced.ts";
import { closeOf, NASDAQ, NYSE, QUIET, QUIET_SINCE } from "./new-york.ts";

/** So many minutes behind a release its call is exempt. */
export const EXEMPT: number = 48 * 60;
/** The exchanges have asked for notice before the opening since 2015. */
const NOTICE_SINCE = 2015;
const OPENING = 7 * 60;
/** Nasdaq takes notice until then of what goes out at night. */
const NIGHT_NOTICE = 6 * 60 + 50;
const EVENING = 20 * 60;

/** A finding about the release as a whole stands at its dateline, or else at its first words. */
export function foundAbout(disclosure: Disclosure, message: string, remedy: string): Found {
  const { start, end } = datelineOf(disclosure) ?? { start: 0, end: Math.min(1, disclosure.source.length) };
  return { start, end, message, remedy, figures: [] };
}

function datelineOf({ passages, context: { released } }: Disclosure): { start: number; end: number } | undefined {
  for (const { sentences } of passages)
    for (const { figures } of sentences)
      for (const figure of figures)
        if (released !== undefined && figure.token.kind === "date" && figure.token.date === released) return figure;
  return undefined;
}

const FILING_OFF = "(days on which the Commission was closed out of turn are not counted here)";

function lateFindings(disclosure: Disclosure): readonly Found[] {
  const { furnished } = disclosure.occasion;
  const sent = sentOf(disclosure);
  if (furnished === undefined || sent === undefined) return [];
  const due = form8kDue(sent.day);
  if (furnished.day <= due) return [];
  const message = `The release is of ${sent.day}, so that Form 8-K was due on ${due}; it was furnished on ${furnished.day} ${FILING_OFF}.`;
  return [foundAbout(disclosure, message, `Furnish it by ${due}, or ask counsel what being late means.`)];
}

function dueFindings(disclosure: Disclosure): readonly Found[] {
  const { sent, furnished } = disclosure.occasion;
  if (sent === undefined || furnished !== undefined) return [];
  const due = form8kDue(sent.day);
  const message = `The release goes out on ${sent.day}; its text must be furnished on Form 8-K by ${due}.`;
  return [
    foundAbout(disclosure, message, "Furnish it by then, and before the call if what is said there is to be exempt."),
  ];
}

function callFindings(disclosure: Disclosure): readonly Found[] {
  const { furnished, call } = disclosure.occasion;
  if (furnished === undefined) return [];
  if (call !== undefined) {
    if (isBefore(furnished, call)) return [];
    return [foundAbout(disclosure, unexempt("is", call, furnished), FURNISH_FIRST)];
  }
  const [announced] = announcedCalls(disclosure);
  if (announced === undefined || isBefore(furnished, announced)) return [];
  return [foundAt(announced.at, announced.match, unexempt("is announced", announced, furnished), FURNISH_FIRST)];
}

const FURNISH_FIRST = "Furnish the release before the call begins.";
const unexempt = (told: string, call: Moment, furnished: Moment): string =>
  `The call ${told} ${momentTold(call)}, and the release was furnished ${momentTold(furnished)}: not before the call, so that what is new in it is not exempt from a report of its own.`;

/** Whether the one moment lies before the other, or may do so where a minute is missing. */
const isBefore = (one: Moment, other: Moment): boolean =>
  one.minute !== undefined && other.minute !== undefined ? instant(one) < instant(other) : one.day <= other.day;

/** The finding that a call told from outside begins more than 48 hours behind the release; undefined where no call is told. */
export function lateCallFindings(disclosure: Disclosure): readonly Found[] | undefined {
  const { call } = disclosure.occasion;
  const sent = sentOf(disclosure);
  if (call === undefined || sent === undefined) return undefined;
  const known = call.minute !== undefined && sent.minute !== undefined;
  // Where a minute is missing, two days behind the release there may still be 48 hours; three days behind there are not.
  const late = known ? instant(call) > instant(sent) + EXEMPT : ordinal(call.day) - ordinal(sent.day) > 2;
  if (!late) return [];
  const message = `The call is ${momentTold(call)}, and the release goes out ${momentTold(sent)}: more than 48 hours before it, so that what is new in the call is not exempt from a report of its own.`;
  return [foundAbout(disclosure, message, "Hold the call within 48 hours, or furnish what is said in it on Form 8-K.")];
}

/** The finding that a release is sent in the minutes behind the close; undefined where nobody tells the minute. */
export function quietMinuteFindings(disclosure: Disclosure): readonly Found[] | undefined {
  const { sent } = disclosure.occasion;
  if (sent?.minute === undefined) return undefined;
  const close = closeOf(sent.day);
  const after = sent.minute - close;
  if (yearOf(sent.day) < QUIET_SINCE || !isTradingDay(sent.day) || after < 0 || after >= QUIET) return [];
  if (!NYSE.test(disclosure.source)) return [];
  const message = `The release goes out ${momentTold(sent)}, ${after} minutes after the close of the exchange; it takes no material news until the closing price is out, or for ${QUIET} minutes.`;
  return [foundAbout(disclosure, message, "Send it five minutes after the close, or later.")];
}

function noticeFindings(disclosure: Disclosure): readonly Found[] {
  const { sent } = disclosure.occasion;
  if (sent?.minute === undefined || yearOf(sent.day) < NOTICE_SINCE) return [];
  const told = noticeAt(sent.day, sent.minute, disclosure.source);
  if (told === undefined) return [];
  const message = `The release goes out ${momentTold(sent)}: ${told}.`;
  return [foundAbout(disclosure, message, "Put the notice into the plan of the day.")];
}

/** What the exchange wants to be told; on a day on which it is closed the NYSE wants nothing, and Nasdaq before the next one. */
function noticeAt(on: Day, minute: number, source: string): string | undefined {
  const isOpen = isTradingDay(on);
  if (NYSE.test(source))
    return isOpen && minute >= OPENING && minute < closeOf(on)
      ? `the NYSE wants a call and a copy ten minutes before, by ${clock(minute - 10)}`
      : undefined;
  if (!NASDAQ.test(source)) return undefined;
  if (isOpen && minute >= OPENING && minute < EVENING)
    return `Nasdaq wants notice through its electronic system ten minutes before, by ${clock(minute - 10)}`;
  const day = isOpen && minute < OPENING ? "the trading day" : "the next trading day";
  return `Nasdaq wants notice through its electronic system before ${clock(NIGHT_NOTICE)} of ${day}`;
}

const dated = (on: string, exchange = "NYSE"): string =>
  `BOSTON, ${on} - Acme Inc. (${exchange}: ACM) today reported its results for the quarter ended September 30, 2025.\n`;

/** A foreign private issuer's, which owes no Form 8-K. */
const foreign = (form: string): string => `${dated("November 4, 2025")}\nMore stands in our report on Form ${form}.\n`;

const at = (day: Day, minute?: number): Moment => ({ day, minute });

export const FURNISHING: readonly Rule[] = [
  {
    code: "furnished-late",
    title: "The release is furnished within four business days",
    text: "A release of the results of a completed period is furnished on Form 8-K by the fourth business day after it goes out; where it goes out on a day that is none, the next business day counts as the first. It is read where --furnished says when that was.",
    sources: ["Form 8-K, General Instruction B.1 and Item 2.02(a)"],
    severity: "warning",
    state: "BLOCK",
    profiles: US,
    occasion: { furnished: at("2025-11-12") },
    breaks: dated("November 4, 2025"),
    keeps: [dated("November 5, 2025"), dated("November 8, 2025")],
    check: lateFindings,
  },
  {
    code: "furnishing-due",
    title: "The day by which the release is to be furnished",
    text: "Where --sent says when a release goes out, and --furnished does not say that it was furnished, the last day in time is told.",
    sources: ["Form 8-K, General Instruction B.1"],
    severity: "note",
    state: "INFO",
    profiles: US,
    occasion: { sent: at("2025-11-04", 16 * 60 + 15) },
    breaks: dated("November 4, 2025"),
    keeps: [foreign("20-F"), foreign("6-K")],
    check: dueFindings,
  },
  {
    code: "call-before-furnished",
    title: "The release is furnished before the call",
    text: "What is said in a call is exempt from a further Form 8-K only where the release was furnished before the call begins. It is read where --furnished says when that was, and --call, or the text, when the call begins.",
    sources: ["Form 8-K, Item 2.02(b)"],
    severity: "warning",
    state: "REVIEW",
    profiles: US,
    occasion: { furnished: at("2025-11-04", 17 * 60), call: at("2025-11-04", 16 * 60 + 45) },
    breaks: dated("November 4, 2025"),
    keeps: [foreign("20-F"), foreign("40-F")],
    check: callFindings,
  },
  {
    code: "notice-to-exchange",
    title: "Notice to the exchange",
    text: "The NYSE wants notice ten minutes before material news between 7:00 and the close, Nasdaq between 7:00 and 20:00, and before 6:50 of what goes out at night or on a day without trading. It is told where --sent says the minute.",
    sources: ["NYSE Listed Company Manual 202.06", "Nasdaq Rule 5250(b)(1) and IM-5250-1"],
    severity: "note",
    state: "INFO",
    profiles: ["us-domestic", "foreign-private"],
    occasion: { sent: at("2025-11-04", 8 * 60) },
    breaks: dated("November 4, 2025"),
    keeps: [dated("November 4, 2025", "TSX"), dated("November 4, 2025", "LSE")],
    check: noticeFindings,
  },
];
