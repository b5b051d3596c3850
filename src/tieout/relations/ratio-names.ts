import type { FactRow } from "./fact-row.ts";
import { isTaxRate, taxNames } from "./tax-names.ts";

export type RatioKind = "margin" | "per-share" | "tax rate";

/** What the labels say of ratios: which rows print one, of what, and what may divide it. */
export interface RatioNames {
  readonly kindOf: (row: FactRow) => RatioKind | undefined;
  readonly oversOf: (row: FactRow, kind: RatioKind) => readonly FactRow[];
  readonly undersOf: (row: FactRow, kind: RatioKind) => readonly FactRow[];
}

const MARGIN =
  /\bmargins?\b|(?:%|\bpercent(?:age)?) of\b|\bof (?:net )?(?:revenues?|sales)\b|\b(?:expenses?|income|profit|ebitda) %/;
const NO_MARGIN = /\b(?:growth|change|increase|decrease|yoy)\b/;
const PER_SHARE = /\bper\b.{0,40}\b(?:shares?|units?)\b|\beps\b/;
const REVENUE =
  /^(?:net |operating |consolidated |gaap |adjusted |non gaap |segment )*(?:revenues?|sales|revenues? less cost revenues?)(?: net)?$/;
const INCOME = /\b(?:income|loss|earnings|profit|ffo|affo|attributable|available)\b/;
const SHARES = /\b(?:shares|units)\b|^(?:basic|diluted)(?: \d+)?$/;

const COUNTED =
  /\b(?:weighted|number|used)\b.{0,60}\b(?:shares|units)\b|\b(?:shares|units)\b.{0,40}\b(?:used|computing|calculation)\b/;

/** Words of a ratio's label that do not say what is divided. */
const FILLING = new Set(
  "margin margins percentage percent % as of net revenue revenues sales rate per share shares common ordinary stock unit units basic diluted eps and or on a weighted average reported".split(
    " ",
  ),
);

const MOST_OVERS = 8;
const MOST_UNDERS = 8;
/** Rows of one word beyond this are not searched. */
const MOST_OF_A_WORD = 120;

export function ratioNames(rows: readonly FactRow[]): RatioNames {
  const amounts = rows.filter((r) => isMoney(r) && !COUNTED.test(r.name));
  const byWord = indexed(amounts);
  const revenues = distinct(amounts.filter((r) => REVENUE.test(r.name)));
  const shares = distinct(rows.filter(isShares));
  const named = taxNames(amounts);
  const [taxes, pretax] = [distinct(named.taxes), distinct(named.pretax)];
  return {
    kindOf,
    oversOf: (row, kind) => {
      if (kind === "tax rate") return nearest(row, taxes, MOST_OVERS);
      const asked = tellingOf(row);
      if (kind === "per-share" && asked.length === 0) asked.push("income");
      const rarest = asked
        .map((w) => byWord.get(w) ?? [])
        .reduce((a, b) => (b.length < a.length ? b : a), byWord.get(asked[0] ?? "") ?? []);
      const found = rarest.filter((r) => {
        const words = stems(r.name);
        const named = asked.filter((w) => words.includes(w)).length;
        return kind === "margin" ? named === asked.length : named > 0 && INCOME.test(r.name);
      });
      return nearest(row, distinct(found), MOST_OVERS);
    },
    undersOf: (row, kind) => {
      if (kind === "tax rate") return nearest(row, pretax, MOST_UNDERS);
      return nearest(row, kind === "margin" ? revenues : shares.filter((s) => isOneRole(row, s)), MOST_UNDERS);
    },
  };
}

function kindOf(row: FactRow): RatioKind | undefined {
  const full = `${row.heading} ${row.name}`;
  if (row.cells.every((c) => c.kind.startsWith("percent ")))
    return isTaxRate(row) ? "tax rate" : MARGIN.test(row.name) && !NO_MARGIN.test(row.name) ? "margin" : undefined;
  if (!row.cells.every((c) => c.kind.startsWith("per-share"))) return undefined;
  return PER_SHARE.test(full) && !SHARES_ALONE.test(row.name) ? "per-share" : undefined;
}

const SHARES_ALONE = /\b(?:weighted|number|outstanding|used|computing)\b/;

/** Counts of shares; one that was read as money in the scale of the income ("in millions") divides it as well. */
const isShares = (row: FactRow): boolean =>
  row.cells.some((c) => c.kind.startsWith("shares")) ? SHARES.test(row.name) : COUNTED.test(row.name) && isMoney(row);

const isMoney = (row: FactRow): boolean => row.cells.some((c) => c.kind.startsWith("amount"));

/** Words in one form: operations and operating, revenues and revenue. */
const stems = (name: string): readonly string[] =>
  name
    .split(" ", 24)
    .map((w) => (w.startsWith("operati") ? "operati" : w === "profits" ? "profit" : w.replace(/s$/, "")));

function tellingOf(row: FactRow): string[] {
  const own = telling(row.name);
  return own.length > 0 ? own : telling(row.heading);
}

const telling = (name: string): string[] =>
  stems(
    name
      .split(" ", 24)
      .filter((w) => !FILLING.has(w))
      .join(" "),
  ).filter((w) => w !== "");

function indexed(rows: readonly FactRow[]): ReadonlyMap<string, readonly FactRow[]> {
  const found = new Map<string, FactRow[]>();
  for (const row of rows)
    for (const word of new Set(stems(row.name))) {
      const list = found.get(word);
      if (list === undefined) found.set(word, [row]);
      else if (list.length < MOST_OF_A_WORD) list.push(row);
    }
  return found;
}

/** Rows that print the same figures are one. */
function distinct(rows: readonly FactRow[]): readonly FactRow[] {
  const seen = new Map<string, FactRow>();
  for (const row of rows.slice(0, MOST_OF_A_WORD)) {
    const key = `${row.table} ${row.cells.map((c) => c.size).join(" ")}`;
    if (!seen.has(key)) seen.set(key, row);
  }
  return [...seen.values()];
}

/** The same table first, then the tables beside it. */
const nearest = (row: FactRow, rows: readonly FactRow[], most: number): readonly FactRow[] =>
  rows
    .map((r) => ({
      r,
      far: Math.abs(r.table - row.table) * 1000 + (r.table === row.table ? Math.abs(r.row - row.row) : 0),
    }))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ r }) => r);

/** Basic is divided by basic, diluted by diluted; a row that says neither by either. */
function isOneRole(row: FactRow, shares: FactRow): boolean {
  const role = (r: FactRow): string => {
    const full = `${r.name} ${r.heading}`;
    const basic = /\bbasic\b/.test(full);
    const diluted = /\bdiluted\b/.test(full);
    return basic === diluted ? "" : basic ? "basic" : "diluted";
  };
  const [a, b] = [role(row), role(shares)];
  return a === "" || b === "" || a === b;
}
