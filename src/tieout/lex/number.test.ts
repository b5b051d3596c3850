import { expect, test } from "vitest";
import type { DecimalMark } from "./decimal-mark.ts";
import { readDigits } from "./number.ts";

const read = (text: string, mark: DecimalMark = "point", at = 0): string | undefined => {
  const d = readDigits(text, at, mark);
  return d === undefined ? undefined : `${text.slice(d.from, d.to)} ${d.digits}/${d.places}`;
};

test("thousands and decimals as English writes them", () => {
  expect(read("1,126.3")).toBe("1,126.3 11263/1");
  expect(read(".53")).toBe(".53 53/2");
  expect(read("6,100 employees")).toBe("6,100 6100/0");
  expect(read("12,34,567")).toBe("12,34,567 1234567/0");
});

test("writings of other countries that can be read in one way only", () => {
  expect(read("1.234,5")).toBe("1.234,5 12345/1");
  expect(read("1 234,5")).toBe("1 234,5 12345/1");
  expect(read("1'234.5")).toBe("1'234.5 12345/1");
  expect(read("1.234.567")).toBe("1.234.567 1234567/0");
  expect(read("12,5 %")).toBe("12,5 125/1");
});

test("one point or comma before three digits goes by the document", () => {
  expect(read("1.234", "point")).toBe("1.234 1234/3");
  expect(read("1.234", "comma")).toBe("1.234 1234/0");
  expect(read("1,234", "point")).toBe("1,234 1234/0");
  expect(read("1,234", "comma")).toBe("1,234 1234/3");
  expect(read("0.125", "comma")).toBe("0.125 125/3");
});

test("spaces join thousands only where decimal commas are written", () => {
  expect(read("12 345", "point")).toBe("12 12/0");
  expect(read("12 345", "comma")).toBe("12 345 12345/0");
});

test("two numbers that a flattened table fused come apart", () => {
  const text = "33,372,79632,628,835";
  expect(read(text)).toBe("33,372,796 33372796/0");
  expect(read(text, "point", 10)).toBe("32,628,835 32628835/0");
});

test("more digits than any release prints are no number, and many digits stay exact", () => {
  expect(read("9".repeat(41))).toBeUndefined();
  expect(read("12345678901234567890")).toBe("12345678901234567890 12345678901234567890/0");
});
