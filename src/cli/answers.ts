import type { Answer, Asked } from "./asked.ts";
import { crewOf } from "./crew.ts";
import { INPUT } from "./documents.ts";
import type { Effects } from "./effects.ts";

/** How many answers for each worker may be at work or wait to be printed: what is ahead of the printer stays in memory. */
const AHEAD = 2;

/**
 * The answers for the documents in their order, of which `atOnce` may be at work at once. One document, or one at a time, starts
 * no worker; nor does a command that reads standard input, which no worker has.
 */
export async function* answersFor(
  documents: readonly string[],
  asked: Asked,
  atOnce: number,
  effects: Effects,
): AsyncGenerator<Answer> {
  const size = documents.includes(INPUT) ? 1 : Math.min(atOnce, documents.length);
  if (size < 2) {
    // Loaded only here: where workers answer, this thread needs none of the tie-out.
    const { answerFor } = await import("./answer.ts");
    for (const path of documents) yield await answerFor(path, asked, effects);
    return;
  }
  const crew = crewOf(size, () => effects.startWorker(asked), asked);
  const begun: Promise<Answer>[] = [];
  try {
    for (const path of documents) {
      begun.push(crew.answer(path));
      if (begun.length === size * AHEAD) yield await begun.shift()!;
    }
    for (const answer of begun) yield await answer;
  } finally {
    crew.end();
  }
}
