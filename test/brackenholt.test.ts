// The close of examples/brackenholt-2025-q4 against answers that were worked apart from src/ (scripts/make-books/brackenholt-answers.mjs).
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { format, parse } from "../src/exact/decimal.ts";
import { absolute, compare, type Rational, rational, subtract } from "../src/exact/rational.ts";
import type { Fact } from "../src/measures/fact.ts";
import { memberOf } from "../src/measures/member.ts";
import { type ClosedBooks, closeBooks } from "../src/node/close-books.ts";

const root = new URL("..", import.meta.url).pathname;
const committed = join(root, "examples/brackenholt-2025-q4");
const made = mkdtempSync(join(tmpdir(), "brackenholt-"));
afterAll(() => rmSync(made, { recursive: true }));

/** The same group, with events on other days. */
const VARIANTS: readonly (readonly [says: string, options: readonly string[]])[] = [
  ["as they are committed", []],
  [
    "with the share raised and the entity sold in the middle of months",
    ["--raised", "2025-04-10", "--sold", "2024-11-12"],
  ],
  ["without high inflation", ["--inflation", "never", "--sold", "2024-10-31"]],
  ["with high inflation from the middle of a year", ["--inflation", "2024-P07", "--raised", "2025-05-24"]],
];

/** The folder of a variant, which its script makes where it is not the one that is committed. */
function folderOf(options: readonly string[]): string {
  if (options.length === 0) return committed;
  const folder = join(made, options.join("").replaceAll("-", ""));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, "scripts/make-brackenholt.mjs"), folder, ...options],
    { encoding: "utf8", env: { ...process.env, TICKMARK_ECB: join(made, "no-such-file.csv") } },
  );
  if (status !== 0) throw new Error(stderr);
  return folder;
}

interface Answer {
  readonly measure: string;
  readonly period: string;
  readonly member: string;
  readonly value: Rational;
}

function answersIn(folder: string): readonly Answer[] {
  const [, ...lines] = readFileSync(join(folder, "answers.csv"), "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [measure = "", period = "", member = "", value = ""] = line.split(",");
    return { measure, period, member, value: parse(value)! };
  });
}

/**
 * What an answer may differ by: two sides of an invoice within the group are rounded to cents of two currencies, so that what cancels leaves a few
 * cents in a year; else the last decimal that the file writes.
 */
const CENTS = rational(1n, 20n);
const LAST = rational(1n, 100_000_000n);
const allowed = (fact: Fact): Rational => (fact.unit === "money" || fact.unit === "shares" ? CENTS : LAST);

describe.each(VARIANTS)("the books of Brackenholt %s", (_says, options) => {
  let closed: ClosedBooks;
  let answers: readonly Answer[];
  beforeAll(async () => {
    const folder = folderOf(options);
    answers = answersIn(folder);
    closed = await closeBooks(folder);
  });
  afterAll(async () => closed?.release());

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

  test("come out as they were worked by hand", () => {
    const facts = closed.facts!;
    const wrong = answers.flatMap(({ measure, period, member, value }) => {
      const name = `${measure} ${period} ${member}`;
      const fact = facts.fact(measure, period, memberOf(facts.names, member)!);
      if (fact === undefined || typeof fact.value === "string") return [`${name}: ${fact?.value ?? "no fact"}`];
      if (compare(absolute(subtract(fact.value, value)), allowed(fact)) <= 0) return [];
      return [`${name}: worked ${format(value)}, closed ${format(fact.value)}`];
    });
    expect(wrong).toEqual([]);
    expect(answers.length).toBeGreaterThan(300);
  });
});
