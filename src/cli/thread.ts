import { Worker as Thread } from "node:worker_threads";
import type { Answer, Asked } from "./asked.ts";
import type { Worker } from "./crew.ts";

const SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

/** A worker in a thread of Node's. */
export function startThread(asked: Asked, script: URL = SCRIPT): Worker {
  const thread = new Thread(script, { workerData: asked });
  let failure: Error | undefined;
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    waiting?.reject(failure);
  };
  thread.on("message", (answer: Answer) => waiting?.resolve(answer));
  thread.on("error", fail);
  thread.on("exit", (code) => fail(new Error(`the worker ended with status ${code}`)));
  return {
    answer: (path) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (failure === undefined) thread.postMessage(path);
        else reject(failure);
      }),
    end: () => void thread.terminate(),
  };
}
