import { describe, expect, it } from "vitest";
import { saidOf } from "../../../test/sentence.ts";

const TABLE = `

| (in millions) | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023 | Nine Months Ended September 30, 2024 |
| --- | --- | --- | --- |
| Foundry sales | 41.2 | 36.5 | 117.9 |
| Haulage income | 8.4 | 9.3 | 24.7 |
`;

describe("a record", () => {
  it("is no less than any earlier amount of its row for as long a period", () => {
    expect(saidOf(`Record foundry sales of $41.2 million.${TABLE}`, ["T36"])).toEqual(["T36 consistent: 41.2 36.5"]);
  });

  it("is a warning where an earlier amount is higher", () => {
    expect(saidOf(`Haulage income was a record $8.4 million.${TABLE}`, [])).toEqual(["warning no-record"]);
  });

  it("is not one of amounts where the word belongs to another", () => {
    expect(saidOf(`Holders of record date haulage income of $8.4 million.${TABLE}`, [])).toEqual([]);
  });
});

describe("a word of direction before an amount", () => {
  it("fits what the row prints for a year before", () => {
    expect(saidOf(`Foundry sales rose to $41.2 million.${TABLE}`, ["T30"])).toEqual(["T30 consistent: 41.2 36.5"]);
  });

  it("is a warning where the row went the other way", () => {
    expect(saidOf(`Haulage income rose to $8.4 million.${TABLE}`, [])).toEqual(["warning direction-differs"]);
    expect(saidOf(`Haulage income fell to $8.4 million.${TABLE}`, [])).toEqual([]);
  });

  it("says nothing of the row where it is compared with the quarter before", () => {
    expect(saidOf(`Haulage income rose sequentially to $8.4 million.${TABLE}`, ["T30"])).toEqual([]);
  });
});
