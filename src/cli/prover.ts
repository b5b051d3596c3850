import type { PrintedDraft } from "../node/build-release.ts";
import type { ReadBack } from "../readback/report-of.ts";
import type { Report } from "../tieout/report/report.ts";
import { askedThread } from "./asked-thread.ts";

const SCRIPT = new URL("./proof-worker.js", import.meta.url);

/** Reads the outputs of releases back, as a stranger would. */
export interface Prover {
  /** Told of an output as soon as it is printed, whose report will be asked for: it may be read meanwhile. */
  readonly begin: (output: ReadBack) => void;
  /** What was made of each output, in their order. */
  readonly reports: (draft: Pick<PrintedDraft, "outputs" | "marks">) => Promise<readonly Report[]>;
  readonly end: () => void;
}

/** The check is loaded where it is needed: much of a build is over before. */
async function reportHere(output: ReadBack): Promise<Report> {
  const { reportOf } = await import("../readback/report-of.ts");
  return reportOf(output);
}

const asked = ({ outputs, marks }: Pick<PrintedDraft, "outputs" | "marks">): readonly ReadBack[] =>
  outputs.map(({ name, text }) => ({ name, text, marks }));

/** One output after the other, where it is asked. */
export const proverHere: Prover = {
  begin: () => {},
  reports: (draft) => Promise.all(asked(draft).map(reportHere)),
  end: () => {},
};

/**
 * Shares the outputs out with a thread, which loads what it needs while the books are still closed: the page takes about as long as both texts.
 * With `isFree`, the thread does all of it, so that this one can go on with something else.
 */
export function proverBeside(isFree: boolean, script: URL = SCRIPT): Prover {
  const thread = askedThread(script, "proves the release");
  thread.start();
  const begun = new Map<string, Promise<Report>>();
  const there = async (output: ReadBack): Promise<Report> => (await thread.ask(output)) as Report;
  const begin = (output: ReadBack): Promise<Report> => {
    const report = there(output);
    // What goes wrong there is told when it is asked for; until then nobody listens.
    report.catch(() => undefined);
    begun.set(output.name, report);
    return report;
  };
  return {
    begin,
    reports: async (draft) => {
      const [page, ...others] = asked(draft);
      if (page === undefined) return [];
      const away = (isFree ? [page, ...others] : others).map((output) => begun.get(output.name) ?? begin(output));
      begun.clear();
      const own = isFree ? [] : [await reportHere(page)];
      return [...own, ...(await Promise.all(away))];
    },
    end: thread.end,
  };
}
