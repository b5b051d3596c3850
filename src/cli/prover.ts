import type { PrintedDraft } from "../node/build-release.ts";
import { type ReadBack, reportOf } from "../readback/report-of.ts";
import type { Report } from "../tieout/report/report.ts";
import { askedThread } from "./asked-thread.ts";

const SCRIPT = new URL("./proof-worker.js", import.meta.url);

/** Reads the outputs of releases back, as a stranger would. */
export interface Prover {
  /** What was made of each output, in their order. */
  readonly reports: (draft: Pick<PrintedDraft, "outputs" | "marks">) => Promise<readonly Report[]>;
  readonly end: () => void;
}

const asked = ({ outputs, marks }: Pick<PrintedDraft, "outputs" | "marks">): readonly ReadBack[] =>
  outputs.map(({ name, text }) => ({ name, text, marks }));

/** One output after the other, where it is asked. */
export const proverHere: Prover = { reports: async (draft) => asked(draft).map(reportOf), end: () => {} };

/**
 * Shares the outputs out with a thread, which loads what it needs while the books are still closed: the page takes about as long as both texts.
 * With `isFree`, the thread does all of it, so that this one can go on with something else.
 */
export function proverBeside(isFree: boolean, script: URL = SCRIPT): Prover {
  const thread = askedThread(script, "proves the release");
  thread.start();
  const there = async (output: ReadBack): Promise<Report> => (await thread.ask(output)) as Report;
  return {
    reports: async (draft) => {
      const [page, ...others] = asked(draft);
      if (page === undefined) return [];
      const away = Promise.all((isFree ? [page, ...others] : others).map(there));
      if (isFree) return away;
      // What goes wrong there is told when the page is done; until then nobody listens.
      away.catch(() => undefined);
      const own = reportOf(page);
      return [own, ...(await away)];
    },
    end: thread.end,
  };
}
