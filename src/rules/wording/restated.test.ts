import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n`, "restated-without-error");

it.each([
  "Segment results for 2024 are restated to reflect the new reporting structure.",
  "Prior periods were restated for the realignment of our business.",
  "Amounts have been restated to reflect changes in our reportable segments.",
])("asks for another word in %s", (text) => {
  expect(found(text)).toHaveLength(1);
});

it.each([
  "Segment results for 2024 have been recast to reflect the new reporting structure.",
  "Results were restated for the realignment of accounts that were incorrectly capitalized.",
  "On May 2 we signed an amended and restated agreement with our new reporting segments.",
])("asks for none in %s", (text) => {
  expect(found(text)).toEqual([]);
});

const SEGMENTS = table("Revenue by segment", "Tools | 20.1 | 19.0", "Parts | 20.1 | 19.1");
const RESTATED = SEGMENTS.replace("Q3 2024", "Q3 2024 (restated)");

it("asks for another word above segments, where the statements call the same period nothing so", () => {
  const text = "Revenue was $40.2 million.\n\n";
  expect(found(`${text}${STATEMENT}${RESTATED}`)).toEqual([expect.stringContaining('calls a column "restated"')]);
  expect(found(`${text}${STATEMENT}${SEGMENTS}`)).toEqual([]);
  expect(found(`${text}${RESTATED}`)).toEqual([]);
  expect(found(`${text}${STATEMENT.replace("Q3 2024", "Q3 2024 (as restated)")}${RESTATED}`)).toEqual([]);
  expect(found(`${text}We restated 2024 for an error.\n\n${STATEMENT}${RESTATED}`)).toEqual([]);
  expect(found(`${text}See our Form 10-K/A.\n\n${STATEMENT}${RESTATED}`)).toEqual([]);
});
