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
 * What an answer may differ by: two sides of an invoice within the group are rounded to cents of two currencies, so that what cancels leaves a few
 * cents in a year; else the last decimal that the file writes.
 */
const CENTS = rational(1n, 20n);
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

  test("balance, and every roll-forward closes", () => {
    const { group, facts } = closed;
    expect(group!.rollForwards.length).toBeGreaterThan(0);
    expect(group!.rollForwards.filter(({ residual }) => residual.n !== 0n)).toEqual([]);
    for (const period of ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]) {
      const [assets, others] = ["total-assets", "total-liabilities-and-equity"].map(
        (name) => facts!.fact(name, period)?.value,
      );
      expect(assets, period).toEqual(others);
    }
  });

  test("tell why figures of the release before are not the same now", () => {
    const { books, facts } = closed;
    const told = closed.findings.filter(({ code }) => code.includes("unexplained"));
    expect(told).toEqual([]);
    expect(books!.recasts).toHaveLength(8);
    expect(facts!.fact("non-gaap-net-income", "2024-FY")?.value).not.toEqual(
      facts!.fact("non-gaap-net-income@v1", "2024-FY")?.value,
    );
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
