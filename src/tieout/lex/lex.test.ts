import { expect, test } from "vitest";
import { verbatim } from "../../text/printed.ts";
import type { Block } from "../document.ts";
import { lex, lexDocument, type Place } from "./lex.ts";
import type { NumberToken } from "./token.ts";

const outers = (text: string, place: Place): readonly string[] =>
  lex(text, place).map((t) => (t.kind === "number" ? text.slice(t.outer.from, t.outer.to) : text.slice(t.from, t.to)));
const kinds = (text: string, place: Place = "prose"): readonly string[] =>
  lex(text, place).map((t) => `${t.kind} ${text.slice(t.from, t.to)}`);
const one = (text: string, place: Place): NumberToken => {
  const [token, ...rest] = lex(text, place);
  expect(rest).toEqual([]);
  expect(token?.kind).toBe("number");
  return token as NumberToken;
};

test("the figures of a quarterly release in sentences, with all that belongs to them", () => {
  const text =
    "For its third quarter ended September 29, 2007 Larchmont grew 12 percent to \\$371.2 million; currencies gave approximately 4 percent. " +
    "It earned \\$36.3 million, or \\$0.66 per share, against \\$14.8 million, or \\$0.27 per share in the third quarter of 2006. " +
    "In the first nine months of 2007 sales were \\$1.1 billion, margins rose 200 basis points from 18.6 percent to 20.6 percent, and " +
    "the company, a member of the S&P 500 with more than 6,100 people in 47 countries, closed six plants. See Form 10-K. " +
    "Listen at 4:45 p.m. on November 1, 2007, or dial (800) 555-0187 with code: 3838965.";
  expect(outers(text, "prose")).toEqual([
    "third quarter ended",
    "September 29, 2007",
    "12 percent",
    "\\$371.2 million",
    "4 percent",
    "\\$36.3 million",
    "\\$0.66 per share",
    "\\$14.8 million",
    "\\$0.27 per share",
    "third quarter of 2006",
    "first nine months of 2007",
    "\\$1.1 billion",
    "200 basis points",
    "18.6 percent",
    "20.6 percent",
    "500",
    "6,100",
    "47",
    "six",
    "10-K",
    "4:45 p.m.",
    "November 1, 2007",
    "(800) 555-0187",
    "3838965",
  ]);
});

test.each([
  ["\\$ 151.4", { digits: 1514n, places: 1, currency: "$", negative: false }],
  ["$.53", { digits: 53n, places: 2, currency: "$" }],
  ["(540)", { digits: 540n, negative: true, bracketed: true }],
  ["( 540 )", { digits: 540n, negative: true, bracketed: true }],
  ["(540", { digits: 540n, negative: true, bracketed: true }],
  ["$(0.15)", { digits: 15n, places: 2, negative: true, currency: "$" }],
  ["($0.15)", { digits: 15n, places: 2, negative: true, currency: "$" }],
  ["(7.6)%", { digits: 76n, negative: true, unit: "percent" }],
  ["(7.6%)", { digits: 76n, negative: true, unit: "percent" }],
  ["(2.0) %", { digits: 20n, negative: true, unit: "percent" }],
  ["(300) bps", { digits: 300n, negative: true, unit: "basis-points" }],
  ["-23.9%", { digits: 239n, negative: true, bracketed: false, unit: "percent" }],
  ["− 5", { digits: 5n, negative: true }],
  ["– 5", { digits: 5n, negative: true }],
  ["540-", { digits: 540n, negative: true }],
  ["-0-", { digits: 0n, negative: false }],
  ["+232bps", { digits: 232n, negative: false, unit: "basis-points" }],
  ["9.4x", { digits: 94n, unit: "times" }],
  ["3 1/4%", { digits: 325n, places: 2, unit: "percent" }],
  ["EUR(14.3)m", { digits: 143n, negative: true, currency: "EUR", scale: 6 }],
  ["US$ 1.5bn", { digits: 15n, currency: "USD", scale: 9 }],
  ["522 €m", { digits: 522n, currency: "EUR", scale: 6 }],
])("the cell %s", (text, expected) => {
  const token = one(text, "cell");
  expect(token).toMatchObject(expected);
  expect(text.slice(token.outer.from, token.outer.to)).toBe(text);
});

