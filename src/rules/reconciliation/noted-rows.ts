import type { Named } from "../names/lexicon.ts";
import { anyCase } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { outlookRows, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { exceptions } from "./guidance-exception.ts";
import { isOutlook } from "./outlook-table.ts";

/** The mark of a footnote at the end of a label: "SG&A (5)". */
const MARK = /\(?\b(\d{1,2}|[a-z])\)\W{0,3}$|([*†‡]{1,3})\s*$/;
/** "(5) Excludes stock compensation and expenses of the merger": what the line of the statements has in it. */
const LEAVES_OUT = anyCase(
  /^[^.;]{0,60}?\b(?:excludes?|excluding|exclusive of|does not include|do not include|before)\b (?:[^.;]|\.\d){0,120}\b(?:costs|charges|expenses?|compensation|items|amortization|impairments?|refunds|gains|losses)\b/,
);
/** What nobody knows of yet is in no amount under GAAP either, and what a caption says of depreciation it says of the statement as well. */
const NO_OWN = anyCase(
  /\b(?:potential|possible|future|unannounced|further|pending|may|might|could|unforeseen|unexpected|depreciation|depletion|gaap)\b/,
);
/** So many passages below its table a note stands. */
const BELOW = 14;

/**
 * Rows of an outlook under the name of a line of the statements, of which a note says that they leave out what that line has in it: amounts of the
 * company's own, with neither that of the line nor an exception. One finding for each table.
 */
export function notedRows(disclosure: Disclosure): readonly Found[] {
  const tables = disclosure.tables.filter((t) => isOutlook(t, disclosure.context));
  if (tables.length === 0 || exceptions(disclosure).length > 0) return [];
  return tables.flatMap((t) => {
    const notes = notesBelow(t, disclosure);
    const all =
      notes.size === 0
        ? []
        : outlookRows(t).filter(({ row, named }) => {
            const note =
              named.basis === "GAAP" && named.family !== "revenue" ? notes.get(markAt(t, row) ?? "") : undefined;
            return (
              note !== undefined && LEAVES_OUT.test(note) && !NO_OWN.test(note) && !isGivenToo(t, row, named, tables)
            );
          });
    const [first] = all;
    if (first === undefined) return [];
    const names = [...new Set(all.map(({ named }) => quoted(named.name)))].join(", ");
    return [
      {
        start: first.start,
        end: first.end,
        message: `The outlook gives ${names} without what a note to it leaves out, under the name of a line of the statements, and no amount of that line.`,
        remedy:
          "Guide for the line of the statements as well, and first, or say there that it is not available without unreasonable efforts.",
        figures: [],
      },
    ];
  });
}

/** Whether another row of the outlook, called otherwise, has the line of the statements. */
const isGivenToo = (t: RuleTable, row: number, { family }: Named, tables: readonly RuleTable[]): boolean =>
  tables.some((other) =>
    outlookRows(other).some(
      (r) => r.named.family === family && r.named.basis === "GAAP" && labelAt(other, r.row) !== labelAt(t, row),
    ),
  );

const labelAt = ({ reading: { block } }: RuleTable, row: number): string =>
  block.rows[row]?.cells[0]?.cell.text.text.trim() ?? "";

const markAt = (table: RuleTable, row: number): string | undefined => {
  const match = MARK.exec(labelAt(table, row));
  return match?.[1] ?? match?.[2];
};

/** The notes right below a table, by their marks. */
function notesBelow({ block }: RuleTable, { passages }: Disclosure): ReadonlyMap<string, string> {
  const below = passages.filter((p) => p.block > block && p.block <= block + BELOW);
  return new Map(
    below.flatMap(({ text }): [string, string][] => {
      const match = NOTE.exec(text);
      return match === null ? [] : [[(match[1] ?? match[2])!, text.slice(match[0].length)]];
    }),
  );
}
const NOTE = /^\W{0,2}(\d{1,2}|[a-z])[).]\s{0,3}|^([*†‡]{1,3})\s{0,3}/;
