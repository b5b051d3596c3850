import { ONE, rational } from "../../exact/rational.ts";
import { bitsOf } from "./bits.ts";
import { searchFootings } from "./footing-search.ts";
import type { Hypothesis, Item, LaneState, Lanes } from "./lanes.ts";
import type { Relation, Term } from "./relation.ts";
import { columnsAt, type Sheet } from "./sheet.ts";

const MINUS_ONE = rational(-1n);

/** A line of a table that is seen from another side: rows down the page, or columns across it. */
interface Side {
  readonly lanes: Lanes;
  readonly figure: (item: number, lane: number) => number | undefined;
  readonly rule: string;
  readonly kind: string;
  readonly otherLanes: string;
  /** Parts per share and percentages are often forced to their total; sums over time are printed from unrounded parts. */
  readonly allowance: number;
  /** Whether a row of the table stands in columns of its own; what it breaks is not believed. */
  readonly isShifted: (item: number, lane: number) => boolean;
}

const NONE: ReadonlySet<number> = new Set();

/** Sums down the columns of one sheet (T01, T02): items are its rows, evidence comes from its columns. */
export function footings(
  sheet: Sheet,
  shifted: ReadonlySet<number> = NONE,
): {
  readonly relations: readonly Relation[];
  readonly found: readonly Hypothesis[];
} {
  const lanes = rowsAsItems(sheet);
  const side: Side = {
    lanes,
    figure: (item, lane) => sheet.rows[item]!.figures[lane],
    rule: "T01",
    kind: "footing",
    otherLanes: "column",
    allowance: /^(?:percent|per-share)/.test(sheet.unit) ? 2 : 0,
    isShifted: (item) => shifted.has(sheet.rows[item]!.row),
  };
  const down = searchFootings(lanes, "down");
  const taken = new Set(down.flatMap((h) => h.terms.map((t) => t.item)));
  const up = searchFootings(lanes, "up").filter(
    (h) => h.score >= 14 && h.natural && !h.terms.every((t) => taken.has(t.item)),
  );
  const found = [...down, ...up];
  return { relations: found.flatMap((h) => relationsOf(h, side)), found };
}

/** Sums across the rows of one sheet (T03), and differences of two columns (T05). */
export function crossFootings(sheet: Sheet, shifted: ReadonlySet<number> = NONE): readonly Relation[] {
  if (sheet.columns.length < 3) return [];
  const lanes = columnsAsItems(sheet);
  const side: Side = {
    lanes,
    figure: (item, lane) => sheet.rows[lane]!.figures[item],
    rule: "T03",
    kind: "cross-footing",
    otherLanes: "row",
    allowance: 2,
    isShifted: (_, lane) => shifted.has(sheet.rows[lane]!.row),
  };
  return searchFootings(lanes, "down")
    .filter((h) => mostHold(h) && h.score >= 12)
    .flatMap((h) => relationsOf(h, side, kindOfCross(sheet, h)));
}

function kindOfCross(sheet: Sheet, h: Hypothesis): { rule: string; kind: string } {
  const target = columnsAt(sheet.source.meaning, sheet.rows[0]!.row)[sheet.columns[h.target]!];
  const two = h.terms.length === 2 && h.terms[0]!.sign !== h.terms[1]!.sign;
  return target?.kind === "change" || two ? { rule: "T05", kind: "change" } : { rule: "T03", kind: "cross-footing" };
}

const mostHold = (h: Hypothesis): boolean => {
  const holds = h.lanes.filter((l) => l.state === "exact" || l.state === "holds").length;
  const fails = h.lanes.filter((l) => l.state === "fails").length;
  return holds >= 2 && fails * 4 <= holds + fails;
};

const RESULT = /^(?:net|gross|operating|income|loss|profit|earnings|ebit|ebitda|cash|balance|subtotal|free cash)/i;
const MEMO = /^(?:of which|including|thereof|includes)\b/i;

export function rowsAsItems(sheet: Sheet): Lanes {
  const { meaning } = sheet.source;
  const items = sheet.rows.map((row): Item => {
    const before = meaning.rows[row.row - 1];
    const { label } = row.meaning;
    return {
      label,
      values: row.values,
      quanta: row.quanta,
      total: /\btotals?\b/i.test(label),
      result: row.meaning.total || label === "" || RESULT.test(label),
      contra: row.meaning.contra,
      memo: MEMO.test(label),
      ruleAbove: row.meaning.ruleAbove,
      bold: row.meaning.bold,
      opens: before === undefined || before.kind !== "data",
    };
  });
  return { items, count: sheet.columns.length, across: false };
}

