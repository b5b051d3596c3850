import type { SourcePlace } from "../books/books.ts";
import { dayKind, text } from "../books/kind.ts";
import { gathered, type Say } from "../books/said.ts";
import { listOf, must, readSettings } from "../books/settings.ts";
import { type Field, settingsValue } from "../text/settings.ts";
import type { ReleaseFile } from "./table-source.ts";

/** A part of a text, by offsets. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What people have decided to leave typed. */
export interface Waivers {
  /** Those of the stretches of a text, ascending and apart, that no waiver's text stands around. */
  readonly left: <S extends Stretch>(text: string, stretches: readonly S[]) => readonly S[];
  /** Tells the waivers that were never asked for: what they speak of is no longer there. */
  readonly tellUnused: (say: Say) => void;
}

const TYPED = {
  typed: listOf(
    "a waiver of typed figures",
    {
      text: must(text, "What stands in the release, as it stands there."),
      reason: must(text, "Why it may be typed."),
      author: must(text, "Who has decided it."),
      date: must(dayKind, "The day it was decided."),
    },
    "optional",
    "What may stand typed in the release, bound to no fact.",
  ),
};

const WORDS = {
  all: "marks",
  one: "a mark",
  divide: "Look whether it is the file that is meant.",
  second: ["", ""] as const,
};

const folded = (written: string): string => written.replace(/\s+/g, " ").trim();

/** The waivers under `typed:` of a release's marks.yaml. */
export function readWaivers(file: ReleaseFile | undefined, say: Say): Waivers {
  const found = file === undefined ? [] : typedOf(file, say);
  const used = new Set<number>();
  const left = <S extends Stretch>(whole: string, stretches: readonly S[]): readonly S[] => {
    if (found.length === 0 || stretches.length === 0) return stretches;
    // How far a waiver's text reaches that begins here, so that one walk over the text does for all of them.
    const reach = new Map<number, number>();
    found.forEach(({ text: waived }, i) => {
      for (let at = whole.indexOf(waived); at >= 0; at = whole.indexOf(waived, at + waived.length)) {
        const end = at + waived.length;
        reach.set(at, Math.max(reach.get(at) ?? 0, end));
        if (!used.has(i) && holdsOne(stretches, at, end)) used.add(i);
      }
    });
    const starts = [...reach.keys()].sort((a, b) => a - b);
    let next = 0;
    let furthest = 0;
    return stretches.filter(({ from, to }) => {
      for (; next < starts.length && starts[next]! <= from; next++)
        furthest = Math.max(furthest, reach.get(starts[next]!) ?? 0);
      return furthest < to;
    });
  };
  const tellUnused = (telling: Say): void =>
    found.forEach(({ text: waived, place }, i) => {
      if (used.has(i)) return;
      const message = `${JSON.stringify(waived.slice(0, 60))} is waived, and stands nowhere in the release as something typed.`;
      telling("typed-without-effect", place, message, "Take the waiver out, or set its text right.", "warning");
    });
  return { left, tellUnused };
}

/** Whether one of the stretches lies between two offsets. */
function holdsOne(stretches: readonly Stretch[], from: number, to: number): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  const first = stretches[low];
  return first !== undefined && first.to <= to;
}

interface Waiver {
  readonly text: string;
  readonly place: SourcePlace;
}

/** A release that needs more of them is not bound at all. */
const MOST_WAIVERS = 500;

function typedOf(file: ReleaseFile, say: Say): readonly Waiver[] {
  const bytes = new TextEncoder().encode(splitMarks(file.text).typed);
  const { say: aside, findings } = gathered();
  const read = readSettings(TYPED, "the marks of a release", { path: file.path, bytes }, aside);
  for (const { message, remedy, places } of findings()) say("typed-not-read", places, message, remedy);
  const all = read?.values.typed ?? [];
  const more = all[MOST_WAIVERS];
  if (more !== undefined) {
    const message = `Up to here stand ${MOST_WAIVERS} waivers; no more are read.`;
    say("typed-not-read", more.at("text"), message, "Bind the figures to their facts.");
  }
  return all.slice(0, MOST_WAIVERS).map((one) => ({ text: folded(one.values.text), place: one.at("text") }));
}

/**
 * The marks of a release in two: what is waived under `typed:`, which is the writer's, and the rest, which is the reader's (docs/marks.md). Each is the whole
 * text with the other's lines left empty, so that places are those of the file.
 */
export function splitMarks(written: string): { readonly typed: string; readonly marks: string } {
  const { value } = settingsValue(written, WORDS);
  const fields: readonly Field[] = value?.kind === "fields" ? value.fields : [];
  const at = fields.findIndex(({ key }) => key.text === "typed");
  const field = fields[at];
  if (field === undefined) return { typed: "", marks: written };
  const end = fields[at + 1]?.key.start ?? written.length;
  const blank = (part: string): string => part.replace(/[^\n]/g, " ");
  const [before, within, after] = [
    written.slice(0, field.key.start),
    written.slice(field.key.start, end),
    written.slice(end),
  ];
  return { typed: `${blank(before)}${within}${blank(after)}`, marks: `${before}${blank(within)}${after}` };
}
