import type { Profile } from "../rules/profile.ts";
import type { Occasion } from "../rules/reading/occasion.ts";
import type { SarifAside } from "../tieout/report/sarif.ts";
import { answersFor } from "./answers.ts";
import type { Asked } from "./asked.ts";
import { documentsOf, ENDINGS } from "./documents.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { marksIn } from "./marks.ts";
import { bindingOf } from "./output.ts";
import { pagesAt } from "./pages.ts";
import { progressOn } from "./progress.ts";
import { rulesIn } from "./rules-file.ts";
import { draftIn } from "./since.ts";
import { bugText, complaint, lookOf } from "./terminal.ts";
import { evidenceIn } from "./with.ts";

export interface CheckCommand extends Omit<Asked, "look" | "marks" | "since" | "with" | "rules" | "page"> {
  /** Files and folders as the command line names them; "-" is standard input. */
  readonly paths: readonly string[];
  /** How many documents may be at work at once; as many as the machine has cores, where nothing is said. */
  readonly workers?: number | undefined;
  /** The files of marks and of an earlier draft. */
  readonly marks?: string | undefined;
  readonly since?: string | undefined;
  /** Files and folders of other documents of the issuer. */
  readonly with?: readonly string[] | undefined;
  readonly profile?: Profile | undefined;
  /** When the release goes out, is furnished and talked about, as far as the command line tells. */
  readonly occasion?: Occasion | undefined;
  /** The file of what the company has decided about rules. */
  readonly ruleFile?: string | undefined;
  /** Where pages of evidence are written. */
  readonly html?: string | undefined;
}

/** `tickmark check`: answers for each document in turn, in the order of the arguments, and returns the exit status. */
export async function check(command: CheckCommand, effects: Effects): Promise<number> {
  const { paths, workers, profile, ruleFile, occasion, html, ...how } = command;
  const { out, err } = effects;
  const { documents, empty } = await documentsOf(paths, effects);
  for (const folder of empty)
    await err.write(complaint(`${folder} has no document in it: none of its files ends in ${ENDINGS.join(", ")}`));
  const { marks, complaints } = await marksIn(how.marks, effects);
  const { since, complaint: unread } = await draftIn(how.since, documents, effects);
  const evidence = await evidenceIn(how.with ?? [], effects);
  const choices = await rulesIn(ruleFile, effects);
  const unheard = unread + evidence.complaints + choices.complaints;
  if (complaints !== "" || unheard !== "") await err.write(complaints + unheard);
  if (unheard !== "") return EXIT.notUnderstood;
  const pages =
    html === undefined ? undefined : await pagesAt(html, { paths, documents, read: readBy(command) }, effects);
  if (pages !== undefined && "complaint" in pages) {
    await err.write(complaint(pages.complaint));
    return EXIT.notUnderstood;
  }
  const rules = { profile, choices: choices.choices, occasion };
  const page = pages?.client;
  const asked: Asked = { ...how, marks, since, with: evidence.with, rules, look: lookOf(out), page };
  const binding = bindingOf(asked.output);
  const progress = progressOn(err, documents.length);
  const asides: SarifAside[] = [];
  const tally = { documents: documents.length, withErrors: 0, refused: 0 };
  let status: number = empty.length > 0 || complaints !== "" ? EXIT.notUnderstood : EXIT.clean;
  let before = "";
  if (binding.head !== "") await out.write(binding.head);
  let done = 0;
  await progress.show(done, documents[0]);
  for await (const answer of answersFor(documents, asked, workers ?? effects.cores, effects)) {
    await progress.clear();
    status = Math.max(status, answer.status);
    if (answer.status === EXIT.errors) tally.withErrors++;
    else if (answer.status !== EXIT.clean) tally.refused++;
    if (answer.bug !== undefined) await err.write(bugText(answer.bug));
    await pages?.write(documents[done]!, answer);
    if (answer.aside !== undefined) asides.push(answer.aside);
    for (const piece of answer.text) {
      if (!(await out.write(`${before}${piece}`))) return status;
      before = "";
    }
    if (answer.text.length > 0) before = binding.between;
    await progress.show(++done, documents[done]);
  }
  const tail = binding.tail(tally, asides, status);
  if (tail !== "") await out.write(tail);
  if (pages !== undefined) await err.write(await pages.end());
  return status;
}

/** The files that a command reads beside its documents. */
const readBy = ({
  marks,
  since,
  ruleFile,
  with: others = [],
}: Pick<CheckCommand, "marks" | "since" | "ruleFile" | "with">): readonly string[] =>
  [marks, since, ruleFile, ...others].filter((path) => path !== undefined);
