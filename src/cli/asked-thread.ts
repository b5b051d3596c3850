import { parentPort, Worker as Thread } from "node:worker_threads";
import { traceOf } from "../text/thrown.ts";

/** A question that goes to a thread, and what comes back of it. */
interface Sent {
  readonly id: number;
  readonly ask: unknown;
}
type Returned = { readonly id: number } & ({ readonly reply: unknown } | { readonly trace: string });

/** A thread that answers questions, each with one reply. */
export interface AskedThread {
  /** Has the thread load what it needs before there is a question. */
  readonly start: () => void;
  /** Rejects where the thread came to its end over the question; those behind it, and the next, get another thread. */
  readonly ask: (ask: unknown) => Promise<unknown>;
  readonly end: () => void;
}

interface Waiting {
  readonly ask: unknown;
  readonly resolve: (reply: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Running {
  readonly thread: Thread;
  /** What it has been asked and has not answered; it works on the first of them. */
  readonly waiting: Map<number, Waiting>;
}

/**
 * A thread of Node's over a script that does `answerAsked`; `what` it does is said where it ends by itself. The process waits for answers that
 * are due, and for nothing else of it.
 */
export function askedThread(script: URL, what: string): AskedThread {
  let running: Running | undefined;
  let isEnded = false;
  let count = 0;
  const started = (): Running => {
    const own: Running = { thread: new Thread(script), waiting: new Map() };
    const { thread, waiting } = own;
    thread.unref();
    thread.on("message", (returned: Returned) => {
      const asked = waiting.get(returned.id);
      waiting.delete(returned.id);
      if (waiting.size === 0) thread.unref();
      if ("trace" in returned) asked?.reject(new Error(returned.trace));
      else asked?.resolve(returned.reply);
    });
    let cause: Error | undefined;
    // Only at its exit has all been delivered that the thread answered before it came to its end.
    const fail = (error: Error): void => {
      if (running === own) running = undefined;
      const [culprit, ...others] = waiting.values();
      waiting.clear();
      culprit?.reject(error);
      for (const other of others) {
        if (isEnded) other.reject(error);
        else send(other);
      }
    };
    thread.on("error", (error: Error) => {
      cause = error;
    });
    thread.on("exit", (code) => fail(cause ?? new Error(`the thread that ${what} ended with status ${code}`)));
    return own;
  };
  const start = (): Running => {
    running ??= started();
    return running;
  };
  const send = (asked: Waiting): void => {
    const { thread, waiting } = start();
    const id = ++count;
    waiting.set(id, asked);
    thread.ref();
    thread.postMessage({ id, ask: asked.ask } satisfies Sent);
  };
  return {
    start: () => void start(),
    ask: (ask) => new Promise((resolve, reject) => send({ ask, resolve, reject })),
    end: () => {
      isEnded = true;
      void running?.thread.terminate();
    },
  };
}

/** What such a thread does: answers one question after the other; what is thrown over one goes back as its trace. */
export function answerAsked(answer: (ask: unknown) => unknown): void {
  parentPort?.on("message", ({ id, ask }: Sent) => {
    let returned: Returned;
    try {
      returned = { id, reply: answer(ask) };
    } catch (error) {
      returned = { id, trace: traceOf(error) };
    }
    parentPort?.postMessage(returned);
  });
}
