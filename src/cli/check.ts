import type { SarifAside } from "../tieout/report/sarif.ts";
import { type Answer, type Asked, answerFor, EXIT } from "./answer.ts";
import { documentsOf, ENDINGS } from "./documents.ts";
import type { Effects } from "./effects.ts";
import { bindingOf } from "./output.ts";
import { progressOn } from "./progress.ts";
import { complaint, lookOf } from "./terminal.ts";

export interface CheckCommand extends Omit<Asked, "look"> {
  /** Files and folders as the command line names them; "-" is standard input. */
  readonly paths: readonly string[];
}

/** `tickmark check`: answers for each document in turn, in the order of the arguments, and returns the exit status. */
export async function check({ paths, ...how }: CheckCommand, effects: Effects): Promise<number> {
  const { out, err } = effects;
  const { documents, empty } = await documentsOf(paths, effects);
  for (const folder of empty)
    await err.write(complaint(`${folder} has no document in it: none of its files ends in ${ENDINGS.join(", ")}`));
  const asked: Asked = { ...how, look: lookOf(out) };
  const binding = bindingOf(asked.output);
  const progress = progressOn(err, documents.length);
  const asides: SarifAside[] = [];
  const tally = { documents: documents.length, withErrors: 0, refused: 0 };
  let status: number = empty.length > 0 ? EXIT.notUnderstood : EXIT.clean;
  let before = "";
  if (binding.head !== "") await out.write(binding.head);
  for (const [done, path] of documents.entries()) {
    await progress.show(done, path);
    const answer: Answer = await answerFor(path, asked, effects);
    status = Math.max(status, answer.status);
    if (answer.status === EXIT.errors) tally.withErrors++;
    else if (answer.status !== EXIT.clean) tally.refused++;
    await progress.clear();
    if (answer.bug !== undefined) await err.write(complaint(`this is a bug of Tickmark's own: ${answer.bug}`));
    if (answer.aside !== undefined) asides.push(answer.aside);
    if (answer.text === "") continue;
    if (!(await out.write(`${before}${answer.text}`))) return status;
    before = binding.between;
  }
  const tail = binding.tail(tally, asides, status);
  if (tail !== "") await out.write(tail);
  return status;
}
