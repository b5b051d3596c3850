import { realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Books } from "../books/books.ts";
import type { BooksFinding } from "../books/books-finding.ts";
import { readBooks, type WorkspaceFile } from "../books/read-books.ts";
import { closeGroup } from "../consolidation/close-group.ts";
import type { Group } from "../consolidation/group.ts";
import { type FactBook, factBook } from "../measures/fact-book.ts";
import { openDuckWarehouse } from "../warehouse/duck-warehouse.ts";
import { journalFiles, TOTALS } from "../warehouse/journal-file.ts";
import { stampOf } from "../warehouse/stamp.ts";
import type { JournalLine, LineChoice, Load, Warehouse } from "../warehouse/warehouse.ts";
import { shown } from "./shown-lines.ts";
import { workspaceFiles } from "./workspace-files.ts";

/** The steps of a close, in their order, as progress names them. */
export type CloseStep = "settings" | "journals" | "trial balances" | "consolidation" | "measures";

export interface CloseOptions {
  /** Told before each step; it may take its time. */
  readonly progress?: (step: CloseStep) => Promise<void> | void;
  /** Called when the engine has begun with the journals, while which this thread has time for something else. */
  readonly meanwhile?: () => void;
}

/** The books of a workspace as far as the close came: what is undefined could not be made, and a finding says why. */
export interface ClosedBooks {
  readonly books: Books | undefined;
  readonly loads: readonly Load[];
  readonly group: Group | undefined;
  readonly facts: FactBook | undefined;
  /** In the order of the steps. An error among them says that no figure of these books can be relied on. */
  readonly findings: readonly BooksFinding[];
  /** Journal lines, straight from the warehouse. */
  readonly lines: (choice: LineChoice, most: number) => Promise<readonly JournalLine[]>;
  /** Gives the warehouse back; nothing may be asked of the record afterwards. */
  readonly release: () => Promise<void>;
}

/** Reads a workspace, checks its journals, closes its books and opens its facts. Rejects only where the folder cannot be looked into. */
export async function closeBooks(folder: string, options: CloseOptions = {}): Promise<ClosedBooks> {
  const closing = closingAgain(folder);
  return { ...(await closing.close(options)), release: closing.end };
}

/** One workspace that is closed again whenever something in it has changed. */
export interface Closing {
  /** As `closeBooks`; what it gives may be asked until the next close. `release` does nothing. */
  readonly close: (options?: CloseOptions) => Promise<ClosedBooks>;
  /** Gives the warehouse back. */
  readonly end: () => Promise<void>;
}

/** Journals are read and added up again only where they, or what they are checked against, have changed: for small books that is most of a close. */
export function closingAgain(folder: string): Closing {
  let kept: Kept | undefined;
  const end = async (): Promise<void> => {
    const { warehouse } = kept ?? {};
    kept = undefined;
    await warehouse?.close();
  };
  return {
    close: async ({ progress = () => {}, meanwhile = () => {} } = {}) => {
      await progress("settings");
      const { files, findings: unread } = await workspaceFiles(folder);
      const { value: books, findings: said } = readBooks(files);
      const findings: BooksFinding[] = [...unread, ...said];
      if (books === undefined) return unopened(findings);
      await progress("journals");
      // Looked at before they are read: what is saved meanwhile is another state, and read again.
      const state = await journalState(folder, files, books);
      if (kept?.state !== state) {
        await end();
        kept = { state, ...journalsOf(await openDuckWarehouse({ folder, books })) };
      }
      try {
        const loading = kept.load();
        meanwhile();
        await loading;
        return await closeFrom(kept, books, findings, progress);
      } catch (error) {
        await end();
        throw error;
      }
    },
    end,
  };
}

/** The journals of a workspace, each thing asked of them once. */
interface Journals {
  readonly warehouse: Warehouse;
  readonly load: Warehouse["load"];
  readonly movements: Warehouse["movements"];
  readonly intercompany: Warehouse["intercompany"];
}

interface Kept extends Journals {
  readonly state: string;
}

const journalsOf = (warehouse: Warehouse): Journals => ({
  warehouse,
  load: once(warehouse.load),
  movements: once(warehouse.movements),
  intercompany: once(warehouse.intercompany),
});

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** The settings that a warehouse looks at, beside the months of the company. */
const ASKED: ReadonlySet<string> = new Set(["books/entities.csv", "books/accounts.csv", "books/deals.csv"]);

/** The same text for what gives the same answers of a warehouse: its files by their stamps, and the settings that it holds them against. */
async function journalState(folder: string, files: readonly WorkspaceFile[], books: Books): Promise<string> {
  const decoder = new TextDecoder();
  const journals = await journalFiles(folder);
  const totals = join(await realpath(folder), TOTALS);
  const paths = [...journals.files.map(({ real }) => real), totals];
  const stamps = await Promise.all(paths.map(async (path) => [path, await stampOf(path).catch(() => null)]));
  const asked = files.filter(({ path }) => ASKED.has(path)).map(({ path, bytes }) => [path, decoder.decode(bytes)]);
  return JSON.stringify([stamps, journals.findings, asked, books.company.months]);
}

async function closeFrom(
  journals: Journals,
  books: Books,
  findings: BooksFinding[],
  progress: NonNullable<CloseOptions["progress"]>,
): Promise<ClosedBooks> {
  const { warehouse } = journals;
  const { value: loads, findings: loaded } = await journals.load();
  findings.push(...loaded);
  const opened: ClosedBooks = {
    books,
    loads,
    group: undefined,
    facts: undefined,
    findings,
    lines: warehouse.lines,
    release: async () => {},
  };
  // What is wrong in a file would be told a second time as what follows from it: a missing rate as a group that does not balance.
  if (findings.some((finding) => finding.severity === "error")) return opened;
  await progress("trial balances");
  const [movements, intercompany] = [await journals.movements(), await journals.intercompany()];
  await progress("consolidation");
  const { value: group, findings: consolidated } = closeGroup({ books, movements, intercompany });
  for (const finding of await shown(consolidated, warehouse)) findings.push(finding);
  await progress("measures");
  const measured = group === undefined ? undefined : factBook({ books, group });
  findings.push(...(measured?.findings ?? []));
  return { ...opened, group, facts: measured?.value };
}

const unopened = (findings: readonly BooksFinding[]): ClosedBooks => ({
  books: undefined,
  loads: [],
  group: undefined,
  facts: undefined,
  findings,
  lines: async () => [],
  release: async () => {},
});
