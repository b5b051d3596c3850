import { describe, expect, it } from "vitest";
import { believed, figuresOf, ratio, same, sum } from "../../../test/by-hand.ts";
import { parse } from "../../exact/decimal.ts";
import { multiply, rational } from "../../exact/rational.ts";
import type { Finding } from "../../finding.ts";
import { addUp } from "./certificate.ts";
import { boxesOf, type Multipliers } from "./feasible.ts";
import { judgeAll } from "./judged.ts";
import { rowsOf } from "./system.ts";
import { tieOut } from "./tieout.ts";

const MINUS_ONE = rational(-1n);
const conflicts = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((f) => f.code === "figures-conflict");

describe("figures that cannot all be right together", () => {
  // Vector V18: a, b and c print 1; a + b prints 3, and a + b + c prints 2.
  const figures = figuresOf("1", "1", "1", "3", "2");
  const proposals = [believed(sum([0, 1], 3)), believed(sum([0, 1, 2], 4))];
  const { findings, relations, figures: checked } = tieOut(proposals, figures);

  it("pass alone and are one error together (V18)", () => {
    expect(relations.map((r) => r.verdict)).toEqual(["attainable", "attainable"]);
    expect(findings).toMatchObject([{ code: "figures-conflict", severity: "error", relations: ["r1", "r2"] }]);
    expect(findings[0]!.figures.toSorted()).toEqual(["f1", "f2", "f3", "f4", "f5"]);
    expect(checked.map((f) => f.status)).toContain("contradicted");
  });

  it("have a certificate that anyone can add up (V18)", () => {
    expect(findings[0]!.certificate).toEqual([
      { relation: "r1", times: "1" },
      { relation: "r2", times: "-1" },
    ]);
    // r1 less r2: (a + b + c) - (a + b) - c must be nothing; the prints leave it less than 2.5 - 2.5 - 0.5.
    const judged = judgeAll(proposals, figures);
    const multipliers: Multipliers = new Map(
      findings[0]!.certificate.map(({ relation, times }) => {
        const [row] = rowsOf(judged.find((j) => j.id === relation)!, figures, "halfEven", { allowing: true });
        return [row!, parse(times)!] as const;
      }),
    );
    for (const mode of ["halfExpand", "halfEven"] as const)
      expect(addUp(multipliers, boxesOf(figures, mode)).contradicts).toBe(true);
    const otherwise = new Map([...multipliers].map(([row, k]) => [row, multiply(k, k)]));
    expect(addUp(otherwise, boxesOf(figures, "halfExpand")).contradicts).toBe(false);
  });

  it("are reported by the fewest relations, others that hold left out", () => {
    const more = figuresOf("1", "1", "1", "3", "2", "7", "8");
    const { findings: found } = tieOut([...proposals, believed(sum([0, 5], 6)), believed(sum([2, 5], 6))], more);
    expect(conflicts(found)).toHaveLength(1);
    expect(conflicts(found)[0]!.figures.toSorted()).toEqual(["f1", "f2", "f3", "f4", "f5"]);
  });

  it("are no conflict where one relation is not strongly believed", () => {
    const { findings: found } = tieOut([proposals[0]!, believed(sum([0, 1, 2], 4), { strength: "fair" })], figures);
    expect(conflicts(found)).toEqual([]);
  });

  it("are no conflict where steps beyond rounding are customary", () => {
    const { findings: found } = tieOut([proposals[0]!, believed(sum([0, 1, 2], 4), { allowance: 1 })], figures);
    expect(conflicts(found)).toEqual([]);
  });
});

describe("one cause", () => {
  it("is told once: of a figure that an error names, nothing is said again", () => {
    // The first sum cannot hold by itself, and shares a and b with the two that conflict.
    const figures = figuresOf("1", "1", "1", "3", "2", "9");
    const { findings } = tieOut(
      [believed(sum([0, 1], 3)), believed(sum([0, 1, 2], 4)), believed(sum([0, 1, 2], 5))],
      figures,
    );
    expect(findings.filter((f) => f.severity === "error")).toMatchObject([{ code: "total-does-not-foot" }]);
  });

  it("makes one finding each of two groups that have nothing in common", () => {
    const figures = figuresOf("1", "1", "1", "3", "2", "1", "1", "1", "3", "2");
    const { findings } = tieOut(
      [sum([0, 1], 3), sum([0, 1, 2], 4), sum([5, 6], 8), sum([5, 6, 7], 9)].map((form) => believed(form)),
      figures,
    );
    expect(conflicts(findings).map((f) => f.relations)).toEqual([
      ["r1", "r2"],
      ["r3", "r4"],
    ]);
  });

  it("is not seen where one sum only takes in more than another", () => {
    // 8155 - 4927 + 6 is 3234; with a line of 1 besides, the same rows are read as another sum.
    const figures = figuresOf("3234", "4927", "6", "8155", "1");
    const wider = sum(
      [
        [1, MINUS_ONE],
        [2, rational(1n)],
        [3, rational(1n)],
        [4, rational(1n)],
      ],
      0,
    );
    const { findings } = tieOut([believed(sum([0, 1, [2, MINUS_ONE]], 3)), believed(wider)], figures);
    expect(conflicts(findings)).toEqual([]);
  });
});

describe("a rate computed from rounded amounts", () => {
  // 5,200 over 3,471 is 49.8 % more; 5.2 over 3.5, which the same page prints for them, is 48.6 %.
  const figures = figuresOf("5,200k", "3,471k", "5.2m", "3.5m", "48.6%", "51.0%");
  const proposals = [
    believed(same(0, 2)),
    believed(same(1, 3)),
    believed(ratio(2, 3, 4, MINUS_ONE), { kind: "growth", rule: "T06" }),
  ];

  it("conflicts with the amounts behind them, and is a warning that names the rate", () => {
    const { findings } = tieOut(proposals, figures);
    expect(conflicts(findings)).toMatchObject([{ severity: "warning", figures: ["f5", "f1", "f3", "f2", "f4"] }]);
  });

  it("is not judged where the same two amounts have two rates, one of them of other amounts", () => {
    const more = believed(ratio(2, 3, 5, MINUS_ONE), { kind: "growth", rule: "T06" });
    expect(conflicts(tieOut([...proposals, more], figures).findings)).toEqual([]);
  });
});

describe("one amount in three prints", () => {
  // Vector V19: 1,250 thousand is 1.3 million rounded half away from zero, 1.2 to even; 1,249.6 is 1.2 and never 1.3.
  const found = (...texts: readonly string[]) =>
    tieOut([believed(same(0, 1)), believed(same(1, 2))], figuresOf(...texts)).findings;

  it("may be 1.2 or 1.3 million where 1,250 thousand is all that is known (V19)", () => {
    for (const coarse of ["1.2m", "1.3m"])
      expect(tieOut([believed(same(0, 1))], figuresOf("1,250k", coarse)).findings).toEqual([]);
    expect(tieOut([believed(same(0, 1))], figuresOf("1,250k", "1.4m")).findings).toHaveLength(1);
  });

  it("is rounded twice where 1,249.6 thousand stands behind 1,250 and 1.3 million (V19)", () => {
    expect(found("1,249.6k", "1,250k", "1.3m")).toMatchObject([{ code: "figures-conflict", severity: "error" }]);
    expect(found("1,249.6k", "1,250k", "1.2m")).toEqual([]);
    expect(found("1,250.4k", "1,250k", "1.3m")).toEqual([]);
  });
});
