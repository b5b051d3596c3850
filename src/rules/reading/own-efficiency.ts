import type { Family } from "../names/family.ts";
import type { Named } from "../names/named.ts";
import { anyCase, findAll, says } from "../pattern.ts";
import type { RuleRow, RuleTable } from "./rule-table.ts";

interface Told {
  readonly block: number;
  readonly text: string;
}

const NAME = anyCase(/efficiency ratios?(?![a-z])/);
const ANY_NAME = anyCase(/efficiency ratios?(?![a-z])/g);
/** Words before the name that tell another ratio from it, or say under what it is computed. */
const MARKED = anyCase(
  /\b(?:adjusted|core|operating|underlying|normali[sz]ed|modified|managed|non-?gaap|gaap|reported|fte|equivalent)(?: ?\(\w{1,2}\))? $/,
);
const EQUIVALENT = String.raw`(?:(?:fully[- ])?tax(?:able)?[- ]equivalent|\bf?te\b)`;
/** What is left out of costs and of revenue; the provision, before which income is often told, is part of neither. */
const LEFT_OUT = String.raw`\b(?:exclud\w+|exclusive of|excl\.|less|before|net of|adjust(?:ed|s|ing) (?:for|to|by)|without)\b[^.;]{0,70}?\b(?:amorti[sz]ation|intangibles?|mergers?|acquisitions?|securities|gains?|loss(?:es)?|non-?recurring|one-?time|certain|items?|foreclosed|oreo?|real estate owned|litigation|legal|tax credits?|fdic|restructuring|impairments?|non-?core|special|unusual|severance|branch)\b`;
const OWN_PARTS = String.raw`\b(?:adjusted|core|operating) (?:total )?(?:non-?interest (?:expenses?|income)|revenues?|expenses)\b`;
const CHANGED = anyCase(new RegExp(`${EQUIVALENT}|${LEFT_OUT}|${OWN_PARTS}`));
const DEFINES = anyCase(
  /^["”]?(?: ?\([^()]{1,30}\))?,?(?: (?:is|are|was|were|represents?|means|equals?|measures?|excludes?|reflects?)\b|:| ?=|,? (?:which|as) |[^.;]{0,60}\b(?:defined|calculated|computed|determined|presented|divid\w+|on an?)\b)/,
);
const OF_COSTS = anyCase(/\b(?:non-?interest|operating|total|overhead)? ?(?:expenses?|costs)\b/);
const ON_EQUIVALENT = anyCase(new RegExp(String.raw`^[^.;]{0,40}?\bon an? ${EQUIVALENT}`));
const IS_OWN = anyCase(/^[^.;]{0,60}?\b(?:is|are|as) (?:an? )?non-?gaap\b/);
/** How much of what stands behind the name may define it. */
const REACH = 300;

/** What a note says of the ratio that bears its mark, with its name or without. */
const NOTE = /^\W{0,3}(\w{1,2})[).\]:]?\s+(.{8,})/su;
const NOTE_OWN = anyCase(/^.{0,120}\bnon-?gaap\b(?! and\b)/s);
const NOTE_BOTH = anyCase(/\bgaap and non-?gaap\b/);
const MARK = anyCase(/\((\w{1,2})\)\s*$|(?<=[a-z]) (\d)\s*$/d);

/** Rows between the costs and the ratio that make another amount of either. */
const ADJUSTS = anyCase(
  new RegExp(
    String.raw`${EQUIVALENT}|\badjust|^\W{0,3}(?:less|plus|add|deduct|exclud\w+)\b(?!\W{0,3}(?:total )?(?:net interest|non-?interest) income)`,
  ),
);
const COSTS = anyCase(/\bnon-?interest expenses?\b/);
const SAYS_GAAP = anyCase(/(?<!\bnon[-\u2010\u2011 ]?)\bgaap\b|\breported\b|\bunadjusted\b/);

/**
 * Whether what a bank calls its efficiency ratio, and no more, is one of its own: costs without some of them, or over revenue as if none of it were free
 * of tax. A definition says so, the note that a row bears, or the rows that lead to it; the bare name is that of costs over revenue as reported.
 */
