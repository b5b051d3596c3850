import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { deskFiles } from "./studio-files.ts";

describe("a file beside a document", () => {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-desk-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "signoffs.jsonl");

  it("is written only upon what was looked at, and by one studio at a time", async () => {
    expect(await deskFiles.append(path, "one\n", "")).toBe(true);
    const both = await Promise.all(["two\n", "too\n"].map((line) => deskFiles.append(path, line, "one\n")));
    expect(both.toSorted()).toEqual([false, true]);
    expect(readFileSync(path, "utf8")).toMatch(/^one\nt[wo]o\n$/);
    expect(await deskFiles.replace(path, "anew\n", "one\n")).toBe(false);
    expect(await deskFiles.replace(path, "anew\n", readFileSync(path, "utf8"))).toBe(true);
    expect(readFileSync(path, "utf8")).toBe("anew\n");
    expect(readdirSync(folder)).toEqual(["signoffs.jsonl"]);
  });

  it("is not written while a lock lies beside it, and the lock is named", async () => {
    writeFileSync(`${path}.lock`, "");
    await expect(deskFiles.append(path, "three\n", "anew\n")).rejects.toThrow(
      `${path}.lock says that another studio is writing`,
    );
    expect(readFileSync(path, "utf8")).toBe("anew\n");
    rmSync(`${path}.lock`);
  });
});
