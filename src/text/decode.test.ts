import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...part].map((c) => c.charCodeAt(0)))));

describe("what decodes", () => {
  test("plain UTF-8 keeps every character", () => {
    expect(decode(utf8("Umsatz €5.2 Mio. – plus 3 %"))).toEqual({
      source: "Umsatz €5.2 Mio. – plus 3 %",
      encoding: "utf-8",
    });
  });

  test("a byte order mark stays in the source, so that places count it", () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, "Sales"))).toEqual({ source: "\ufeffSales", encoding: "utf-8" });
    expect(decode(bytes(0xff, 0xfe, "S", 0, "4", 0))).toEqual({ source: "\ufeffS4", encoding: "utf-16le" });
    expect(decode(bytes(0xfe, 0xff, 0, "S", 0, "4"))).toEqual({ source: "\ufeffS4", encoding: "utf-16be" });
  });

  test("a broken byte among much good UTF-8 is one replacement character", () => {
    const source = decode(bytes(...utf8("“One” – two – three"), 0xff, " four"));
    expect(source).toEqual({ source: "“One” – two – three\ufffd four", encoding: "utf-8" });
  });

  test("bytes that are no UTF-8 are windows-1252 where nothing says otherwise", () => {
    expect(decode(bytes("net income of ", 0x80, "36 million ", 0x96, " up"))).toEqual({
      source: "net income of €36 million – up",
      encoding: "windows-1252",
    });
  });

  test("the charset that a page declares is believed", () => {
    const page = decode(bytes('<html><head><meta charset="windows-1251"></head>', 0xcf, 0xf0, "</html>"));
    expect(page).toMatchObject({ encoding: "windows-1251" });
    expect("source" in page && page.source).toContain("Пр");
    expect(decode(bytes("<meta charset='no-such-thing'>", 0xa3, "5"))).toMatchObject({ encoding: "windows-1252" });
  });

  test("a few NUL bytes are letters that an extraction lost, no binary file", () => {
    expect(decode(bytes("results for the ", 0, "rst quarter of the year, ".repeat(5)))).toMatchObject({
      encoding: "utf-8",
    });
  });
});

describe("what is refused", () => {
  const code = (input: Uint8Array): string => {
    const result = decode(input);
    return "code" in result ? result.code : "read";
  };

  test("nothing, and nothing but white space", () => {
    expect(code(new Uint8Array(0))).toBe("document-empty");
    expect(code(utf8(" \n\t\u00a0\n"))).toBe("document-empty");
  });

  test.each([
    ["%PDF-1.7 ...", "PDF"],
    ["PK\u0003\u0004 word/document.xml", "Word"],
    ["\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "Word"],
    ["{\\rtf1 Sales}", "RTF"],
    ["\u0089PNG....", "picture"],
  ])("%j, with what it is and what to do", (start, says) => {
    const result = decode(bytes(start));
    expect(result).toMatchObject({ code: "document-is-binary" });
    expect("message" in result && result.message).toContain(says);
  });

  test("a file full of NUL bytes", () => {
    expect(code(bytes("A", 0, 0, 0, "B", 0, 0))).toBe("document-is-binary");
  });

  test("more than 48 MiB", () => {
    expect(code(new Uint8Array(48 * 1024 * 1024 + 1))).toBe("document-too-large");
  });
});
