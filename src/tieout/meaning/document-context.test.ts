import { describe, expect, it } from "vitest";
import type { Period } from "../../calendar/period.ts";
import { lexDocument } from "../lex/lex.ts";
import type { DateToken, PeriodPhrase, PeriodToken } from "../lex/token.ts";
import { read } from "../read/read.ts";
import { type DocumentContext, documentContext, lastYear, resolve } from "./document-context.ts";

function contextOf(...paragraphs: readonly string[]): DocumentContext {
  const html = paragraphs.map((p) => (p.startsWith("<") ? p : `<p>${p}</p>`)).join("");
  const document = read(new TextEncoder().encode(`<html><body>${html}</body></html>`), {
    name: "a.html",
    ignoreTags: true,
  });
  if (!("blocks" in document)) throw new Error(document.message);
  return documentContext(lexDocument(document.blocks));
}

/** The first phrase of a sentence and the date behind it, as a document reads them. */
function phraseIn(sentence: string): readonly [PeriodPhrase, DateToken | undefined] {
  const document = read(new TextEncoder().encode(`<p>${sentence}</p>`), { name: "a.html", ignoreTags: true });
  const [block] = lexDocument("blocks" in document ? document.blocks : []);
  const tokens = block?.kind === "text" ? block.tokens : [];
  const phrase = tokens.find((t): t is PeriodToken => t.kind === "period")!;
  return [phrase.phrase, tokens.find((t): t is DateToken => t.kind === "date")];
}

const shown = (periods: readonly Period[]): readonly string[] => periods.map((p) => `${p.start ?? ""}..${p.end}`);
const says = (context: DocumentContext, sentence: string): readonly string[] =>
  shown(resolve(context, ...phraseIn(sentence)));

const HEADS =
  "<table><tr><td></td><td>Three Months Ended September 29, 2007</td><td>Three Months Ended September 30, 2006</td><td>Nine Months Ended September 29, 2007</td><td>Nine Months Ended September 30, 2006</td></tr><tr><td>Sales</td><td>371</td><td>330</td><td>1,126</td><td>872</td></tr></table>";

describe("a release with quarters that end on Saturdays", () => {
  const context = contextOf(
    "HARBOR CITY - November 1, 2007 - Harbor Works today reported results for its third quarter ended September 29, 2007.",
    HEADS,
  );
  it("knows its dateline and the quarter it reports", () => {
    expect(context).toMatchObject({ released: "2007-11-01", reportEnd: "2007-09-29", dollar: "USD", currency: "USD" });
  });
  it.each([
    ["in the third quarter of 2007", ["2007-07-01..2007-09-29"]],
    ["in the third quarter of 2006", ["2006-07-02..2006-09-30"]],
    ["in the third quarter", ["2007-07-01..2007-09-29"]],
    ["in the first nine months of 2007", ["2007-01-01..2007-09-29"]],
    ["for the nine months ended September 30, 2006", ["2006-01-01..2006-09-30"]],
    ["for the three and nine months ended September 29, 2007", ["2007-07-01..2007-09-29", "2007-01-01..2007-09-29"]],
  ])("%s", (sentence, expected) => {
    expect(says(context, sentence)).toEqual(expected);
  });
  it("has the same period last year", () => {
    expect(shown([lastYear(context, { start: "2007-07-01", end: "2007-09-29" })])).toEqual(["2006-07-02..2006-09-30"]);
  });
});

describe("a retailer whose fiscal 2024 ended in February 2025", () => {
  const context = contextOf(
    "HARBOR CITY, May 22, 2025 - Harbor Stores reported results for the first quarter of fiscal 2025 ended May 3, 2025.",
    "<table><tr><td></td><td>13 Weeks Ended May 3, 2025</td><td>13 Weeks Ended May 4, 2024</td></tr><tr><td>Sales</td><td>371</td><td>330</td></tr></table>",
    "<table><tr><td></td><td>May 3, 2025</td><td>February 1, 2025</td></tr><tr><td>Cash</td><td>71</td><td>30</td></tr></table>",
  );
  it("starts the quarter the day after the year's end", () => {
    expect(says(context, "for the 13 weeks ended May 3, 2025")).toEqual(["2025-02-02..2025-05-03"]);
    expect(says(context, "in the first quarter of fiscal 2025")).toEqual(["2025-02-02..2025-05-03"]);
  });
  it("closes fiscal 2024 in February 2025", () => {
    expect(resolve(context, phraseIn("in fiscal 2024")[0])[0]!.end).toBe("2025-02-01");
  });
});

describe("the issuer's dollar", () => {
  it("is Canadian where a statement says so", () => {
    const context = contextOf("All amounts are in Canadian dollars unless otherwise stated.", "Sales were $4 million.");
    expect(context).toMatchObject({ dollar: "CAD", currency: "CAD" });
  });
  it("stays American where another dollar is named in passing", () => {
    const context = contextOf(
      "Sales were $4 million, and A$3 million in Sydney and A$1 million in Perth and A$2 million elsewhere.",
      "Costs were $3 million, $2 million, $5 million and $6 million.",
    );
    expect(context.dollar).toBe("USD");
  });
  it("gives a default scale where a sentence sets it", () => {
    expect(contextOf("All figures are in millions of U.S. dollars unless otherwise stated.").scale?.scale).toBe(6);
  });
});