test.each([
  ["C$3.2bn", { currency: "CAD", scale: 9 }],
  ["NT$162,264 million", { currency: "TWD", scale: 6 }],
  ["Rs 500 crore", { currency: "INR", scale: 7 }],
  ["5 million euros", { currency: "EUR", scale: 6 }],
  ["$1.1-billion", { currency: "$", scale: 9 }],
  ["66 cents per diluted share", { currency: "$", scale: -2, unit: "per-share" }],
  ["12.5p", { currency: "GBP", scale: -2 }],
  ["4.5 percentage points", { unit: "points" }],
  ["5% percentage points", { unit: "points" }],
  ["0.5 per cent", { unit: "percent" }],
  ["55.4 million weighted average shares", { scale: 6, unit: "shares" }],
  ["30-day", { unit: "days" }],
  ["14 product launches", { unit: "count" }],
])("in a sentence, %s", (text, expected) => {
  expect(one(text, "prose")).toMatchObject(expected);
});

test("a space behind a comma of the thousands is a slip where money or a cell of its own makes one number certain", () => {
  expect(one("net income was $1, 465,000, compared", "prose")).toMatchObject({ digits: 1465000n, currency: "$" });
  expect(one("$12,345, 678", "prose")).toMatchObject({ digits: 12345678n });
  expect(one("(1, 465)", "cell")).toMatchObject({ digits: 1465n, negative: true });
  expect(one("$ 1, 465,000", "cell")).toMatchObject({ digits: 1465000n, currency: "$" });
});

test.each([
  "they made 1, 465,000 and 12",
  "the fee was $1, 465 of them paid it",
  "par value $1, 300,000,000 shares authorized",
  "common stock of $1, 20,000,000 units issued",
  "stated value of $1, 300,000,000",
])("two numbers stay two: %s", (text) => {
  expect(lex(text, "prose").filter((t) => t.kind === "number" && t.digits === 1n)).toHaveLength(1);
});

test("a dash alone in a cell is a zero, with its percent sign; elsewhere it is punctuation", () => {
  for (const text of ["—", "–", "-", "---", "- %", "— %", "—%"]) {
    expect(kinds(text, "cell")).toEqual([`number ${text}`]);
    expect(one(text, "cell")).toMatchObject({ written: "dash", digits: 0n, negative: false });
  }
  expect(one("$ -", "cell")).toMatchObject({ written: "dash", currency: "$" });
  expect(kinds("Revenue — net", "cell")).toEqual([]);
  expect(kinds("We grew - again — and – again", "prose")).toEqual([]);
});

test("the numbers of a range share scale, unit and currency", () => {
  const read = (text: string) =>
    lex(text, "prose").map((t) => (t.kind === "number" ? [t.scale, t.unit, t.currency] : t.kind));
  expect(read("$50-52 million")).toEqual([
    [6, undefined, "$"],
    [6, undefined, "$"],
  ]);
  expect(read("between $115 million and $125 million")).toEqual([
    [6, undefined, "$"],
    [6, undefined, "$"],
  ]);
  expect(read("4-6%")).toEqual([
    [0, "percent", undefined],
    [0, "percent", undefined],
  ]);
  expect(read("$3.33 to $3.38 per share")).toEqual([
    [0, "per-share", "$"],
    [0, "per-share", "$"],
  ]);
  expect(read("from 900,000 to 1.1 million")).toEqual([
    [0, undefined, undefined],
    [6, undefined, undefined],
  ]);
  expect(lex("1% - 4%", "cell")).toMatchObject([{ negative: false }, { negative: false, unit: "percent" }]);
});

