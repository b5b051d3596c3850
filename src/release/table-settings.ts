import type { SourcePlace } from "../books/books.ts";
import { isWrong, type Kind, quoted } from "../books/kind.ts";
import type { Say } from "../books/said.ts";
import { nearestTo } from "../text/nearest.ts";
import { type Fields, type SettingsWords, settingsValue, type Value } from "../text/settings.ts";
import { type SourceText, sourceText } from "./source-text.ts";
import type { ReleaseFile } from "./table-source.ts";

/** One field of a settings file of a release: what it holds, whether it must be there, and what an editor says about it. */
export interface Setting<T> {
  readonly holds: Holds;
  readonly need: "required" | "optional";
  readonly about: string;
  /** Never there: it carries what the field reads. */
  readonly reads?: T;
}

export type Holds =
  | { readonly shape: "text"; readonly kind: Kind<unknown> }
  /** One text, or a list of them. */
  | { readonly shape: "texts"; readonly kind: Kind<unknown> }
  /** Texts by names. */
  | { readonly shape: "names" }
  | { readonly shape: "fields"; readonly item: string; readonly settings: Settings }
  | { readonly shape: "list"; readonly item: string; readonly settings: Settings };

export type Settings = Readonly<Record<string, Setting<unknown>>>;

/** Something of a file with its place. */
export interface Placed<T> {
  readonly value: T;
  readonly place: SourcePlace;
}

export const must = <T>(kind: Kind<T>, about: string): Setting<T | undefined> => ({
  holds: { shape: "text", kind },
  need: "required",
  about,
});

export const may = <T>(kind: Kind<T>, about: string): Setting<T | undefined> => ({
  holds: { shape: "text", kind },
  need: "optional",
  about,
});

export const textsOf = <T>(kind: Kind<T>, about: string): Setting<readonly Placed<T>[]> => ({
  holds: { shape: "texts", kind },
  need: "optional",
  about,
});

export const namesOf = (about: string): Setting<ReadonlyMap<string, Placed<string>>> => ({
  holds: { shape: "names" },
  need: "optional",
  about,
});

/** `item` names the whole: "the call". */
export const fieldsOf = <const S extends Settings>(
  item: string,
  settings: S,
  need: "required" | "optional",
  about: string,
): Setting<Found<S> | undefined> => ({ holds: { shape: "fields", item, settings }, need, about });

/** `item` names one of the list: "a column". */
export const listOf = <const S extends Settings>(
  item: string,
  settings: S,
  about: string,
): Setting<readonly Found<S>[]> => ({ holds: { shape: "list", item, settings }, need: "optional", about });

type Reads<T> = T extends Setting<infer R> ? R : never;

/** Fields of which any may be missing or wrong, which is told then. */
export interface Found<S extends Settings> {
  readonly values: { readonly [K in keyof S]: Reads<S[K]> };
  /** Where the value of a field stands; where the fields begin, if it is not there. */
  readonly at: (name?: keyof S & string) => SourcePlace;
  /** Whether nothing in them is wrong. */
  readonly isWhole: boolean;
}

interface Source extends SourceText {
  readonly say: Say;
}

const CODES = {
  "too-large": "file-too-large",
  "not-text": "file-not-text",
  "not-plain": "settings-not-yaml",
  "not-yaml": "settings-not-yaml",
  "key-not-text": "setting-of-another-kind",
} as const;

const WORDS: SettingsWords = {
  all: "settings",
  one: "a setting",
  divide: "Break long text over several lines, behind the sign > where they are to be one.",
  second: ["A second document starts here; the settings of a file are one.", "Take the line of hyphens out."],
};

/** The fields of a settings file; undefined where nothing can be read of it. What is wrong with it is said. */
export function readFields<S extends Settings>(
  settings: S,
  what: string,
  file: ReleaseFile,
  say: Say,
): Found<S> | undefined {
  const source: Source = { ...sourceText(file.path, file.text), say };
  const { value, troubles } = settingsValue(file.text, WORDS);
  for (const { kind, message, remedy, start } of troubles) say(CODES[kind], source.at(start), message, remedy);
  if (value === undefined && troubles.length > 0) return undefined;
  const nothing: Fields = { kind: "fields", fields: [], start: 0, end: 0 };
  const isEmpty = value === undefined || (value.kind === "text" && value.text === "");
  return foundIn(settings, what, isEmpty ? nothing : value, source) as Found<S> | undefined;
}

