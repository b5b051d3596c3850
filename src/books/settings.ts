import { nearestTo } from "../text/nearest.ts";
import { type LineTable, lineAndColumn, lines } from "../text/place.ts";
import { type Fields, type SettingsWords, settingsValue, type Value } from "../text/settings.ts";
import { plainText } from "../text/utf8.ts";
import type { SourcePlace } from "./books.ts";
import { isWrong, type Kind, quoted } from "./kind.ts";
import type { Say } from "./said.ts";
import type { WorkspaceFile } from "./table.ts";

/** One field of a settings file: what it holds, whether it must be there, and what an editor says about it. */
export interface Setting<T> {
  readonly holds: Holds;
  readonly need: "required" | "optional";
  readonly about: string;
  /** Never there: it carries what the field reads. */
  readonly reads?: T;
}

type Holds =
  | { readonly shape: "text"; readonly kind: Kind<unknown> }
  | { readonly shape: "list"; readonly item: string; readonly settings: Settings }
  /** Texts by names that are the company's own. */
  | { readonly shape: "texts" };

export type Settings = Readonly<Record<string, Setting<unknown>>>;

export const must = <T>(kind: Kind<T>, about: string): Setting<T> => ({
  holds: { shape: "text", kind },
  need: "required",
  about,
});

export const may = <T>(kind: Kind<T>, about: string): Setting<T | undefined> => ({
  holds: { shape: "text", kind },
  need: "optional",
  about,
});

/** `item` names one of the list: "a fiscal month". */
export const listOf = <const S extends Settings>(
  item: string,
  settings: S,
  need: "required" | "optional",
  about: string,
): Setting<readonly Whole<S>[]> => ({ holds: { shape: "list", item, settings }, need, about });

export const textsOf = (about: string): Setting<ReadonlyMap<string, string>> => ({
  holds: { shape: "texts" },
  need: "optional",
  about,
});

type Reads<T> = T extends Setting<infer R> ? R : never;

/** Fields of which every one that must be there is. */
export interface Whole<S extends Settings> {
  readonly values: { readonly [K in keyof S]: Reads<S[K]> };
  /** Where the value of a field stands; where the fields begin, if it is not there. */
  readonly at: (name: keyof S & string) => SourcePlace;
}

/** Fields of which any may be missing, which is told then. */
export interface Found<S extends Settings> {
  readonly values: { readonly [K in keyof S]?: Reads<S[K]> | undefined };
  /** Whether all that stands in a field could be read: of a list, every item. */
  readonly isWhole: (name: keyof S & string) => boolean;
  readonly at: (name: keyof S & string) => SourcePlace;
}

const WORDS: SettingsWords = {
  all: "settings",
  one: "a setting",
  divide: "Break long text over several lines, behind the sign > where they are to be one; tables stand in csv files.",
  second: ["A second document starts here; the settings of a file are one.", "Take the line of hyphens out."],
};

interface Source {
  readonly path: string;
  readonly text: string;
  readonly table: LineTable;
  readonly say: Say;
}

/** The fields of a settings file; undefined where it holds none. */
export function readSettings<S extends Settings>(
  settings: S,
  what: string,
  file: WorkspaceFile,
  say: Say,
): Found<S> | undefined {
  const { path } = file;
  const plain = plainText(file.bytes);
  for (const { code, line, column, message, remedy } of plain.troubles)
    say(code, { path, line, column }, message, remedy);
  // What holds control characters or broken bytes has been told, and YAML would only tell it again.
  if (plain.troubles.length > 0) return undefined;
  const source: Source = { path, text: plain.text, table: lines(plain.text), say };
  const { value, troubles } = settingsValue(plain.text, WORDS);
  for (const { kind, message, remedy, start } of troubles) say(CODES[kind], placeAt(source, start), message, remedy);
  if (value === undefined && troubles.length > 0) return undefined;
  const nothing: Fields = { kind: "fields", fields: [], start: 0, end: 0 };
  const isEmpty = value === undefined || (value.kind === "text" && value.text === "");
  return found(settings, what, isEmpty ? nothing : value, source)?.found as Found<S> | undefined;
}

const CODES = {
  "too-large": "file-too-large",
  "not-text": "file-not-text",
  "not-plain": "settings-not-yaml",
  "not-yaml": "settings-not-yaml",
  "key-not-text": "setting-of-another-kind",
} as const;

function placeAt({ path, table }: Source, offset: number): SourcePlace {
  return { path, ...lineAndColumn(table, offset) };
}

/** The place of the first character of a text, inside its quotation marks or below the sign of a block. */
function textPlace(source: Source, value: Value): SourcePlace {
  const first = source.text[value.start];
  if (first === '"' || first === "'") return placeAt(source, value.start + 1);
  if (first !== "|" && first !== ">") return placeAt(source, value.start);
  const line = source.text.indexOf("\n", value.start);
  if (line < 0) return placeAt(source, value.start);
  let at = line + 1;
  while (/\s/.test(source.text[at] ?? "x")) at++;
  return placeAt(source, at);
}

interface FoundFields {
  readonly found: Found<Settings>;
  /** Whether every field that must be there could be read, and no other is wrong. */
  readonly isWhole: boolean;
}

