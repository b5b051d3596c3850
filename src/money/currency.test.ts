import { expect, test } from "vitest";
import { currencyOfCode, currencyOfDollar, currencyOfSign, currencyOfWord } from "./currency.ts";

test("a bare dollar sign stays a dollar sign, other signs have one currency", () => {
  expect(currencyOfSign("$")).toBe("$");
  expect(currencyOfSign("€")).toBe("EUR");
  expect(currencyOfSign("%")).toBeUndefined();
});

test("letters before a dollar sign tell which dollar", () => {
  expect(["US", "C", "Cdn", "NT", "HK", "R"].map(currencyOfDollar)).toEqual(["USD", "CAD", "CAD", "TWD", "HKD", "BRL"]);
  expect(currencyOfDollar("ZZ")).toBeUndefined();
});

test("codes are capital, abbreviations as printed", () => {
  expect(["CHF", "Rs", "RMB", "kr"].map(currencyOfCode)).toEqual(["CHF", "INR", "CNY", "kr"]);
  expect(currencyOfCode("chf")).toBeUndefined();
  expect(currencyOfCode("all")).toBeUndefined();
});

test("an adjective makes a currency of dollars and francs", () => {
  expect(["euros", "canadian dollars", "swiss francs"].map(currencyOfWord)).toEqual(["EUR", "CAD", "CHF"]);
  expect(currencyOfWord("francs")).toBeUndefined();
});
