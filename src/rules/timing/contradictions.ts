import { plusDays } from "../../calendar/date.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { type Moment, momentTold } from "../reading/occasion.ts";
import { foundAt } from "../reading/placed.ts";
import { ALL, type Found, type Rule } from "../rule.ts";
import { announcedCalls, instant, sentOf, stampOf } from "./announced.ts";
import { foundAbout } from "./furnishing.ts";

/** A wire sends what it was given some minutes later than it was told. */
const APART = 15;
const REMEDY = "Mend the one that is not so; what is said of times here follows from them.";

function contradictions(disclosure: Disclosure): readonly Found[] {
  const { sent, furnished, call } = disclosure.occasion;
  if (sent === undefined && furnished === undefined && call === undefined) return [];
  const withText = [...sentFindings(disclosure), ...callFindings(disclosure)];
  const of = sentOf(disclosure);
  // What contradicts the text already stands in another order because of it.
  const isTold = withText.length > 0;
  return [
    ...withText,
    ...(isTold ? [] : callBeforeRelease(disclosure, of)),
    ...(of === undefined || furnished === undefined || isTold || !isAhead(furnished, of)
      ? []
      : [
          foundAbout(
            disclosure,
            `The release is furnished ${momentTold(furnished)}, and goes out ${momentTold(of)}: it would be public before it is sent.`,
            REMEDY,
          ),
        ]),
  ];
}

/** Whether the one moment surely lies before the other. */
const isAhead = (one: Moment, other: Moment): boolean =>
  one.minute !== undefined && other.minute !== undefined ? instant(one) < instant(other) : one.day < other.day;

/** The day and the minute that are told of the release against its dateline and the stamp there. */
function sentFindings(disclosure: Disclosure): readonly Found[] {
  const { sent } = disclosure.occasion;
  const { released } = disclosure.context;
  if (sent === undefined || released === undefined) return [];
  const stamp = stampOf(disclosure);
  // Where the release is dated it may be the next day already: in Sydney and Tokyo that begins while it is morning in New York.
  if (sent.day !== released && isNextDayFarEast(sent, released)) return [];
  if (sent.day !== released)
    return [
      foundAbout(disclosure, `The release is said to go out ${momentTold(sent)}, and is dated ${released}.`, REMEDY),
    ];
  if (stamp === undefined || sent.minute === undefined || Math.abs(sent.minute - stamp.minute) < APART) return [];
  const message = `The release is said to go out ${momentTold(sent)}, and says that it went out ${momentTold({ day: released, minute: stamp.minute })}.`;
  return [foundAt(stamp.at, stamp.match, message, REMEDY)];
}

const FAR_EAST_MIDNIGHT = 10 * 60;
const isNextDayFarEast = ({ day, minute = FAR_EAST_MIDNIGHT }: Moment, released: string): boolean =>
  minute >= FAR_EAST_MIDNIGHT && plusDays(day, 1) === released;

/** The call that is told against the one that the text announces; where it announces several, against all. */
function callFindings(disclosure: Disclosure): readonly Found[] {
  const { call } = disclosure.occasion;
  const announced = announcedCalls(disclosure);
  const [first] = announced;
  if (call === undefined || first === undefined || announced.some((one) => isSame(one, call))) return [];
  const message = `The call is said to be ${momentTold(call)}, and is announced ${momentTold(first)}.`;
  return [foundAt(first.at, first.match, message, REMEDY)];
}

const isSame = (one: Moment, other: Moment): boolean =>
  one.day === other.day && (one.minute === undefined || other.minute === undefined || one.minute === other.minute);

/** A call before the release that it is about, one of the two told from outside. */
function callBeforeRelease(disclosure: Disclosure, sent: Moment | undefined): readonly Found[] {
  const { occasion } = disclosure;
  const [announced] = announcedCalls(disclosure);
  const call = occasion.call ?? (occasion.sent === undefined ? undefined : announced);
  if (call === undefined || sent === undefined || !isAhead(call, sent)) return [];
  const message = `The call is ${momentTold(call)}, and the release goes out ${momentTold(sent)}: the call would be held before it.`;
  return [foundAbout(disclosure, message, REMEDY)];
}

const dated = (on: string, rest = ""): string =>
  `BOSTON, ${on} - Acme Inc. (NYSE: ACM) today reported its results for the quarter ended September 30, 2025.\n\n${rest}`;

export const CONTRADICTIONS: readonly Rule[] = [
  {
    code: "times-contradict",
    title: "The times that are told agree with each other and with the release",
    text: "Where --sent, --furnished or --call say when something is, it is not before what it follows, and not otherwise than the dateline and the announcement of the call have it: one that is mistyped would make all that is said of times wrong.",
    sources: ["Form 8-K, Item 2.02(b), whose periods are counted from these times"],
    severity: "warning",
    state: "REVIEW",
    profiles: ALL,
    occasion: { sent: { day: "2025-11-05", minute: 8 * 60 }, call: { day: "2025-11-05", minute: 10 * 60 } },
    breaks: dated("November 4, 2025"),
    keeps: [
      dated("November 5, 2025"),
      dated("November 5, 2025", "We will host a conference call at 10:00 a.m. Eastern Time today.\n"),
      dated("November 5, 2025", "We will host a conference call on November 5, 2025 at 7:00 a.m. Pacific Time.\n"),
    ],
    check: contradictions,
  },
];
