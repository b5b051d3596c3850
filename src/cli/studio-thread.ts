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
  /** Rejects where the thread came to its end over the document; the questions behind it, and the next, get another. */
  readonly ask: <A extends DeskAsk>(ask: A) => Promise<DeskReply<A>>;
  readonly end: () => void;
}

interface Waiting {
  readonly ask: DeskAsk;
  readonly resolve: (reply: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Running {
  readonly thread: Thread;
  /** What it has been asked and has not answered; it works on the first of them. */
  readonly waiting: Map<number, Waiting>;
}

export function deskThread(script: URL = SCRIPT): DeskThread {
  let running: Running | undefined;
  let isEnded = false;
  let count = 0;
  const started = (): Running => {
    const thread = new Thread(script);
    thread.unref();
    const own: Running = { thread, waiting: new Map() };
    thread.on("message", (returned: Returned) => {
      const asked = own.waiting.get(returned.id);
      own.waiting.delete(returned.id);
      if ("trace" in returned) asked?.reject(new Error(returned.trace));
      else asked?.resolve(returned.reply);
    });
    const fail = (error: Error): void => {
      if (running === own) running = undefined;
      const [culprit, ...others] = own.waiting.values();
      own.waiting.clear();
      culprit?.reject(error);
      for (const other of others)
        if (isEnded) other.reject(error);
        else send(other);
    };
    thread.on("error", fail);
    thread.on("exit", (code) => fail(new Error(`the thread that checks ended with status ${code}`)));
    return own;
  };
  const send = (asked: Waiting): void => {
    const id = ++count;
    running ??= started();
    running.waiting.set(id, asked);
    running.thread.postMessage({ id, ask: asked.ask } satisfies Sent);
  };
  const ask = <A extends DeskAsk>(asked: A): Promise<DeskReply<A>> =>
    new Promise((resolve, reject) => {
      send({ ask: asked, resolve: (reply) => resolve(reply as DeskReply<A>), reject });
    });
  const end = (): void => {
    isEnded = true;
    void running?.thread.terminate();
  };
  return { ask, end };
}
