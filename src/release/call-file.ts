import type { SourcePlace } from "../books/books.ts";
import { dayKind, isWrong, type Kind, oneOf, text } from "../books/kind.ts";
import type { Say } from "../books/said.ts";
import type { Day } from "../calendar/date.ts";
import { ZONE_NAMES, type ZoneName } from "./call-zone.ts";
import { fieldsOf, may, must, type Placed, readFields, type Settings, textsOf } from "./table-settings.ts";
import type { ReleaseFile } from "./table-source.ts";
import { type Words, withWords } from "./table-words.ts";

/** What the clocks of a zone show. */
export interface WallTime {
  readonly day: Day;
  /** Since midnight. */
  readonly minute: number;
}

const MOMENT = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)$/;

const moment: Kind<WallTime> = {
  expected: "a day and a time, such as 2007-11-01T16:45,",
  read: (written) => {
    const [, day = "", hour = "", minute = ""] = MOMENT.exec(written) ?? [];
    if (day === "")
      return { wrong: "day-not-plain", remedy: "Write the day, a T, and the time of a clock of twenty-four hours." };
    const read = dayKind.read(day);
    return isWrong(read) ? read : { day: read, minute: +hour * 60 + +minute };
  },
  schema: { type: "string", pattern: MOMENT.source },
};

const days: Kind<number> = {
  expected: "a number of days from 1 to 400",
  read: (written) =>
    /^[1-9]\d{0,2}$/.test(written) && +written <= 400
      ? +written
      : { wrong: "number-out-of-range", remedy: "Write for how many days the replay can be heard." },
  schema: { type: ["number", "string"] },
};

const webAddress: Kind<string> = {
  expected: "an address of the web, such as https://ir.example.com/call,",
  read: (written) =>
    /^https?:\/\/[^\s<>"]+$/i.test(written)
      ? written
      : { wrong: "link-not-taken", remedy: "Write it with https:// in front, and without blanks." },
  schema: { type: "string", pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s<>"]+$' },
};

const zone = oneOf(ZONE_NAMES);

const REPLAY = {
  from: must(moment, "When it can first be heard, in its zone."),
  to: may(moment, "Until when it can be heard, in its zone."),
  days: may(days, "For how many days, where `to` is left out; both must agree."),
  zone: may(zone, "The zone of both; that of the call where it is left out."),
  phone: textsOf(text, "The numbers to call."),
  code: may(text, "What callers are asked for."),
  webcast: may(webAddress, "Where it can be heard or seen."),
};

const CALL = {
  title: may(text, "What stands above it; Conference Call and Webcast where it is left out."),
  start: must(moment, "When it starts, as the clocks of the zone show it: 2007-11-01T16:45."),
  zone: must(zone, "The zone of its clocks, such as America/New_York."),
  "dial-in": textsOf(text, "The numbers to call, each with what it is for."),
  code: may(text, "What callers are asked for."),
  webcast: may(webAddress, "Where it can be heard or seen."),
  note: textsOf(text, "Further sentences, such as how to register."),
  replay: fieldsOf("the replay", REPLAY, "optional", "When and where it can be heard again."),
};

const FILE = { call: fieldsOf("the call", CALL, "required", "The call or webcast on the results.") };

/** What call.yaml holds; its JSON Schema is made from the same. */
export const CALL_SETTINGS: Settings = FILE;

export interface Replay {
  readonly from: WallTime;
  readonly to: WallTime | undefined;
  readonly days: number | undefined;
  readonly zone: ZoneName | undefined;
  readonly phone: readonly Placed<string>[];
  readonly code: string | undefined;
  readonly webcast: string | undefined;
  readonly at: (name: "from" | "to" | "days" | "zone" | "code" | "phone" | "webcast") => SourcePlace;
}

export interface Call {
  readonly title: string | undefined;
  readonly start: WallTime;
  readonly zone: ZoneName;
  readonly dialIn: readonly Placed<string>[];
  readonly code: string | undefined;
  readonly webcast: string | undefined;
  readonly note: readonly Placed<string>[];
  readonly replay: Replay | undefined;
  readonly place: SourcePlace;
  readonly at: (name: "start" | "zone" | "code" | "webcast") => SourcePlace;
}

/** What call.yaml says; undefined where anything of it is wrong, which is said. */
export function readCall(file: ReleaseFile, say: Say, words: Words): Call | undefined {
  const found = readFields(FILE, "the file", file, say);
  if (found === undefined || !found.isWhole) return undefined;
  const call = withWords(found, words).values.call;
  if (call === undefined) return undefined;
  const { start, zone, replay, title, code, webcast, note, "dial-in": dialIn } = call.values;
  if (start === undefined || zone === undefined) return undefined;
  const from = replay?.values.from;
  return {
    ...{ title, start, zone, code, webcast, note, dialIn },
    replay: replay === undefined || from === undefined ? undefined : { ...replay.values, from, at: replay.at },
    place: found.at("call"),
    at: call.at,
  };
}
