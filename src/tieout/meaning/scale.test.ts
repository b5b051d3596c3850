import { describe, expect, it } from "vitest";
import { currencyIn, scaleStatement } from "./scale.ts";

/** The scale of money and of shares; undefined where the text states none. */
const said = (text: string): readonly [number, number] | undefined => {
  const found = scaleStatement(text);
  return found === undefined ? undefined : [found.scale, found.shares];
};

describe("a caption states the scale of money, and of share counts", () => {
  it.each([
    ["(In thousands, except per share data)", 3, 3],
    ["(in thousands, except share and per share amounts)", 3, 0],
    ["In millions, except number of shares, which are reflected in thousands, and per-share amounts", 6, 3],
    ["(dollars in millions; shares in thousands)", 6, 3],
    ["(Dollars and shares in millions, except per share data)", 6, 6],
    ["(U.S. $ and shares in thousands)", 3, 3],
    ["$000", 3, 3],
    ["€m", 6, 6],
    ["(US$ millions)", 6, 6],
    ["Dollars in billions", 9, 9],
    ["(000's omitted)", 3, 3],
    ["In thousands of euros", 3, 3],
    ["Revenue Growth by Geography ($ millions):", 6, 6],
    ["in millions, except per share amounts, percentages and number of employees", 6, 6],
  ])("%s", (text, scale, shares) => {
    expect(said(text)).toEqual([scale, shares]);
  });

  it("says nothing of money where it speaks of shares alone", () => {
    expect(scaleStatement("Number of units and shares in millions")).toMatchObject({ sharesOnly: true });
    expect(scaleStatement("(shares in millions)")).toMatchObject({ scale: 0, shares: 6, sharesOnly: true });
    expect(scaleStatement("(millions of shares)")).toMatchObject({ shares: 6, sharesOnly: true });
  });
  it("takes the document's scale away in whole dollars", () => {
    expect(said("(in whole dollars)")).toEqual([0, 0]);
  });
  it("is no statement behind a number", () => {
    expect(said("Net income rose to $3.4 million")).toBeUndefined();
    expect(said("A loan of 20 thousand")).toBeUndefined();
  });
});

describe("a caption names its currency", () => {
  it.each([
    ["(in millions of Canadian dollars)", "CAD"],
    ["US$ in thousands", "USD"],
    ["in EUR million", "EUR"],
    ["CHF m", "CHF"],
    ["(in millions of dollars)", "$"],
    ["(unaudited)", undefined],
  ])("%s", (text, code) => {
    expect(currencyIn(text)).toBe(code);
  });
});
