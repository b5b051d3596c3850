import { Worker as Thread } from "node:worker_threads";
import type { DeskAsk, DeskReply } from "../studio/desk-ask.ts";

const SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./studio-worker.ts" : "./studio-worker.js", import.meta.url);

/** What goes to the thread, and what comes back of it. */
export interface Sent {
  readonly id: number;
  readonly ask: DeskAsk;
}
export type Returned = { readonly id: number } & ({ readonly reply: unknown } | { readonly trace: string });

/** A thread that checks documents, so that the studio answers while one is checked. */
export interface DeskThread {
  /** Rejects where the thread came to its end over the document; the next question starts another. */
  readonly ask: <A extends DeskAsk>(ask: A) => Promise<DeskReply<A>>;
  readonly end: () => void;
}

interface Waiting {
  readonly resolve: (reply: unknown) => void;
  readonly reject: (error: Error) => void;
}

export function deskThread(script: URL = SCRIPT): DeskThread {
  const waiting = new Map<number, Waiting>();
  let thread: Thread | undefined;
  let count = 0;
  const started = (): Thread => {
    const own = new Thread(script);
    own.unref();
    own.on("message", (returned: Returned) => {
      const asked = waiting.get(returned.id);
      waiting.delete(returned.id);
      if ("trace" in returned) asked?.reject(new Error(returned.trace));
      else asked?.resolve(returned.reply);
    });
    const fail = (error: Error): void => {
      if (thread === own) thread = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    own.on("error", fail);
    own.on("exit", (code) => fail(new Error(`the thread that checks ended with status ${code}`)));
    return own;
  };
  const ask = <A extends DeskAsk>(asked: A): Promise<DeskReply<A>> =>
    new Promise((resolve, reject) => {
      const id = ++count;
      waiting.set(id, { resolve: (reply) => resolve(reply as DeskReply<A>), reject });
      thread ??= started();
      thread.postMessage({ id, ask: asked } satisfies Sent);
    });
  return { ask, end: () => void thread?.terminate() };
}