export function hasOwnEfficiency(tables: readonly RuleTable[], told: readonly Told[]): boolean {
  const rows = tables.flatMap((table) =>
    table.rows.flatMap((row) => (row.named?.family === "efficiency-ratio" ? [{ table, row }] : [])),
  );
  const isNamed = rows.length > 0 || told.some(({ text }) => NAME.test(text));
  if (!isNamed) return false;
  const bare = rows.filter(({ row }) => row.named?.basis === "GAAP" && !says(SAYS_GAAP, row.label));
  if (told.some(({ text }) => NAME.test(text) && isDefinedOwn(text))) return true;
  const changed = rows.filter(({ row }) => row.named?.basis === "non-GAAP");
  // A row without the mark that prints what a marked one does is that ratio under a shorter name.
  if (bare.some(({ row }) => changed.some((other) => printsSame(row, other.row)))) return true;
  const isTwofold = changed.length > 0;
  return bare.some(({ table, row }) => {
    const cell = table.reading.block.rows[row.row]?.cells[0]?.cell.text.text ?? "";
    const found = MARK.exec(cell);
    const mark = (found?.[1] ?? found?.[2])?.toLowerCase();
    if (mark !== undefined && isNotedOwn(mark, table, tables, told)) return true;
    if (isTwofold) return false;
    const above = table.rows.filter((r) => r.row < row.row && r.row >= row.row - LED_WITHIN);
    // Rows of results and of key figures above it lead nowhere.
    const led = above.slice(above.findLastIndex(({ named }) => named !== undefined && RESULTS.has(named.family)) + 1);
    return led.some(({ label }) => COSTS.test(label)) && led.some(({ label }) => says(ADJUSTS, label));
  });
}
/** Whether two rows print the same figures, more of them than chance would. */
const printsSame = (a: RuleRow, b: RuleRow): boolean =>
  a.figures.length >= PRINTED_LEAST &&
  a.figures.length === b.figures.length &&
  a.figures.every(({ text }, i) => text === b.figures[i]!.text);
const PRINTED_LEAST = 2;

const RESULTS: ReadonlySet<Family> = new Set<Family>(["net-income", "eps", "pre-tax-income", "return-on-assets"]);
/** So many rows lead to the ratio. */
const LED_WITHIN = 20;

/** Whether a text says of the ratio under its bare name how it is computed, and that otherwise than from the lines of the statement. */
const isDefinedOwn = (text: string): boolean =>
  findAll(ANY_NAME, text).some((match) => {
    if (MARKED.test(text.slice(Math.max(0, match.index - 30), match.index))) return false;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + REACH);
    const next = NAME.exec(behind)?.index ?? REACH;
    const said = behind.slice(0, next).split(/\.\s/)[0]!;
    return (
      ON_EQUIVALENT.test(said) || IS_OWN.test(said) || (DEFINES.test(said) && OF_COSTS.test(said) && CHANGED.test(said))
    );
  });

function isNotedOwn(mark: string, { block }: RuleTable, tables: readonly RuleTable[], told: readonly Told[]): boolean {
  const next = tables.find((t) => t.block > block)?.block ?? Number.POSITIVE_INFINITY;
  return told.some((t) => {
    if (t.block <= block || t.block >= next) return false;
    const note = NOTE.exec(t.text);
    if (note?.[1]?.toLowerCase() !== mark) return false;
    const said = note[2]!.slice(0, REACH);
    return (NOTE_OWN.test(said) && !NOTE_BOTH.test(said)) || (OF_COSTS.test(said) && CHANGED.test(said));
  });
}

/** A ratio under its bare name, where that is the bank's own: what says that it is under GAAP is not. */
export const asOwnEfficiency = <N extends Named>(named: N, said: string): N =>
  named.family === "efficiency-ratio" && named.basis === "GAAP" && !OF_LINES.test(named.name) && !says(SAYS_GAAP, said)
    ? { ...named, basis: "non-GAAP" }
    : named;
/** "Noninterest expense to total revenue" says itself what it is made of. */
const OF_LINES = anyCase(/^non-?interest/);
