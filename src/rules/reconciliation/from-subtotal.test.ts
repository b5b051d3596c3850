import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const CASH_FLOWS = (subtotal: string): string =>
  table(
    "Consolidated Statements of Cash Flows",
    "Net income | 4.0 | 4.0",
    "Depreciation | 6.0 | 5.0",
    `${subtotal} | 10.0 | 9.0`,
    "Change in receivables | (1.0) | (2.0)",
    "Net cash provided by operating activities | 9.0 | 7.0",
    "Net cash used in investing activities | (3.0) | (2.0)",
    "Net cash used in financing activities | (1.0) | (1.0)",
  );
const bridge = (first: string, capital: string): string =>
  table("Reconciliation of Free Cash Flow", `${first} | 10.0 | 9.0`, capital, "Free cash flow | 7.0 | 7.0");
const found = (...parts: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million. Free cash flow was $7.0 million.\n\n${STATEMENT}${parts.join("")}`,
    "reconciliation-missing",
  );

it("a subtotal of the statements that goes on to the measure under GAAP is led from as well as that", () => {
  const capital = "Capital expenditures | (3.0) | (2.0)";
  const flow = "Funds flow from operations";
  expect(found(CASH_FLOWS(flow), bridge(flow, capital))).toEqual([]);
  expect(found(CASH_FLOWS("Subtotal"), bridge(flow, capital))).toHaveLength(1);
  expect(found(CASH_FLOWS(flow), bridge(flow, "Capital expenditures | (8.0) | (9.0)"))).toHaveLength(1);
});
