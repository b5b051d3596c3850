import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { believed, figureOf, figuresOf, ratio, same, sum } from "../../../test/by-hand.ts";
import { format } from "../../exact/decimal.ts";
import { contains, EVERYTHING, within } from "../../exact/interval.ts";
import { add, divide, type Rational, rational } from "../../exact/rational.ts";
import { round } from "../../exact/rounding.ts";
import type { Figure } from "../figures/figure.ts";
import type { Form, Relation } from "../relations/relation.ts";
import { addUp } from "./certificate.ts";
import { conflictsOf } from "./conflict.ts";
import { boxesOf } from "./feasible.ts";
import { figureRange } from "./figure-range.ts";
import { judgeAll } from "./judged.ts";
import { propagate } from "./propagate.ts";
import { byPrint, rangeOf } from "./range.ts";
import { tieOut } from "./tieout.ts";

const NOBODY: ReadonlySet<number> = new Set();

/** Amounts and how they print: whole numbers, tenths or tens. */
interface Page {
  readonly truths: readonly Rational[];
  readonly figures: readonly Figure[];
  readonly relations: readonly Relation[];
}

const GRIDS = ["1", "0.1", "10"].map((text) => figureOf(text, 0).measured!.quantum);

/** A figure that prints the amount on a grid of whole numbers, tenths, or tens (which prints whole numbers too). */
function printed(truth: Rational, grid: number, index: number): Figure {
  const quantum = grid === 2 ? rational(10n) : GRIDS[grid]!;
  const value = round(truth, quantum, "halfExpand");
  const figure = figureOf(format(value), index);
  return { ...figure, measured: { ...figure.measured!, value, quantum } };
}

/** What a page can say: sums, equalities and ratios of amounts that there are, all of them true. */
const pagesOf = (kinds: number): fc.Arbitrary<Page> =>
  fc
    .record({
      parts: fc.array(fc.integer({ min: 100, max: 99_999 }), { minLength: 3, maxLength: 6 }),
      grids: fc.array(fc.nat(2), { minLength: 20, maxLength: 20 }),
      said: fc.array(fc.tuple(fc.nat(kinds - 1), fc.nat(99), fc.nat(99), fc.nat(99)), { minLength: 2, maxLength: 8 }),
    })
    .map(({ parts, grids, said }) => {
      const truths = parts.map((n) => rational(BigInt(n), 100n));
      const forms: Form[] = [];
      for (const [kind, a, b, c] of said) {
        const [i, j, k] = [a % truths.length, b % truths.length, c % truths.length];
        const result = truths.length;
        if (kind === 0) {
          if (new Set([i, j, k]).size < 3) continue;
          truths.push(add(add(truths[i]!, truths[j]!), truths[k]!));
          forms.push(sum([i, j, k], result));
        } else if (kind === 1) {
          truths.push(truths[i]!);
          forms.push(same(i, result));
        } else if (kind === 2 && i !== j) {
          truths.push(divide(truths[i]!, truths[j]!));
          forms.push(ratio(i, j, result));
        }
      }
      const figures = truths.map((truth, i) => printed(truth, grids[i % grids.length]!, i));
      return { truths, figures, relations: forms.map((form) => believed(form)) };
    });

const pages = pagesOf(3);
/** Without ratios, the simplex alone is exact. */
const sums = pagesOf(2);

