import { type Field, settingsValue, type Value } from "../text/settings.ts";
import { type CarryChange, type CarryNote, type CarryWork, NO_WORK } from "./carry-changes.ts";
import { isDated } from "./carry-mark.ts";

const WORDS = {
  all: "marks",
  one: "a mark",
  divide: "Look whether it is the file that is meant.",
  second: ["", ""] as const,
};

/**
 * What is done to marks.yaml: what was decided of a figure that prints something else in the next release is left out, and so is what names a time. `typed`
 * is what the carried release has typed: a mark of a print that stands there stays. Undefined where nothing of the file is left.
 */
export function carriedWaivers(text: string, typed: string): { readonly work: CarryWork; readonly isEmpty: boolean } {
  const { value, troubles } = settingsValue(text, WORDS);
  if (value?.kind !== "fields" || text[value.start] === "{")
    return troubles.length === 0 && value?.kind !== "fields"
      ? { work: NO_WORK, isEmpty: true }
      : { work: { changes: [], notes: [unread(troubles[0]?.start ?? 0)] }, isEmpty: true };
  const parts = value.fields.map((field, i) => fieldWork(text, field, value.fields[i + 1]?.key.start, typed));
  const work: CarryWork = {
    changes: parts.flatMap((part) => part.changes),
    notes: parts.flatMap((part) => part.notes),
  };
  return { work, isEmpty: parts.every((part) => part.isEmpty) };
}

const unread = (at: number): CarryNote => ({
  kind: "left-out",
  at,
  words: "the file of marks, which cannot be read",
});

interface FieldWork extends CarryWork {
  /** Whether nothing of the field is left. */
  readonly isEmpty: boolean;
}

function fieldWork(text: string, { key, value }: Field, next: number | undefined, typed: string): FieldWork {
  if (value.kind !== "list") return { changes: [], notes: [], isEmpty: false };
  const end = next === undefined ? text.length : lineOf(text, next);
  const gone = value.items.map((item) => !stays(item, key.text, typed));
  const notes = value.items.flatMap((item, i): readonly CarryNote[] =>
    gone[i] === true ? [{ kind: "left-out", at: item.start, words: nameOf(item) }] : [],
  );
  if (notes.length === 0) return { changes: [], notes, isEmpty: value.items.length === 0 };
  const areLines = value.items.every((item) =>
    /^[ \t]*-[ \t]+$/.test(text.slice(lineOf(text, item.start), item.start)),
  );
  if (gone.every((one) => one) || !areLines) {
    const others = areLines ? [] : value.items.flatMap((item, i) => (gone[i] === true ? [] : [leftBeside(item)]));
    const change: CarryChange = { start: lineOf(text, key.start), end, text: "" };
    return { changes: [change], notes: [...notes, ...others], isEmpty: true };
  }
  const changes = value.items.flatMap((item, i): readonly CarryChange[] => {
    if (gone[i] !== true) return [];
    const after = value.items[i + 1];
    return [{ start: lineOf(text, item.start), end: after === undefined ? end : lineOf(text, after.start), text: "" }];
  });
  return { changes, notes, isEmpty: false };
}

const leftBeside = (item: Value): CarryNote => ({
  kind: "left-out",
  at: item.start,
  words: `${nameOf(item)}, which stands on one line with others that are`,
});

const lineOf = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** What names the figures of a mark, and what was decided when: the second does not tell whether the figure moves. */
const SIGNED = new Set(["reason", "author", "date"]);
const PRINTS = new Set(["print", "beside", "text"]);

function stays(item: Value, kind: string, typed: string): boolean {
  const named = scalarsOf(item, undefined);
  if (named.some(({ text }) => isDated(text))) return false;
  if (kind === "typed") return true;
  return named.every(({ key, text }) => !PRINTS.has(key ?? "") || !/\d/.test(text) || typed.includes(text));
}

function scalarsOf(
  value: Value,
  key: string | undefined,
): readonly { readonly key: string | undefined; readonly text: string }[] {
  if (value.kind === "text") return [{ key, text: value.text }];
  if (value.kind === "list") return value.items.flatMap((item) => scalarsOf(item, key));
  return value.fields.flatMap((field) => (SIGNED.has(field.key.text) ? [] : scalarsOf(field.value, field.key.text)));
}

const MOST_WORDS = 80;

/** "a decision on total-does-not-foot, Total sales, $232.3". */
function nameOf(item: Value): string {
  const words = scalarsOf(item, undefined)
    .map(({ text }) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "")
    .join(", ");
  return `a decision on ${words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS - 1)}…` : words}`;
}
