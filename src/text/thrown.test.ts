import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { machineRefusal, whyNotRead } from "./thrown.ts";

const refused = (code: string, path: string): Error =>
  Object.assign(new Error(`${code}: as the system has it, open '${path}'`), { code, path, syscall: "open" });

describe("what the machine refused", () => {
  it("names the file, what became of it, and what to do, and not the system's call", async () => {
    const gone = await readFile("/no/such/file.csv").catch((error: unknown) => error);
    expect(machineRefusal(gone)).toBe(
      "/no/such/file.csv: nothing stands there (any more); it was never there, or was deleted or renamed meanwhile. Put it back, or name another, and try again.",
    );
    expect(machineRefusal(refused("ENOSPC", "out/release.html"))).toBe(
      "out/release.html: the disk is full. Make room on it, and try again.",
    );
  });

  it("is said as the system says it where the code is a rare one", () => {
    expect(machineRefusal(refused("EXDEV", "a"))).toBe("EXDEV: as the system has it, open 'a'");
  });

  it("is told of the engine of the journals too, which has words for it and no codes", () => {
    const said = 'IO Error: No files found that match the pattern "/books/a.parquet"\n\nLINE 1: ... FROM read_parquet';
    expect(machineRefusal(new Error(said))).toMatch(/^\/books\/a\.parquet: nothing stands there/);
    expect(machineRefusal(new Error('IO Error: Cannot open file "/tmp/x": No space left on device'))).toMatch(
      /^\/tmp\/x: the disk is full/,
    );
    expect(machineRefusal(new Error("IO Error: Could not sync\nLINE 1"))).toBe("Could not sync");
  });

  it("is short where the file was named by a person", () => {
    expect(whyNotRead(refused("ENOENT", "a.txt"))).toBe("there is no file of this name");
    expect(whyNotRead(refused("EACCES", "a.txt"))).toBe("it cannot be read: this user may not read or write it");
  });
});

describe("a mistake of ours", () => {
  it.each([
    [new TypeError("undefined is not a function")],
    [new Error("Binder Error: no column of this name")],
    [refused("EBADF", "a")],
    [refused("EINVAL", "a")],
    ["a text that was thrown"],
  ])("is none of the machine's: %s", (error) => expect(machineRefusal(error)).toBeUndefined());
});
