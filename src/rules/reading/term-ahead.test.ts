import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Mention } from "./mention.ts";
import { termAhead } from "./term-ahead.ts";

const foundIn = (text: string): readonly string[] =>
  (["quotation-without-gaap", "outlook-without-gaap"] as const).flatMap((code) => messagesOf(`${HEAD}${text}\n`, code));
const said = (...paragraphs: readonly string[]): readonly string[] =>
  foundIn(paragraphs.map((words) => `"${words}," said Jane Doe, chief executive.`).join("\n\n"));
const guided = (...paragraphs: readonly string[]): readonly string[] =>
  foundIn(["## Outlook", ...paragraphs].join("\n\n"));

const YEAR = "For the full year, we expect earnings per share of $4.10 and adjusted EPS of $4.40";
const QUARTER = "For the fourth quarter, we expect earnings per share of $0.95 and adjusted EPS of $1.10";

describe("an outlook for a quarter and for the year", () => {
  it("has the measure under GAAP for the quarter as well", () => {
    const [found, ...others] = said(`${YEAR}`, "For the fourth quarter, we expect adjusted EPS of $1.10");
    expect(found).toContain("and not earnings per share for the quarter to come");
    expect(others).toEqual([]);
    expect(guided(`${YEAR}.`, "For the fourth quarter, we expect adjusted EPS of $1.10.")).toEqual([
      expect.stringContaining(
        'gives "adjusted EPS" for the quarter, and "earnings per share" for another period alone',
      ),
    ]);
    expect(guided(`${YEAR}.`, `${QUARTER}.`)).toEqual([]);
    expect(said(YEAR, QUARTER)).toEqual([]);
  });

  it("has it for the year as well", () => {
    expect(guided(`${QUARTER}.`, "For the full year, we expect adjusted EPS of $4.40.")).toHaveLength(1);
  });

  it("goes on for the period that its paragraph has begun with", () => {
    const begun = "For the fourth quarter, we expect sales of $40 million. Adjusted EPS is expected to be $1.10";
    expect(guided(`${YEAR}.`, `${begun}, up 10% versus 2024.`)).toHaveLength(1);
    expect(guided(`${YEAR}.`, "The fourth quarter will be busy. Adjusted EPS is expected to be $1.10.")).toEqual([]);
  });

  it("is told by its titles", () => {
    const of = (title: string, words: string): string => `### ${title}\n\n- We expect ${words}\n`;
    const own = "adjusted EPS of $1.10";
    expect(
      guided(of("Full Year 2025 Outlook", "earnings per share of $4.10"), of("Fourth Quarter 2025 Outlook", own)),
    ).toHaveLength(1);
    expect(guided(of("Full Year 2025 Outlook", "earnings per share of $4.10"), of("Outlook by Segment", own))).toEqual(
      [],
    );
  });

  it("is told by the titles and the heads of its tables", () => {
    const of = (title: string, ...rows: readonly string[]): string =>
      `## ${title}\n\n| ($ millions) | Low | High |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
    const [revenue, net, own] = ["Revenue | 40 | 42", "Net income | 5 | 6", "Adjusted EBITDA | 10 | 11"];
    const year = of("Full Year 2025 Outlook", revenue, net, own);
    expect(foundIn(`${of("Fourth Quarter 2025 Outlook", revenue, own)}${year}`)).toEqual([
      expect.stringContaining('gives "Adjusted EBITDA" for the quarter, and net income in table 2 for another period'),
    ]);
    expect(foundIn(`${of("Fourth Quarter 2025 Outlook", revenue, net, own)}${year}`)).toEqual([]);
  });

  it("is not told by the quarter that has come out, nor where a sentence is of both", () => {
    expect(guided(`${YEAR}.`, "After a strong third quarter, we expect adjusted EPS of $1.10.")).toEqual([]);
    expect(guided(`${YEAR}.`, "For the fourth quarter and the full year, we expect adjusted EPS of $4.40.")).toEqual(
      [],
    );
  });

  it("may have the measure under GAAP in a table of both", () => {
    const table = "| | Q4 2025 | Full Year 2025 |\n|---|---|---|\n| EPS | $0.90 - $1.00 | $4.05 - $4.15 |";
    expect(guided(table, "For the fourth quarter, we expect adjusted EPS of $1.10.")).toEqual([]);
  });
});

describe("the term of a mention", () => {
  it("is read once for each sentence, however many names and rules ask", () => {
    let read = 0;
    const texts = Array.from({ length: 100 }, (_, i) => `We expect sales growth of ${i}% as the market allows.`);
    const sentences = texts.map((words) => ({
      get text() {
        read++;
        return words;
      },
    }));
    const passage = { block: 0, part: "guidance", heading: false, bullet: false, text: texts.join(" "), sentences };
    const disclosure = { passages: [passage] } as unknown as Disclosure;
    const mentions = texts.map((sentence) => ({ sentence, block: 0, ahead: true }) as Mention);
    for (let again = 0; again < 10; again++) for (const m of mentions) expect(termAhead(m, disclosure)).toBeUndefined();
    expect(read).toBeLessThan(10 * texts.length);
  });
});