/** The place of the first character of a text, inside its quotation marks or below the sign of a block. */
function textPlace(source: Source, value: Value): SourcePlace {
  const first = source.text[value.start];
  if (first === '"' || first === "'") return source.at(value.start + 1);
  if (first !== "|" && first !== ">") return source.at(value.start);
  const line = source.text.indexOf("\n", value.start);
  if (line < 0) return source.at(value.start);
  let at = line + 1;
  while (/\s/.test(source.text[at] ?? "x")) at++;
  return source.at(at);
}

function foundIn(settings: Settings, what: string, value: Value, source: Source): Found<Settings> | undefined {
  const known = Object.keys(settings);
  if (value.kind !== "fields") {
    const message = `Here stands ${named(value)}; ${what} has the fields ${known.join(", ")}.`;
    const remedy = "Write each field on a line of its own: its name, a colon, a space, and what it holds.";
    source.say("setting-of-another-kind", source.at(value.start), message, remedy);
    return undefined;
  }
  const fields = knownFields(value, known, what, source);
  let isWhole = fields.areAllKnown;
  const values: Record<string, unknown> = {};
  for (const name of known) {
    const read = valueOfSetting(settings[name]!, name, what, fields.byName.get(name), value, source);
    values[name] = read.value;
    if (!read.isWhole) isWhole = false;
  }
  const at = (name?: string): SourcePlace => {
    const held = name === undefined ? undefined : fields.byName.get(name);
    return held === undefined ? source.at(value.start) : textPlace(source, held);
  };
  return { values, at, isWhole };
}

function knownFields(
  value: Fields,
  known: readonly string[],
  what: string,
  source: Source,
): { readonly byName: ReadonlyMap<string, Value>; readonly areAllKnown: boolean } {
  const byName = new Map<string, Value>();
  let areAllKnown = true;
  for (const { key, value: held } of value.fields) {
    const place = source.at(key.start);
    if (!known.includes(key.text))
      source.say("setting-unknown", place, `Nothing reads a field ${quoted(key.text)} of ${what}.`, () => {
        const nearest = nearestTo(
          key.text,
          known.filter((other) => !byName.has(other)),
        );
        return `Take it out, or write the name that is meant; the nearest is ${nearest ?? nearestTo(key.text, known)}.`;
      });
    else if (byName.has(key.text))
      source.say(
        "setting-twice",
        place,
        `A second field "${key.text}" of ${what} stands here.`,
        "Take one of the two out.",
      );
    else {
      byName.set(key.text, held);
      continue;
    }
    areAllKnown = false;
  }
  return { byName, areAllKnown };
}

/** What a value is, as a message says it. */
function named(value: Value): string {
  if (value.kind === "list") return "a list";
  if (value.kind === "fields") return "fields";
  return value.text === "" ? "nothing" : quoted(value.text);
}

const isNothing = (value: Value): boolean =>
  (value.kind === "text" && value.text.trim() === "") ||
  (value.kind === "list" && value.items.length === 0) ||
  (value.kind === "fields" && value.fields.length === 0);

interface ValueRead {
  readonly value: unknown;
  /** Not, where something of it was left out, which is told. */
  readonly isWhole: boolean;
}

/** What a field reads as where there is nothing in it. */
const emptyOf = ({ shape }: Holds): unknown =>
  shape === "list" || shape === "texts" ? [] : shape === "names" ? new Map() : undefined;

const SHAPES: Readonly<Record<Holds["shape"], readonly [expected: string, remedy: string]>> = {
  text: ["text", "Write it in quotation marks if it holds a colon, a comma or a bracket."],
  texts: ["text or a list of texts", 'Write one text a line, each behind "- ".'],
  names: ["fields", "Write each text on a line of its own: its name, a colon, a space, and the text."],
  fields: ["fields", "Write each field on a line of its own: its name, a colon, a space, and what it holds."],
  list: ["a list", 'Write one item a line, each behind "- ".'],
};

