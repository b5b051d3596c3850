import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { processEffects, sinkOf } from "./effects.ts";

const broken = (code: string): Writable =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });

describe("a sink", () => {
  it("takes a reader that has gone away as a fact, not as an error", async () => {
    const sink = sinkOf(broken("EPIPE"));
    expect(await sink.write("one")).toBe(false);
    expect(await sink.write("two")).toBe(false);
  });

  it("reports a full disk", async () => {
    await expect(sinkOf(broken("ENOSPC")).write("one")).rejects.toThrow("ENOSPC");
  });

  it("waits until the stream has taken the text", async () => {
    let taken = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write: (chunk, _encoding, done) => {
        setTimeout(() => {
          taken += chunk.length;
          done();
        }, 5);
      },
    });
    expect(await sinkOf(slow).write("four")).toBe(true);
    expect(taken).toBe(4);
  });
});

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
