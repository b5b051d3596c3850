import { ordinal } from "../../calendar/date.ts";
import { instantOf } from "../../calendar/zone.ts";
import { sentences } from "../meaning/sentence.ts";
import { clocksOf } from "./clock.ts";
import { instantIn, type Moment, momentsIn } from "./moment.ts";
import type { Relation, Trouble } from "./relation.ts";
import { type Call, windowIn } from "./replay.ts";
import { count, elapsed, plainDay, worded } from "./said-wording.ts";
import { doubtful, holding } from "./saying.ts";
import type { Line, Scene } from "./scene.ts";

const CALL =
  /\b(?:(?:conference|earnings|quarterly|investor|analyst|live|the) call|web ?cast|teleconference|live audio|question and answer session)\b/i;
const REPLAY = /\b(?:replay|rebroadcast|re-broadcast|playback|archived?|recording|on-? ?demand)\b/i;
const COMING = /\b(?:will|scheduled|invited?|plans? to|may|can be|begins?|hosting|to discuss)\b/i;

/** When the call is (T45), on whose clocks (T47), and whether the replay fits to it (T46). */
export function callWindows(scene: Scene): readonly Relation[] {
  const relations: Relation[] = [];
  const stamp = stampOf(scene);
  let call: Call | undefined;
  for (const line of scene.lines) {
    if (!line.tokens.some((t) => t.kind === "time" || t.kind === "date")) continue;
    for (const span of sentences(line.text)) {
      const moments = momentsIn(line, span, scene);
      if (moments.length === 0) continue;
      for (const moment of moments) relations.push(...clocksOf(moment, line, scene));
      const words = line.text.slice(span.from, span.to);
      const replay = REPLAY.exec(words);
      const border = replay === null ? span.to : span.from + replay.index;
      const found = CALL.test(words) ? callIn(moments, border, line) : undefined;
      if (found !== undefined) {
        call = found;
        if (COMING.test(words)) relations.push(...heldOn(found, stamp, scene));
      }
      if (replay === null) continue;
      const later = moments.filter((m) => m.from >= border);
      relations.push(...windowIn(line, span, later, call, scene));
    }
  }
  return relations;
}

function callIn(moments: readonly Moment[], border: number, line: Line): Call | undefined {
  const moment = moments.find((m) => m.from < border && m.clocks.length > 0);
  return moment?.day === undefined
    ? undefined
    : { moment, day: moment.day, print: line.text.slice(moment.from, moment.to) };
}

/** When the release went out, where its first lines say so: "(21:01 GMT)", "November 1, 2007, 4:05 p.m. ET". */
interface Stamp {
  readonly instant: number;
  readonly print: string;
  readonly figure: number | undefined;
}

/** How many lines a stamp may stand in. */
const TOP = 8;

function stampOf(scene: Scene): Stamp | undefined {
  const { dateline, lines } = scene;
  if (dateline === undefined) return undefined;
  for (const line of lines.slice(0, TOP)) {
    if (!line.tokens.some((t) => t.kind === "time") || CALL.test(line.text)) continue;
    for (const moment of momentsIn(line, { from: 0, to: line.text.length }, scene)) {
      const [clock] = moment.clocks;
      if (clock?.zone === undefined || (moment.day ?? dateline.day) !== dateline.day) continue;
      const instant = instantOf(clock.zone.zone, dateline.day, clock.minute);
      return { instant, print: line.text.slice(clock.from, clock.to), figure: clock.figure };
    }
  }
  return undefined;
}

/** The call against the day of the release, and against its time. */
function heldOn({ moment, day, print }: Call, stamp: Stamp | undefined, { dateline }: Scene): readonly Relation[] {
  if (dateline === undefined) return [];
  const days = ordinal(day) - ordinal(dateline.day);
  const at = days === 0 && stamp !== undefined ? instantIn(moment, undefined) : undefined;
  const early = at !== undefined && at < stamp!.instant;
  const saying = {
    rule: "T45",
    kind: "call",
    text:
      days === 0
        ? `the call ("${print}") is on ${worded(day)}, the day of the release`
        : `the call on ${worded(day)} is ${count(Math.abs(days), "day")} ${days > 0 ? "after" : "before"} the release of ${plainDay(dateline.day)}`,
    evidence: "the dateline and the calendar",
    figures: [dateline.figure, ...moment.figures, at === undefined ? undefined : stamp!.figure],
    culprit: moment.figures.at(-1),
  };
  const trouble = (code: Trouble["code"], message: string): Trouble => ({
    code,
    severity: "warning",
    message,
    remedy: "Check the day and the time of the call, and the dateline.",
  });
  if (moment.today && days !== 0) {
    const message = `"${print}" calls ${worded(day)} the day of the release; the release is dated ${worded(dateline.day)}.`;
    return [doubtful(saying, trouble("today-differs", message))];
  }
  if (days < 0) {
    const message = `The call is announced for ${worded(day)}; the release is dated ${worded(dateline.day)}.`;
    return [doubtful(saying, trouble("call-before-release", message))];
  }
  if (early) {
    const message = `The call is announced for "${print}", ${elapsed(stamp!.instant - at)} before the release went out (${stamp!.print}).`;
    return [doubtful(saying, trouble("call-before-release", message))];
  }
  return [holding({ ...saying, culprit: undefined })];
}