function valueOfSetting(
  { holds, need }: Setting<unknown>,
  name: string,
  what: string,
  value: Value | undefined,
  owner: Fields,
  source: Source,
): ValueRead {
  if (value === undefined || isNothing(value)) {
    if (need === "optional") return { value: emptyOf(holds), isWhole: true };
    const stands = value === undefined ? "is missing" : "holds nothing";
    const expected = holds.shape === "text" ? holds.kind.expected.replace(/,$/, "") : SHAPES[holds.shape][0];
    const place = source.at(value?.start ?? owner.start);
    source.say(
      "setting-missing",
      place,
      `The field "${name}" of ${what} ${stands}.`,
      `Write "${name}:" and behind it ${expected}.`,
    );
    return { value: emptyOf(holds), isWhole: false };
  }
  const read = shaped(holds, name, value, source);
  if (read !== undefined) return read;
  const [expected, remedy] = SHAPES[holds.shape];
  const message = `"${name}" of ${what} holds ${named(value)}, where ${expected} ${holds.shape === "fields" || holds.shape === "names" ? "were" : "was"} expected.`;
  source.say("setting-of-another-kind", source.at(value.start), message, remedy);
  return { value: emptyOf(holds), isWhole: false };
}

/** Undefined where the value has another shape. */
function shaped(holds: Holds, name: string, value: Value, source: Source): ValueRead | undefined {
  switch (holds.shape) {
    case "text":
      return value.kind === "text" ? scalarOf(holds.kind, name, value, source) : undefined;
    case "texts": {
      const items = value.kind === "list" ? value.items : [value];
      if (items.some((item) => item.kind !== "text")) return undefined;
      const reads = items.map((item) => ({
        ...scalarOf(holds.kind, name, item, source),
        place: textPlace(source, item),
      }));
      return { value: reads.filter((read) => read.value !== undefined), isWhole: reads.every((read) => read.isWhole) };
    }
    case "names":
      return value.kind === "fields" ? namesIn(name, value, source) : undefined;
    case "fields": {
      if (value.kind !== "fields") return undefined;
      const found = foundIn(holds.settings, holds.item, value, source);
      return { value: found, isWhole: found?.isWhole === true };
    }
    case "list": {
      if (value.kind !== "list") return undefined;
      const all = value.items.map((item) => foundIn(holds.settings, holds.item, item, source));
      const found = all.filter((one) => one !== undefined);
      return { value: found, isWhole: all.every((one) => one?.isWhole === true) };
    }
  }
}

function scalarOf(kind: Kind<unknown>, name: string, value: Value, source: Source): ValueRead {
  const written = value.kind === "text" ? value.text : "";
  const read = written.trim() === "" ? undefined : kind.read(written.trim());
  if (!isWrong(read)) return { value: read, isWhole: true };
  const stands = read.stands === undefined ? "" : `, which ${read.stands}`;
  const message = `"${name}" holds ${quoted(written)}${stands}; ${kind.expected} was expected.`;
  source.say(read.wrong, textPlace(source, value), message, read.remedy);
  return { value: undefined, isWhole: false };
}

function namesIn(name: string, value: Fields, source: Source): ValueRead {
  const texts = new Map<string, Placed<string>>();
  let isWhole = true;
  for (const { key, value: held } of value.fields) {
    const place = source.at(key.start);
    if (held.kind === "text" && !texts.has(key.text)) {
      texts.set(key.text, { value: held.text.trim(), place });
      continue;
    }
    isWhole = false;
    if (held.kind === "text")
      source.say("setting-twice", place, `A second text "${key.text}" stands here.`, "Take one of the two out.");
    else
      source.say(
        "setting-of-another-kind",
        place,
        `"${key.text}" of "${name}" holds ${named(held)}, where text was expected.`,
        "Write it in quotation marks, or as a block behind the sign |.",
      );
  }
  return { value: texts, isWhole };
}
