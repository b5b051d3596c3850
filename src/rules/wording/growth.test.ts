import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

it("asks of which profit the growth is where no word before it says so", () => {
  const unsaid = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n`, "growth-of-unsaid-measure");
  expect(unsaid("We had total gross profit growth of 18%.")).toEqual([]);
  expect(unsaid("We had operating profit growth of 18%, and net earnings growth of 9%.")).toEqual([]);
  expect(unsaid("We had total profit growth of 18%.")).toHaveLength(1);
  expect(unsaid("We had strong earnings growth of 18%.")).toHaveLength(1);
  expect(unsaid("We had strong earnings growth of 18%.\n\nFor nine months we had 12% earnings growth.")).toEqual([
    expect.stringContaining("It stands so in line 5 as well."),
  ]);
});

it("takes organic growth for a cause where a word parts it from the rate of another one", () => {
  const organic = (text: string): readonly string[] =>
    messagesOf(`${HEAD}Net sales rose 5.5% to $40.2 million, ${text}.\n\n${STATEMENT}`, "growth-basis-undefined");
  expect(organic("because of organic growth in the north")).toEqual([]);
  expect(organic("driven by 7% growth in pumps, including organic growth of the old lines")).toEqual([]);
  expect(organic("driven by 7% organic growth in pumps")).toHaveLength(1);
  expect(organic("driven by 7% growth in pumps and organic growth of 4% in valves")).toHaveLength(1);
});

it("does not ask of which profit the growth is where the sentence names one", () => {
  const unsaid = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n`, "growth-of-unsaid-measure");
  expect(unsaid("We grew gross profit in every region, with 9% profit growth in the north.")).toEqual([]);
  expect(unsaid("We grew net profit, with profit growth of 9%.")).toEqual([]);
  expect(unsaid("We grew in every region, with 9% profit growth in the north.")).toHaveLength(1);
});

/** What parts a paragraph from the statement, so that it is no title of it. */
const BOARD = "The board met in the third quarter and said that it was content with what it saw there.\n\n";

describe("organic growth", () => {
  const organic = (text: string): readonly string[] =>
    messagesOf(`${HEAD}${text}\n\n${BOARD}${STATEMENT}`, "growth-basis-undefined");

  it("is asked for its basis where it has a rate, and not where it stands beside that of other growth", () => {
    expect(organic("Net sales rose 5.5%, on acquisitions and organic growth in pumps.")).toEqual([]);
    expect(organic("Organic growth and price lifted net sales by 5.5%.")).toEqual([]);
    expect(organic("With our focus on organic growth, net sales of pumps rose 5.5%.")).toEqual([]);
    expect(organic("With organic growth of pumps, net sales rose 5.5%.")).toEqual([]);
    expect(organic("With organic growth, which was 5.5%, we are content with net sales.")).toHaveLength(1);
    expect(organic("Revenue was $40.2 million, up 5.5%. Organic growth in pumps was 5.5%.")).toHaveLength(1);
    expect(organic("Net sales rose 5.5%, of which 3.2% was organic growth.")).toHaveLength(1);
  });

  it("is split from growth as reported by the amounts, by rates over two sentences, or in its own paragraph", () => {
    const amounts = (bought: string): string =>
      `Revenue growth of $31.2 million comprised ${bought} million from acquisitions and organic growth of $7.0 million, or 3.1%.`;
    expect(organic(amounts("$24.2"))).toEqual([]);
    expect(organic(amounts("$22.2"))).toHaveLength(1);
    const rates = (bought: string): string =>
      `Licence revenue increased 131%, of which 49% was organic growth. Growth from acquisitions was ${bought}%. Fees had organic growth of 12%.`;
    expect(organic(rates("82"))).toEqual([]);
    expect(organic(rates("72"))).toHaveLength(1);
  });

  it("is defined behind a colon, and in a glossary that is set as a table", () => {
    const undefinedIn = (more: string): boolean =>
      organic(`Revenue was $40.2 million, up 5.5%. Organic growth was 3.1%.\n\n${more}`).some((message) =>
        message.includes("said nowhere"),
      );
    expect(
      undefinedIn(
        "## Alternative performance measures\n\nOrganic growth: growth in local currencies, without deals.\n\n",
      ),
    ).toBe(false);
    expect(
      undefinedIn(
        "| Term | Meaning |\n|---|---|\n| Growth | Organic growth excludes what has been bought or sold in the last twelve months |\n\n",
      ),
    ).toBe(false);
    expect(undefinedIn("## Alternative performance measures\n\nOrganic growth: 3.1%.\n\n")).toBe(true);
  });
});

it("has growth without currency split where its sentence gives what exchange rates have done to it", () => {
  const said = (effect: string): readonly string[] =>
    messagesOf(
      `${HEAD}Net sales rose 8.0%, or 6.0% in constant currency, with a favorable currency impact of ${effect}%.\n\n${STATEMENT}`,
      "growth-basis-undefined",
    );
  expect(said("2.0")).toEqual([]);
  expect(said("4.0")).toHaveLength(1);
});
