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

describe("a year in an outlook", () => {
  const NET = "We expect net income of $4 million for the fourth quarter.";
  const list = (bullet: string): readonly string[] =>
    guided(`For the fourth quarter, we expect:\n\n- Net income of $4 million\n- ${bullet}`);

  it("is no term where something is held against it or called after it", () => {
    const own = "We expect adjusted EBITDA of $13 million";
    for (const words of [
      `${own}, up from $11 million in 2024.`,
      `${own}, up from $11.5 million in 2024.`,
      `${own}, up 8% on 2024.`,
      `${own}, higher than in 2024.`,
      `${own}, up from 2024 adjusted EBITDA of $11 million.`,
      `${own}, up 8% on fiscal 2024.`,
      "With our 2028 notes repaid, we expect adjusted EBITDA of $13 million.",
      `${own} in our fiscal 2025 restructuring plan.`,
      `${own} for the period ending December 31, 2025.`,
    ])
      expect(guided(`${NET} ${words}`)).toEqual([]);
    expect(list("Adjusted EBITDA of $13 million, excluding costs of our 2025 restructuring plan")).toEqual([]);
    expect(list("4Q 2025 adjusted EBITDA of $13 million")).toEqual([]);
    expect(list("4Q25 adjusted EBITDA of $13 million")).toEqual([]);
  });

  it("is no term where growth on two bases stands beside a plan of that year", () => {
    const [own, gaap] = ["organic sales growth of 3% with our 2028 plan", "sales growth of 2% for the fourth quarter"];
    const text = `${HEAD}## Outlook\n\nWe expect ${own}. We expect ${gaap}.\n`;
    expect(messagesOf(text, "outlook-without-gaap")).toEqual([]);
    expect(messagesOf(text, "non-gaap-first")).toHaveLength(1);
  });

  it("is one behind the words that make it so, and before what is guided for", () => {
    for (const words of [
      "We expect adjusted EBITDA of $53 million for 2026.",
      "In 2026 we plan to invest more and expect adjusted EBITDA of $53 million.",
      "We expect adjusted EBITDA from $50 million to $53 million in 2026.",
      "In fiscal 2026, we expect adjusted EBITDA of $53 million.",
      "Our calendar 2026 guidance is adjusted EBITDA of $53 million.",
      "We reaffirm our 2026 adjusted EBITDA guidance of $53 million.",
      "Our 2026 financial outlook has adjusted EBITDA of $53 million.",
    ])
      expect(guided(`${NET} ${words}`), words).toHaveLength(1);
  });

  it("is none of three months to a day, which are a quarter", () => {
    expect(
      guided(`${YEAR}.`, "For the three months ending March 31, 2026, we expect adjusted EPS of $1.10."),
    ).toHaveLength(1);
  });
});

describe("a head of a column", () => {
  const table = (head: string, row: string): string => `| ($ millions) | ${head} |\n|---|---|\n| ${row} |\n`;
  const held = (head: string, words: string): readonly string[] =>
    guided(table(head, "Net income | 4"), `We expect adjusted EBITDA of $13 million ${words}.`);

  it("is of a quarter, of a year or of neither", () => {
    for (const head of ["Three Months Ending June 30, 2026", "2Q 2026 Guidance", "2Q26"]) {
      expect(held(head, "for the second quarter"), head).toEqual([]);
      expect(held(head, "for the full year"), head).toHaveLength(1);
    }
    for (const head of ["June 30, 2026", "First Half 2026", "1H 2026"]) {
      expect(held(head, "for the second quarter"), head).toEqual([]);
      expect(held(head, "for the full year"), head).toEqual([]);
    }
    for (const head of ["2026", "2026E", "Low 2026", "Year Ending December 31, 2026"]) {
      expect(held(head, "for the second quarter"), head).toHaveLength(1);
      expect(held(head, "for the full year"), head).toEqual([]);
    }
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
