import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "./utf8.ts";

const encoder = new TextEncoder();

describe("the text of a file", () => {
  it("loses its byte order mark and nothing else", () => {
    expect(plainText(encoder.encode("\ufeffé\n"))).toEqual({ text: "é\n", troubles: [] });
  });

  it("that is not UTF-8 is told with its first broken byte", () => {
    const broken = (...bytes: number[]): string => {
      const [trouble] = plainText(Uint8Array.from([97, 10, 98, ...bytes])).troubles;
      return `${trouble?.line}:${trouble?.column} ${trouble?.message}`;
    };
    expect(broken(0xe9, 97)).toBe(
      '2:2 The byte E9 (hexadecimal) at the offset 3 is not UTF-8, in Latin-1 and windows-1252 "é".',
    );
    expect(broken(0xc3)).toMatch(/^2:2 The byte C3/);
    // An overlong form, a surrogate, and what lies above all characters.
    expect(broken(0xe0, 0x80, 0x80)).toMatch(/^2:2 The byte E0/);
    expect(broken(0xed, 0xa0, 0x80)).toMatch(/^2:2 The byte ED/);
    expect(broken(0xf4, 0x90, 0x80, 0x80)).toMatch(/^2:2 The byte F4/);
    expect(broken(0xc3, 0xa9, 0x80)).toMatch(/^2:3 The byte 80/);
  });

  it("is told to be broken exactly where the decoder of the platform refuses it", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 3 }).map((text) => [...encoder.encode(text)]),
      fc.array(fc.integer({ min: 0x7f, max: 255 }), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const bytes = Uint8Array.from(pieces.flat());
        const isBroken = plainText(bytes).troubles.some(({ code }) => code === "file-in-other-encoding");
        expect(isBroken).toBe(isRefused(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  it("with control characters is told, tabs and line breaks apart", () => {
    const [trouble] = plainText(encoder.encode("a\tb\r\nc\u001bd\u0085")).troubles;
    expect(trouble).toMatchObject({ code: "file-not-text", line: 2, column: 2 });
    expect(trouble?.message).toContain("U+001B stands here, the first of 2");
  });
});

function isRefused(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return true;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return false;
  } catch {
    return true;
  }
}
