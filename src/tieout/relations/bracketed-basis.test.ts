import { expect, it } from "vitest";
import { checkRelease } from "../check.ts";

const errorsIn = (sentence: string): readonly string[] =>
  checkRelease(
    new TextEncoder().encode(
      `# Acme Reports Second Quarter 2025 Results\n\nBOSTON, July 29, 2025 - Acme Inc. (NYSE: ACM) today announced its results for the second quarter ended June 28, 2025.\n\n${sentence}\n\n## Consolidated Statements of Operations\n\n| (in millions, except per share amounts) | Three Months Ended June 28, 2025 | Three Months Ended June 29, 2024 |\n|---|---|---|\n| Net sales | 214.6 | 199.8 |\n| Cost of sales | 121.3 | 113.7 |\n| Gross profit | 93.3 | 86.1 |\n| Operating expenses | 58.6 | 55.0 |\n| Operating income | 34.7 | 31.1 |\n| Income taxes | 9.9 | 9.2 |\n| Net income | 24.8 | 21.9 |\n`,
    ),
    { name: "release.md" },
  )
    .findings.filter(({ severity }) => severity === "error")
    .map(({ code }) => code);

it.each([
  "Net income was $24.8 million ($26.0 million excluding $1.2 million of restructuring charges).",
  "Net income was $24.8 million ($26.0 million without restructuring charges).",
  "Net sales were $214.6 million ($212.0 million excluding $2.6 million from the divested business).",
  "Operating income was $34.7 million ($35.9 million before restructuring charges of $1.2 million).",
])("what leaves something out in brackets is another amount: %s", (sentence) => {
  expect(errorsIn(sentence)).toEqual([]);
});

it("what is of another time in brackets is that of the time", () => {
  expect(errorsIn("Net income was $24.8 million ($21.9 million in the prior year).")).toEqual([]);
  expect(errorsIn("Net income was $24.8 million ($21.9 million in 2024).")).toEqual([]);
  expect(errorsIn("Net income was $26.0 million ($21.9 million in the prior year).")).not.toEqual([]);
  expect(errorsIn("Net income was $24.8 million ($29.1 million in the prior year).")).not.toEqual([]);
});
