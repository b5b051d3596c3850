import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, table } from "../example-passages.ts";

const first = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n`, "non-gaap-first");

describe("an amount that its sentence says behind it is not the one as reported", () => {
  it("comes first, though both go by one name", () => {
    expect(
      first(
        "Operating income excluding restructuring was $33.9 million (operating income of $28.5 million as reported).",
      ),
    ).toEqual([
      '"Operating income" on a basis of the company\'s own comes before "operating income", the measure under GAAP that it is to be read with.',
    ]);
  });

  it("is left alone where the amount as reported stands before it, or where nothing says which it is", () => {
    const own = "operating income excluding restructuring was $33.9 million";
    const both = `Operating income was $28.5 million; ${own} (operating income of $28.5 million as reported).`;
    expect(first(both)).toEqual([]);
    expect(first(`${own.replace("o", "O")} (operating income of $28.5 million in Europe).`)).toEqual([]);
  });
});

describe("revenue on a basis of the company's own", () => {
  it("comes before the revenue that the sentence says is the one as reported", () => {
    expect(first("Adjusted revenue was $153.9 million (reported revenue of $158.5 million).")).toEqual([
      '"Adjusted revenue" comes before "revenue" as reported, which it is to be read with.',
    ]);
    expect(first("Organic sales grew 5%; reported sales grew 3%.")).toHaveLength(1);
  });

  it("does so too where it is that of a product", () => {
    const of = (name: string): string =>
      `Dextra revenue excluding $4.6 million of credits was ~$54 million (reported ${name}revenue of $58.5 million).`;
    expect(first(of("Dextra "))).toHaveLength(1);
    expect(first(of("Sinelta "))).toEqual([]);
    expect(first(of(""))).toEqual([]);
  });

  it("is answered by what stands above it, and held against no other period", () => {
    const behind = "Adjusted revenue was $153.9 million (reported revenue of $158.5 million).";
    expect(first(`Revenue was $158.5 million. ${behind}`)).toEqual([]);
    expect(first(`## Revenue\n\n${table("Sales", "Revenue | 158.5 | 150.1")}${behind}`)).toEqual([]);
    expect(first("Adjusted revenue was $153.9 million, up from reported revenue of $148.5 million in 2024.")).toEqual(
      [],
    );
    expect(first("Organic sales grew 5% in Pumps, and reported sales grew 3% in Valves.")).toEqual([]);
    expect(first("Adjusted revenue was $153.9 million (revenue of Dextra was $58.5 million).")).toEqual([]);
  });
});
