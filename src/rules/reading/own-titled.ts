import type { TableReading } from "../../tieout/figures/document-figures.ts";
import type { LexedBlock } from "../../tieout/lex/lexed.ts";
import { TITLED_RESULTS } from "../names/in-turn.ts";
import type { Named } from "../names/named.ts";
import { anyCase, find, says } from "../pattern.ts";

interface Row {
  readonly label: string;
  readonly named: Named | undefined;
}

/** A title that says of all results below it that they are the company's own, and nothing else: "Non-GAAP", "Q3 Adjusted Results". */
const OWN_RESULTS = anyCase(
  /^\W{0,3}(?:(?:q[1-4]|first|second|third|fourth|quarter|fiscal|full|year|summary|20\d\d|fy ?\d{2,4}|key)[\s,:-]+){0,5}((?:adjusted )?non[-\u2010\u2011 ]?gaap|adjusted)(?: \(?(?:non-?gaap|unaudited)\)?)?(?: (?:financial |operating |quarterly )?(?:results|basis|highlights|summary|financials|figures))?(?: \(?(?:unaudited|in (?:us\$ ?|\$ ?)?(?:thousands|millions)[^)]{0,30})\)?)?(?: ?\(\w\))?\W{0,3}$/d,
);
/** The word by which such a title says so. */
export const ownTitle = (text: string): string | undefined =>
  text.length > LONGEST ? undefined : find(OWN_RESULTS, text)?.[1];

/** A row that says its basis itself stands in a table that has both. */
const SAYS_BASIS = anyCase(/gaap|adjust|reported|reconcil/);
const LONGEST = 90;

/** The word by which the text right above a table, or the corner of its head, says so of it. */
export function ownWord(
  { block }: TableReading,
  above: LexedBlock | undefined,
  rows: readonly Row[],
): string | undefined {
  if (rows.some(({ label }) => says(SAYS_BASIS, label))) return undefined;
  const [first, ...others] = block.rows[0]?.cells ?? [];
  // Among other heads, that of the first column of figures is said of that column alone.
  const isOfAll = first?.cell.column === 1 || others.every(({ cell }) => cell.text.text === "");
  const corner = first === undefined || !isOfAll ? "" : first.cell.text.text;
  const title = above?.kind === "text" ? above.block.text.text : "";
  return ownTitle(corner) ?? ownTitle(title);
}

/** A row of such a table: "Net income" below "Non-GAAP" is non-GAAP net income. */
export const onBasisOf = <R extends Row>(ownBy: string | undefined, row: R): R =>
  ownBy === undefined || row.named?.basis !== "GAAP" || !TITLED_RESULTS.has(row.named.family)
    ? row
    : { ...row, named: { ...row.named, basis: "non-GAAP", name: `${ownBy} ${row.named.name}` } };

/** A sentence that says its basis itself is not told by the title above it. */
const SAYS_GAAP = anyCase(/(?<!\bnon[-\u2010\u2011 ]?)\bgaap\b|\breported (?!an?\b|the\b)/);

/** What stands below such a title in words: "Net income was $12.1 million" below "Non-GAAP Results". */
export const onTitledBasis = <M extends Named & { readonly sentence: string }>(m: M): M =>
  m.basis === "GAAP" && TITLED_RESULTS.has(m.family) && !says(SAYS_GAAP, m.sentence) ? { ...m, basis: "non-GAAP" } : m;
