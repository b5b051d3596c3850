import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const said = (code: Parameters<typeof messagesOf>[1], text: string): readonly string[] =>
  messagesOf(`${HEAD}${text}`, code);

describe("what a release answers in its own way", () => {
  it("finds a part behind the company's name in its title", () => {
    const sent = "Reconciliations are in Appendix A.\n\n";
    expect(said("part-referred-to-missing", `${sent}## ACME INC. Appendix A to the Release\n\nNone.\n`)).toEqual([]);
    expect(said("part-referred-to-missing", `${sent}## ACME INC. Tables of the Release\n\nNone.\n`)).toHaveLength(1);
  });

  it.each(["plan", "strategy", "initiatives"])("takes an organic growth %s for a way to grow", (way) => {
    expect(
      said("growth-basis-undefined", `We made progress on our organic growth ${way} with loans up 10%.\n`),
    ).toEqual([]);
  });
  it("takes organic growth with a rate for growth", () => {
    expect(said("growth-basis-undefined", "Organic revenue growth was 6% in the quarter.\n")).toHaveLength(1);
  });

  it("takes organic growth of a headline for what a paragraph prints more exactly and splits", () => {
    const split = (rate: string): string =>
      `- Pumps delivered organic revenue growth of 6%\n\nRevenue of the segment rose $79.3 million or 40.3%, comprised of growth of 34.4% from acquisitions and a ${rate}% increase in organic revenue.\n`;
    expect(said("growth-basis-undefined", split("5.9"))).toEqual([]);
    expect(said("growth-basis-undefined", split("4.9"))).not.toEqual([]);
  });

  it("reads restated at other exchange rates as translated again", () => {
    expect(said("restated-without-error", "The prior results are restated using current exchange rates.\n")).toEqual(
      [],
    );
    expect(
      said("restated-without-error", "Sales are restated to conform to the exchange rates of this year.\n"),
    ).toEqual([]);
    expect(
      said("restated-without-error", "The prior results are restated to conform to this presentation.\n"),
    ).toHaveLength(1);
  });

  it("leaves one-time termination benefits their name", () => {
    expect(
      said(
        "label-non-recurring",
        "Adjusted net income excludes one-time employee termination benefits of $1 million.\n",
      ),
    ).toEqual([]);
    expect(
      said("label-non-recurring", "Adjusted net income excludes one-time severance costs of $1 million.\n"),
    ).toHaveLength(1);
  });

  it("takes a ratio estimated at the end of a quarter for no outlook", () => {
    const bullet = (word: string): string => `- CET1 ratio ${word} 13.2%; tangible common equity ratio of 9.8%\n`;
    expect(said("outlook-without-gaap", bullet("estimated at"))).toEqual([]);
    expect(said("outlook-without-gaap", "## Outlook\n\n- Tangible common equity ratio of 9.8%\n")).toHaveLength(1);
  });

  it("finds the share's earnings behind a dash", () => {
    const own = "Non-GAAP net income per share – basic | 0.31 | 0.15";
    expect(
      said(
        "table-without-gaap",
        table("Highlights", "Net income | 51.3 | 23.6", "Net income – per share basic | 0.30 | 0.15", own),
      ),
    ).toEqual([]);
    expect(said("table-without-gaap", table("Highlights", "Net income | 51.3 | 23.6", own))).toHaveLength(1);
  });

  it("adds points to a margin", () => {
    const bullet = (points: string): string =>
      `- Gross margin increased to 68.4% from 56.4%. Recoveries of tariffs contributed ${points} basis points. Excluding them, gross margin was 56.0%.\n\n${STATEMENT}`;
    expect(said("reconciliation-missing", bullet("1,240"))).toEqual([]);
    expect(said("reconciliation-missing", bullet("640"))).toHaveLength(1);
  });
});
