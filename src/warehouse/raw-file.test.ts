import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lazyHash, recordsIn } from "./raw-file.ts";
import { stampOf } from "./stamp.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tickmark-raw-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const path = (): string => join(folder, "a.csv");

/** Of a file of so many columns of text how many records its bytes vouch for. */
const records = async (content: string | Uint8Array, columns = 2): Promise<number | undefined> => {
  writeFileSync(path(), content);
  return recordsIn(
    path(),
    Array.from({ length: columns }, () => undefined),
  );
};

describe("the bytes of a file", () => {
  it("are counted on both sides of where they are read in pieces", async () => {
    const line = "J000000001,1,2007-01-05,Größe,,12.50\n";
    const lines = Math.ceil((9 << 20) / Buffer.byteLength(line));
    expect(await records(line.repeat(lines), 6)).toBe(lines);
    expect(await records(`${line.repeat(lines)}x,,,,,`, 6)).toBe(lines + 1);
    expect(await records(`${line.repeat(lines)}x,,,,`, 6)).toBe(undefined);
    expect(await records(`${line}${'"a\n\n,",1,,"",,""""\r\n\n'.repeat(lines)}`, 6)).toBe(lines + 1);
  });

  it.each([
    ["a control character", "a,b\nx\u0001y,1\n"],
    ["a zero byte", "a,b\nx\0,1\n"],
    ["DEL", "a,b\nxy\u007f,1\n"],
    ["a control character of two bytes", "a,b\nxy\u0085,1\n"],
    ["a carriage return alone", "a,b\nx\ry,1\n"],
    ["a carriage return at the end", "a,b\nxy,1\r"],
    ["a carriage return within quotation marks", 'a,b\n"x\r\ny",1\n'],
    ["a quotation mark within a cell", 'a,b\nx"y,1\n'],
    ["text behind a quotation mark", 'a,b\n"x"y,1\n'],
    ["a quotation mark that nothing closes", 'a,b\n"xy,1\n'],
    ["nothing on the first line", "\na,b\nxy,1\n"],
    ["a cell too many", "a,b\nxy,1,\n"],
    ["a cell too few", "a,b\nxy\n"],
    ["a line longer than a piece", `a,b\n${"x".repeat(3 << 20)},1\n`],
    ["bytes of another encoding", Buffer.from("a,b\nGröße,1\n", "latin1")],
    ["half a character at the end", Buffer.from("a,b\n1,Gr\u00f6").subarray(0, 9)],
  ])("vouch for no file with %s", async (_, content) => {
    expect(await records(content)).toBe(undefined);
  });

  it("vouch for a file with a mark of its encoding, empty lines, tabs and either end of line", async () => {
    expect(await records("\ufeffa,b\r\n\tx\t,1\n\n\r\n,\n")).toBe(3);
    expect(await records("a,b")).toBe(1);
  });
});

describe("the hash of a file", () => {
  it("is made once, when somebody asks for it, and not of a file that has changed meanwhile", async () => {
    writeFileSync(path(), "a,b\n");
    const stamp = await stampOf(path());
    const hash = lazyHash(path(), stamp, null);
    expect(hash.known()).toBe(undefined);
    expect(await hash.made()).toBe(createHash("sha256").update("a,b\n").digest("hex"));
    writeFileSync(path(), "a,b\n1,2\n");
    expect(await hash.made()).toBe(hash.known());
    expect(await lazyHash(path(), stamp, null).made()).toBe(undefined);
    expect(lazyHash(path(), stamp, "before").known()).toBe("before");
  });
});
