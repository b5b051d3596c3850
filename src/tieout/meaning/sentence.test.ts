import { describe, expect, it } from "vitest";
import { sentences } from "./sentence.ts";

const split = (text: string): string[] => sentences(text).map((s) => text.slice(s.from, s.to));

describe("sentences", () => {
  it("end at a point before a capital letter", () => {
    expect(split("Sales rose 4.5 percent. Costs fell.")).toEqual(["Sales rose 4.5 percent.", "Costs fell."]);
  });

  it("go on behind the point of an abbreviation", () => {
    expect(split("Larkfield Inc. Reports Results. Sales of Corp. B.V. Units rose.")).toHaveLength(2);
    expect(split("The U.S. Segment grew 4%.")).toHaveLength(1);
    expect(split("The call starts at 4:45 p.m. Eastern Time.")).toHaveLength(1);
  });

  it("go on behind the initials of a name", () => {
    expect(split("Net income attributable to A.B. Larkfield was $4 million. Costs fell.")).toHaveLength(2);
    expect(split("Shares are held by A.B. The margin was 4%.")).toHaveLength(2);
  });

  it("end behind an abbreviation where the next word likes to begin one", () => {
    expect(split("Revenue is that of Larkfield Inc. The margin was 4%.")).toHaveLength(2);
  });

  it("never end behind a shortened word that is said of the next one", () => {
    expect(split("Adj. Operating income rose. Adj. EPS fell.")).toEqual([
      "Adj. Operating income rose.",
      "Adj. EPS fell.",
    ]);
  });

  it("keep an initial with its name", () => {
    expect(split("John Q. Harbour is its chief executive. He said so.")).toHaveLength(2);
  });

  it("do not break inside a number or before a small letter", () => {
    expect(split("We earned $1.05 a share vs. $0.98 last year.")).toHaveLength(1);
  });

  it("take the closing quotation mark along", () => {
    expect(split("“We grew.” Sales were $5.")).toEqual(["“We grew.”", "Sales were $5."]);
  });

  it("take a bullet inside a paragraph as a break", () => {
    expect(split("Sales $5 million • Costs $4 million")).toHaveLength(2);
  });

  it("take a line of ten thousand points in one pass", () => {
    const long = "a.".repeat(100_000);
    expect(sentences(long).length).toBeGreaterThan(0);
  });
});
