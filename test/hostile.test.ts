import { describe, expect, test } from "vitest";
import { checkRelease, type Report } from "../src/index.ts";
import { brokenPromises } from "./invariants.ts";

/*
 * Documents that are none, or that somebody made to do harm. Each is small; those that are large are in hostile-large.test.ts.
 */

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** Every byte of the text, then a zero: UTF-16, the high byte last. */
const wide = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));

function check(bytes: Uint8Array): Report {
  const report = checkRelease(bytes, { name: "document" });
  expect(brokenPromises(report, bytes)).toEqual([]);
  return report;
}

const numbers = (report: Report): string[] => report.figures.map((f) => f.text);
const TABLE =
  "<table><tr><td></td><td>2007</td><td>2006</td></tr><tr><td>Pumps</td><td>150</td><td>140</td></tr>" +
  "<tr><td>Valves</td><td>250</td><td>230</td></tr><tr><td>Total</td><td>400</td><td>370</td></tr></table>";

describe("what is no document is refused with the reason", () => {
  test.each([
    ["nothing at all", utf8(""), /no bytes/],
    ["white space alone", utf8(" \r\n\t\u00a0 \n"), /white space/],
    ["a byte order mark alone", utf8("\ufeff"), /white space|no bytes/],
    ["a PDF file", latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"), /PDF/],
    ["a Word file", latin("PK\u0003\u0004\u0014\u0000\u0006\u0000word/document.xml"), /Word/],
    ["a picture", latin("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR"), /picture/],
    ["an archive", latin("\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000"), /gzip/],
    ["a program", latin("\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000\u0000"), /NUL/],
    ["zero bytes", new Uint8Array(5000), /NUL/],
  ])("%s", (_, bytes, reason) => {
    const report = check(bytes);
    expect(report.refused?.message).toMatch(reason);
  });

  test("a text layer whose letters are other letters than those one sees", () => {
    const lines = [
      "Revenues for the third quarter were $371.2 million, up 12 percent",
      "Cost of sales rose to $170.4 million",
    ];
    const privateUse = (line: string): string =>
      [...line].map((c) => (/[a-z]/i.test(c) ? String.fromCharCode(0xe000 + c.charCodeAt(0)) : c)).join("");
    const unmapped = (line: string): string =>
      [...line].map((c) => (/[a-z]/i.test(c) ? `(cid:${c.charCodeAt(0) - 29})` : c)).join("");
    // Each letter 29 places down, as fonts without a table of their characters come out.
    const shifted = (line: string): string =>
      [...line].map((c) => (c === " " ? c : String.fromCharCode(Math.max(33, c.charCodeAt(0) - 29)))).join("");
    for (const turn of [privateUse, unmapped, shifted]) {
      const page = Array.from({ length: 40 }, () => lines.map(turn).join("\n")).join("\n");
      const { refused } = check(utf8(page));
      expect(refused?.message, page.slice(0, 60)).toMatch(/glyph|character|letter/i);
    }
  });
});

describe("a page in the wrong encoding is read all the same", () => {
  const sentence = "Société Générale's revenue was €371.2 million – up 12 percent.";
  test.each([
    ["UTF-8 with a byte order mark", utf8(`\ufeff${sentence}`)],
    ["UTF-8 with some broken bytes", latin(`\u00ff${"Revenue was $371.2 million, up 12 percent. ".repeat(40)}\u00c3(`)],
    ["Latin-1", latin("Soci\u00e9t\u00e9 revenue was $371.2 million, up 12 percent.")],
    [
      "Windows-1252 that says it is UTF-8",
      latin('<meta charset="utf-8"><p>Revenue \u0097 $371.2 million, up 12 percent'),
    ],
    ["a charset nobody knows", utf8('<meta charset="x-klingon"><p>Revenue was $371.2 million, up 12 percent')],
    ["UTF-16 with a byte order mark", wide(`\ufeff${sentence}`)],
    ["UTF-16 cut in the middle of a character", wide(`\ufeff${sentence}`).slice(0, -1)],
  ])("%s", (_, bytes) => {
    expect(numbers(check(bytes))).toEqual(expect.arrayContaining(["371.2", "12"]));
  });

  test("UTF-16 without a byte order mark is read or refused, never taken for something else", () => {
    const report = check(wide(sentence));
    if (report.refused === undefined) expect(numbers(report)).toContain("371.2");
  });
});

describe("broken markup keeps its figures", () => {
  test.each([
    ["cut in a tag", `${TABLE}<p style="mar`],
    ["cut in a comment", `${TABLE}<!-- and then`],
    ["cut in an attribute", `${TABLE}<td title='`],
    ["cut in an entity", `${TABLE}<p>5 &#x2`],
    ["cut in a script", `${TABLE}<script>var total = 5;`],
    ["without any closing tag", TABLE.replaceAll(/<\/[a-z]+>/g, "")],
    ["with every closing tag twice", TABLE.replaceAll(/<\/[a-z]+>/g, "$&$&")],
    ["with closing tags of nothing", `</div></td></table>${TABLE}</b></b></p></body></html></html>`],
    ["with a column that covers a thousand million", TABLE.replace("<td></td>", "<td colspan=1000000000></td>")],
    ["with a cell a thousand million rows high", TABLE.replace("<td></td>", "<td rowspan=1000000000></td>")],
    ["with spans that are no numbers", TABLE.replace("<td></td>", "<td colspan=-7 rowspan=NaN></td>")],
    ["with entities that are none", `<p>&#x110000;&#xD800;&#0;&bogus;&#99999999999999999999;&</p>${TABLE}`],
    ["with a row outside any table", `<tr><td>x</td></tr>${TABLE}`],
  ])("%s", (_, page) => {
    expect(numbers(check(utf8(`<html><body>${page}`)))).toEqual(
      expect.arrayContaining(["150", "250", "400", "140", "230", "370"]),
    );
  });

  test.each([
    ["cut after each of its characters", (i: number): string => TABLE.slice(0, i)],
    ["with each of its characters missing", (i: number): string => TABLE.slice(0, i) + TABLE.slice(i + 1)],
    [
      "with a bracket in the place of each of its characters",
      (i: number): string => `${TABLE.slice(0, i)}<${TABLE.slice(i + 1)}`,
    ],
  ])("and no promise is broken by a table %s", (_, damaged) => {
    for (let i = 0; i <= TABLE.length; i++) check(utf8(`<html>${damaged(i)}`));
  });
});

describe("characters that mislead", () => {
  test("a right-to-left override does not turn a figure round", () => {
    const text = "Revenue was \u202e$1.273 million\u202c, up 12 percent.";
    const report = check(utf8(text));
    expect(numbers(report)).toContain("1.273");
  });

  test("half a surrogate pair has its place like any other character", () => {
    const report = check(
      latin(
        "\u00ff\u00fe" +
          [..."Sales 12.5 \ud83d percent 7.5"]
            .map((c) => String.fromCharCode(c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8))
            .join(""),
      ),
    );
    expect(numbers(report)).toEqual(expect.arrayContaining(["12.5", "7.5"]));
  });

  test("digits of other scripts, superscripts and circled numbers break no promise", () => {
    check(utf8("Sales ١٢٣ and １２３ and ¹²³ and ①②③ and Ⅻ and 𝟏𝟐𝟑 and ½ million, up ⅓ from 1½."));
  });

  test("control characters in labels break no promise", () => {
    check(utf8("\u001b[2J\u001b[31mRevenue\u0007\u0008 was $371.2 million\u001b]0;owned\u0007, up 12 percent"));
  });

  test("the keys of objects in labels are words like others", () => {
    const words = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
    check(utf8(words.map((w) => `${w.padEnd(30)}1,000     2,000`).join("\n")));
    check(utf8(`<table>${words.map((w) => `<tr><td>${w}</td><td>10</td><td>20</td></tr>`).join("")}</table>`));
  });
});

describe("numbers that are too much", () => {
  test.each([
    ["a number of a thousand digits", `Revenue was $${"9".repeat(1000)} million, up 12 percent.`],
    ["a number of a hundred thousand digits", `Revenue was $${"9".repeat(100_000)} million, up 12 percent.`],
    ["ten thousand places behind the point", `Revenue was $0.${"0".repeat(10_000)}1 million, up 12 percent.`],
    ["thousands of thousands marks", `Revenue was $1${",000".repeat(10_000)}, up 12 percent.`],
    [
      "scale words without end",
      `${"The revenue of the year was up by 12 percent. ".repeat(30)}
Revenue was $1 ${"million ".repeat(10_000)}`,
    ],
    ["brackets without end", `${"(".repeat(10_000)}12${")".repeat(10_000)} percent and 12 percent`],
    [
      "a sum of absurd numbers",
      `Pumps     ${"9".repeat(300)}\nValves     ${"8".repeat(300)}\nTotal     ${"7".repeat(300)}\nup 12 percent`,
    ],
    [
      "years that never were",
      "In 0000 and 99999, on February 30, 0001 to December 31, 9999, fiscal 0007, up 12 percent.",
    ],
    [
      "a period beyond the calendar",
      "Nine hundred months ended January 1, 0001; 99999999 weeks ended March 3, 2007, up 12 percent.",
    ],
  ])("%s", (_, text) => {
    expect(numbers(check(utf8(text)))).toContain("12");
  });
});
