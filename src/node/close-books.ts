import type { Books } from "../books/books.ts";
import type { BooksFinding } from "../books/books-finding.ts";
import { readBooks } from "../books/read-books.ts";
import { closeGroup } from "../consolidation/close-group.ts";
import type { Group } from "../consolidation/group.ts";
import { type FactBook, factBook } from "../measures/fact-book.ts";
import { openDuckWarehouse } from "../warehouse/duck-warehouse.ts";
import type { JournalLine, LineChoice, Load, Warehouse } from "../warehouse/warehouse.ts";
import { shown } from "./shown-lines.ts";
import { workspaceFiles } from "./workspace-files.ts";

/** The steps of a close, in their order, as progress names them. */
export type CloseStep = "settings" | "journals" | "trial balances" | "consolidation" | "measures";

export interface CloseOptions {
  /** Told before each step; it may take its time. */
  readonly progress?: (step: CloseStep) => Promise<void> | void;
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
export async function closeBooks(folder: string, { progress = () => {} }: CloseOptions = {}): Promise<ClosedBooks> {
  await progress("settings");
  const { files, findings: unread } = await workspaceFiles(folder);
  const { value: books, findings: said } = readBooks(files);
  const findings: BooksFinding[] = [...unread, ...said];
  if (books === undefined) return unopened(findings);
  await progress("journals");
  const warehouse = await openDuckWarehouse({ folder, books });
  try {
    return await closeFrom(warehouse, books, findings, progress);
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}

async function closeFrom(
  warehouse: Warehouse,
  books: Books,
  findings: BooksFinding[],
  progress: NonNullable<CloseOptions["progress"]>,
): Promise<ClosedBooks> {
  const { value: loads, findings: loaded } = await warehouse.load();
  findings.push(...loaded);
  const opened: ClosedBooks = {
    books,
    loads,
    group: undefined,
    facts: undefined,
    findings,
    lines: warehouse.lines,
    release: warehouse.close,
  };
  // What is wrong in a file would be told a second time as what follows from it: a missing rate as a group that does not balance.
  if (findings.some((finding) => finding.severity === "error")) return opened;
  await progress("trial balances");
  const [movements, intercompany] = [await warehouse.movements(), await warehouse.intercompany()];
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
