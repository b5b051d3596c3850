import { samePeriod } from "../../calendar/period.ts";
import { sign, tenTo } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import { columnsAt } from "../../tieout/relations/sheet.ts";
import type { Family } from "../names/family.ts";
import { anyCase } from "../pattern.ts";
import { remembered } from "../remembered.ts";
import { digitsOf, digitsPrinted, digitsTelling } from "./digits.ts";
import type { Disclosure } from "./disclosure.ts";
import { isCalledSo, isOfWhole, isOwn, type RuleRow, type RuleTable } from "./rule-table.ts";
import { isRoundedTo } from "./same-amount.ts";

/** What a table leads to from another amount, found by its sums alone: nothing is asked of what either is called. */
export interface Way {
  readonly table: RuleTable;
  readonly from: RuleRow;
  readonly to: RuleRow;
  /** The amounts of each period: what it starts from, and what it comes to. */
  readonly ends: readonly Ends[];
}

export interface Ends {
  readonly from: Figure;
  readonly to: Figure;
}

/** A way of more lines is a statement, and no table has more columns of amounts. */
const MOST_LINES = 30;
const MOST_ROWS = 120;
const MOST_COLUMNS = 24;
/** So many digits in all that a sum comes to are no chance. */
const DIGITS = 5;
/** A title or a label tells that something leads to a measure of the company's own: then fewer do. */
const DIGITS_TOLD = 3;

/** Every such way in the tables that are no plain statements, down their rows and across their columns. */
export const waysLed: (disclosure: Disclosure) => readonly Way[] = remembered((disclosure) => {
  const { tables, parted } = disclosure;
  const known = statementAmounts(disclosure);
  return [...new Set([...tables, ...parted.wholes])]
    .filter((table) => !isPlain(table) && table.rows.length <= MOST_ROWS)
    .flatMap((table) => [...waysDown(table, known), ...waysAcross(table), ...waysBeside(table, known)]);
});

/** Whether a table is a statement, and no reconciliation that begins with lines of one. */
const isPlain = ({ kind, title }: RuleTable): boolean =>
  kind === "statement" && !RECONCILES_BELOW.test(title.slice(-TITLE_WITHIN));
const RECONCILES_BELOW = anyCase(/\breconciliations?\b|\breconcil(?:e[sd]?|ing)\b/);
const TITLE_WITHIN = 240;

/** Whether a table is told as a reconciliation, by its title or by its lines. */
export const isReconciliation = (table: RuleTable): boolean => isCalledSo(table) || table.kind === "reconciliation";

/** The rows of the statements, each by the digits of its amounts. */
interface Known {
  /** Whether the statements are all there, so that what is in none of them is no amount of the standards. */
  readonly areAll: boolean;
  has(row: readonly Figure[]): boolean;
}

/** The same, where what is printed in cents is told apart: few lines of a statement are. */
const keyOf = (figure: Figure): string => `${digitsTelling(figure)}${isSetInCents(figure) ? CENTS : ""}`;
const CENTS = " c";

const statementAmounts = remembered(({ tables }: Disclosure): Known => {
  const rows = new Map<string, Set<RuleRow>>();
  for (const table of tables)
    if (isPlain(table))
      for (const row of table.rows)
        for (const figure of row.figures) {
          const key = keyOf(figure);
          if (key.length > 1) rows.set(key, (rows.get(key) ?? new Set()).add(row));
        }
  const has = (figures: readonly Figure[]): boolean => {
    const all = [...new Set(figures.map(keyOf))].filter((key) => key.length > 1);
    if (all.some((key) => key.length > 3 && rows.has(key))) return true;
    // Three digits are printed somewhere by chance: then two amounts of one line, where there are two.
    const count = new Map<RuleRow, number>();
    for (const key of all) for (const row of rows.get(key) ?? []) count.set(row, (count.get(row) ?? 0) + key.length);
    return [...count.values()].some((n) => n > (all.length > 1 ? 3 : 2));
  };
  const kinds = new Set(tables.filter(isPlain).map(({ reading }) => reading.meaning.statement));
  return { has, areAll: kinds.has("income") && kinds.has("cash") };
});

/** Whether a row prints amounts that a line of the statements has. */
export const isStated = ({ figures }: RuleRow, disclosure: Disclosure): boolean =>
  statementAmounts(disclosure).has(figures);

/** The amounts of a row as they are printed, in whole steps of the finest grid of their table. */
interface Line {
  readonly row: RuleRow;
  /** By column; undefined where nothing stands. */
  readonly steps: readonly (bigint | undefined)[];
  readonly figures: readonly (Figure | undefined)[];
  /** Whether its label, or the section that it stands in, says that it is taken off, or that it may be. */
  readonly less: boolean;
  readonly contra: boolean;
}

