import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SMALL } from "../../test/small-books.ts";
import { readBooks, type WorkspaceFile } from "./read-books.ts";

const encoder = new TextEncoder();
const FILES: readonly WorkspaceFile[] = Object.entries(SMALL).map(([path, text]) => ({
  path,
  bytes: encoder.encode(text),
}));

type Mutation = (bytes: Uint8Array) => Uint8Array;

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Where lines start, the end of the file last. */
const lineStarts = (bytes: Uint8Array): readonly number[] => {
  const starts = [0];
  for (const [i, byte] of bytes.entries()) if (byte === 10) starts.push(i + 1);
  return starts.at(-1) === bytes.length ? starts : [...starts, bytes.length];
};

const spliced =
  (at: number, length: number, put: Uint8Array): Mutation =>
  (bytes) => {
    const from = at % (bytes.length + 1);
    return joined([bytes.slice(0, from), put, bytes.slice(from + length)]);
  };

const onLine =
  (at: number, change: (line: Uint8Array) => readonly Uint8Array[]): Mutation =>
  (bytes) => {
    const starts = lineStarts(bytes);
    const i = at % Math.max(1, starts.length - 1);
    const end = starts[i + 1] ?? bytes.length;
    return joined([bytes.slice(0, starts[i]), ...change(bytes.slice(starts[i], end)), bytes.slice(end)]);
  };

const PIECES =
  '"|""|,|,,|\n|\r|\r\n| |-|.|0|1e9|9999-12-31|0001-01-01|2007-P01|2007-P99|USD|EUR|EXI-US|EXI-DE|__proto__|constructor|: |- |{|}|[|]|#|&a|*a|\t|\u0000|\ufeff|é|\u202e|100|-1|opening|yes|99999999999999999999999999999999999999999999'.split(
    "|",
  );

const place = fc.nat({ max: 5000 });
const bytes = fc.oneof(
  fc.constantFrom(...PIECES).map((piece) => encoder.encode(piece)),
  fc.uint8Array({ minLength: 1, maxLength: 4 }),
);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.nat({ max: 12 }), bytes).map(([at, length, put]) => spliced(at, length, put)),
  place.map((at) => onLine(at, () => [])),
  place.map((at) => onLine(at, (line) => [line, line])),
  fc.tuple(place, bytes).map(([at, put]) => onLine(at, () => [put, encoder.encode("\n")])),
);
const mutated = fc.tuple(fc.nat({ max: FILES.length - 1 }), mutation);

describe("a workspace in which bytes were deleted, doubled and replaced", () => {
  it("throws nothing, ends in a value or an error, and says each place within its file", () => {
    fc.assert(
      fc.property(fc.array(mutated, { minLength: 1, maxLength: 6 }), (mutations) => {
        const files = [...FILES];
        for (const [i, change] of mutations) files[i] = { path: files[i]!.path, bytes: change(files[i]!.bytes) };
        const { value, findings } = readBooks(files);
        if (value === undefined) expect(findings.some((f) => f.severity === "error")).toBe(true);
        for (const { message, remedy, places } of findings) {
          expect(message).toMatch(/^\S.*\.$/su);
          expect(remedy).toMatch(/[.?]$|,/su);
          for (const { path, line } of places) {
            const file = files.find((one) => one.path === path);
            const text = new TextDecoder().decode(file?.bytes ?? new Uint8Array());
            expect(line ?? 1).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same whatever order its files were found in", () => {
    fc.assert(
      fc.property(fc.array(mutated, { maxLength: 3 }), (mutations) => {
        const files = [...FILES];
        for (const [i, change] of mutations) files[i] = { path: files[i]!.path, bytes: change(files[i]!.bytes) };
        expect(readBooks([...files].reverse())).toEqual(readBooks(files));
      }),
      { numRuns: 40 },
    );
  });
});
