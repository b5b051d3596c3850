import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { deskFiles } from "./studio-files.ts";

describe("a file beside a document", () => {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-desk-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "signoffs.jsonl");

  it("is written only upon what was looked at, and by one studio at a time", async () => {
    expect(await deskFiles.append(path, "one\n", "", path)).toBe(true);
    const both = await Promise.all(["two\n", "too\n"].map((line) => deskFiles.append(path, line, "one\n", path)));
    expect(both.toSorted()).toEqual([false, true]);
    expect(readFileSync(path, "utf8")).toMatch(/^one\nt[wo]o\n$/);
    expect(await deskFiles.replace(path, "anew\n", "one\n", path)).toBe(false);
    expect(await deskFiles.replace(path, "anew\n", readFileSync(path, "utf8"), path)).toBe(true);
    expect(readFileSync(path, "utf8")).toBe("anew\n");
    expect(readdirSync(folder)).toEqual(["signoffs.jsonl"]);
  });

  it("is not written while a lock lies beside it, and the lock is named", async () => {
    writeFileSync(`${path}.lock`, "");
    await expect(deskFiles.append(path, "three\n", "anew\n", path)).rejects.toThrow(
      `${path}.lock says that another studio is writing`,
    );
    expect(readFileSync(path, "utf8")).toBe("anew\n");
    rmSync(`${path}.lock`);
  });

  it("can be read by whoever can read the document, or the file that was there", async () => {
    const modeOf = (path: string): number => statSync(path).mode & 0o777;
    for (const mode of [0o600, 0o640]) {
      const [document, marks, signOffs] = ["q", "m", "s"].map((name) => join(folder, `${name}${mode}`)) as [
        string,
        string,
        string,
      ];
      writeFileSync(document, "x");
      chmodSync(document, mode);
      await deskFiles.replace(marks, "one\n", "", document);
      await deskFiles.append(signOffs, "one\n", "", document);
      expect([modeOf(marks), modeOf(signOffs)]).toEqual([mode, mode]);
      chmodSync(marks, 0o664);
      await deskFiles.replace(marks, "two\n", "one\n", document);
      expect(modeOf(marks)).toBe(0o664);
    }
    const orphan = join(folder, "orphan");
    await deskFiles.append(orphan, "one\n", "", join(folder, "gone"));
    expect(modeOf(orphan)).toBe(0o600);
  });

  it("is written although a half of it lies there from a process that died", async () => {
    const text = readFileSync(path, "utf8");
    writeFileSync(`${path}.${process.pid}.part`, "half");
    expect(await deskFiles.replace(path, "whole\n", text, path)).toBe(true);
  });
});