/**
 * The lines of a table that may be added up: what is printed in cents, and what is not. Amounts of one table are printed alike, whatever scale or
 * unit its heads give them.
 */
const linesOf = remembered((table: RuleTable): readonly (readonly Line[])[] => {
  const { rows, reading } = table;
  const { meaning } = reading;
  const found = rows.map((row) => {
    const columns = columnsAt(meaning, row.row);
    return row.figures.filter((figure) => {
      const kind = columns[columnOf(figure) - 1]?.kind;
      return (
        figure.measured !== undefined && AMOUNT.test(figure.measured.unit) && (kind === "amount" || kind === "other")
      );
    });
  });
  const columns = [...new Set(found.flat().map(columnOf))].sort((a, b) => a - b).slice(0, MOST_COLUMNS);
  const isInCents = found.map((figures) => figures.some((f) => decimalsOf(f) > 1));
  return [true, false].map((cents) => {
    const of = found.map((figures, i) =>
      isInCents[i] === cents ? columns.map((column) => figures.find((f) => columnOf(f) === column)) : [],
    );
    const decimals = columns.map((_, c) =>
      Math.max(0, ...of.map((figures) => (figures[c] ? decimalsOf(figures[c]) : 0))),
    );
    return rows.flatMap((row, i): readonly Line[] => {
      if (isInCents[i] !== cents || found[i]!.length === 0) return [];
      const figures = of[i]!;
      const { label, path, contra } = meaning.rows[row.row]!;
      const less = LESS.test(label) || LESS.test(path.at(-1) ?? "");
      return [{ row, figures, steps: figures.map((f, c) => f && stepsOf(f, decimals[c]!)), less, contra }];
    });
  });
});
const AMOUNT = /^(?:[A-Z]{3}|currency)/;
const LESS = anyCase(/^\W{0,4}(?:less|deduct\w*|minus|subtract\w*)\b/);
const columnOf = ({ where }: Figure): number => (where.kind === "table" ? where.column : 0);
const decimalsOf = ({ text }: Figure): number => /\.(\d{1,6})(?!\d)/.exec(text)?.[1]?.length ?? 0;

function stepsOf(figure: Figure, decimals: number): bigint | undefined {
  const digits = digitsOf(figure);
  if (digits === "" || digits.length > DIGITS_MOST) return undefined;
  return BigInt(digits) * tenTo(decimals - decimalsOf(figure)) * BigInt(sign(figure.measured!.value));
}
const DIGITS_MOST = 18;

/** How the lines between are taken: as they are signed, with those taken off that say so or that may be, or all taken off. */
const SIGNS: readonly ((line: Line, step: bigint) => bigint)[] = [
  (_, step) => step,
  ({ less }, step) => (less && step > 0n ? -step : step),
  ({ contra }, step) => (contra && step > 0n ? -step : step),
  (_, step) => -step,
];

/** Down the rows: lines that stand between two amounts and are what one differs from the other by, in every column that has both. */
function waysDown(table: RuleTable, known: Known): readonly Way[] {
  const isTold = isReconciliation(table);
  return linesOf(table).flatMap((lines) => {
    const all: Way[] = [];
    const ended = new Set<RuleRow>();
    lines.forEach((from, at) => {
      const { row } = from;
      const isStated = known.has(present(from));
      const before = lines[at - 1];
      const isFirst = before === undefined || ended.has(before.row) || row.row - before.row.row > 1;
      const isUnderGaap = row.named?.basis === "GAAP" || (isFirst && isBelowGaap(row, table));
      if (!isStated && !isUnderGaap && !(isTold && isFirst && !known.areAll && !isOwn(row))) return;
      // What stands between the ends of another way is one of its lines.
      if (all.some((way) => isWithin(row, way))) return;
      const found = new Map<RuleRow, Way>();
      for (const signed of SIGNS)
        for (const way of waysFrom(table, lines, at, signed, isTold)) {
          const other = found.get(way.to);
          if (other === undefined || other.ends.length < way.ends.length) found.set(way.to, way);
        }
      // The parts of a company add up to the whole of it, and lead to nothing.
      if (!isStated && !isUnderGaap && [...found.values()].some(({ to }) => isOfWhole(to))) return;
      for (const way of found.values()) {
        const isEndStated = known.has(way.to.figures);
        // What is stated is led from: a way that is turned round begins with the company's own.
        if (isEndStated && !isStated && isTold) all.push(turned(way));
        else if (!isEndStated && !isOwn(row) && (isStated || isTold || isOwn(way.to))) all.push(way);
        else continue;
        ended.add(way.to);
      }
    });
    return all;
  });
}

