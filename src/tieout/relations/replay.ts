import { type Day, ordinal, plusMonths } from "../../calendar/date.ts";
import { offsetAt } from "../../calendar/zone.ts";
import type { Span } from "../meaning/sentence.ts";
import { instantIn, type Moment } from "./moment.ts";
import type { Relation } from "./relation.ts";
import { count, elapsed, worded } from "./said-wording.ts";
import { broken, doubtful, holding } from "./saying.ts";
import type { Line, Scene } from "./scene.ts";
import type { ZoneLabel } from "./zone-label.ts";

/** A call with a known day, and the words that say when. */
export interface Call {
  readonly moment: Moment;
  readonly day: Day;
  readonly print: string;
}

const WEEKDAY = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day[\\s,]{1,3})?";
const UNTIL = new RegExp(
  `\\b(?:until|through|thru|till|to|ending|ends|before|expires?)\\s{1,2}(?:and including )?(?:on |at )?(?:approximately )?${WEEKDAY}$`,
  "i",
);
const FROM = new RegExp(
  `\\b(?:beginning|starting|begins|starts|from|commencing|available|commences)\\s{1,2}(?:from |at |on )?(?:approximately )?${WEEKDAY}$`,
  "i",
);

/** The window of a replay: its start, or else the call, and its end. */
export function windowIn(
  line: Line,
  span: Span,
  moments: readonly Moment[],
  call: Call | undefined,
  scene: Scene,
): readonly Relation[] {
  const led = (m: Moment, words: RegExp): boolean =>
    words.test(line.text.slice(Math.max(span.from, m.from - 60), m.from));
  const endAt = moments.findIndex((m) => led(m, UNTIL));
  const startAt = moments.findIndex((m) => led(m, FROM));
  const end = moments[endAt];
  const start = startAt >= 0 && (endAt < 0 || startAt < endAt) ? begun(moments[startAt]!, call) : undefined;
  const relations: Relation[] = [];
  if (start !== undefined && call !== undefined) relations.push(...startedBehind(start, call, line));
  if (end?.day === undefined) return relations;
  const opening = start ?? call?.moment ?? releaseOf(scene);
  if (opening?.day !== undefined) {
    relations.push(lasts(opening, end, line, start === undefined));
    relations.push(...asLongAsSaid(line, span, opening.day, end));
  }
  return relations;
}

/** A start without a day of its own is on the day of the call. */
const begun = (start: Moment, call: Call | undefined): Moment =>
  start.day === undefined && call !== undefined ? { ...start, day: call.day, known: call.moment.known } : start;

const releaseOf = ({ dateline }: Scene): Moment | undefined =>
  dateline === undefined
    ? undefined
    : { day: dateline.day, known: "printed", today: false, clocks: [], figures: [dateline.figure], from: 0, to: 0 };

const printOf = (moment: Moment, line: Line): string => {
  const [clock] = moment.clocks;
  const day = moment.day === undefined ? "" : worded(moment.day);
  return clock === undefined ? day : `${line.text.slice(clock.from, clock.to)} on ${day}`;
};

function startedBehind(start: Moment, call: Call, line: Line): readonly Relation[] {
  if (start.day === undefined) return [];
  const zone = call.moment.clocks[0]?.zone ?? start.clocks[0]?.zone;
  const a = instantIn(call.moment, zone);
  const b = instantIn(start, zone, 1439);
  const early = a === undefined || b === undefined ? start.day < call.day : b < a;
  const saying = {
    rule: "T46",
    kind: "replay start",
    text: `the replay from ${printOf(start, line)} starts after the call ("${call.print}")`,
    evidence: "the words of both sentences and the calendar",
    figures: [...call.moment.figures, ...start.figures],
    culprit: start.figures.at(-1),
  };
  if (!early) return [holding({ ...saying, culprit: undefined })];
  const sure = start.clocks.length > 0 && start.known === "printed";
  return [
    broken(saying, {
      code: "replay-starts-before-call",
      severity: sure ? "error" : "warning",
      message: `The replay is offered from ${printOf(start, line)}; the call ("${call.print}") is on ${worded(call.day)}.`,
      remedy: "Correct the start of the replay, or the time of the call.",
    }),
  ];
}

