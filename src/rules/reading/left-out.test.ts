import { expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const said = (next: string): readonly string[] =>
  wordsFound(
    `${HEAD}## Outlook\n\nAcme expects a loss per share of $0.40 to $0.60 for its fourth quarter. ${next}\n\n${STATEMENT}`,
    new Set(["guidance-not-reconciled"]),
  );

it("guidance under a name of the statements is the company's own where a sentence of its paragraph takes costs out of it", () => {
  const found = ["guidance-not-reconciled: loss per share"];
  expect(said("This outlook excludes the costs of closing the plant in Dover.")).toEqual(found);
  expect(said("This excludes restructuring charges.")).toEqual(found);
});

it("and it stays what it is where that is not known yet, or stands in no result", () => {
  expect(said("This outlook excludes costs of any future acquisitions.")).toEqual([]);
  expect(said("The company will spend $4 million on the plant in Dover.")).toEqual([]);
});
