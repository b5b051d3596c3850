import { type SettingsTrouble, type SettingsWords, settingsValue, type Value } from "../../text/settings.ts";
import type { MarkTrouble } from "./mark.ts";

const WORDS: SettingsWords = {
  all: "marks",
  one: "a mark",
  divide:
    "Share the marks out over several files, one for each release, and name the one that belongs to the document.",
  second: ["A second document starts here; the marks of a file are one.", "Put all marks below one line `marks:`."],
};

const CODES: Readonly<Record<SettingsTrouble["kind"], string>> = {
  "too-large": "marks-too-large",
  "not-text": "marks-not-text",
  "not-plain": "marks-not-plain",
  "not-yaml": "marks-not-yaml",
  "key-not-text": "mark-field-unknown",
};

/** The value of a YAML text, or why there is none. */
export function yamlValue(text: string): {
  readonly value: Value | undefined;
  readonly troubles: readonly MarkTrouble[];
} {
  const { value, troubles } = settingsValue(text, WORDS);
  return { value, troubles: troubles.map(({ kind, ...told }) => ({ code: CODES[kind], ...told })) };
}
