import { expect, test } from "vitest";
import { identityBits } from "./identities.ts";

test("the lines of an income statement ask for their sums", () => {
  expect(identityBits("Gross profit", ["Net sales", "Cost of goods sold"])).toBeGreaterThan(0);
  expect(identityBits("Net income", ["Income before income taxes", "Provision for income taxes"])).toBeGreaterThan(0);
  expect(identityBits("Operating income", ["Gross profit", "Total operating expenses"])).toBeGreaterThan(0);
});

test("cash at the end is cash at the beginning and its change", () => {
  const terms = ["Net decrease in cash", "Cash at beginning of period"];
  expect(identityBits("Cash at end of period", terms)).toBeGreaterThan(0);
  expect(identityBits("Cash at end of period", ["Net decrease in cash", "Restricted cash"])).toBe(0);
});

test("any other labels ask for nothing, nor does one line alone", () => {
  expect(identityBits("Gross profit", ["Net sales"])).toBe(0);
  expect(identityBits("Backlog", ["Europe", "Asia"])).toBe(0);
});
