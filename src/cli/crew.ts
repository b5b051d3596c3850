import { type Answer, type Asked, crashed } from "./asked.ts";

/** Answers for one document at a time, in a thread of its own. */
export interface Worker {
  /** Rejects where the worker came to its end over the document. */
  readonly answer: (path: string) => Promise<Answer>;
  readonly end: () => void;
}

/** Workers that share the documents of a command out among them. */
export interface Crew {
  /** Waits for a free worker; never rejects. A worker that crashes costs its own document the answer, and another takes its place. */
  readonly answer: (path: string) => Promise<Answer>;
  readonly end: () => void;
}

/** A crew of at most `size` workers, each of them started when there is first work for it. */
export function crewOf(size: number, startWorker: () => Worker, asked: Asked): Crew {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let ended = false;
  const free = async (): Promise<Worker> => {
    while (idle.length === 0 && all.size >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    if (ended) throw new Error("the command has ended");
    const worker = idle.pop() ?? startWorker();
    all.add(worker);
    return worker;
  };
  const answer = async (path: string): Promise<Answer> => {
    let worker: Worker | undefined;
    try {
      worker = await free();
      const given = await worker.answer(path);
      idle.push(worker);
      return given;
    } catch (error) {
      if (worker !== undefined) all.delete(worker);
      worker?.end();
      return crashed(path, asked, error);
    } finally {
      waiting.shift()?.();
    }
  };
  const end = (): void => {
    ended = true;
    for (const worker of all) worker.end();
  };
  return { answer, end };
}