function columnsAsItems(sheet: Sheet): Lanes {
  const heads = columnsAt(sheet.source.meaning, sheet.rows[0]!.row);
  const items = sheet.columns.map((column, c): Item => {
    const head = heads[column];
    return {
      label: head?.head ?? "",
      values: sheet.rows.map((r) => r.values[c]!),
      quanta: sheet.rows.map((r) => r.quanta[c]!),
      total: head?.total ?? false,
      result: head?.kind === "change",
      contra: false,
      memo: false,
      ruleAbove: false,
      bold: false,
      opens: false,
    };
  });
  return { items, count: sheet.rows.length, across: true };
}

function relationsOf(h: Hypothesis, side: Side, naming: { rule: string; kind: string } = side): readonly Relation[] {
  const relations: Relation[] = [];
  for (const lane of h.lanes) {
    if (lane.state === "nil" && !isLonely(h, side.lanes, lane)) continue;
    const mended = lane.state === "fails" ? mend(h, side.lanes, lane) : { terms: h.terms, sure: true };
    if (mended === undefined) continue;
    const target = side.figure(h.target, lane.lane);
    if (target === undefined) continue;
    const terms = mended.terms.flatMap(({ item, sign }): Term[] => {
      const figure = side.figure(item, lane.lane);
      return figure === undefined ? [] : [{ figure, times: sign === 1 ? ONE : MINUS_ONE }];
    });
    if (terms.length === 0) continue;
    relations.push({
      rule: h.terms.some((t) => t.sign === -1) && naming.rule === "T01" ? "T02" : naming.rule,
      kind: naming.kind,
      text: wording(mended.terms, h.target, side.lanes),
      form: { kind: "sum", terms, result: target },
      strength: mended.sure && !isDoubted(h, side, lane) ? strengthOf(h, side.lanes, lane) : "weak",
      evidence: evidenceOf(h, side, lane),
      bits: h.score,
      allowance: side.allowance,
    });
  }
  return relations;
}

/** Whether one part alone stands beside zeros, and is the total: it says little of the sum, which the other lanes believe; an error would break it. */
const isLonely = (h: Hypothesis, lanes: Lanes, { lane, rest }: LaneState): boolean =>
  !lanes.across && rest === 0 && Math.abs(lanes.items[h.target]!.values[lane]!) > 0;

const isDoubted = (h: Hypothesis, { isShifted }: Side, { lane, state }: LaneState): boolean =>
  state === "fails" && (isShifted(h.target, lane) || h.terms.some((t) => isShifted(t.item, lane)));

/** Bits of a failing lane from which its slip explains more than a cell that is missing would. */
const LEAST_EXPLAINED = -3;

/**
 * A lane that fails may only be incomplete: a row that is nil in every other column was left out of the run, or one that is
 * nil everywhere else was taken in. Then the lane has its own, complete sum. Undefined where the failure is not believable.
 */
function mend(h: Hypothesis, lanes: Lanes, lane: LaneState): { terms: Hypothesis["terms"]; sure: boolean } | undefined {
  const holding = h.lanes.filter((l) => l.state === "exact" || l.state === "holds").map((l) => l.lane);
  const nilElsewhere = (item: Item): boolean => holding.every((l) => !(Math.abs(item.values[l]!) > 0));
  const slack = lanes.items[h.target]!.quanta[lane.lane]!;
  const inRun = new Set(h.terms.map((t) => t.item));
  const low = Math.min(h.target, ...inRun);
  const high = Math.max(h.target, ...inRun);
  for (let i = Math.max(0, low - 1); i <= Math.min(lanes.items.length - 1, high + 1); i++) {
    const item = lanes.items[i]!;
    const v = item.values[lane.lane]!;
    if (i === h.target || !(Math.abs(v) > 0) || !nilElsewhere(item)) continue;
    const term = h.terms.find((t) => t.item === i);
    const without = term === undefined ? undefined : term.sign * v;
    if (without !== undefined && Math.abs(lane.rest + without) <= slack)
      return { terms: h.terms.filter((t) => t.item !== i), sure: false };
    if (term === undefined && Math.abs(Math.abs(lane.rest) - Math.abs(v)) <= slack) {
      const sign = Math.sign(lane.rest) === Math.sign(v) ? 1 : -1;
      return { terms: [...h.terms, { item: i, sign: sign as 1 | -1 }].sort((a, b) => a.item - b.item), sure: false };
    }
  }
  // A blank where the other columns have a figure is a cell that was not read, or not printed: nothing can be said, unless one
  // slip explains the failure better.
  const isBlank = ({ item }: Hypothesis["terms"][number]): boolean =>
    Number.isNaN(lanes.items[item]!.values[lane.lane]!) && !nilElsewhere(lanes.items[item]!);
  const explained = !lanes.across && lane.slip && lane.bits > LEAST_EXPLAINED;
  if (!explained && h.terms.some(isBlank)) return undefined;
  const longRun = h.direction === "down" && h.natural && h.terms.length >= 3 && h.terms.every((t) => t.sign === 1);
  if (!longRun && !explained && h.terms.some((t) => nilElsewhere(lanes.items[t.item]!))) return undefined;
  return { terms: h.terms, sure: true };
}