test("a year alone in a cell is a number in doubt, among words it is a period", () => {
  expect(one("2023", "cell").doubt).toBe("year");
  expect(kinds("Notes due 2027", "cell")).toEqual(["period 2027"]);
  expect(kinds("Outlook 2025E", "cell")).toEqual(["period 2025E"]);
  expect(one("$ 2023", "cell").doubt).toBeUndefined();
  expect(one("nearly 2000 stores", "prose")).toMatchObject({ kind: "number", digits: 2000n });
});

test("footnote marks and list numbers are no measurements; a small number in brackets alone is in doubt", () => {
  expect(kinds("Adjusted earnings(1)(2)", "cell")).toEqual(["other (1)", "other (2)"]);
  expect(kinds("Cost of sales [(1)]", "cell")).toEqual(["other [(1)]"]);
  expect(kinds("Cash cost (per lb)2,4", "cell")).toEqual(["other 2,4"]);
  expect(kinds("Net sales¹", "cell")).toEqual(["other ¹"]);
  expect(kinds("(1) Includes all costs; 1) freight and 2) rent")).toEqual(["other (1)", "other 1", "other 2"]);
  expect(one("(3)", "cell")).toMatchObject({ doubt: "mark", negative: true });
  expect(one("(97)", "cell").doubt).toBeUndefined();
});

test("a number in brackets that says something beside is not negative", () => {
  const signs = (text: string) => lex(text, "prose").flatMap((t) => (t.kind === "number" ? [t.negative] : []));
  expect(signs("revenue rose $3.1 billion (27%) in the year")).toEqual([false, false]);
  expect(signs("over five (5) years")).toEqual([false, false]);
  expect(signs("higher volumes ($51 million), and price")).toEqual([false]);
  expect(signs("declined by (8.2)%, against a loss of ($0.8) million")).toEqual([true, true]);
  expect(signs("a net loss of $5 million, or ($0.04) per share")).toEqual([false, true]);
});

test("codes, names and references", () => {
  expect(kinds("COVID-19, 5G, H100, EDP-323, 401(k), 13D, and Rule 10b5-1 of Section 27A")).toEqual([
    "name COVID-19",
    "name 5G",
    "name H100",
    "name EDP-323",
    "name 401(k)",
    "name 13D",
    "name 10b5-1",
    "name 27A",
  ]);
  expect(kinds("ASC 606, ISO 9001, Note 4, page 3, Exhibit 99.1, Suite 300, 12 Main Street, Salem, MA 01970")).toEqual(
    ["606", "9001", "4", "3", "99.1", "300", "12", "01970"].map((code) => `code ${code}`),
  );
  expect(kinds("see https://ir.example.com/2024/q3.html or q3@example.com.")).toEqual([
    "code https://ir.example.com/2024/q3.html",
    "code q3@example.com",
  ]);
  expect(kinds("rival to the Falcon 9, and available around 24/7")).toEqual(["name 9", "other 24/7"]);
});

test("more digits than any number has are a code, digits of other scripts are other", () => {
  expect(kinds("9".repeat(50))).toEqual([`code ${"9".repeat(50)}`]);
  expect(kinds("٣٤")).toEqual(["other ٣٤"]);
});

test("a document of decimal commas is read so throughout", () => {
  const paragraph = (text: string): Block => ({
    kind: "paragraph",
    text: verbatim(text, 0, text.length),
    bullet: false,
  });
  const cell = { column: 1, span: 1, text: verbatim("1.234", 0, 5), head: false, bold: false, indent: 0 };
  const table: Block = { kind: "table", rows: [{ cells: [cell], ruleAbove: false }], columns: 1 };
  const comma = lexDocument([paragraph("Der Umsatz stieg um 12,5 % auf 1.512,3 Mio. EUR."), table]);
  expect(comma[1]).toMatchObject({ kind: "table", rows: [{ cells: [{ tokens: [{ digits: 1234n, places: 0 }] }] }] });
  const point = lexDocument([paragraph("Sales rose 12.5% to $1,512.3 million."), table]);
  expect(point[1]).toMatchObject({ rows: [{ cells: [{ tokens: [{ digits: 1234n, places: 3 }] }] }] });
});