/** "From our Statement of Income (U.S. GAAP)": the section says of what its lines are. */
const isBelowGaap = ({ row }: RuleRow, { reading }: RuleTable): boolean =>
  BELOW_GAAP.test(reading.meaning.rows[row]!.path.at(-1) ?? "");
const BELOW_GAAP = anyCase(/(?<!non[-\u2010\u2011 ]?)\b(?:gaap|ifrs)\b|\bas reported\b/);

const isWithin = ({ row }: RuleRow, { from, to }: Way): boolean =>
  row > Math.min(from.row, to.row) && row < Math.max(from.row, to.row);
const present = ({ figures }: Line): readonly Figure[] => figures.flatMap((f) => f ?? []);
const turned = (way: Way): Way => ({
  ...way,
  from: way.to,
  to: way.from,
  ends: way.ends.map(({ from, to }) => ({ from: to, to: from })),
});

function waysFrom(
  table: RuleTable,
  lines: readonly Line[],
  at: number,
  signed: (line: Line, step: bigint) => bigint,
  isTold: boolean,
): readonly Way[] {
  const from = lines[at]!;
  const sums = [...from.steps];
  let base = [...sums];
  // What each line has added since the last subtotal, by column: a total of the adjustments is none of them.
  let since: (readonly bigint[])[] = [];
  let passed = 0;
  const found: Way[] = [];
  for (const to of lines.slice(at + 1, at + 1 + MOST_LINES)) {
    const held = passed === 0 ? [] : columnsHeld(from, to, sums, passed);
    if (held.length > 0) {
      const digits = held.reduce((n, c) => n + digitsTelling(to.figures[c]!).length, 0);
      if (digits >= (isTold || isOwn(to.row) ? DIGITS_TOLD : DIGITS))
        found.push({
          table,
          from: from.row,
          to: to.row,
          ends: held.map((c) => ({ from: from.figures[c]!, to: to.figures[c]! })),
        });
      since = [];
      base = [...sums];
      continue;
    }
    const adds = to.steps.map((step) => (step === undefined ? 0n : signed(to, step)));
    if (isTotalOf(adds, to.steps, since, TOTAL.test(to.row.label))) {
      // Where a cell of the lines is lost, their total has it.
      if (TOTAL.test(to.row.label))
        adds.forEach((step, c) => {
          if (to.steps[c] !== undefined && base[c] !== undefined) sums[c] = base[c]! + step;
        });
      since = [];
      base = [...sums];
      continue;
    }
    since.push(adds);
    passed++;
    adds.forEach((step, c) => {
      if (sums[c] !== undefined) sums[c] = sums[c]! + step;
    });
  }
  return found;
}

/** The columns in which the sum comes to an amount other than that it started from; none where some column that has both does not come to it. */
function columnsHeld(from: Line, to: Line, sums: readonly (bigint | undefined)[], passed: number): readonly number[] {
  const within = BigInt(passed > 3 ? 2 : 1);
  const both = sums.flatMap((sum, c) => (sum !== undefined && to.steps[c] !== undefined ? [c] : []));
  const near = both.filter((c) => isNear(sums[c]!, to.steps[c]!, within));
  if (near.length * 3 < both.length * 2) return [];
  return near.filter((c) => from.steps[c] !== to.steps[c] && digitsTelling(to.figures[c]!).length > 1);
}
const TOTAL = anyCase(/^\W{0,4}(?:total|net) (?:[\w-]+ ){0,3}(?:items|adjustments|credits|charges)\b/);
const isNear = (a: bigint, b: bigint, within: bigint): boolean => a - b <= within && b - a <= within;

/** Whether a line is the total of those right above it: in every column, or in one where it is called so. */
function isTotalOf(
  adds: readonly bigint[],
  steps: readonly (bigint | undefined)[],
  since: readonly (readonly bigint[])[],
  isCalledTotal: boolean,
): boolean {
  const sums = adds.map(() => 0n);
  for (let i = since.length - 1; i >= 0; i--) {
    since[i]!.forEach((step, c) => {
      sums[c]! += step;
    });
    const isNearIn = (c: number): boolean => steps[c] === undefined || isNear(sums[c]!, adds[c]!, 1n);
    if (since.length - i < 2 || adds.every((step) => step === 0n)) continue;
    if (
      isCalledTotal
        ? steps.some((step, c) => step !== undefined && step !== 0n && isNearIn(c))
        : steps.every((_, c) => isNearIn(c))
    )
      return true;
  }
  return false;
}

