import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const down = (end: string, own = "$4.8 | $0.48"): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million and core net income $4.8 million. EPS was $0.40 and core EPS $0.48.\n\n${STATEMENT}## Reconciliation of Non-GAAP Measures\n\n| Three months ended September 30, 2025 | Net sales | Net income | Per Share |\n|---|---|---|---|\n| As reported - GAAP | $40.2 | $4.0 | $0.40 |\n| Restructuring (1) | | 0.8 | 0.08 |\n| ${end} | $40.2 | ${own} |\n`,
    "reconciliation-missing",
  );

it("reconciles by rows from one basis down to the other, with a measure in each column", () => {
  expect(down("Core performance measures")).toEqual([]);
  expect(down("Shares outstanding", "$5.9 | $0.61")).toHaveLength(2);
});