/**
 * How far the sum is believed in this lane on the evidence of everything but the lane itself: a lane that holds is asked
 * whether its breaking would be believed to be an error, so that "tied" means the same for both.
 */
function strengthOf(h: Hypothesis, lanes: Lanes, lane: LaneState): Relation["strength"] {
  const fails = lane.state === "fails";
  const others = h.lanes.filter(
    (l) => l.lane !== lane.lane && (l.state === "exact" || l.state === "holds") && l.bits > 0,
  ).length;
  const target = lanes.items[h.target]!;
  const named = target.total || h.natural;
  const slip = fails ? lane.slip : true;
  const rest = fails ? h.score : h.score - brokenCost(h, lane);
  // Not every row adds up across (averages, rates, balances): there only a slip is believed to be an error.
  if (lanes.across && !slip) return "weak";
  // Signs that no label asks for fit by chance more often: a plus between minuses wants more witnesses.
  const plain = isPlain(h, lanes) || (others >= 3 && rest >= 20);
  if (h.direction === "up") {
    if (others >= 2 && rest >= 14) return "strong";
  } else if (plain && rest >= leastOf(slip, others, named)) return "strong";
  return fails ? (rest >= FAIR ? "fair" : "weak") : h.score >= 8 ? "fair" : "weak";
}

const FAIR = 4;
/** What a slip costs before its size is known, and what a failing lane costs that no slip explains. */
const SLIP_COST = 14.5;
const FAILING_COST = 10.5;

/** What would be lost of the score if one slip broke this lane. */
const brokenCost = (h: Hypothesis, lane: LaneState): number =>
  Math.min(lane.bits + FAILING_COST, SLIP_COST + bitsOf(h.terms.length + 1));

/**
 * A sum that breaks is found from this score on; where a slip explains the break and another lane agrees, that is enough. Over
 * all untouched releases of the development corpus no such sum had between 1 and 11 bits.
 */
const FOUND = 2;

/** The score from which a break is an error: less where a slip explains it, more where fewer lanes are witnesses. */
function leastOf(slip: boolean, others: number, named: boolean): number {
  if (others === 0) return slip && named ? 8 : Number.POSITIVE_INFINITY;
  if (others === 1) return named ? (slip ? FOUND : 16) : Number.POSITIVE_INFINITY;
  return slip ? FOUND : others >= 3 ? 10 : 14;
}

/** All plus, or minus only where a label says so or from one item on to the end. */
function isPlain(h: Hypothesis, lanes: Lanes): boolean {
  const first = h.terms.findIndex((t) => t.sign === -1);
  if (first < 0 || h.terms.every((t) => t.sign === 1 || lanes.items[t.item]!.contra)) return true;
  return first > 0 && h.terms.slice(first).every((t) => t.sign === -1);
}

const shortened = (label: string): string => (label.length > 60 ? `${label.slice(0, 57)}...` : label);

function wording(terms: Hypothesis["terms"], target: number, lanes: Lanes): string {
  const name = (i: number): string => shortened(lanes.items[i]!.label) || `line ${i + 1}`;
  const left = terms.map((t, i) => `${t.sign === -1 ? (i === 0 ? "- " : " - ") : i === 0 ? "" : " + "}${name(t.item)}`);
  return `${left.join("")} = ${name(target)}`;
}

function evidenceOf(h: Hypothesis, side: Side, lane: LaneState): string {
  const target = side.lanes.items[h.target]!;
  const reasons: string[] = [];
  if (target.total) reasons.push("the word total");
  else if (target.result) reasons.push("the label");
  if (target.ruleAbove) reasons.push("a rule above");
  if (h.natural) reasons.push("the run from the heading or the total before it");
  const others = h.lanes.filter((l) => l.lane !== lane.lane && (l.state === "exact" || l.state === "holds")).length;
  if (others > 0) reasons.push(`${others} other ${side.otherLanes}${others === 1 ? "" : "s"}`);
  return reasons.length === 0 ? "the size of the numbers" : reasons.join(", ");
}