describe("figures that can all be right", () => {
  it("are never refuted, and what they leave for each other holds the amounts behind them", () => {
    fc.assert(
      fc.property(pages, ({ truths, figures, relations }) => {
        const judged = judgeAll(relations, figures);
        expect(conflictsOf(judged, figures, NOBODY)).toEqual([]);
        const { implied } = propagate(judged, figures);
        for (const [figure, interval] of implied) expect(contains(interval, truths[figure]!)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("leave for each other no less than the exact range", () => {
    fc.assert(
      fc.property(sums, fc.nat(99), ({ truths, figures, relations }, n) => {
        const figure = n % figures.length;
        const judged = judgeAll(relations, figures);
        const { implied } = propagate(judged, figures);
        const budget = { left: 1_000_000 };
        const exact = rangeOf({ figure, relations: judged, figures, told: byPrint(figures), budget });
        expect(exact.kind).toBe("range");
        if (exact.kind !== "range") return;
        expect(contains(exact.interval, truths[figure]!)).toBe(true);
        expect(within(exact.interval, implied.get(figure) ?? EVERYTHING)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("have a range that holds the amount and is within what is implied, ratios and all", () => {
    fc.assert(
      fc.property(pages, fc.nat(99), ({ truths, figures, relations }, n) => {
        const figure = n % figures.length;
        const { interval, exact, leftOut } = figureRange(figure, relations, figures);
        expect({ exact, leftOut }).toEqual({ exact: true, leftOut: [] });
        if (interval === undefined) return;
        expect(contains(interval, truths[figure]!)).toBe(true);
        const { implied } = propagate(judgeAll(relations, figures), figures);
        expect(within(interval, implied.get(figure) ?? EVERYTHING)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("leave for a figure what is possible, however wrong its own print is", () => {
    fc.assert(
      fc.property(pages, fc.nat(99), fc.integer({ min: -9, max: 9 }), ({ truths, figures, relations }, n, steps) => {
        const figure = n % figures.length;
        const { value, quantum } = figures[figure]!.measured!;
        const moved = add(value, { n: quantum.n * BigInt(steps), d: quantum.d });
        if (moved.n <= 0n) return;
        const wrong = figures.map((f, i) => (i === figure ? { ...f, measured: { ...f.measured!, value: moved } } : f));
        const left = propagate(judgeAll(relations, wrong), wrong).implied.get(figure);
        expect(left === undefined || contains(left, truths[figure]!)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("figures that cannot all be right", () => {
  const parts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 9 });

  it("are refuted by a certificate that adds up, whatever holds beside them", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 500 }), (own, last) => {
        // The first total takes all the slack of rounding upwards, the second, with one more part, all of it downwards.
        const n = own.length;
        const all = own.reduce((a, b) => a + b, 0);
        const totals = [all + Math.floor(n / 2), all + last - Math.floor((n + 1) / 2)];
        const figures = figuresOf(...[...own, last, ...totals, all + 7, 7].map(String));
        const indexes = own.map((_, i) => i);
        const judged = judgeAll(
          [
            believed(sum(indexes, n + 1)),
            believed(sum([...indexes, n], n + 2)),
            believed(sum([...indexes, n + 4], n + 3)),
          ],
          figures,
        );
        const conflicts = conflictsOf(judged, figures, NOBODY);
        expect(conflicts).toHaveLength(1);
        const { relations, multipliers } = conflicts[0]!;
        expect(relations.map((j) => j.figures.at(-1))).toEqual([n + 1, n + 2]);
        for (const mode of ["halfExpand", "halfEven"] as const)
          expect(addUp(multipliers, boxesOf(figures, mode)).contradicts).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("pages that nobody would print", () => {
  it("are answered for: a chain of thousands of sums, each of which needs rounding", () => {
    const texts: string[] = ["1"];
    const relations: Relation[] = [];
    for (let i = 0; i < 4000; i++) {
      texts.push("1", String(i + 3));
      relations.push(believed(sum([2 * i, 2 * i + 1], 2 * i + 2)));
    }
    const { figures } = tieOut(relations, figuresOf(...texts));
    expect(figures).toHaveLength(8001);
  });

  it("are answered for: a total of thousands of lines, and a figure in thousands of relations", () => {
    const count = 4000;
    const lines = Array.from({ length: count }, (_, i) => i);
    const texts = [...lines.map(() => "1"), String(count + 5), ...lines.map(() => "3")];
    const relations = [believed(sum(lines, count)), ...lines.slice(1).map((i) => believed(sum([0, i], count + 1 + i)))];
    const { figures } = tieOut(relations, figuresOf(...texts));
    expect(figures[count]!.implied).toBeDefined();
  });
});