/** How long the replay stands open, in the zone of its clocks. */
function lasts(opening: Moment, end: Moment, line: Line, ofCall: boolean): Relation {
  const zone = opening.clocks[0]?.zone ?? end.clocks[0]?.zone;
  const a = opening.clocks.length === 0 ? undefined : instantIn(opening, zone);
  const b = instantIn(end, zone, 1440);
  const days = ordinal(end.day!) - ordinal(opening.day!);
  const over = a === undefined || b === undefined ? days < 0 : b <= a;
  const exact = end.clocks.length > 0 && !ofCall && a !== undefined && b !== undefined;
  const length = exact ? exactly(b - a, zone, a, b) : count(Math.abs(days), "day");
  const opened = ofCall ? worded(opening.day!) : printOf(opening, line);
  const saying = {
    rule: "T46",
    kind: "replay window",
    text: `the replay from ${opened} to ${printOf(end, line)} stands open for ${length}`,
    evidence: "the calendar, and the clocks of the zone",
    figures: [...opening.figures, ...end.figures],
    culprit: end.figures.at(-1),
  };
  if (!over) return holding({ ...saying, culprit: undefined });
  return broken(
    { ...saying, text: `the replay from ${opened} to ${printOf(end, line)} stands open` },
    {
      code: "replay-ends-before-it-starts",
      severity: end.known === "printed" ? "error" : "warning",
      message: `The replay ends at ${printOf(end, line)}, before it can start: ${ofCall ? "the call or the release is on" : "it is offered from"} ${opened}.`,
      remedy: "Correct the end of the replay.",
    },
  );
}

/** "363,540 seconds (100 h 59 min), one hour more than on the wall: clocks go back in between". */
function exactly(minutes: number, label: ZoneLabel | undefined, a: number, b: number): string {
  const shift = label === undefined ? 0 : offsetAt(label.zone, a) - offsetAt(label.zone, b);
  const change =
    shift === 0
      ? ""
      : `, one hour ${shift > 0 ? "more" : "less"} than on the wall: clocks go ${shift > 0 ? "back" : "forward"} in between`;
  return `${count(minutes * 60, "second")} (${elapsed(minutes)})${change}`;
}

const LENGTH =
  /\bfor (?:a period of )?(\d{1,3}|one|two|three|four|five|six|seven|ten|fourteen|thirty|ninety)[ -](day|week|month)s?\b/i;
const COUNTS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  fourteen: 14,
  thirty: 30,
  ninety: 90,
};

/** "for seven days, until November 8": the days said against the dates. */
function asLongAsSaid(line: Line, span: Span, start: Day, end: Moment): readonly Relation[] {
  const m = LENGTH.exec(line.text.slice(span.from, span.to));
  if (m === null || end.day === undefined) return [];
  const n = COUNTS[m[1]!.toLowerCase()] ?? Number.parseInt(m[1]!, 10);
  const unit = m[2]!.toLowerCase();
  const days = ordinal(end.day) - ordinal(start);
  const said = unit === "day" ? n : unit === "week" ? 7 * n : ordinal(plusMonths(start, n)) - ordinal(start);
  const saying = {
    rule: "T46",
    kind: "replay length",
    text: `${m[0]} from ${worded(start)} ends on ${worded(end.day)}`,
    evidence: "the length in words and the calendar",
    figures: end.figures,
  };
  // The first and the last day may both be counted, or neither.
  if (Math.abs(days - said) <= (unit === "month" ? 3 : 1)) return [holding(saying)];
  return [
    doubtful(saying, {
      code: "replay-length-differs",
      severity: "warning",
      message: `"${m[0]}" is printed; from ${worded(start)} to ${worded(end.day)} there are ${count(days, "day")}.`,
      remedy: "Correct the length or the last day of the replay.",
    }),
  ];
}
