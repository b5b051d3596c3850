import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "./interval.ts";
import { highest, keeps, lowest, still } from "./nudged.ts";
import { add, compare, multiply, ONE, type Rational, rational, ZERO } from "./rational.ts";
import { addRow, addVariable, type Linear, maximize, restore, type Simplex, simplex, standing } from "./simplex.ts";

const end = (n: number, open = false) => ({ at: rational(BigInt(n)), open });
const box = (low: number, high: number, open = false): Interval => ({ low: end(low, open), high: end(high, open) });
const linear = (...coefficients: readonly number[]): Linear =>
  new Map(coefficients.flatMap((k, v) => (k === 0 ? [] : [[v, rational(BigInt(k))] as const])));
const at = (interval: Interval) => lowest(interval.low!);
const started = (boxes: readonly Interval[], left = 100_000): Simplex => {
  const s = simplex({ left });
  for (const b of boxes) addVariable(s, b, b.low!.open ? highest(b.high!) : at(b));
  return s;
};

/** Whether the multipliers cancel all that the rows are made of, and their bounds contradict one another. */
function isProof(
  refutation: Linear,
  boxes: readonly Interval[],
  rows: readonly (readonly [Linear, Interval])[],
): boolean {
  const left = new Map<number, Rational>();
  let low: Rational = ZERO;
  let strict = false;
  for (const [v, times] of refutation) {
    const row = rows[v - boxes.length];
    const bounds = row === undefined ? boxes[v]! : row[1];
    for (const [figure, k] of row === undefined ? new Map([[v, ONE]]) : row[0])
      left.set(figure, add(left.get(figure) ?? ZERO, multiply(k, times)));
    const bound = times.n > 0n ? bounds.low! : bounds.high!;
    low = add(low, multiply(bound.at, times));
    strict ||= bound.open;
  }
  return [...left.values()].every((k) => k.n === 0n) && (low.n > 0n || (low.n === 0n && strict));
}

describe("linear inequalities", () => {
  it("have amounts that satisfy them, or multipliers that refute them", () => {
    const coefficients = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 });
    const rows = fc.array(fc.tuple(coefficients, fc.integer({ min: -9, max: 9 }), fc.nat(3), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat(2)), { minLength: 4, maxLength: 4 }),
        rows,
        (b, r) => {
          const boxes = b.map(([low, width]) => box(low, low + width + 1, width === 2));
          const all = r.map(([ks, low, width, open]): readonly [Linear, Interval] => [
            linear(...ks),
            box(low, low + width, open && width > 0),
          ]);
          const s = started(boxes);
          for (const [sum, within] of all) addRow(s, sum, within);
          const outcome = restore(s);
          if (outcome.kind === "infeasible") return isProof(outcome.refutation, boxes, all);
          return (
            outcome.kind === "feasible" &&
            boxes.every((one, v) => keeps(s.values[v]!, one)) &&
            all.every(([sum, within]) => keeps(standing(s, sum), within))
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it("are never refuted where amounts are known that satisfy them", () => {
    const amounts = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 5, maxLength: 5 });
    const sums = fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 5, maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(amounts, sums, (known, kss) => {
        const s = started(known.map((n) => box(n - 2, n + 1, true)));
        for (const ks of kss) {
          const value = ks.reduce((total, k, v) => total + k * known[v]!, 0);
          addRow(s, linear(...ks), box(value, value));
        }
        return restore(s).kind === "feasible";
      }),
      { numRuns: 300 },
    );
  });

  it("tell an end that is reached from one that is only approached", () => {
    const s = started([box(0, 1), box(0, 1, true)]);
    expect(maximize(s, linear(1, 0))).toMatchObject({ kind: "bounded", value: still(ONE) });
    const both = maximize(s, linear(1, 1));
    expect(both.kind === "bounded" && compare(both.value.at, rational(2n)) === 0 && both.value.by.n < 0n).toBe(true);
  });

  it("have no greatest sum where nothing bounds it", () => {
    const s = simplex({ left: 1000 });
    addVariable(s, { low: end(0), high: null }, still(ZERO));
    expect(maximize(s, linear(1))).toEqual({ kind: "unbounded" });
  });

  it("are left undecided where the budget does not suffice", () => {
    const s = started([box(0, 1), box(0, 1)], 1);
    addRow(s, linear(1, 1), box(2, 2));
    addRow(s, linear(1, -1), box(1, 1));
    expect(restore(s)).toEqual({ kind: "undecided" });
  });
});
