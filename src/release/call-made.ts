import type { SourcePlace } from "../books/books.ts";
import type { Say } from "../books/said.ts";
import { ordinal, plusDays } from "../calendar/date.ts";
import { dayInWords } from "./calendar-words.ts";
import { type Call, type Replay, readCall, type WallTime } from "./call-file.ts";
import { momentOf, type ZoneName, zoneCalled } from "./call-zone.ts";
import type { Event, Inline } from "./release.ts";
import type { ReleaseHead } from "./release-text.ts";
import type { ReleaseFile } from "./table-source.ts";
import type { Words } from "./table-words.ts";

export interface CallDesk {
  /** For the day that the release goes out; undefined where it cannot be read. */
  readonly head: ReleaseHead | undefined;
  readonly words: Words;
  readonly say: Say;
}

/** The call of call.yaml; undefined where it cannot be made, which is told. Its days and numbers are literals: no figure of the books stands in it. */
export function madeCall(file: ReleaseFile, desk: CallDesk): Event | undefined {
  const call = readCall(file, desk.say, desk.words);
  if (call === undefined) return undefined;
  const start = instantIn(call.zone, call.start, call.at("start"), desk.say);
  if (start === undefined) return undefined;
  tellEarly(call, desk);
  const replay = call.replay === undefined ? undefined : replayOf(call.replay, call, start, desk.say);
  const lines = [...callLines(call), ...(replay === undefined ? [] : replayLines(replay, call))];
  return { kind: "event", title: call.title ?? "Conference Call and Webcast", lines, place: call.place };
}

/** The moment; undefined where the clocks never show it, which is told. */
function instantIn(zone: ZoneName, at: WallTime, place: SourcePlace, say: Say): number | undefined {
  const instant = momentOf(zone, at.day, at.minute);
  if (instant === undefined)
    say(
      "moment-cannot-be",
      place,
      `${clock(at)} on ${at.day} is never shown in ${zone}: the clocks go forward over it.`,
      "Write the time that the clocks show.",
    );
  return instant;
}

function tellEarly({ start, at }: Call, { head, say }: CallDesk): void {
  if (head === undefined || start.day >= head.date) return;
  say(
    "call-before-release",
    at("start"),
    `The call starts on ${start.day}, and the release goes out on ${head.date}, ${daysBetween(start.day, head.date)} later.`,
    "Set the day of the call right, or the date at the head of release.md.",
    "warning",
  );
}

const daysBetween = (a: string, b: string): string => {
  const count = ordinal(b) - ordinal(a);
  return count === 1 ? "a day" : `${count} days`;
};

interface ReplayMade {
  readonly zone: ZoneName;
  readonly from: WallTime;
  readonly to: WallTime | undefined;
}

/** The window of a replay, with what is wrong with it told: that it ends before it starts, starts before the call, or is not as long as it says. */
function replayOf(replay: Replay, call: Call, start: number, say: Say): ReplayMade {
  const zone = replay.zone ?? call.zone;
  const { from, days, at } = replay;
  const to = replay.to ?? (days === undefined ? undefined : { ...from, day: plusDays(from.day, days) });
  const first = instantIn(zone, from, at("from"), say);
  const last = to === undefined ? undefined : instantIn(zone, to, at(replay.to === undefined ? "days" : "to"), say);
  if (first !== undefined && first < start)
    say(
      "replay-starts-before-call",
      at("from"),
      `The replay can be heard from ${said(from, zone)}, before the call starts at ${said(call.start, call.zone)}.`,
      "Look at the day, the hour and the zone of both.",
    );
  if (first !== undefined && last !== undefined && to !== undefined && last <= first)
    say(
      "replay-ends-before-it-starts",
      at("to"),
      `The replay ends at ${said(to, zone)}, and starts at ${said(from, zone)}.`,
      "Exchange the two, or set the wrong one right.",
    );
  if (replay.to !== undefined && days !== undefined && !isAsLong(from, replay.to, days))
    say(
      "replay-length-differs",
      at("days"),
      `The replay is to be heard for ${days} days, and from ${from.day} to ${replay.to.day} there are ${ordinal(replay.to.day) - ordinal(from.day)}.`,
      "Take one of the two out, or set the wrong one right.",
      "warning",
    );
  return { zone, from, to };
}

/** Whether counted from the moment or by whole days, the first or the last of them included. */
const isAsLong = (from: WallTime, to: WallTime, days: number): boolean =>
  [0, 1].includes(days - (ordinal(to.day) - ordinal(from.day)));

/** "4:45 p.m." */
function clock({ minute }: WallTime): string {
  const hour = Math.floor(minute / 60);
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute % 60).padStart(2, "0")}`;
  return `${shown} ${hour < 12 ? "a.m." : "p.m."}`;
}

/** "4:45 p.m. Eastern Time on November 1, 2007" */
const said = (at: WallTime, zone: ZoneName): string => `${clock(at)} ${zoneCalled(zone)} on ${dayInWords(at.day)}`;

const text = (words: string): Inline => ({ kind: "text", text: words, strong: false, emphasis: false });
const literal = (words: string, reason: string, place: SourcePlace): Inline => ({
  kind: "literal",
  text: words,
  reason,
  place,
});
const link = (url: string): Inline => ({
  kind: "link",
  text: url.replace(/^https?:\/\//i, "").replace(/\/$/, ""),
  url,
});

const NUMBER = "a number to call";
const CODE = "a code that callers are asked for";
const MOMENT = "a moment of the calendar";

function numbers(phones: Call["dialIn"]): readonly Inline[] {
  return phones.flatMap(({ value, place }, i) => [...(i === 0 ? [] : [text(" or ")]), literal(value, NUMBER, place)]);
}

function callLines(call: Call): readonly (readonly Inline[])[] {
  const { dialIn, code, webcast, note, at } = call;
  const lines: Inline[][] = [[text("Start: "), literal(said(call.start, call.zone), MOMENT, at("start"))]];
  if (dialIn.length > 0 || code !== undefined)
    lines.push([
      ...(dialIn.length > 0 ? [text("Dial-in: "), ...numbers(dialIn)] : []),
      ...(code === undefined
        ? []
        : [text(dialIn.length > 0 ? ", access code " : "Access code: "), literal(code, CODE, at("code"))]),
    ]);
  if (webcast !== undefined) lines.push([text("Webcast: "), link(webcast)]);
  for (const { value, place } of note) lines.push([literal(value, "a sentence of call.yaml", place)]);
  return lines;
}

function replayLines({ zone, from, to }: ReplayMade, { replay }: Call): readonly (readonly Inline[])[] {
  if (replay === undefined) return [];
  const { phone, code, webcast, at } = replay;
  const window = to === undefined ? `from ${said(from, zone)}` : `from ${said(from, zone)} until ${said(to, zone)}`;
  const where: Inline[] = [
    ...(phone.length > 0 ? [text(", at "), ...numbers(phone)] : []),
    ...(code === undefined ? [] : [text(", access code "), literal(code, CODE, at("code"))]),
    ...(webcast === undefined ? [] : [text(phone.length > 0 ? ", and at " : ", at "), link(webcast)]),
  ];
  return [[text("Replay: "), literal(window, MOMENT, at("from")), ...where]];
}
