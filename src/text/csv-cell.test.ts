import { describe, expect, it } from "vitest";
import { csvCell } from "./csv-cell.ts";

describe("a cell of words", () => {
  it.each(["=1+1", "+1", "@SUM(A1)", "-A1", "-1+2", "-12.5", "-3", "\t=1", "\r=1", "\n=1", "＝1", "－1"])(
    "is never run as a formula: %j",
    (words) => {
      expect(csvCell(words)).toMatch(/^'/);
    },
  );

  it.each(["-", "--", "12", "Research and development", "a=b"])("stays as it is: %j", (words) => {
    expect(csvCell(words)).toBe(words);
  });

  it("shows control characters, so that no line break or bell stands in a row", () => {
    expect(csvCell("a\nb\u0007")).toBe("a␊b␇");
  });

  it("is quoted where a comma or a quotation mark stands in it, behind the apostrophe too", () => {
    expect(csvCell('=A1,"b"')).toBe(`"'=A1,""b"""`);
  });
});
