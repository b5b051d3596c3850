import { ordinal } from "../../calendar/date.ts";
import { sentences } from "../meaning/sentence.ts";
import { clocksOf } from "./clock.ts";
import { type Moment, momentsIn } from "./moment.ts";
import type { Relation } from "./relation.ts";
import { type Call, windowIn } from "./replay.ts";
import { count, plainDay, worded } from "./said-wording.ts";
import { doubtful, holding } from "./saying.ts";
import type { Line, Scene } from "./scene.ts";

const CALL =
  /\b(?:(?:conference|earnings|quarterly|investor|analyst|live|the) call|web ?cast|teleconference|live audio|question and answer session)\b/i;
const REPLAY = /\b(?:replay|rebroadcast|re-broadcast|playback|archived?|recording|on-? ?demand)\b/i;
const COMING = /\b(?:will|scheduled|invited?|plans? to|may|can be|begins?|hosting|to discuss)\b/i;

/** When the call is (T45), in whose season (T47), and whether the replay fits to it (T46). */
export function callWindows(scene: Scene): readonly Relation[] {
  const relations: Relation[] = [];
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
        if (COMING.test(words)) relations.push(...heldOn(found, scene));
      }
      if (replay !== null)
        relations.push(
          ...windowIn(
            line,
            span,
            moments.filter((m) => m.from >= border),
            call,
            scene,
          ),
        );
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

/** The call against the day of the release. */
function heldOn({ moment, day, print }: Call, { dateline }: Scene): readonly Relation[] {
  if (dateline === undefined) return [];
  const days = ordinal(day) - ordinal(dateline.day);
  const saying = {
    rule: "T45",
    kind: "call",
    text:
      days === 0
        ? `the call ("${print}") is on ${worded(day)}, the day of the release`
        : `the call on ${worded(day)} is ${count(Math.abs(days), "day")} ${days > 0 ? "behind" : "before"} the release of ${plainDay(dateline.day)}`,
    evidence: "the dateline and the calendar",
    figures: [dateline.figure, ...moment.figures],
  };
  if (days >= 0) return [holding(saying)];
  return [
    doubtful(
      { ...saying, culprit: moment.figures.at(-1) },
      {
        code: "call-before-release",
        severity: "warning",
        message: `The call is announced for ${worded(day)}; the release is dated ${worded(dateline.day)}.`,
        remedy: "Check the day of the call and the dateline.",
      },
    ),
  ];
}
