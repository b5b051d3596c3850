import { expect, test } from "vitest";
import { decimalMark } from "./decimal-mark.ts";

test("English is the rule where nothing speaks", () => {
  expect(decimalMark(["1.234 and 1,234"])).toBe("point");
  expect(decimalMark([])).toBe("point");
});

test("numbers with both marks, and decimals that are no thousands, speak", () => {
  expect(decimalMark(["Umsatz 1.234,5", "Marge 12,5 %"])).toBe("comma");
  expect(decimalMark(["Revenue 1,234.5", "margin 12.5%", "notes 10,2"])).toBe("point");
});

test("dates and pairs of footnote marks do not speak", () => {
  expect(decimalMark(["am 30.06.2024", "30.09.2024", "31.12.2024 und 1.234,5"])).toBe("comma");
  expect(decimalMark(["Sales 1,2", "Costs 3,4"])).toBe("point");
});
