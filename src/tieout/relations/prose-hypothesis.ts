import type { Period } from "../../calendar/period.ts";
import { compare, type Rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { bitsOfPrint, changeForm, fits, growthForm, pointsForm, sameAmount, sizeOf } from "./prose-fit.ts";
import { agreement, type Naming, namingOf } from "./prose-label.ts";
import type { ProseCell, ProseRow, RowIndex } from "./prose-rows.ts";
import { type Agreement, timeAgreement } from "./prose-time.ts";
import type { Form } from "./relation.ts";

/** The idea that a group of figures speaks of one row, with one of its cells as the current figure. */
export interface Hypothesis {
  readonly row: ProseRow;
  readonly current: ProseCell;
  /** How well the words agree, from 0 to 1, and the time of the current cell. */
  readonly name: number;
  readonly time: Agreement;
  /** What each figure of the group is tested by, and whether one of the forms can hold. */
  readonly tests: readonly Test[];
  /** Whether no other cell of the row stands for the same time under the same heads. */
  readonly alone: boolean;
}

export interface Test {
  readonly reading: ProseReading;
  readonly forms: readonly Form[];
  /** The form that can hold, if one can. */
  readonly holds: Form | undefined;
  readonly time: Agreement;
  /** Whether the row has just one comparative cell that may be meant, or none is needed. */
  readonly unique: boolean;
  /** The bits of the figure's print. */
  readonly bits: number;
}

/** Rows that a group's words bring up, at most. */
const MOST_ROWS = 10;
const LEAST_NAME = 0.35;
/** What is looked at for one group, at most: a document may print one value a hundred times. */
const MOST_CANDIDATES = 240;
const MOST_HYPOTHESES = 60;

/** All rows and cells that the figures of a group may speak of. */
export function hypothesesOf(group: ProseGroup, index: RowIndex, figures: readonly Figure[]): readonly Hypothesis[] {
  const naming = namingOf(group);
  const lead = group.readings.find((r) => r.role === "current" || r.role === "part");
  const period = (lead ?? group.readings[0]!).period;
  const cells = new Map<number, { cell: ProseCell; name: number }>();
  for (const cell of candidates(group, naming, index, figures, lead, period)) {
    if (cells.has(cell.figure)) continue;
    if (cells.size >= MOST_HYPOTHESES) break;
    const name = agreement(naming, cell.at, cell.head, index);
    if (name >= LEAST_NAME) cells.set(cell.figure, { cell, name });
  }
  return [...cells.values()].map(
    ({ cell, name }): Hypothesis => ({
      row: cell.at,
      current: cell,
      name,
      time: timeAgreement(cell.period, period),
      tests: group.readings.flatMap((r) => testOf(r, cell, r === lead, figures)),
      alone: !cell.at.cells.some(
        (c) => c !== cell && isLevel(c) && alike(c, cell) && timeAgreement(c.period, cell.period) === "same",
      ),
    }),
  );
}

function candidates(
  group: ProseGroup,
  naming: Naming,
  index: RowIndex,
  figures: readonly Figure[],
  lead: ProseReading | undefined,
  period: Period | undefined,
): readonly ProseCell[] {
  const kind = group.kind;
  const units = unitsOf(group, figures);
  const found: ProseCell[] = [];
  const fitting = (cells: readonly ProseCell[]): readonly ProseCell[] => cells.filter((c) => isUnit(c, units, figures));
  for (const row of namedRows(naming, index)) {
    const timely = fitting(levels(row, kind)).filter((c) => timeAgreement(c.period, period) !== "different");
    push(found, timely);
  }
  if (lead !== undefined)
    push(
      found,
      fitting(index.near(figures[lead.figure]!)).filter((c) => c.kind === kind && isLevel(c)),
    );
  for (const r of group.readings) {
    if (r.role !== "prior") continue;
    for (const cell of index.near(figures[r.figure]!))
      if (cell.kind === kind && isLevel(cell) && found.length < MOST_CANDIDATES)
        push(
          found,
          fitting(levels(cell.at, kind)).filter((c) => c !== cell && alike(c, cell)),
        );
  }
  return found;
}

/** The units of a group's levels; amounts in another currency are not the row's. */
function unitsOf(group: ProseGroup, figures: readonly Figure[]): ReadonlySet<string> {
  const units = new Set<string>();
  for (const r of group.readings)
    if (r.role === "current" || r.role === "prior") units.add(figures[r.figure]!.measured!.unit);
  return units;
}

function isUnit(cell: ProseCell, units: ReadonlySet<string>, figures: readonly Figure[]): boolean {
  const { unit } = figures[cell.figure]!.measured!;
  return (
    units.size === 0 ||
    units.has(unit) ||
    unit.startsWith("currency") ||
    [...units].some((u) => u.startsWith("currency"))
  );
}

function push<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}

/** The rows whose labels agree best with the words, found by the rarest of them. */
function namedRows(naming: Naming, index: RowIndex): readonly ProseRow[] {
  const stems = [...naming.near]
    .filter((s) => index.byStem.has(s))
    .sort((a, b) => index.byStem.get(a)!.length - index.byStem.get(b)!.length)
    .slice(0, 3);
  const seen = new Set<ProseRow>();
  for (const s of stems) {
    const rows = index.byStem.get(s)!;
    if (rows.length > MOST_SHARED && seen.size > 0) continue;
    for (const row of rows.length > MOST_SHARED ? rows.slice(0, MOST_SHARED) : rows) seen.add(row);
  }
  return [...seen]
    .map((row) => ({ row, name: agreement(naming, row, NOTHING, index) }))
    .filter((r) => r.name >= LEAST_NAME)
    .sort((a, b) => b.name - a.name || a.row.table - b.row.table || a.row.row - b.row.row)
    .slice(0, MOST_ROWS)
    .map((r) => r.row);
}

