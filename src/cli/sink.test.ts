import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { sinkOf } from "./sink.ts";

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
