import { describe, expect, it } from "vitest";
import { format } from "../../exact/decimal.ts";
import type { Interval } from "../../exact/interval.ts";
import type { Hedge, NumberToken } from "../lex/token.ts";
import type { Figure } from "./figure.ts";
import { intervalOf } from "./interval.ts";
import { quantity, type Situation } from "./quantity.ts";

const PROSE: Situation = {
  scale: 0,
  shares: 0,
  counts: 0,
  currency: "USD",
  dollar: "USD",
  kind: undefined,
  bare: "count",
  days: false,
};

const token = (digits: bigint, places: number, more: Partial<NumberToken> = {}): NumberToken => ({
  kind: "number",
  from: 0,
  to: 1,
  outer: { from: 0, to: 1 },
  written: "digits",
  digits,
  places,
  negative: false,
  bracketed: false,
  currency: undefined,
  scale: 0,
  unit: undefined,
  hedge: undefined,
  doubt: undefined,
  ...more,
});

const figure = (t: NumberToken): Figure => ({
  id: "f1",
  text: "",
  start: 0,
  end: 1,
  split: false,
  token: t,
  where: { kind: "prose", paragraph: 1, from: 0, to: 1 },
  label: "",
  measure: "",
  member: "",
  basis: "unknown",
  period: undefined,
  ...quantity(t, PROSE),
});

/** "[371150000, 371250000)": a bracket where the end belongs to it. */
const shown = ({ low, high }: Interval): string =>
  `${low === null ? "(" : low.open ? "(" : "["}${low === null ? "" : format(low.at)}, ${high === null ? "" : format(high.at)}${high === null || high.open ? ")" : "]"}`;

const hedge = (kind: Hedge["kind"], spread?: Hedge["spread"]): { hedge: Hedge } => ({
  hedge: spread === undefined ? { kind, words: kind } : { kind, words: kind, spread },
});

const printed = (digits: bigint, places: number, more: Partial<NumberToken> = {}): string =>
  shown(intervalOf(figure(token(digits, places, more)), "halfExpand"));

describe("the amounts that a print stands for", () => {
  it("are half a step around an unhedged number", () => {
    expect(printed(3712n, 1, { currency: "$", scale: 6 })).toBe("[371150000, 371250000)");
    expect(printed(12n, 0, { unit: "percent" })).toBe("[0.115, 0.125)");
    expect(printed(200n, 0, { unit: "basis-points" })).toBe("[199.5, 200.5)");
  });
  it("are a whole step around an approximate one", () => {
    expect(printed(4n, 0, { unit: "percent", ...hedge("about") })).toBe("[0.03, 0.05]");
  });
  it("reach from more than 6,100 up to the next hundred", () => {
    expect(printed(6100n, 0, hedge("more-than"))).toBe("(6100, 6200)");
  });
  it("lie below a number that is nearly reached", () => {
    expect(printed(400n, 0, { currency: "$", scale: 6, ...hedge("nearly") })).toBe("[300000000, 400000000)");
  });
  it("have no upper end at least, and no lower one at most", () => {
    expect(printed(5n, 0, hedge("at-least"))).toBe("[5, )");
    expect(printed(5n, 0, hedge("at-most"))).toBe("(, 5]");
    expect(printed(5n, 0, hedge("less-than"))).toBe("(, 5)");
  });
  it("lie further from zero where a loss is more than its print", () => {
    expect(printed(5n, 0, { currency: "$", scale: 6, negative: true, ...hedge("more-than") })).toBe(
      "(-6000000, -5000000)",
    );
  });
  it("lie two percent around an outlook of plus or minus 2 %", () => {
    const spread = { digits: 2n, places: 0, scale: 0, percent: true };
    expect(printed(280n, 1, { currency: "$", scale: 9, ...hedge("plus-or-minus", spread) })).toBe(
      "[27440000000, 28560000000]",
    );
  });
  it("lie half a point around a margin of plus or minus 50 basis points written in percent", () => {
    const spread = { digits: 5n, places: 1, scale: 0, percent: true };
    expect(printed(750n, 1, { unit: "percent", ...hedge("plus-or-minus", spread) })).toBe("[0.745, 0.755]");
  });
});

describe("a printed number", () => {
  it("in a row per share is not in thousands", () => {
    const q = quantity(token(53n, 2), { ...PROSE, scale: 3, kind: "per-share", bare: "amount" });
    expect([q.kind, format(q.measured.value), q.measured.unit]).toEqual(["per-share", "0.53", "USD/share"]);
  });
  it("in brackets is negative once, whatever else says so", () => {
    const q = quantity(token(540n, 0, { negative: true, bracketed: true }), { ...PROSE, scale: 3, bare: "amount" });
    expect(format(q.measured.value)).toBe("-540000");
    expect(format(q.measured.quantum)).toBe("1000");
  });
});
