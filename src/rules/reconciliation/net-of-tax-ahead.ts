import { inSmall } from "../pattern.ts";
import { linesTold } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";

/**
 * A sentence, with a space before it, on the tables of guidance that lead to the same measure by one of the same lines, and have none for tax either; empty where
 * there is none. Ranges are no figures, so that the ends of such a table are known by their labels alone.
 */
export function sameAhead(disclosure: Disclosure, lines: readonly RuleRow[]): string {
  const names = new Set(lines.map(({ label }) => nameOf(label)).filter((name) => name.length >= LETTERS));
  const rows = disclosure.tables
    .filter((t) => t.kind === "guidance")
    .flatMap((t) =>
      t.rows.filter((r) => r.named === undefined && names.has(nameOf(r.label)) && !isTaxed(r, t)).slice(0, 1),
    );
  const told = lines[0] === undefined ? "" : linesTold(disclosure, lines[0], rows);
  return told === "" ? "" : ` So it is with what is guided for in ${told}.`;
}

/** A label of fewer letters is that of many lines. */
const LETTERS = 8;

/** A label up to its first comma, without the marks of its notes. */
const nameOf = (label: string): string =>
  label
    .replace(/,.*$/s, "")
    .replace(/\(\w{1,2}\)/g, " ")
    .replace(/\W+/g, " ")
    .trim()
    .toLowerCase();

/** Whether a line near it is for tax: a page may have set several forecasts as one table. */
const isTaxed = ({ row }: RuleRow, { reading: { meaning } }: RuleTable): boolean =>
  meaning.rows.slice(Math.max(0, row - NEAR), row + NEAR).some(({ label }) => /\btax/.test(inSmall(label)));
const NEAR = 8;
