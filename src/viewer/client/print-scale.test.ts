import { describe, expect, it } from "vitest";
import type { ReportFigure } from "../../tieout/report/report.ts";
import { inScale, printScale } from "./print-scale.ts";

const figure = (text: string, value: string, unit: string): ReportFigure => ({
  id: "f1",
  text,
  start: 0,
  end: text.length,
  kind: "amount",
  value,
  unit,
  where: { paragraph: 1 },
});

describe("the scale of a print", () => {
  it.each([
    ["371.2", "371200000", "USD", 6, "USD millions"],
    ["1,126.3", "-1126300000", "USD", 6, "USD millions"],
    ["1,234", "1234", "USD", 0, "USD"],
    ["1,234", "1234000", "USD", 3, "USD thousands"],
    ["1.1", "1100000000", "USD", 9, "USD billions"],
    ["12", "0.12", "ratio", -2, "%"],
    ["0.66", "0.66", "USD/share", 0, "USD/share"],
    ["200", "200", "bp", 0, "basis points"],
    ["6,100", "6100", "count", 0, ""],
    ["1.234,5", "1234.5", "EUR", 0, "EUR"],
    ["1 234,5", "1234500", "EUR", 3, "EUR thousands"],
    // No digits tell it: the number stands for itself, a share in hundredths.
    ["six", "6", "count", 0, ""],
    ["--", "0", "ratio", -2, "%"],
  ])("of %s for %s %s", (text, value, unit, power, words) => {
    expect(printScale(figure(text, value, unit))).toEqual({ power, words });
  });

  it("tells an end as the page would print it, without rounding it", () => {
    const millions = { power: 6, words: "USD millions" };
    expect(inScale("64150000", millions)).toBe("64.15");
    expect(inScale("-1126250000", millions)).toBe("−1,126.25");
    expect(inScale("0.205", { power: -2, words: "%" })).toBe("20.5");
  });

  it("says of a fraction without an end that it is near", () => {
    expect(inScale("820/6603", { power: -2, words: "%" })).toBe("≈ 12.4185");
    expect(inScale("-1/3", { power: 0, words: "" })).toBe("≈ −0.333333");
    expect(inScale("-1/4", { power: 0, words: "" })).toBe("−0.25");
  });
});
