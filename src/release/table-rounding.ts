import { add, divide, equal, multiply, negate, ONE, type Rational, sign, subtract, ZERO } from "../exact/rational.ts";
import type { Fact, Working } from "../measures/fact.ts";
import { memberText } from "../measures/member.ts";
import { roundForPrint } from "../measures/round-for-print.ts";
import type { MadeCell } from "./table-cells.ts";
import type { ColumnPlan, Footing } from "./table-plan.ts";

/** What of a table does not recompute from the digits that it prints (REG-63). */
export interface Unrounded {
  readonly sums: boolean;
  readonly percentages: boolean;
  readonly perShare: boolean;
}

/** Recomputes from the printed digits all that a reader can: sums of rows, and whatever was made of figures that stand in the table as well. */
export function unrounded(
  cells: readonly (readonly MadeCell[])[],
  footings: readonly Footing[],
  columns: readonly Pick<ColumnPlan, "kind">[],
): Unrounded {
  const shown = new Map<string, Rational>();
  for (const { fact, shown: value } of cells.flat())
    if (fact !== undefined && value !== undefined) shown.set(keyOf(fact.measure, fact.period, fact), value);
  const off = cells.flat().filter((cell) => !isRecomputed(cell, shown));
  const isRate = (cell: MadeCell): boolean => cell.fact?.unit === "ratio" || cell.fact?.unit === "points";
  return {
    sums: footings.some((footing) => !doesFoot(cells, footing, columns)) || off.some((cell) => isAmount(cell.fact)),
    percentages: off.some((cell) => isRate(cell) || cell.fact?.unit === "basis-points"),
    perShare: off.some((cell) => cell.fact?.unit === "per-share" && !isAmount(cell.fact)),
  };
}

/** An amount that was added up, as against one that was divided by something. */
const isAmount = (fact: Fact | undefined): boolean =>
  fact !== undefined &&
  (fact.unit === "money" ||
    fact.unit === "shares" ||
    fact.unit === "count" ||
    (fact.unit === "per-share" && fact.working.kind === "computed" && fact.working.operation !== "quotient"));

/** What the footnote says; none where everything recomputes. */
export function roundingFootnote({ sums, percentages, perShare }: Unrounded): readonly string[] {
  const rates =
    percentages && perShare
      ? "percentages and amounts per share are computed from unrounded amounts"
      : percentages
        ? "percentages are computed from unrounded amounts"
        : perShare
          ? "amounts per share are computed from unrounded amounts"
          : undefined;
  if (sums) return [`Amounts may not add due to rounding${rates === undefined ? "" : `; ${rates}`}.`];
  return rates === undefined ? [] : [`${rates[0]!.toUpperCase()}${rates.slice(1)}.`];
}

const keyOf = (measure: string, period: string, { member }: Pick<Fact, "member">): string =>
  `${measure.split("@")[0]}\n${period}\n${memberText(member)}`;

/** Whether the printed rows add to the printed total, in each column; a cell without a number adds nothing. */
function doesFoot(
  cells: readonly (readonly MadeCell[])[],
  { total, terms, isOfAmounts }: Footing,
  columns: readonly Pick<ColumnPlan, "kind">[],
): boolean {
  return (cells[total] ?? []).every(({ shown }, column) => {
    if (shown === undefined || !isSummed(cells[total]?.[column])) return true;
    if (isOfAmounts === true && columns[column]?.kind !== "amount") return true;
    const sum = terms.reduce((so, term) => {
      const cell = cells[term.row]?.[column];
      if (cell?.shown === undefined || cell.fact?.unit !== cells[total]?.[column]?.fact?.unit) return so;
      return add(so, term.sign > 0 ? cell.shown : negate(cell.shown));
    }, ZERO);
    return equal(sum, shown);
  });
}

/** Rates of growth, margins and points of them are not added; shares of a total are. */
export const isSummed = (cell: MadeCell | undefined): boolean =>
  cell?.fact !== undefined &&
  (cell.fact.unit !== "ratio" || cell.fact.measure.endsWith("-mix")) &&
  cell.fact.unit !== "basis-points" &&
  cell.fact.unit !== "points";

/** A figure whose parts do not all stand in the table cannot be recomputed by its reader, and so does not differ. */
function isRecomputed({ fact, form, shown }: MadeCell, all: ReadonlyMap<string, Rational>): boolean {
  if (fact === undefined || form === undefined || shown === undefined) return true;
  if (fact.working.kind !== "computed") return true;
  const value = recomputed(fact.working, all);
  if (value === undefined) return true;
  return value !== "not" && equal(roundForPrint(value, form).value ?? ZERO, shown);
}

/** From printed figures; undefined where one of them is not printed here, "not" where they cannot be reckoned with. */
function recomputed(working: Working, all: ReadonlyMap<string, Rational>): Rational | "not" | undefined {
  if (working.kind === "constant") return working.value;
  if (working.kind === "fact") {
    if (working.value === "nil") return ZERO;
    return all.get(keyOf(working.measure, working.period, working));
  }
  if (working.kind !== "computed") return undefined;
  if (working.value === "nil") return ZERO;
  const parts = working.parts.map((part) => recomputed(part, all));
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
  if (parts.some((part) => part === "not")) return "not";
  return operated(working.operation, parts as readonly Rational[]);
}

function operated(operation: string | undefined, parts: readonly Rational[]): Rational | "not" | undefined {
  const [first = ZERO, second = ZERO] = parts;
  switch (operation) {
    case "same":
      return first;
    case "negation":
      return negate(first);
    case "sum":
      return parts.reduce(add);
    case "difference":
      return parts.slice(1).reduce(subtract, first);
    case "product":
      return parts.reduce(multiply);
    case "quotient":
      return sign(second) === 0 ? "not" : divide(first, second);
    case "growth":
      return sign(second) === 0 ? "not" : subtract(divide(first, second), ONE);
    default:
      return undefined;
  }
}
