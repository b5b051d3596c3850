import { describe, expect, it } from "vitest";
import { rational } from "../exact/rational.ts";
import type { Fact } from "../measures/fact.ts";
import { difference, negation, takenAway } from "./table-derived.ts";

const fact = (measure: string, value: bigint): Fact => ({
  measure,
  title: measure,
  version: "v1",
  basis: "GAAP",
  period: "2007-Q3",
  start: undefined,
  end: "2007-09-29" as Fact["end"],
  member: {},
  unit: "points",
  currency: undefined,
  value: rational(value),
  working: { kind: "constant", text: "given", value: rational(value) },
});

describe("a fact that a release makes of others", () => {
  it("names the facts of the books that it is made of", () => {
    const made = difference({ measure: "rest", title: "Rest" }, fact("whole", 9n), [fact("part", 4n)]);
    expect(made).toMatchObject({ measure: "rest", value: rational(5n), isDerived: true });
    expect(made?.working).toMatchObject({
      operation: "difference",
      parts: [
        { kind: "fact", measure: "whole", value: rational(9n) },
        { kind: "fact", measure: "part", value: rational(4n) },
      ],
    });
  });
  it("is followed through where it is a part itself, since no book knows its name", () => {
    const turned = negation({ measure: "currency-taken-out", title: "Currency" }, fact("currency", 3n));
    const made = difference({ measure: "rest", title: "Rest" }, fact("whole", 9n), [turned]);
    expect(made?.value).toEqual(rational(12n));
    expect(made?.working).toMatchObject({
      parts: [
        { kind: "fact", measure: "whole" },
        {
          kind: "computed",
          operation: "same",
          value: rational(-3n),
          parts: [{ operation: "negation", parts: [{ kind: "fact", measure: "currency", value: rational(3n) }] }],
        },
      ],
    });
  });
  it("turns its sign once for each time that it is taken away", () => {
    expect(takenAway(takenAway(fact("tax", 3n)))).toMatchObject({
      value: rational(3n),
      measure: "tax-taken-away-taken-away",
    });
  });
});
