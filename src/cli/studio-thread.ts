import type { DeskAsk, DeskReply } from "../studio/desk-ask.ts";
import { askedThread } from "./asked-thread.ts";

const SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./studio-worker.ts" : "./studio-worker.js", import.meta.url);

/** A thread that checks documents, so that the studio answers while one is checked. */
export interface DeskThread {
  /** Rejects where the thread came to its end over the document; the questions behind it, and the next, get another. */
  readonly ask: <A extends DeskAsk>(ask: A) => Promise<DeskReply<A>>;
  readonly end: () => void;
}

export function deskThread(script: URL = SCRIPT): DeskThread {
  const { ask, end } = askedThread(script, "checks");
  return { ask: async <A extends DeskAsk>(asked: A) => (await ask(asked)) as DeskReply<A>, end };
}
