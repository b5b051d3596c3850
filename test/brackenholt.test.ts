// The close of examples/brackenholt-2025-q4 against answers that were worked apart from src/ (scripts/make-books/brackenholt-answers.mjs).
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { format, parse } from "../src/exact/decimal.ts";
import { absolute, compare, type Rational, rational, subtract } from "../src/exact/rational.ts";
import type { Fact } from "../src/measures/fact.ts";
import { memberOf } from "../src/measures/member.ts";
import { type ClosedBooks, closeBooks } from "../src/node/close-books.ts";

const folder = new URL("../examples/brackenholt-2025-q4/", import.meta.url);

interface Answer {
  readonly measure: string;
  readonly period: string;
  readonly member: string;
  readonly value: Rational;
}

const [, ...lines] = readFileSync(new URL("answers.csv", folder), "utf8").trimEnd().split("\n");
const answers: readonly Answer[] = lines.map((line) => {
  const [measure = "", period = "", member = "", value = ""] = line.split(",");
  return { measure, period, member, value: parse(value)! };
});

/**
 * What an answer may differ by: two sides of an invoice within the group are rounded to cents of two currencies, which is a cent an invoice at most;
 * else half of the last decimal that the file writes.
 */
const CENTS = rational(1n, 2n);
const LAST = rational(1n, 100_000_000n);
const allowed = (fact: Fact): Rational => (fact.unit === "money" || fact.unit === "shares" ? CENTS : LAST);

let closed: ClosedBooks;
beforeAll(async () => {
  closed = await closeBooks(folder.pathname);
});
afterAll(async () => closed?.release());

describe("the books of Brackenholt", () => {
  test("close without an error", () => {
    expect(closed.findings.filter((finding) => finding.severity === "error")).toEqual([]);
  });

  test.each([...new Set(answers.map(({ measure }) => measure))])("%s comes out as it was worked by hand", (measure) => {
    const facts = closed.facts!;
    const wrong = answers
      .filter((answer) => answer.measure === measure)
      .flatMap(({ period, member, value }) => {
        const fact = facts.fact(measure, period, memberOf(facts.names, member)!);
        if (fact === undefined || typeof fact.value === "string")
          return [`${period} ${member}: ${fact?.value ?? "no fact"}`];
        if (compare(absolute(subtract(fact.value, value)), allowed(fact)) <= 0) return [];
        return [`${period} ${member}: worked ${format(value)}, closed ${format(fact.value)}`];
      });
    expect(wrong).toEqual([]);
  });
});
