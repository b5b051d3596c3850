import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { processEffects } from "./effects.ts";

describe("the files below a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-files-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("are found at any depth, links to folders left alone", async () => {
    mkdirSync(join(folder, "deep", "er"), { recursive: true });
    writeFileSync(join(folder, "deep", "er", "a.txt"), "a");
    writeFileSync(join(folder, "b.txt"), "b");
    symlinkSync(folder, join(folder, "deep", "circle"));
    const { files } = processEffects();
    expect([...(await files.below(folder))].sort()).toEqual([
      join(folder, "b.txt"),
      join(folder, "deep", "er", "a.txt"),
    ]);
    expect(await files.isFolder(folder)).toBe(true);
    expect(await files.isFolder(join(folder, "nowhere"))).toBe(false);
  });
});
