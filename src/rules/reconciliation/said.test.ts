import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT } from "../example-passages.ts";

describe("a reconciliation that a paragraph tells", () => {
  const said = (items: string): readonly string[] =>
    wordsFound(
      `${HEAD}## Results\n\nGross margin was 49.8 percent, compared with 49.9 percent a year earlier. Gross margin was ${items}. Excluding these, gross margin was 53.8 percent.\n\n${STATEMENT}`,
      new Set(["reconciliation-missing"]),
    );

  it("names the items with what each has taken", () => {
    expect(said("impacted by non-cash expenses of 2.4 percent and items of a closed plant of 1.6 percent")).toEqual([]);
  });

  it("is none where it names them alone", () => {
    expect(said("impacted by non-cash expenses and items of a closed plant")).toEqual([
      "reconciliation-missing: gross margin",
    ]);
  });
});

describe("a measure without one thing", () => {
  const said = (words: string): readonly string[] =>
    wordsFound(`${HEAD}Net income was $4.0 million. ${words}.\n\n${STATEMENT}`, new Set(["reconciliation-missing"]));

  it("is reconciled by the amount of that, where it is a line of the statements", () => {
    expect(said("Excluding severance of $1.1 million, net income was $5.1 million")).toEqual([]);
    expect(said("Excluding severance, net income was $5.1 million")).toHaveLength(1);
    expect(said("Excluding severance of $1.1 million, adjusted EBITDA was $12.1 million")).toHaveLength(1);
  });
});

describe("guidance for a line of the statements without one thing", () => {
  const said = (words: string): readonly string[] =>
    wordsFound(
      `${HEAD}## Outlook\n\nAcme expects operating expenses under GAAP of $70 million.\n\nAcme expects full year non-GAAP operating expenses of $60 million, ${words}.\n\n${STATEMENT}`,
      new Set(["guidance-not-reconciled"]),
    );

  it("is reconciled by the amount of that", () => {
    expect(said("excluding approximately $10 million of stock-based compensation")).toEqual([]);
  });

  it("is not by its name", () => {
    expect(said("excluding stock-based compensation")).toEqual([
      "guidance-not-reconciled: non-GAAP operating expenses",
    ]);
  });
});

describe("a note that guidance is not reconciled", () => {
  const note =
    "Acme does not reconcile forward-looking information of adjusted EBITDA to net income without unreasonable efforts, because of uncertainties about taxes and litigation, which may be significant.";

  it("is no caution on forward-looking statements that lacks its parts", () => {
    const outlook = `${HEAD}## Outlook\n\nAcme expects adjusted EBITDA of $52 million for the full year.\n\n${note}\n\n${STATEMENT}`;
    expect(messagesOf(outlook, "safe-harbour-incomplete")).toEqual([]);
    expect(
      messagesOf(
        outlook.replace(note, `${note} Forward-looking statements involve risks and uncertainties.`),
        "safe-harbour-incomplete",
      ),
    ).toHaveLength(1);
  });
});

describe("an officer on guidance", () => {
  it("is asked for it as one who is quoted, and not for the outlook", () => {
    const quoted = `${HEAD}"We have raised our full year adjusted EBITDA guidance by $7 million," said Jane Doe, chief executive.\n\n${STATEMENT}`;
    expect(messagesOf(quoted, "outlook-without-gaap")).toEqual([]);
    expect(messagesOf(quoted, "quotation-without-gaap")).toHaveLength(1);
    expect(
      messagesOf(
        `${HEAD}## Outlook\n\nAcme has raised its full year adjusted EBITDA guidance by $7 million.\n\n${STATEMENT}`,
        "outlook-without-gaap",
      ),
    ).toHaveLength(1);
  });
});

describe("an item that an amount included", () => {
  const found = (text: string): readonly string[] =>
    messagesOf(`${HEAD}${text}\n\n${STATEMENT}${EBITDA}`, "reconciliation-missing");

  it("is left out of the company's own measure where that under GAAP included it, and not where its own did", () => {
    const cash = "Cash from operating activities was $8.0 million, which included a $2.0 million benefit from a swap";
    expect(found(`${cash}. Adjusted free cash flow was $3.0 million.`)).toEqual([]);
    expect(
      found(
        "Cash from operating activities was $8.0 million. Adjusted free cash flow was $3.0 million. Adjusted free cash flow also included a $2.0 million benefit from a swap.",
      ),
    ).toHaveLength(1);
  });
});

describe("free cash flow at the end of its sum", () => {
  it("is reconciled by the sentence, and not by the amounts of two other things", () => {
    const missing = (sum: string): readonly string[] =>
      wordsFound(
        `${HEAD}- Cash provided by operations of $26.1 million ${sum} free cash flow of $16.4 million.\n\n${STATEMENT}${EBITDA}`,
        new Set(["reconciliation-missing"]),
      );
    expect(missing("offset by capital expenditures of $9.7 million resulted in")).toEqual([]);
    expect(missing("came in a quarter with orders of $9.7 million and")).toHaveLength(1);
  });
});
