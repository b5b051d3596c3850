import type { Fields, Text, Value } from "../../text/settings.ts";
import type { MarkTrouble } from "./mark.ts";

/** Where the troubles of a file are gathered while its marks are read. */
export type Say = (trouble: MarkTrouble) => void;

export const trouble = (
  code: string,
  { start, end }: { readonly start: number; readonly end: number },
  message: string,
  remedy: string,
): MarkTrouble => ({ code, message, remedy, start, end: Math.max(end, start + 1) });

/** What a value is, as a message says it. */
export function named(value: Value): string {
  if (value.kind === "list") return "a list";
  if (value.kind === "fields") return "fields";
  return value.text === "" ? "nothing" : JSON.stringify(cut(value.text));
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}\u2026` : text);

/** The fields by name; unknown ones and second ones of a name are told and left out. Where there are no fields at all, `chief` says which to write. */
export function fieldsOf(
  value: Value,
  what: string,
  known: readonly string[],
  say: Say,
  chief: readonly string[] = known,
): ReadonlyMap<string, Value> | undefined {
  if (value.kind !== "fields") {
    say(
      trouble(
        "mark-not-fields",
        value,
        `Here stands ${named(value)}; ${what} has the fields ${chief.join(", ")}.`,
        "Write each field on a line of its own: its name, a colon, a space, and what it holds.",
      ),
    );
    return undefined;
  }
  const found = new Map<string, Value>();
  for (const { key, value: held } of value.fields) {
    if (!known.includes(key.text)) say(unknownField(key, what, known));
    else if (found.has(key.text))
      say(
        trouble(
          "mark-field-twice",
          key,
          `${capital(what)} has a second field "${key.text}" here; each stands once.`,
          "Take one of the two out.",
        ),
      );
    else found.set(key.text, held);
  }
  return found;
}

const unknownField = (key: Text, what: string, known: readonly string[]): MarkTrouble =>
  trouble(
    "mark-field-unknown",
    key,
    `${capital(what)} has no field ${named(key)}; it has ${known.join(", ")}.`,
    /^\d/.test(key.text)
      ? "Numbers with commas stand in quotation marks."
      : "Take it out, or write the name of the field that is meant.",
  );

/** The text of a field, white space at its ends dropped; undefined, and told, where it is missing, empty or no text. */
export function textOf(
  fields: ReadonlyMap<string, Value>,
  key: string,
  owner: Fields | Value,
  why: string,
  say: Say,
): Text | undefined {
  const value = fields.get(key);
  const text = value?.kind === "text" ? value.text.trim() : "";
  if (value?.kind === "text" && text !== "") return { ...value, text };
  const place = value ?? { start: owner.start, end: owner.start + 1 };
  const stands = value === undefined ? `The field "${key}" is missing here` : `"${key}" holds ${named(value)}`;
  say(trouble("mark-field-empty", place, `${stands}; ${why}`, `Write "${key}:" and what it is to hold.`));
  return undefined;
}

/** The text of a field that may be left out; an empty one counts as left out. */
export function maybeText(fields: ReadonlyMap<string, Value>, key: string, what: string, say: Say): string | undefined {
  const value = fields.get(key);
  if (value === undefined) return undefined;
  if (value.kind === "text") return value.text.trim() === "" ? undefined : value.text.trim();
  say(
    trouble(
      "mark-not-text",
      value,
      `"${key}" of ${what} holds ${named(value)}, where text was expected.`,
      "Write it on one line, in quotation marks if it holds a colon, a comma or a bracket.",
    ),
  );
  return undefined;
}

/** The items of a list; undefined, and told, where there is none or it holds nothing. */
export function itemsOf(value: Value | undefined, owner: Value, what: string, say: Say): readonly Value[] | undefined {
  if (value?.kind === "list" && value.items.length > 0) return value.items;
  say(
    trouble(
      "mark-not-list",
      value ?? { start: owner.start, end: owner.start + 1 },
      `Here stands ${value === undefined || value.kind === "list" ? "nothing" : named(value)}, where ${what} were expected.`,
      'Write one a line, each behind "- ".',
    ),
  );
  return undefined;
}
