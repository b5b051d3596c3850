import { describe, expect, it } from "vitest";
import type { Asked } from "./asked.ts";
import { startThread } from "./thread.ts";

const asked: Asked = { output: "json", look: { columns: undefined, colour: false }, ignoreTags: false };

const threadOf = (script: string) =>
  startThread(
    asked,
    new URL(
      `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from "node:worker_threads";${script}`)}`,
    ),
  );

describe("a thread", () => {
  it("is told once how to answer, and then one path after the other", async () => {
    const thread = threadOf(
      'parentPort.on("message", (path) => parentPort.postMessage({ text: workerData.output + path, status: 0 }));',
    );
    expect(await thread.answer("a.txt")).toEqual({ text: "jsona.txt", status: 0 });
    expect(await thread.answer("b.txt")).toEqual({ text: "jsonb.txt", status: 0 });
    thread.end();
  });

  it("that comes to its end answers no more", async () => {
    const thread = threadOf('parentPort.on("message", () => process.exit(7));');
    await expect(thread.answer("a.txt")).rejects.toThrow("the worker ended with status 7");
    await expect(thread.answer("b.txt")).rejects.toThrow("the worker ended with status 7");
  });

  it("says what it failed of", async () => {
    const thread = threadOf('parentPort.on("message", () => { throw new RangeError("too deep"); });');
    await expect(thread.answer("a.txt")).rejects.toThrow("too deep");
  });

  it("that cannot be loaded says so", async () => {
    await expect(threadOf('import "nowhere-to-be-found";').answer("a.txt")).rejects.toThrow();
  });
});
