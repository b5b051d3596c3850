import { placeOf } from "../../text/printed.ts";
import { comparableTo } from "../names/comparable.ts";
import type { Family } from "../names/family.ts";
import { anyCase, inSmall } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { foots, linesBetween } from "../reading/foots.ts";
import { quoted } from "../reading/own-measure.ts";
import { isCalledSo, outlookRows, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { isOutlook } from "./outlook-table.ts";

/** What the segments of a company earn together, which stands for no line of the statements outside of the note on segments (C&DI 104.04). */
const OF_SEGMENTS = anyCase(
  /^\W{0,4}(?:total |business |reportable |adjusted |combined ){0,3}segments?(?:[’']s?)? (?:adjusted )?(?:operating )?(?:profit|income|earnings|ebitd?a)\b/,
);
/** That the release itself says so of it. */
const SAID_OWN = anyCase(
  /\bsegments?(?:[’']s?)? (?:adjusted )?(?:operating )?(?:profit|income|earnings|ebitd?a)\b[^.;]{0,160}\bnon-?gaap\b|\bnon-?gaap\b[^.;]{0,160}\bsegments?(?:[’']s?)? (?:adjusted )?(?:operating )?(?:profit|income|earnings|ebitd?a)\b/,
);
const CONSOLIDATED: ReadonlySet<Family> = new Set<Family>(["operating-income", "pre-tax-income", "net-income"]);

/** A line of an outlook, with its place; ranges are no figures, so that it may be none of the table's rows. */
interface Line {
  readonly label: string;
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

const linesOf = ({ reading: { block, meaning } }: RuleTable): readonly Line[] =>
  block.rows.flatMap(({ cells }, row) => {
    const { label, kind } = meaning.rows[row]!;
    const text = cells[0]?.cell.text;
    return kind !== "data" || text === undefined || text.text === ""
      ? []
      : [{ label, row, ...placeOf(text, 0, text.text.length) }];
  });

/** Whether the release calls what its segments earn together a measure of its own, in a sentence or in the line itself. */
const isSaidOwn = (line: Line, { passages, tables }: Disclosure): boolean =>
  /\bnon-?gaap\b/.test(inSmall(line.label)) ||
  passages.some((p) => SAID_OWN.test(p.text)) ||
  tables.some((t) => t.kind !== "statement" && t.reading.meaning.rows.some((r) => SAID_OWN.test(r.label)));

/** What the segments are to earn together, in an outlook that has no earnings of the company. */
export function segmentsAhead(disclosure: Disclosure): readonly Found[] {
  const { tables, context, mentions } = disclosure;
  const isSaidAhead = mentions.some(
    (m) => m.ahead && m.basis === "GAAP" && (m.family === "operating-income" || m.family === "pre-tax-income"),
  );
  if (isSaidAhead) return [];
  return tables
    .filter((t) => isOutlook(t, context))
    .flatMap((t) => {
      const own = linesOf(t).find(({ label }) => OF_SEGMENTS.test(label));
      const isBeside = outlookRows(t).some(({ named }) => named.basis === "GAAP" && CONSOLIDATED.has(named.family));
      if (own === undefined || isBeside || !isSaidOwn(own, disclosure)) return [];
      return [
        {
          start: own.start,
          end: own.end,
          message: `The outlook gives ${quoted(own.label)}, and no amount for the operating income of the company.`,
          remedy: "Give what the company as a whole is to earn under GAAP as well, and first.",
          figures: [],
        },
      ];
    })
    .slice(0, 1);
}

/** Whether the lines of an outlook between two of its rows make up what lies between them. */
function isFooted(t: RuleTable, from: number, to: number): boolean {
  const [first, last] = [from, to].map((row) => t.rows.find((r) => r.row === row));
  return first !== undefined && last !== undefined && foots(first, last, linesBetween(t, first, last));
}

/** An adjusted measure, or what the segments earn together, that a reconciliation of an outlook begins with and comes down from. */
export function startsAhead(disclosure: Disclosure): readonly Found[] {
  return disclosure.tables.flatMap((t) => {
    if (t.kind !== "guidance") return [];
    const lines = linesOf(t);
    const [first] = lines;
    if (first === undefined) return [];
    const named = outlookRows(t);
    const own = named.find(({ row }) => row === first.row)?.named;
    const isSegments = own === undefined && OF_SEGMENTS.test(first.label) && isSaidOwn(first, disclosure);
    if (!isSegments && own?.basis !== "non-GAAP") return [];
    const to = named.find(
      (r) =>
        r.row > first.row &&
        r.named.basis === "GAAP" &&
        (isSegments ? CONSOLIDATED.has(r.named.family) : comparableTo(own!.family).family === r.named.family),
    );
    const between = to === undefined ? [] : lines.filter(({ row }) => row > first.row && row < to.row);
    // Other measures between the two make a list of them, and no way.
    if (to === undefined || between.length === 0 || between.some(({ row }) => named.some((r) => r.row === row)))
      return [];
    // What nothing calls a reconciliation is one where the lines add up.
    if (!isSegments && !isCalledSo(t) && !isFooted(t, first.row, to.row)) return [];
    return [
      {
        start: first.start,
        end: first.end,
        message: `The reconciliation of the outlook in table ${t.table} starts from ${quoted(first.label)} and comes to ${quoted(to.named.name)}.`,
        remedy: "Start from the measure under GAAP and come to that of the company's own.",
        figures: [],
      },
    ];
  });
}
