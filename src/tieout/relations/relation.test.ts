import { expect, it } from "vitest";
import { ONE, rational } from "../../exact/rational.ts";
import { namedBy } from "./relation.ts";

const term = (figure: number) => ({ figure, times: ONE });
const growth = { kind: "quotient", plus: rational(-1n), times: ONE, denominator: [term(0)], result: 3 } as const;

it("a relation names its operands in reading order and its result last, each once", () => {
  expect(namedBy({ kind: "sum", terms: [term(7), term(2)], result: 4 })).toEqual([2, 7, 4]);
  expect(namedBy({ ...growth, numerator: [term(1)] })).toEqual([0, 1, 3]);
  expect(namedBy({ ...growth, numerator: [term(1), term(0)] })).toEqual([0, 1, 3]);
  expect(namedBy({ kind: "equal", left: 5, right: 9 })).toEqual([5, 9]);
});
