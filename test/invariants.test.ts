import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkRelease, type Report } from "../src/index.ts";
import { brokenPromises } from "./invariants.ts";

const bytes = readFileSync(new URL("../examples/halvorsen-2007-q3-draft.txt", import.meta.url));
const report = checkRelease(bytes, { name: "draft.txt" });

// biome-ignore lint/suspicious/noExplicitAny: a report is spoilt here in ways that its type forbids
type Spoilt = any;

/** What is said of the report once it has been spoilt. */
function said(spoil: (copy: Spoilt) => void): string {
  const copy: Spoilt = structuredClone(report);
  spoil(copy);
  return brokenPromises(copy as Report, bytes).join("\n");
}
const measurement = report.figures.findIndex((f) => f.value !== undefined && f.low !== undefined);
const other = report.figures.findIndex((f) => f.value === undefined);

describe("the promises of a report", () => {
  test("are kept by the report of our own example", () => {
    expect(brokenPromises(report, bytes)).toEqual([]);
    expect(report.relations.length).toBeGreaterThan(3);
    expect(report.findings.length).toBeGreaterThan(0);
  });

  test.each<[string, (copy: Spoilt) => void, RegExp]>([
    ["a place one to the right", (r) => r.figures[measurement].start++, /at its place/],
    [
      "a figure that ends before it starts",
      (r) => {
        r.figures[0].end = r.figures[0].start;
      },
      /goes from/,
    ],
    [
      "two figures that change places",
      (r) => {
        r.figures.splice(0, 2, r.figures[1], r.figures[0]);
      },
      /stands at/,
    ],
    ["a figure twice", (r) => r.figures.push(r.figures.at(-1)), /stands at/],
    [
      "a number with a zero too many",
      (r) => {
        r.figures[measurement].value = "1.50";
      },
      /needless/,
    ],
    [
      "a binary number",
      (r) => {
        r.figures[measurement].value = 1.5;
      },
      /has the number/,
    ],
    [
      "a value outside its interval",
      (r) => {
        r.figures[measurement].low = "99999999999999";
      },
      /below its low end/,
    ],
    [
      "a measurement without a status",
      (r) => {
        delete r.figures[measurement].status;
      },
      /no status/,
    ],
    [
      "a date with a value",
      (r) => {
        r.figures[other].value = "1";
      },
      /measures nothing/,
    ],
    [
      "a kind nobody knows",
      (r) => {
        r.figures[other].kind = "thing";
      },
      /the kind thing/,
    ],
    [
      "a key out of order",
      (r) => {
        const { id, ...rest } = r.figures[0];
        r.figures[0] = { ...rest, id };
      },
      /no key id|out of order/,
    ],
    [
      "a key nobody knows",
      (r) => {
        r.extra = 1;
      },
      /key too many/,
    ],
    [
      "an undefined key",
      (r) => {
        r.summary.extra = undefined;
      },
      /changes when/,
    ],
    [
      "a relation of a figure that is not there",
      (r) => {
        r.relations[0].figures[0] = "f99999";
      },
      /not there/,
    ],
    [
      "operands out of order",
      (r) => r.relations.find((x: Spoilt) => x.figures.length > 2).figures.splice(0, 2, "f2", "f1"),
      /reading order/,
    ],
    [
      "a verdict nobody knows",
      (r) => {
        r.relations[0].verdict = "fine";
      },
      /the verdict fine/,
    ],
    ["a finding of a relation that is not there", (r) => r.findings[0].relations.push("r99999"), /not there/],
    [
      "a finding beyond the end",
      (r) => {
        r.findings[0].end = 1e9;
      },
      /goes from/,
    ],
    [
      "a contradiction that no error names",
      (r) => {
        r.figures[measurement].status = "contradicted";
        r.findings = [];
      },
      /no error names it/,
    ],
    [
      "a sum that is wrong",
      (r) => {
        r.summary.tied++;
      },
      /the summary counts/,
    ],
    [
      "an error that is not counted",
      (r) => {
        r.summary.errors--;
      },
      /the summary counts/,
    ],
    [
      "a refusal with figures",
      (r) => {
        r.refused = { code: "no-reason", message: "It was refused for no reason at all." };
      },
      /lists something/,
    ],
    [
      "a period that ends before it starts",
      (r) => {
        r.figures[measurement].period = { start: "2007-09-29", end: "2007-07-01" };
      },
      /a period from/,
    ],
  ])("are broken by %s", (_, spoil, complaint) => {
    expect(said(spoil)).toMatch(complaint);
  });
});
