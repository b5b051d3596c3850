import type { BuiltRelease, PrintedDraft } from "../node/build-release.ts";
import type { Changed } from "../node/changes.ts";
import type { ClosedBooks, Closing } from "../node/close-books.ts";
import type { Preview } from "../node/preview.ts";
import type { OpenTables } from "../release/table-source.ts";
import { several } from "../text/several.ts";
import { machineRefusal, traceOf } from "../text/thrown.ts";
import { type BuildCommand, factsFile, releaseNamed, summary, tell, writeOut } from "./build.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { openedBooks } from "./opened-books.ts";
import type { Prover } from "./prover.ts";
import { bugText, complaint } from "./terminal.ts";

export interface WatchCommand extends BuildCommand {
  readonly port: number;
}

/**
 * `tickmark build --watch`: makes the release anew whenever a file of the workspace changes, and shows it in a browser of this machine. The page stands
 * there as soon as it is printed; wire texts and proofs follow, the proofs from another thread, so that a further change need not wait for them. Ends when the effects
 * say so (an interrupt).
 */
export async function watch(command: WatchCommand, effects: Effects): Promise<number> {
  const { closingAgain, keptTables, openPreview, openTables, watchWorkspace } = await effects.library();
  const name = await releaseNamed(command, effects);
  if (name === undefined) return EXIT.notUnderstood;
  const preview = await openPreview(command.port);
  const prover = effects.startProver(true);
  const maker: Maker = { command, name, preview, closing: closingAgain(command.folder), open: keptTables(openTables) };
  let closed: ClosedBooks | undefined;
  // Proofs are carried out one after the other; those of a draft that another has taken the place of are left out.
  let last = 0;
  let proving = Promise.resolve();
  const again = async (changed: Changed): Promise<void> => {
    const turn = ++last;
    const isLast = (): boolean => last === turn;
    if (turn > 1) preview.tell({ state: "making", said: ["A file was saved; the page is being made anew."] });
    if (changed === "books" || closed === undefined) closed = await openedAgain(maker, effects);
    const draft = closed && (await shown(maker, closed, effects));
    if (closed === undefined || draft === undefined) return;
    const books = closed;
    proving = proving.then(() => proved(maker, { draft, books, prover, isLast }, effects));
  };
  await effects.err.write(`Preview: ${preview.url}\nStop with Ctrl-C.\n`);
  // One making after the other: a change during one of them is made after it, and further ones together with it.
  let waiting: Changed | undefined;
  let making = Promise.resolve();
  const ask = (changed: Changed): void => {
    const isBusy = waiting !== undefined;
    waiting = changed === "books" ? "books" : (waiting ?? changed);
    if (isBusy) return;
    making = making.then(async () => {
      const what = waiting ?? "release";
      waiting = undefined;
      await again(what).catch(told(preview, effects));
    });
  };
  ask("books");
  const watcher = watchWorkspace(command.folder, ask);
  await effects.interrupted();
  watcher.close();
  await making;
  await proving;
  prover.end();
  await maker.closing.end();
  await preview.close();
  return EXIT.clean;
}

/** What every making of the release stands on. */
interface Maker {
  readonly command: WatchCommand;
  readonly name: string;
  readonly preview: Preview;
  readonly closing: Closing;
  readonly open: OpenTables;
}

const OLDER = "The page that stands here is an older one.";
const NOT_CLOSED = "The books were not closed, so that no release was made; the terminal says why.";

/** The books closed again; undefined where they give no figures, which is said. */
async function openedAgain({ command, preview, closing }: Maker, effects: Effects): Promise<ClosedBooks | undefined> {
  const { closed } = await openedBooks(command.folder, effects, { close: closing.close });
  if (closed?.facts !== undefined) return closed;
  preview.tell({ state: "wrong", said: [NOT_CLOSED, OLDER] });
  await effects.err.write(complaint(NOT_CLOSED));
  return undefined;
}

/** Shows the page as soon as it is printed, and prints the wire texts after it; undefined where there is no page. */
async function shown(
  { command, name, preview, open }: Maker,
  closed: ClosedBooks,
  effects: Effects,
): Promise<PrintedDraft | undefined> {
  const { printPage, withTexts } = await effects.library();
  const draft = await printPage(command.folder, name, closed, open);
  const [page] = draft.outputs;
  if (page === undefined) {
    preview.tell({ state: "wrong", said: [`The release ${name} was not made; the terminal says why.`, OLDER] });
    await tell(command.folder, draft, effects);
    return undefined;
  }
  preview.show(page.text, { state: "proving", said: ["Printed; its figures are being proved."] });
  // The page is on its way to the browser before more is done.
  await new Promise((resolve) => setImmediate(resolve));
  return withTexts(draft);
}

const told =
  (preview: Preview, effects: Effects) =>
  async (error: unknown): Promise<void> => {
    preview.tell({
      state: "wrong",
      said: [
        machineRefusal(error) ?? `A mistake of Tickmark's own: ${String(error)}. The terminal has its trace.`,
        "What stands here is not proved, and may be an older page.",
      ],
    });
    await tellThrown(error, effects);
  };

async function tellThrown(error: unknown, { err }: Effects): Promise<void> {
  const refusal = machineRefusal(error);
  await err.write(refusal === undefined ? bugText(traceOf(error)) : complaint(refusal));
}

/** A draft that was shown, and what its proofs stand on. */
interface Shown {
  readonly draft: PrintedDraft;
  readonly books: ClosedBooks;
  readonly prover: Prover;
  readonly isLast: () => boolean;
}

async function proved({ command, preview }: Maker, shown: Shown, effects: Effects): Promise<void> {
  const { draft, books, prover, isLast } = shown;
  try {
    if (!isLast()) return;
    const { proveRelease } = await effects.library();
    const reports = await prover.reports(draft);
    if (!isLast()) return;
    const built = proveRelease(draft, reports);
    await writeOut(command.out, built, factsFile(draft, books), effects);
    if (isLast()) preview.tell(newsOf(built));
    await tell(command.folder, built, effects);
    await effects.out.write(summary(built, command.out));
  } catch (error) {
    if (isLast()) await told(preview, effects)(error);
    else await tellThrown(error, effects);
  }
}

/** So many errors are told in the preview; the terminal tells all. */
const MOST_SAID = 5;

function newsOf({ findings, proof }: BuiltRelease): Parameters<Preview["tell"]>[0] {
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const equal = proof.lines.filter((line) => line.equal).length;
  const recomputed = `${equal} of ${several(proof.lines.length, "printed number")} recomputed`;
  const counts = `${several(errors.length, "error")}, ${several(warnings, "warning")}`;
  if (errors.length === 0)
    return { state: "proved", said: [`Proved: ${recomputed}, every output read back; ${counts}.`] };
  const said = errors.slice(0, MOST_SAID).map(({ message }) => message);
  const rest = errors.length > MOST_SAID ? ["The terminal says the rest."] : [];
  return { state: "wrong", said: [`Not to go out: ${recomputed}; ${counts}.`, ...said, ...rest] };
}
