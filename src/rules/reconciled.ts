import type { Disclosure } from "./disclosure.ts";
import type { Family } from "./family.ts";
import { namedIn } from "./lexicon.ts";
import { isOwnStatement } from "./own-statement.ts";
import type { Passage } from "./passage.ts";
import type { RuleTable } from "./rule-table.ts";

/** Measures that one reconciliation serves: a margin follows from its profit. What is given per share is reconciled per share (C&DI 102.05). */
const GROUPS: readonly (readonly Family[])[] = [
  ["gross-profit", "gross-margin"],
  ["operating-income", "operating-margin"],
  ["net-income", "net-margin", "return-on-equity"],
  ["ebit", "ebit-margin"],
  ["ebitda", "ebitda-margin", "ebitda-per-share"],
  ["free-cash-flow", "free-cash-flow-margin", "free-cash-flow-conversion", "free-cash-flow-per-share"],
  ["ffo", "ffo-per-share", "ffo-payout"],
  ["distributable-earnings", "distributable-earnings-per-share"],
  ["net-debt", "leverage"],
];

export const groupOf = (family: Family): readonly Family[] => GROUPS.find((g) => g.includes(family)) ?? [family];

/** Where neither a statement nor a definition is printed, the text is a part of the release, or an announcement of one. */
export const isComplete = ({ tables, passages }: Disclosure): boolean =>
  tables.some((t) => t.kind === "statement") ||
  (passages.some((p) => p.part === "definitions" && DEFINED.test(p.text)) && passages.some((p) => p.part === "about"));
const DEFINED = /\b(?:is|are) defined as\b|\bglossary\b/i;

/** A name that a company has made up, such as "economic earnings", without what says that it is its own. */
export function madeUp(name: string): string | undefined {
  const bare = name.replace(/^(?:non-?gaap|adjusted) /i, "").toLowerCase();
  return bare.includes(" ") && namedIn(bare).length === 0 ? bare : undefined;
}

/** Lines between two of one measure, the second called by a name of the company's own: a way from one to the other. */
function leads({ rows }: RuleTable, group: readonly Family[]): boolean {
  const within = rows.flatMap((r, i) => (r.named !== undefined && group.includes(r.named.family) ? [i] : []));
  return within.some((from, i) => {
    const to = within[i + 1];
    if (to === undefined || to - from < 2 || rows[from]!.label === rows[to]!.label) return false;
    return rows.slice(from + 1, to).every((r) => r.named === undefined);
  });
}

export function isReconciled(group: readonly Family[], { tables, passages }: Disclosure): boolean {
  const within = (family: Family | undefined): boolean => family !== undefined && group.includes(family);
  // Before the statements a table of results repeats what the tables behind them lead to.
  const statement = tables.find((t) => t.kind === "statement")?.block ?? Number.POSITIVE_INFINITY;
  const inTable = tables.some((t) => {
    if (t.kind === "statement" || isOwnStatement(t) || (t.kind !== "reconciliation" && t.block < statement))
      return false;
    if (t.rows.some((r) => within(r.named?.family) && (r.named?.basis === "non-GAAP" || t.kind === "reconciliation")))
      return true;
    if ((t.block > statement || statement === Number.POSITIVE_INFINITY) && leads(t, group)) return true;
    const words = `${t.title} ${t.reading.meaning.columns.map((c) => c.head).join(" ")}`;
    return t.kind === "reconciliation" && group.some((family) => SAID[family]?.test(words) === true);
  });
  if (inTable) return true;
  return passages.some((p, i) => {
    if (isTornBridge(i, group, passages)) return true;
    const own = p.sentences.filter((s) => s.mentions.some((m) => within(m.family) && m.basis === "non-GAAP"));
    if (own.length === 0) return false;
    if (own.some((s) => PARTS.test(s.text)) || CARRIED.test(p.text)) return true;
    if (
      CHARGE.test(p.text) &&
      p.sentences.some((s) => s.mentions.some((m) => within(m.family) && m.basis === "GAAP" && m.figures.length > 0))
    )
      return true;
    return ["definitions", "statements"].includes(p.part) && p.text.length < 160 && isApart(i, passages);
  });
}

/** How many passages below its title a reconciliation that a page's layout has taken apart may go. */
const TORN = 15;

/** A title that says reconciliation, lines that name the measure below it, and short lines of figures. */
function isTornBridge(at: number, group: readonly Family[], passages: readonly Passage[]): boolean {
  const { text } = passages[at]!;
  if (text.length > 300 || /[.;]\s*$/.test(text) || !/^\W{0,4}reconcil/i.test(text)) return false;
  const below = passages.slice(at, at + TORN).filter((p) => p.text.length < 300);
  return group.some((family) => below.some((p) => SAID[family]?.test(p.text) === true)) && isApart(at, passages);
}

/** Whether short lines of figures follow: a table that the page's layout has taken apart. */
const isApart = (at: number, passages: readonly Passage[]): boolean =>
  /\d{2}/.test(passages[at]!.text) ||
  passages.slice(at + 1, at + 25).filter((p) => p.text.length < 60 && /^[^\p{L}]*\d[^\p{L}]*$/u.test(p.text)).length >=
    4;

/** A sentence that does the sum: "cash from operations of $8 million less capital expenditures of $3 million". */
const PARTS = /\d[^.]{0,80}\b(?:less|minus|plus|exclud\w+|adding back|net of)\b[^.]{0,80}\d/i;

/** What was left out, said with its amount beside the measure: "which included a $25.4 million impairment charge". */
const CARRIED =
  /\bincluded? (?:an? |approximately )?[$€£]\d[\d.,]{0,14}(?: \w+){0,6} (?:charge|expense|gain|loss|benefit|cost|impairment)/i;

/** What was left out beside the measure under GAAP: "expenses of $76.6 million, driven by charges of $44.3 million". */
const CHARGE = /\b(?:charges?|impairments?|gains?|benefits?) of (?:approximately )?[$€£] ?\d/i;

const SAID: Partial<Record<Family, RegExp>> = {
  ebitda: /\bebitda/i,
  "free-cash-flow": /\bfree cash flow|\bfcf\b/i,
  ffo: /\bffo\b|funds from operations/i,
  eps: /\bper share\b|\beps\b/i,
  "net-income": /\b(?:net income|net loss|earnings)\b/i,
  "operating-income": /\boperating (?:income|profit|margin)/i,
  "gross-profit": /\bgross (?:profit|margin)/i,
};