function found(settings: Settings, what: string, value: Value, source: Source): FoundFields | undefined {
  const { say } = source;
  const known = Object.keys(settings);
  if (value.kind !== "fields") {
    const message = `Here stands ${named(value)}; ${what} has the fields ${known.join(", ")}.`;
    const remedy = "Write each field on a line of its own: its name, a colon, a space, and what it holds.";
    say("setting-of-another-kind", placeAt(source, value.start), message, remedy);
    return undefined;
  }
  const fields = new Map<string, Value>();
  let isWhole = true;
  for (const { key, value: held } of value.fields) {
    const place = placeAt(source, key.start);
    if (!known.includes(key.text)) sayUnknown(key.text, what, place, known, fields, say);
    else if (fields.has(key.text))
      say("setting-twice", place, `A second field "${key.text}" of ${what} stands here.`, "Take one of the two out.");
    else {
      fields.set(key.text, held);
      continue;
    }
    isWhole = false;
  }
  const values: Record<string, unknown> = {};
  const broken = new Set<string>();
  for (const name of known) {
    const setting = settings[name]!;
    const read = valueOfSetting(setting, name, what, fields.get(name), value, source);
    values[name] = read?.value;
    if (read === undefined || read.isPart === true) broken.add(name);
  }
  const at = (name: string): SourcePlace => {
    const held = fields.get(name);
    return held === undefined ? placeAt(source, value.start) : textPlace(source, held);
  };
  return {
    found: { values, at, isWhole: (name) => !broken.has(name) },
    isWhole: isWhole && broken.size === 0,
  };
}

function sayUnknown(
  name: string,
  what: string,
  place: SourcePlace,
  known: readonly string[],
  fields: ReadonlyMap<string, Value>,
  say: Say,
): void {
  say("setting-unknown", place, `Nothing reads a field ${quoted(name)} of ${what}.`, () => {
    const open = known.filter((other) => !fields.has(other));
    const nearest = nearestTo(name, open) ?? nearestTo(name, known);
    return `Take it out, or write the name that is meant; the nearest is ${nearest}.`;
  });
}

/** What a value is, as a message says it. */
function named(value: Value): string {
  if (value.kind === "list") return "a list";
  if (value.kind === "fields") return "fields";
  return value.text === "" ? "nothing" : quoted(value.text);
}

const isNothing = (value: Value | undefined): boolean =>
  value === undefined ||
  (value.kind === "text" && value.text.trim() === "") ||
  (value.kind === "list" && value.items.length === 0) ||
  (value.kind === "fields" && value.fields.length === 0);

interface ValueRead {
  readonly value: unknown;
  /** Whether something was left out of it, which is told. */
  readonly isPart?: boolean;
}

/** Undefined where what stands there is told to be wrong. */
function valueOfSetting(
  setting: Setting<unknown>,
  name: string,
  what: string,
  value: Value | undefined,
  owner: Fields,
  source: Source,
): ValueRead | undefined {
  const { holds, need } = setting;
  const { say } = source;
  if (value === undefined || isNothing(value)) {
    if (need === "required") {
      const stands = value === undefined ? "is missing" : "holds nothing";
      const place = placeAt(source, value?.start ?? owner.start);
      const remedy = `Write "${name}:" and behind it ${holds.shape === "text" ? expectedOf(holds.kind) : "one item a line"}.`;
      say("setting-missing", place, `The field "${name}" of ${what} ${stands}.`, remedy);
      return undefined;
    }
    return { value: holds.shape === "list" ? [] : holds.shape === "texts" ? new Map() : undefined };
  }
  if (holds.shape === "text" && value.kind === "text") return scalarOf(holds.kind, name, value.text, value, source);
  if (holds.shape === "list" && value.kind === "list") return listIn(holds.item, holds.settings, value.items, source);
  if (holds.shape === "texts" && value.kind === "fields") return textsIn(name, value, source);
  const shapes = { text: "text", list: "a list", texts: "fields" } as const;
  const message = `"${name}" of ${what} holds ${named(value)}, where ${shapes[holds.shape]} was expected.`;
  const remedy =
    holds.shape === "list"
      ? 'Write one item a line, each behind "- ".'
      : holds.shape === "texts"
        ? "Write each text on a line of its own: its name, a colon, a space, and the text."
        : "Write it in quotation marks if it holds a colon, a comma or a bracket.";
  say("setting-of-another-kind", placeAt(source, value.start), message, remedy);
  return undefined;
}

const expectedOf = (kind: Kind<unknown>): string => kind.expected.replace(/,$/, "");

function scalarOf(
  kind: Kind<unknown>,
  name: string,
  written: string,
  value: Value,
  source: Source,
): ValueRead | undefined {
  const read = kind.read(written.trim());
  if (!isWrong(read)) return { value: read };
  const stands = read.stands === undefined ? "" : `, which ${read.stands}`;
  const message = `"${name}" holds ${quoted(written)}${stands}; ${kind.expected} was expected.`;
  source.say(read.wrong, textPlace(source, value), message, read.remedy);
  return undefined;
}

/** Items that are wrong are left out; the list stands for the others. */
function listIn(item: string, settings: Settings, items: readonly Value[], source: Source): ValueRead {
  const all = items.map((one) => found(settings, item, one, source));
  const value = all.flatMap((one) => (one?.isWhole === true ? [one.found] : []));
  return { value, isPart: value.length < all.length };
}

function textsIn(name: string, value: Fields, source: Source): { readonly value: ReadonlyMap<string, string> } {
  const texts = new Map<string, string>();
  for (const { key, value: held } of value.fields) {
    const place = placeAt(source, key.start);
    if (held.kind !== "text")
      source.say(
        "setting-of-another-kind",
        place,
        `"${key.text}" of "${name}" holds ${named(held)}, where text was expected.`,
        "Write it in quotation marks, or as a block behind the sign |.",
      );
    else if (texts.has(key.text))
      source.say("setting-twice", place, `A second text "${key.text}" stands here.`, "Take one of the two out.");
    else texts.set(key.text, held.text.trim());
  }
  return { value: texts };
}
