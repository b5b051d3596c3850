import { footings } from "./footing.ts";
import type { Hypothesis } from "./lanes.ts";
import type { Relation } from "./relation.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/** How many items right before a total are asked, and how many totals of one table. */
const REACH = 14;
const MOST_LOOKS = 60;
/** How far back among the open items a part is looked for that a sum has closed. */
const FARTHEST = 200;

const TOTAL = /\btotals?\b/i;
const CLOSING =
  /^(?:net |total )?(?:\(?(?:increase|decrease)\)?|change)s?\b.{0,40}\bcash\b|\bcash\b.{0,60}\b(?:end|close) of\b/i;

/**
 * Sums of rows that are called totals and that nothing closes yet (T01, T17, T18). The search from the top down takes what
 * fits first, and a line that happens to be the rest of two totals may use up the parts of the next one: in a balance sheet
 * the last line of equity is all assets less all that stands above it. So totals are looked at once more, with those items
 * before them that no sum with a plain reason has closed.
 */
export function secondLook(
  sheet: Sheet,
  found: readonly Hypothesis[],
  shifted: ReadonlySet<number> = new Set(),
): readonly Relation[] {
  const reached = new Set(found.flatMap((h) => (h.direction === "down" ? [h.target] : [])));
  const wanted = sheet.rows.flatMap((row, i) => (i >= 2 && !reached.has(i) && isWanted(row) ? [i] : []));
  if (wanted.length === 0 || wanted.length > MOST_LOOKS) return [];
  const closedBy = new Map<number, Set<number>>();
  for (const h of found) if (isPlain(sheet, h)) closedBy.set(h.target, itemsOf(h));
  const relations: Relation[] = [];
  const open: number[] = [];
  sheet.rows.forEach((row, i) => {
    const look = wanted.includes(i);
    const items = closedBy.get(i) ?? (look ? repeated(sheet, open, row) : undefined) ?? new Set<number>();
    if (look && items.size === 0) {
      const hit = lookAt(sheet, open, i, shifted);
      for (const k of hit?.items ?? []) items.add(k);
      relations.push(...(hit?.relations ?? []));
    }
    const last = Math.max(0, open.length - FARTHEST);
    for (let k = open.length - 1; k >= last && items.size > 0; k--) if (items.delete(open[k]!)) open.splice(k, 1);
    open.push(i);
  });
  return relations;
}

/** The best sum of the last two, three or more open items; run by run, so that no line between them takes their parts. */
function lookAt(
  sheet: Sheet,
  open: readonly number[],
  total: number,
  shifted: ReadonlySet<number>,
): { readonly items: readonly number[]; readonly relations: readonly Relation[] } | undefined {
  let best: { score: number; items: readonly number[]; relations: readonly Relation[] } | undefined;
  const results = new Set(sheet.rows[total]!.figures);
  for (let count = 2; count <= Math.min(REACH, open.length); count++) {
    const asked = open.slice(-count);
    const hit = footings({ ...sheet, rows: [...asked, total].map((k) => sheet.rows[k]!) }, shifted);
    const h = hit.found.find((f) => f.target === count && f.direction === "down");
    if (h === undefined || (best !== undefined && h.score <= best.score)) continue;
    best = {
      score: h.score,
      items: [...itemsOf(h)].map((k) => asked[k]!),
      relations: hit.relations.filter((r) => r.form.kind === "sum" && results.has(r.form.result) && r.bits === h.score),
    };
  }
  return best;
}

const isWanted = ({ meaning, values }: SheetRow): boolean =>
  (meaning.total || TOTAL.test(meaning.label) || CLOSING.test(meaning.label)) && values.some((v) => Math.abs(v) > 0);

const itemsOf = (h: Hypothesis): Set<number> => new Set([...h.terms.map((t) => t.item), ...h.skipped]);

/** A sum with a plain reason: it is called a total or a result, or nothing in it is turned or passed over. */
function isPlain(sheet: Sheet, h: Hypothesis): boolean {
  if (h.direction !== "down") return false;
  const { meaning } = sheet.rows[h.target]!;
  if (meaning.total || TOTAL.test(meaning.label) || meaning.label === "") return true;
  return h.skipped.length === 0 && h.terms.every((t) => t.sign === 1);
}

/** A section of one line, and its total, which repeats it. */
function repeated(sheet: Sheet, open: readonly number[], total: SheetRow): Set<number> | undefined {
  const last = open.at(-1);
  if (last === undefined) return undefined;
  const same = sheet.rows[last]!.values.every((v, c) => (v || 0) === (total.values[c] || 0));
  return same ? new Set([last]) : undefined;
}
