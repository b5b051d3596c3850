import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const tableOf = (title: string, head: string, ...rows: readonly string[]): string =>
  `## ${title}\n\n| ${head} |\n|${"---|".repeat(head.split("|").length)}\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
const SHOWN = tableOf("Values", "EUR per share | 2025 | 2024", "EPRA NTA per share | 142.8 | 143.6");
const bridge = (...dates: readonly string[]): string =>
  tableOf(
    "EPRA NTA",
    `EUR millions | ${dates[0]}`,
    "Shareholders' equity | 1,300.0",
    "Deferred tax | 128.0",
    `EPRA NTA | 1,428.0`,
    `NTA per share | ${dates[1]}`,
  );
const found = (...parts: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million.\n\n${STATEMENT}${parts.join("")}`, "reconciliation-missing").filter(
    (message) => message.includes("another date"),
  );

describe("the value of net assets at two dates", () => {
  it("is led to from equity at both, or told of", () => {
    expect(found(SHOWN, bridge("2025", "142.8"))).toEqual([
      'Table 2 gives "EPRA NTA per share" for another date (143.6) than the table that leads to it from equity.',
    ]);
  });

  it("is nothing where both dates are led to, nor where no table leads to either", () => {
    expect(found(SHOWN, bridge("2025", "142.8"), bridge("2024", "143.6"))).toEqual([]);
    expect(found(SHOWN)).toEqual([]);
    expect(found(SHOWN, bridge("2025", "120.1"))).toEqual([]);
  });
});