const MOST_SHARED = 100;
const NOTHING: ReadonlySet<string> = new Set();

const isLevel = (cell: ProseCell): boolean =>
  cell.columnKind === "amount" ||
  cell.columnKind === "other" ||
  (cell.columnKind === "percent-of" && cell.kind === "percent");

const levels = (row: ProseRow, kind: ProseGroup["kind"]): readonly ProseCell[] =>
  row.cells.filter(
    (c) => isLevel(c) && (kind === undefined ? c.kind === "amount" || c.kind === "count" : c.kind === kind),
  );

/** Whether two cells of a row stand under heads that differ in time alone. */
const alike = (a: ProseCell, b: ProseCell): boolean =>
  a.basis === b.basis && a.kind === b.kind && sameSet(a.head, b.head);

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const s of a) if (!b.has(s)) return false;
  return true;
}

/** What tests a figure, given the current cell; nothing where the row has nothing to say of it. */
function testOf(r: ProseReading, cell: ProseCell, isLead: boolean, figures: readonly Figure[]): readonly Test[] {
  const make = (forms: readonly Form[], time: Agreement, unique: boolean): readonly Test[] =>
    forms.length === 0
      ? []
      : [
          {
            reading: r,
            forms,
            holds: forms.find((f) => quick(f, figures) && fits(f, figures)),
            time,
            unique,
            bits: bitsOfPrint(figures[r.figure]!),
          },
        ];
  if (isLead) return make([sameAmount(figures, r.figure, cell.figure)], timeAgreement(cell.period, r.period), true);
  switch (r.role) {
    case "prior": {
      const { cells, time } = others(cell, r.period);
      const forms = cells.map((c) => sameAmount(figures, r.figure, c.figure));
      return make(forms, time, cells.length === 1);
    }
    case "growth":
    case "change":
    case "points": {
      const { cells, time } = others(cell, r.against);
      return make([...computed(r, cell, cells, figures), ...printed(r, cell, figures)], time, cells.length === 1);
    }
    default:
      return [];
  }
}

/** More comparative cells than this leave it open which is meant. */
const MOST_OTHERS = 8;

/** The comparative cells of the row: those of the period that is meant, or all where periods are unknown. */
function others(cell: ProseCell, period: Period | undefined): { cells: readonly ProseCell[]; time: Agreement } {
  const all = cell.at.cells.filter((c) => c !== cell && isLevel(c) && alike(c, cell));
  const by = (wanted: Agreement): readonly ProseCell[] => all.filter((c) => timeAgreement(c.period, period) === wanted);
  for (const wanted of ["same", "close", "unknown"] as const) {
    const cells = by(wanted);
    if (cells.length > 0) return { cells: cells.slice(0, MOST_OTHERS), time: wanted };
  }
  return { cells: [], time: "different" };
}

/** Cells of the row that print the growth or the change itself. */
function printed(r: ProseReading, cell: ProseCell, figures: readonly Figure[]): readonly Form[] {
  const wanted = r.role === "growth" ? "percent-change" : "change";
  return cell.at.cells
    .filter((c) => c.columnKind === wanted && c.kind === r.kind && speaksOf(c, cell) && sameBasis(r, c))
    .map((c) => sameAmount(figures, r.figure, c.figure));
}

const speaksOf = (c: ProseCell, cell: ProseCell): boolean =>
  c.compares === undefined ? c.column > cell.column : c.compares[0] === cell.column;

const sameBasis = (r: ProseReading, c: ProseCell): boolean => {
  const special = r.basis === "constant-currency" || r.basis === "organic";
  const cellSpecial = c.basis === "constant-currency" || c.basis === "organic";
  return special === cellSpecial;
};

/** What the row's cells give for the growth or the change; not where another basis than the printed one is meant. */
function computed(
  r: ProseReading,
  cell: ProseCell,
  cells: readonly ProseCell[],
  figures: readonly Figure[],
): readonly Form[] {
  if (r.basis === "constant-currency" || r.basis === "organic") return [];
  const current = figures[cell.figure]!.measured!.value;
  // "Improved" may mean either way: then the cells say which.
  const turn = (now: Rational, then: Rational): -1 | 0 | 1 =>
    r.unsure ? (compare(now, then) < 0 ? -1 : 1) : r.direction;
  return cells.flatMap((c): readonly Form[] => {
    const base = figures[c.figure]!.measured!.value;
    if (r.role === "growth")
      return cell.kind === "percent" || base.n <= 0n || current.n < 0n || r.kind !== "percent"
        ? []
        : [growthForm(cell.figure, c.figure, r.figure, figures, turn(current, base))];
    if (r.role === "points")
      return cell.kind === "percent" ? [pointsForm(cell.figure, c.figure, r.figure, figures, turn(current, base))] : [];
    if (r.kind !== cell.kind || base.n < 0n || current.n < 0n) return [];
    return [changeForm(cell.figure, c.figure, r.figure, turn(current, base))];
  });
}

/** Whether sizes alone rule out that two prints agree; hedged ones are left to exact arithmetic. */
function quick(form: Form, figures: readonly Figure[]): boolean {
  if (form.kind !== "equal") return true;
  const a = figures[form.left]!.measured!;
  const b = figures[form.right]!.measured!;
  if (a.hedge !== undefined || b.hedge !== undefined) return true;
  const [x, y, p, q] = [sizeOf(a.value), sizeOf(b.value), sizeOf(a.quantum), sizeOf(b.quantum)];
  if (x === undefined || y === undefined || p === undefined || q === undefined) return true;
  return Math.abs(x - y) <= 0.51 * (p + q);
}