/** In a reconciliation what a share earns as stated, and another amount in cents of the same columns: it follows from the lines of the whole (C&DI 102.05). */
function waysBeside(table: RuleTable, known: Known): readonly Way[] {
  if (!isReconciliation(table)) return [];
  const [inCents, whole] = linesOf(table);
  // Below lines of whole amounts what is printed in cents is a share's part, whatever its scale has been read as.
  const isMixed = whole!.length > 0;
  const lines = inCents!.filter(({ figures }) => isMixed || figures.some((f) => f !== undefined && isOfShare(f)));
  return lines.flatMap((from) =>
    known.has(present(from))
      ? lines.flatMap((to) => {
          if (to.row.row <= from.row.row || known.has(present(to))) return [];
          const ends = from.figures.flatMap((f, c) => (f && to.figures[c] ? [{ from: f, to: to.figures[c] }] : []));
          return ends.length === 0 ? [] : [{ table, from: from.row, to: to.row, ends }];
        })
      : [],
  );
}
const isOfShare = ({ measured, kind }: Figure): boolean => kind === "per-share" || measured!.unit.includes("/");

/** Across the columns: an amount as reported, what is left out of it, and what is left, in row after row. */
function waysAcross(table: RuleTable): readonly Way[] {
  if (!isReconciliation(table)) return [];
  const lines = linesOf(table).flat();
  const width = lines[0]?.steps.length ?? 0;
  const found: Way[] = [];
  for (let from = 0; from < width; from++)
    for (let to = from + 2; to < width && to <= from + MOST_BETWEEN; to++) {
      const held = lines.filter((line) => isOfOnePeriod(line, from, to) && isAcrossSum(line, from, to));
      if (held.length < ROWS_HELD) continue;
      for (const { row, figures } of held)
        found.push({ table, from: row, to: row, ends: [{ from: figures[from]!, to: figures[to]! }] });
    }
  return found;
}
const MOST_BETWEEN = 8;
/** So many rows of a table whose columns lead from one basis to the other do so with something left out. */
const ROWS_HELD = 2;

/** A half year less its first quarter is no adjustment. */
const isOfOnePeriod = ({ figures }: Line, a: number, b: number): boolean => {
  const [from, to] = [figures[a]?.period, figures[b]?.period];
  return from === undefined || to === undefined || samePeriod(from, to);
};

function isAcrossSum({ steps }: Line, from: number, to: number): boolean {
  const [first, last] = [steps[from], steps[to]];
  if (first === undefined || last === undefined || first === last) return false;
  const between = steps.slice(from + 1, to).flatMap((step) => step ?? []);
  if (between.length === 0) return false;
  const sum = between.reduce((a, b) => a + b, 0n);
  const within = BigInt(between.length > 3 ? 2 : 1);
  return isNear(first + sum, last, within) || isNear(first - sum, last, within);
}

/**
 * The ways that come to one of the amounts of a measure of these families, or to more of them. Of so few digits that one could be anybody's two
 * of one row are wanted, unless the row is called by no other name.
 */
export function waysTo(
  families: readonly Family[],
  figures: readonly Figure[],
  disclosure: Disclosure,
): readonly Way[] {
  const amounts = figures.filter((f) => f.measured !== undefined && AMOUNT.test(f.measured.unit));
  if (amounts.length === 0) return [];
  return waysLed(disclosure).filter(({ to, ends }) => {
    const met = amounts.filter((amount) => ends.some((end) => isAmountOf(amount, end.to)));
    const digits = [...new Set(met.map(digitsPrinted))];
    const isAnothers = to.named !== undefined && !families.includes(to.named.family);
    return isAnothers
      ? digits.length > 1 && digits.join("").length >= DIGITS_OF_OTHER
      : digits.join("").length >= DIGITS_OF_IT;
  });
}
const DIGITS_OF_IT = 2;
const DIGITS_OF_OTHER = 6;

/** Whether an amount in a sentence is that of a table, on its grid or on a finer one; a share's part is read in the scale of its table, and printed alike. */
export const isAmountOf = (amount: Figure, printed: Figure): boolean =>
  isRounded(printed.measured!, amount.measured!) ||
  (decimalsOf(amount) === 2 && decimalsOf(printed) === 2 && digitsPrinted(amount) === digitsPrinted(printed));

/** Whether an amount is another one rounded, whatever the sign of either. */
const isRounded = (exact: Measured, amount: Measured): boolean =>
  exact.unit === amount.unit && isRoundedTo(exact.value, amount);

/** Whether an amount is printed in cents, as those of a share are. */
export const isSetInCents = (figure: Figure): boolean => decimalsOf(figure) === 2;
