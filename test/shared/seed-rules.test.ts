import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkRelease } from "../../src/rules/check-release.ts";

const name = "000_c5689a0a2d98650a.txt";
const bytes = readFileSync(new URL(`../../../shared/seed/${name}`, import.meta.url));
const source = bytes.toString("utf8");
const report = checkRelease(bytes, { name });

/** The gaps of domain.md 7.4 that a reader can see in the release, with the words that show them. */
const GAPS = [
  ["I1", "phone-differs", "880-225-3384"],
  ["I2", "contact-differs", "Karen Hall"],
  ["I3", "title-differs", "Director, Investor Relations"],
  ["I5", "per-share-needs-tax", "0.05"],
  ["I6", "hedge-differs", "95"],
  ["I8", "region-not-in-tables", "North American"],
  ["I8", "region-not-in-tables", "Asia"],
  ["I8", "region-not-in-tables", "declines in North America"],
  ["I9", "quotation-without-gaap", "non-GAAP operating margins"],
  ["I9", "gaap-ratio-missing", "Non-GAAP operating margins"],
  ["I10", "growth-basis-undefined", "Excluding currency rate changes"],
  ["I11", "growth-of-unsaid-measure", "28 percent earnings growth"],
  ["I12", "share-basis-unsaid", "per share"],
  ["I13", "guidance-exception-incomplete", "guidance"],
  ["I14", "part-missing", "-tables follow-"],
  ["I15", "growth-bases-differ", "Excluding currency rate changes"],
  ["I19", "zero-change-unlike", "- %"],
] as const;

const found = ("findings" in report ? report.findings : []).map(
  ({ code, start, end }) => [code, source.slice(start, end)] as const,
);

test.each(GAPS)("%s is told as %s at %j", (_, code, words) => {
  expect(found).toContainEqual([code, words]);
});

test("nothing else of it is said to be against the rules but what its caution leaves out", () => {
  const told = new Set<string>(GAPS.map(([, code]) => code));
  const rules = "findings" in report ? report.findings.filter(({ about }) => about === "rules") : [];
  expect(rules.filter(({ code }) => !told.has(code)).map(({ code }) => code)).toEqual(["safe-harbour-incomplete"]);
});

test("the finding on guidance names all that its exception lacks, and that the release gives none (I13)", () => {
  const findings = "findings" in report ? report.findings : [];
  expect(findings.filter(({ code }) => code === "guidance-exception-incomplete").map(({ message }) => message)).toEqual(
    [
      "The release says that its guidance is on a basis of the company's own, gives none, and does not say that one would take unreasonable efforts, nor which information is not available, nor how significant it probably is.",
    ],
  );
});

test("I11: growth of a measure by name, from an amount that stands nowhere, is told of both periods", () => {
  const by = (rate: number, then: string): readonly [string, string] => [
    `resulting in approximately ${rate} percent earnings growth ${then}`,
    `an increase of approximately ${rate} percent ${then}`,
  ];
  const named = [by(28, "from the"), by(18, "over the")].reduce((text, [was, now]) => text.replace(was, now), source);
  const changed = checkRelease(new TextEncoder().encode(named), { name });
  const told = "findings" in changed ? changed.findings.filter(({ code }) => code === "growth-on-unprinted-base") : [];
  expect(told.map(({ message }) => message)).toEqual([
    '"Non-GAAP net income per share" (0.83) is given with a change of 28 percent; the amount that it grew from stands in no table and no sentence. It stands so in line 31 as well.',
  ]);
});
