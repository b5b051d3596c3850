import { join, type Printed } from "../text/printed.ts";
import { type Field, settingsValue, type Value } from "../text/settings.ts";
import { BOUND, type TypedDesk, tellUnbound } from "./_unbound.ts";
import type { Binding } from "./binding.ts";
import type { TextBlock, TextInline } from "./release-text.ts";
import { type Piece, type SourceText, sourceText } from "./source-text.ts";
import type { ReleaseFile } from "./table-source.ts";

/** Looks through the words of a text for figures that are typed. */
export function tellTyped(blocks: readonly TextBlock[], source: SourceText, desk: TypedDesk): void {
  for (const block of blocks) {
    const texts = block.kind === "list" ? block.items : block.kind === "directive" ? [] : [block.content];
    for (const content of texts) {
      tellUnbound(join(content.map(printedOf), ""), source, desk);
      for (const inline of content)
        if (inline.kind === "binding")
          for (const word of wordsOf(inline.binding)) tellUnbound(whole(word), source, desk);
    }
  }
}

function printedOf(inline: TextInline): Printed {
  if (inline.kind === "binding") return { text: BOUND, pieces: [0, inline.start, inline.end] };
  if (inline.kind === "break") return { text: " ", pieces: [0, 0, 0] };
  // An address that is printed as it is holds no figures.
  if (inline.kind === "link" && inline.url.endsWith(inline.printed.text))
    return { ...inline.printed, text: BOUND.repeat(inline.printed.text.length) };
  return inline.printed;
}

const wordsOf = (binding: Binding): readonly Piece[] =>
  binding.kind === "word" || binding.kind === "plural" ? binding.words : [];

const whole = ({ text, start, end }: Piece): Printed => ({ text, pieces: [0, start, end] });

/** The settings of tables.yaml and call.yaml whose texts are printed as they are typed. */
const PRINTED = new Set([
  "title",
  "description",
  "head",
  "label",
  "labels",
  "total",
  "unallocated",
  "name",
  "footnotes",
  "note",
]);

/** A title or a footnote has no more. */
const LONGEST = 4000;

const WORDS = { all: "settings", one: "a setting", divide: "", second: ["", ""] as const };

/** Looks through the titles, heads, labels and footnotes of a file, and through all else for what was to be filled in; what cannot be read of it is told by whoever reads it. */
export function tellTypedSettings(file: ReleaseFile, desk: TypedDesk): void {
  const { value } = settingsValue(file.text, WORDS);
  if (value === undefined) return;
  const source = sourceText(file.path, file.text);
  const visit = (held: Value, isPrinted: boolean): void => {
    if (held.kind === "list") for (const item of held.items) visit(item, isPrinted);
    else if (held.kind === "fields") for (const field of held.fields) visit(field.value, isPrinted || isNamed(field));
    else if (held.text.length > LONGEST)
      desk.say(
        "file-too-large",
        source.at(held.start),
        `This text has ${held.text.length} characters; one has at most ${LONGEST}.`,
        "Write it into release.md, or into a text of company.yaml.",
      );
    else tellUnbound(withoutBindings(printedValue(held, file.text)), source, desk, !isPrinted);
  };
  visit(value, false);
}

const isNamed = ({ key }: Field): boolean => PRINTED.has(key.text);

/** A scalar on one line stands letter by letter in the file; a folded one has the place of its start. */
function printedValue(held: Extract<Value, { kind: "text" }>, source: string): Printed {
  const { text, start } = held;
  const at = source.startsWith(text, start) ? start : source.startsWith(text, start + 1) ? start + 1 : undefined;
  return { text, pieces: at === undefined ? [0, start, start + text.length + 1] : [0, at, at + text.length] };
}

const withoutBindings = (printed: Printed): Printed => ({
  ...printed,
  text: printed.text.replace(/\\[{}]|\{[^{}]*\}/g, (piece) =>
    piece.startsWith("\\") ? piece : BOUND.repeat(piece.length),
  ),
});
