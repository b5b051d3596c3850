import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rawFile } from "./raw-file.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tickmark-raw-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const counts = async (content: string | Uint8Array): Promise<readonly unknown[]> => {
  const path = join(folder, "a.csv");
  writeFileSync(path, content);
  const { records, commas, isPlain } = await rawFile(path);
  return [records, commas, isPlain];
};

/** The same said of text character by character, as the words of `RawFile` have it. */
function slowly(text: string): readonly unknown[] {
  let [records, commas, isQuoted, holds] = [0, 0, false, false];
  for (const c of text) {
    if (c === '"') isQuoted = !isQuoted;
    if (c === "," && !isQuoted) commas++;
    if (c === "\n" && !isQuoted) {
      if (holds) records++;
      holds = false;
    } else if (c !== "\r") holds = true;
  }
  return [holds ? records + 1 : records, commas, true];
}

describe("what the bytes of a file say", () => {
  const cell = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom("", "12.50", "J000000001", "Bio") },
    {
      weight: 3,
      arbitrary: fc.constantFrom('""', '"x"', '"a ""b"""', "Größe", "£", "\u{1F600}", '"a,b"', '"a\nb"', '""""'),
    },
  );
  const row = fc.array(cell, { minLength: 2, maxLength: 6 }).map((cells) => cells.join(","));
  const file = fc.record({ rows: fc.array(row, { maxLength: 30 }), end: fc.constantFrom("\n", "\r\n", "\n\n") });

  it("is the same four at a time as one by one", async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.boolean(), async ({ rows, end }, isEnded) => {
        const text = `a,b${end}${rows.join(end)}${isEnded ? end : ""}`;
        expect(await counts(text)).toEqual(text.endsWith("\r") ? expect.anything() : slowly(text));
      }),
      { numRuns: 100 },
    );
  });

  it("counts what stands on both sides of where it is read in pieces", async () => {
    const line = "J000000001,1,2007-01-05,Größe,,12.50\n";
    const lines = Math.ceil((9 << 20) / Buffer.byteLength(line));
    expect(await counts(line.repeat(lines))).toEqual([lines, 5 * lines, true]);
    expect(await counts(`${line.repeat(lines)}x`)).toEqual([lines + 1, 5 * lines, true]);
  });

  it.each([
    ["a control character", "a,b\nx\u0001y,1\n"],
    ["DEL", "a,b\nxy\u007f,1\n"],
    ["a control character of two bytes", "a,b\nxy\u0085,1\n"],
    ["a carriage return alone", "a,b\nx\ry,1\n"],
    ["a carriage return at the end", "a,b\nxy,1\r"],
    ["a quotation mark within a cell", 'a,b\nx"y,1\n'],
    ["text behind a quotation mark", 'a,b\n"x"y,1\n'],
    ["a quotation mark that nothing closes", 'a,b\n"xy,1\n'],
    ["nothing on the first line", "\na,b\nxy,1\n"],
    ["bytes of another encoding", Buffer.from("a,b\nGröße,1\n", "latin1")],
    ["half a character at the end", Buffer.from("a,b\nGr\u00f6").subarray(0, 7)],
  ])("vouches for no file with %s", async (_, content) => {
    expect((await counts(content))[2]).toBe(false);
  });
});
