import { verbatim } from "../text/printed.ts";
import { type Field, settingsValue, type Text } from "../text/settings.ts";
import type { CarryNote } from "./carry-changes.ts";
import { periodCodesOf, readBinding } from "./read-binding.ts";

const WORDS = { all: "settings", one: "a setting", divide: "", second: ["", ""] as const };

/** The codes in those texts of company.yaml that a release asks for: they are every release's, and stay where they are. */
export function companyCodes(company: string, release: string): readonly CarryNote[] {
  const asked = new Set(Array.from(release.matchAll(/^::text\[([^\]\n]*)\]/gm), ({ 1: name }) => name?.trim()));
  if (asked.size === 0) return [];
  const { value } = settingsValue(company, WORDS);
  const fields: readonly Field[] = value?.kind === "fields" ? value.fields : [];
  const texts = fields.find(({ key }) => key.text === "text")?.value;
  return (texts?.kind === "fields" ? texts.fields : []).flatMap(({ key, value: held }) =>
    held.kind === "text" && asked.has(key.text) ? codesIn(company, key.text, held) : [],
  );
}

function codesIn(company: string, name: string, { start, end }: Text): readonly CarryNote[] {
  return [...company.slice(start, end).matchAll(/\{[^{}]*\}/g)].flatMap(({ index, 0: braces }) => {
    const from = start + index + 1;
    const read = readBinding(verbatim(company, from, from + braces.length - 2));
    return ("binding" in read ? periodCodesOf(read.binding) : []).map(
      (code): CarryNote => ({
        kind: "look",
        at: code.start,
        words: `${code.text} stays in the text "${name}", which is of every release; write a relative word where it is to move`,
      }),
    );
  });
}
