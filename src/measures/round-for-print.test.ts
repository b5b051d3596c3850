import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { n } from "../../test/little-books.ts";
import { type Rational, rational } from "../exact/rational.ts";
import { growthForPrint, type PrintGrid, rateForPrint, roundForPrint, usualGrid } from "./round-for-print.ts";

const millions = (rounding: PrintGrid["rounding"]): PrintGrid => ({ quantum: n("0.1"), scale: 6, rounding });
const percent: PrintGrid = { quantum: n("1"), scale: -2, rounding: "halfExpand" };
const growth = (current: Rational | "nil", base: Rational | "nil") =>
  growthForPrint(current, base, { basis: "unrounded", amounts: millions("halfExpand"), rate: percent });

describe("three roundings of 1,250 thousand in millions (V19)", () => {
  it("print 1.3, 1.2 and 1.2", () => {
    expect(roundForPrint(n("1250000"), millions("halfExpand")).text).toBe("1.3");
    expect(roundForPrint(n("1250000"), millions("halfEven")).text).toBe("1.2");
    expect(roundForPrint(n("1250000"), millions("trunc")).text).toBe("1.2");
  });

  it("never round what was rounded: 1,249.6 thousand prints 1.2, though 1,250 would print 1.3", () => {
    expect(roundForPrint(n("1249600"), millions("halfExpand")).text).toBe("1.2");
  });

  it("do not depend on the grids between, whatever the amount", () => {
    fc.assert(
      fc.property(fc.bigInt(-10_000_000n, 10_000_000n), (thousandths) => {
        const exact = rational(thousandths, 1000n);
        const printed = roundForPrint(exact, { quantum: n("1"), scale: 0, rounding: "halfExpand" });
        const nearest = printed.value ?? exact;
        const off = nearest.n * 1000n - thousandths * nearest.d;
        return (off < 0n ? -off : off) * 2n <= 1000n * nearest.d;
      }),
    );
  });
});

describe("growth as it is printed (V3)", () => {
  it("is a dash where the amounts are the same", () => {
    expect(growth(n("151480"), n("151480"))).toMatchObject({ kind: "dash", text: "—", sign: 0 });
  });

  it("is a dash that keeps its sign where it rounds to zero", () => {
    expect(growth(n("151380"), n("151480"))).toMatchObject({ kind: "dash", text: "—", sign: -1 });
  });

  it("is not meaningful over nothing, and over a base below zero", () => {
    expect(growth(n("151480"), "nil")).toMatchObject({ kind: "not-meaningful", text: "NM" });
    expect(growth(n("151480"), n("0")).text).toBe("NM");
    expect(growth(n("151480"), n("-5")).text).toBe("NM");
    expect(growth(n("-5"), n("151480")).text).toBe("NM");
  });

  it("is of the printed amounts where the company says so (D5)", () => {
    const how = { amounts: millions("halfExpand"), rate: percent } as const;
    const [current, base] = [n("62440000"), n("51770000")];
    expect(growthForPrint(current, base, { ...how, basis: "unrounded" }).text).toBe("21");
    expect(growthForPrint(current, base, { ...how, basis: "displayed" }).text).toBe("20");
  });

  it("prints 21 for Asia/Pacific, and 20 had its base been 51,820 (V2)", () => {
    expect(growth(n("62440"), n("51770")).text).toBe("21");
    expect(growth(n("62440"), n("51820")).text).toBe("20");
  });

  it("stops at the cap", () => {
    const how = { basis: "unrounded", amounts: millions("halfExpand"), rate: percent, cap: n("10") } as const;
    expect(growthForPrint(n("110"), n("10"), how).text).toBe("1000");
    expect(growthForPrint(n("111"), n("10"), how).text).toBe("NM");
  });
});

describe("grids", () => {
  it("of half points print half points", () => {
    const grid: PrintGrid = { quantum: n("0.5"), scale: -2, rounding: "halfExpand" };
    expect(roundForPrint(n("0.0861"), grid).text).toBe("8.5");
    expect(roundForPrint(n("0.0875"), grid).text).toBe("9.0");
    expect(roundForPrint(n("-0.0861"), grid).text).toBe("-8.5");
  });

  it("of a margin's change print tens of basis points", () => {
    expect(roundForPrint(n("199.42"), usualGrid("basis-points", "halfExpand")).text).toBe("200");
  });

  it("leave nothing where nothing is, and no margin of nothing", () => {
    expect(roundForPrint("nil", percent)).toEqual({ kind: "nil", text: "", sign: 0, value: undefined });
    const how = { basis: "unrounded", amounts: millions("halfExpand"), rate: percent } as const;
    expect(rateForPrint(n("5"), n("0"), how).text).toBe("NM");
    expect(rateForPrint(n("5"), n("10"), how).text).toBe("50");
  });
});
