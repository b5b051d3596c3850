import { expect, it } from "vitest";
import { rational } from "../exact/rational.ts";
import { UnitScale } from "./unit-scale.ts";

const CENTS = [rational(1n), rational(-7n, 100n), rational(1n, 4n), rational(0n)];

it("has amounts as whole units, whatever they are over in lowest terms", () => {
  const scale = new UnitScale(100n);
  expect(CENTS.map((amount) => scale.unitsOf(amount))).toEqual([100n, -7n, 25n, 0n]);
  expect(scale.widened()).toBe(scale);
});

it("widens to the least scale that all amounts fit which it was asked for", () => {
  const scale = new UnitScale(100n);
  for (const amount of [...CENTS, rational(1n, 8n), rational(1n, 3n), rational(1n, 3n)]) scale.unitsOf(amount);
  const wider = scale.widened();
  expect(wider.value).toBe(600n);
  expect([...CENTS, rational(1n, 8n), rational(-1n, 3n)].map((amount) => wider.unitsOf(amount))).toEqual([
    600n,
    -42n,
    150n,
    0n,
    75n,
    -200n,
  ]);
  expect(wider.widened()).toBe(wider);
});
