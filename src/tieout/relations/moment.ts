import { type Day, day, ordinal, plusDays, yearOf } from "../../calendar/date.ts";
import { instantOf } from "../../calendar/zone.ts";
import type { DateToken } from "../lex/token.ts";
import type { Span } from "../meaning/sentence.ts";
import { type Line, type Scene, tokensWithin } from "./scene.ts";
import { type ZoneLabel, zoneLabelAt } from "./zone-label.ts";

/** A day, with its time where one is said: "4:45 p.m. Eastern Time today", "midnight, Thursday, February 27, 2025". */
export interface Moment {
  readonly day: Day | undefined;
  /** How the day is known: printed with its year, without, or by "today" and "tomorrow". */
  readonly known: "printed" | "yearless" | "relative" | undefined;
  /** Whether a word calls the day that of the release: "today, February 7, 2025". */
  readonly today: boolean;
  readonly clocks: readonly Clock[];
  /** The figures of its tokens, in reading order. */
  readonly figures: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** A time of day; one moment may be given on several clocks ("2:00 p.m. PT / 5:00 p.m. ET"). */
export interface Clock {
  /** Minutes since midnight. */
  readonly minute: number;
  readonly zone: ZoneLabel | undefined;
  readonly figure: number | undefined;
  readonly from: number;
  readonly to: number;
}

interface DayAtom {
  readonly kind: "day";
  readonly day: Day | undefined;
  readonly known: NonNullable<Moment["known"]>;
  readonly today: boolean;
  readonly figure: number | undefined;
  readonly from: number;
  readonly to: number;
}

interface ClockAtom extends Clock {
  readonly kind: "clock";
}

const RELATIVE = /\b(today|tomorrow|this (?:morning|afternoon|evening)|midnight|noon)\b/gi;

/** The moments that a stretch of a line names, in reading order. */
export function momentsIn(line: Line, span: Span, scene: Scene): readonly Moment[] {
  const atoms = joined(atomsIn(line, span, scene), line.text);
  const moments: Moment[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const clocks: ClockAtom[] = [];
    let next = atoms[i]!;
    const before = next.kind === "day" ? next : undefined;
    let end = i;
    if (before !== undefined) {
      const clock = atoms[i + 1];
      if (
        clock?.kind !== "clock" ||
        !BEHIND_DAY.test(line.text.slice(before.to, clock.from)) ||
        owns(atoms, i + 1, line.text)
      ) {
        moments.push(momentOf(before, []));
        continue;
      }
      next = clock;
      end = i + 1;
    }
    while (next?.kind === "clock") {
      clocks.push(next);
      const other = atoms[end + 1];
      if (other?.kind !== "clock" || !TWIN.test(line.text.slice(next.to, other.from))) break;
      next = other;
      end++;
    }
    const behind = atoms[end + 1];
    const takes =
      before === undefined &&
      behind?.kind === "day" &&
      BEFORE_DAY.test(line.text.slice(clocks.at(-1)!.to, behind.from));
    moments.push(momentOf(before ?? (takes ? behind : undefined), clocks));
    i = takes ? end + 1 : end;
  }
  return moments;
}

/** What may stand between a day and the time behind it, between a time and its day, between one moment on two clocks. */
const BEHIND_DAY =
  /^[\s,()–—-]{0,4}(?:(?:beginning|starting|commencing|promptly) )?(?:at|from|@)?[\s,(]{0,3}(?:approximately |about )?$/i;
const BEFORE_DAY =
  /^[\s,()]{0,4}(?:on|of)?[\s,(]{0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day[\s,]{1,3})?(?:the )?$/i;
const TWIN = /^[\s,()/]{0,4}(?:or)?[\s,(/]{0,3}$/i;

/** Whether a time is followed by a day of its own, so that the day before it stands alone. */
function owns(atoms: readonly (DayAtom | ClockAtom)[], at: number, text: string): boolean {
  const clock = atoms[at]!;
  const next = atoms[at + 1];
  if (next?.kind !== "day") return false;
  const after = atoms[at + 2];
  if (after?.kind === "clock" && BEHIND_DAY.test(text.slice(next.to, after.from))) return false;
  return BEFORE_DAY.test(text.slice(clock.to, next.from));
}

function momentOf(at: DayAtom | undefined, clocks: readonly ClockAtom[]): Moment {
  const all = [...(at === undefined ? [] : [at]), ...clocks];
  const figures = all.flatMap((a) => a.figure ?? []).sort((a, b) => a - b);
  return {
    day: at?.day,
    known: at?.known,
    today: at?.today ?? false,
    clocks,
    figures,
    from: Math.min(...all.map((a) => a.from)),
    to: Math.max(...all.map((a) => a.to)),
  };
}

function atomsIn(line: Line, span: Span, scene: Scene): readonly (DayAtom | ClockAtom)[] {
  const atoms: (DayAtom | ClockAtom)[] = [];
  for (const token of tokensWithin(line, span)) {
    const figure = scene.figureOf.get(token);
    const { from, to } = token;
    if (token.kind === "date") atoms.push({ kind: "day", ...dayOf(token, scene), today: false, figure, from, to });
    else if (token.kind === "time") {
      const minute = minuteOf(line.text.slice(from, to));
      const zone = zoneLabelAt(line.text, to);
      if (minute !== undefined) atoms.push({ kind: "clock", minute, zone, figure, from, to: zone?.to ?? to });
    }
  }
  const released = scene.dateline?.day;
  const text = line.text.slice(span.from, span.to);
  for (const m of text.matchAll(RELATIVE)) {
    const word = m[1]!.toLowerCase();
    const from = span.from + m.index;
    const to = from + word.length;
    if (word === "midnight" || word === "noon") {
      const zone = zoneLabelAt(line.text, to);
      atoms.push({
        kind: "clock",
        minute: word === "noon" ? 720 : 1440,
        zone,
        figure: undefined,
        from,
        to: zone?.to ?? to,
      });
    } else {
      const at = released === undefined ? undefined : word === "tomorrow" ? plusDays(released, 1) : released;
      atoms.push({
        kind: "day",
        day: at,
        known: "relative",
        today: word !== "tomorrow",
        figure: scene.dateline?.figure,
        from,
        to,
      });
    }
  }
  return atoms.sort((a, b) => a.from - b.from);
}

/** "today, February 7, 2025" is one day, of which the print of the date says which; "12:00 midnight" is one time. */
function joined(atoms: readonly (DayAtom | ClockAtom)[], text: string): readonly (DayAtom | ClockAtom)[] {
  const kept: (DayAtom | ClockAtom)[] = [];
  for (const atom of atoms) {
    const last = kept.at(-1);
    if (last === undefined) kept.push(atom);
    else if (atom.kind === "day" && last.kind === "day" && isOneDay(last, atom, text))
      kept[kept.length - 1] = { ...atom, today: last.today, from: last.from };
    else if (atom.kind === "clock" && atom.figure === undefined && last.kind === "clock" && atom.from - last.to < 3)
      kept[kept.length - 1] = { ...atom, from: last.from, figure: last.figure };
    else kept.push(atom);
  }
  return kept;
}

const isOneDay = (word: DayAtom, date: DayAtom, text: string): boolean =>
  word.known === "relative" && date.known !== "relative" && BEFORE_DAY.test(text.slice(word.to, date.from));

/** The day of a date; one without its year is the nearest to the day of the release. */
export function dayOf(
  token: DateToken,
  { context: { released } }: Scene,
): { readonly day: Day | undefined; readonly known: "printed" | "yearless" } {
  if (token.year !== undefined) return { day: token.date, known: "printed" };
  if (released === undefined) return { day: undefined, known: "yearless" };
  let best: Day | undefined;
  for (const year of [yearOf(released) - 1, yearOf(released), yearOf(released) + 1]) {
    const at = day(year, token.month, token.day);
    if (at === undefined) continue;
    const off = Math.abs(ordinal(at) - ordinal(released));
    if (best === undefined || off < Math.abs(ordinal(best) - ordinal(released))) best = at;
  }
  return { day: best, known: "yearless" };
}

const CLOCK = /^(\d{1,2})(?:[:.hH](\d{2}))?(?::\d{2}(?:\.\d{1,12})?)?\s{0,2}([ap])?/i;

/** Minutes since midnight of "4:45 p.m.", "10.00 a.m.", "16:30", "12 noon". */
export function minuteOf(print: string): number | undefined {
  const m = CLOCK.exec(print);
  if (m === null) return undefined;
  const hour = Number.parseInt(m[1]!, 10);
  const minute = m[2] === undefined ? 0 : Number.parseInt(m[2], 10);
  if (m[3] === undefined) return hour * 60 + minute;
  if (hour < 1 || hour > 12) return undefined;
  return ((hour % 12) + (m[3].toLowerCase() === "p" ? 12 : 0)) * 60 + minute;
}

/** The instant of a moment in minutes since 1970, where its day, its time and a zone are known. */
export function instantIn(moment: Moment, zone: ZoneLabel | undefined, minute?: number): number | undefined {
  const clock = moment.clocks[0];
  const at = clock?.minute ?? minute;
  const label = clock?.zone ?? zone;
  return moment.day === undefined || at === undefined || label === undefined
    ? undefined
    : instantOf(label.zone, moment.day, at);
}
