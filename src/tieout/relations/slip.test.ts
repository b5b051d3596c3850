import { expect, test } from "vitest";
import { isSlip } from "./slip.ts";

test.each([
  [1234, 1834, "a digit replaced"],
  [1234, 1324, "two neighbours exchanged"],
  [1234, 12234, "a digit lost"],
  [12334, 1234, "a digit doubled"],
  [165, -165, "the sign lost"],
])("%i for %i: %s", (printed, meant) => {
  expect(isSlip(printed, meant)).toBe(true);
});

test.each([
  [1234, 1234, "nothing changed"],
  [1234, 4321, "the digits turned round"],
  [1234, 1843, "two digits replaced"],
  [1234, -1243, "sign and digits"],
])("%i for %i is no slip: %s", (printed, meant) => {
  expect(isSlip(printed, meant)).toBe(false);
});
