import type { LexedBlock } from "../../tieout/lex/lexed.ts";
import type { TableMeaning } from "../../tieout/meaning/table.ts";
import type { RuleInput } from "../rule-input.ts";

/**
 * Hyphens that do not break, the dash that a typesetter puts between two words that are one, and the blank of "non GAAP": each may stand in
 * the place of a hyphen.
 */
const TYPESET =
  /[\u2010\u2011]|(?<=\p{Ll})\u2013(?=\p{Ll})|(?<=\b[Nn]on|\bNON)\u2013(?=\p{L})|(?<=\b[Nn]on|\bNON) (?=(?:GAAP|IFRS)\b)/gu;
const HAS_TYPESET = /[\u2010\u2011\u2013]|\b[Nn](?:on|ON) (?:GAAP|IFRS)/;

/** A text with plain hyphens; every character keeps its place. */
export const withHyphens = (text: string): string => (HAS_TYPESET.test(text) ? text.replace(TYPESET, "-") : text);

/** A document as the rules read it: whoever writes "non-GAAP" with whichever hyphen means the same. */
export function inHyphens(input: RuleInput): RuleInput {
  const { lexed, tables } = input;
  return {
    ...input,
    lexed: lexed.map((block): LexedBlock => {
      if (block.kind === "table") return block;
      const { text } = block.block;
      const plain = withHyphens(text.text);
      return plain === text.text ? block : { ...block, block: { ...block.block, text: { ...text, text: plain } } };
    }),
    tables: tables.map((reading) => ({ ...reading, meaning: meaningOf(reading.meaning) })),
  };
}

const meaningOf = (meaning: TableMeaning): TableMeaning => {
  const { caption, columns, rows } = meaning;
  const isPlain =
    !HAS_TYPESET.test(caption) &&
    !columns.some(({ head }) => HAS_TYPESET.test(head)) &&
    !rows.some(({ label, path }) => HAS_TYPESET.test(label) || path.some((section) => HAS_TYPESET.test(section)));
  if (isPlain) return meaning;
  return {
    ...meaning,
    caption: withHyphens(caption),
    columns: columns.map((column) => ({ ...column, head: withHyphens(column.head) })),
    rows: rows.map((row) => ({ ...row, label: withHyphens(row.label), path: row.path.map(withHyphens) })),
  };
};
