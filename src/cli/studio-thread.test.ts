import { afterAll, describe, expect, it } from "vitest";
import type { DeskAsk } from "../studio/desk-ask.ts";
import { deskThread } from "./studio-thread.ts";

/** A thread that says back what it is asked, and comes to its end over "die". */
const SCRIPT = `import { parentPort } from "node:worker_threads";
parentPort.on("message", ({ id, ask }) => {
  if (ask === "die") throw new Error("died over it");
  parentPort.postMessage({ id, reply: ask });
});`;

describe("the thread that checks", () => {
  const thread = deskThread(new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`));
  afterAll(() => thread.end());
  const ask = (what: string): Promise<unknown> => thread.ask(what as unknown as DeskAsk);

  it("fails the question that it came to its end over, and no other", async () => {
    expect(await ask("a")).toBe("a");
    const all = ["b", "die", "c", "die", "d"].map((what) => ask(what).catch((error: Error) => error.message));
    expect(await Promise.all(all)).toEqual(["b", "died over it", "c", "died over it", "d"]);
    await expect(ask("die")).rejects.toThrow("died over it");
    expect(await ask("e")).toBe("e");
    expect(await ask("die").catch(() => ask("f"))).toBe("f");
  });

  it("leaves no question without an answer when it is ended", async () => {
    const own = deskThread(new URL(`data:text/javascript,setTimeout(() => {}, 60000)`));
    const all = [1, 2].map(() => own.ask("x" as unknown as DeskAsk));
    own.end();
    const answers = await Promise.allSettled(all);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
