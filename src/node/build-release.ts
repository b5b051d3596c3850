import { realpath } from "node:fs/promises";
import type { BooksFinding } from "../books/books-finding.ts";
import type { Fact } from "../measures/fact.ts";
import { htmlPage } from "../output/html/html-page.ts";
import { wireText } from "../output/wire/wire-text.ts";
import { type BookProof, bookProof } from "../readback/book-proof.ts";
import { findingsOfOutputs, tieOutFindings } from "../readback/findings-of-outputs.ts";
import type { PrintedRelease, Range } from "../readback/output.ts";
import { reportOf } from "../readback/report-of.ts";
import { type Meeting, meetingOf } from "../readback/two-roads.ts";
import { readRelease } from "../release/read-release.ts";
import type { Release } from "../release/release.ts";
import type { OpenTables, ReleaseFile } from "../release/table-source.ts";
import { openTables } from "../release/tables.ts";
import { splitMarks } from "../release/waivers.ts";
import { lineAndColumn, lines } from "../text/place.ts";
import type { Mark } from "../tieout/marks/mark.ts";
import { parseMarks } from "../tieout/marks/parse.ts";
import type { Report } from "../tieout/report/report.ts";
import type { ClosedBooks } from "./close-books.ts";
import { releaseFiles } from "./release-files.ts";

/** A release as it is printed, not yet proved. */
export interface PrintedDraft {
  readonly name: string;
  /** Undefined where the text could not be read at all. */
  readonly release: Release | undefined;
  readonly outputs: readonly PrintedRelease[];
  /** What people have decided about the release's figures, which the tie-out is told. */
  readonly marks: readonly Mark[];
  /** The facts that the release prints, each once, in the order of the release. */
  readonly facts: readonly Fact[];
  /** Of the files of the release; those of the books are not repeated. */
  readonly findings: readonly BooksFinding[];
}

/** One release made from closed books: what is to be sent out, and the proofs of it. */
export interface BuiltRelease extends PrintedDraft {
  readonly proof: BookProof;
  /** What the tie-out made of each output, in their order. */
  readonly reports: readonly Report[];
  readonly meetings: readonly Meeting[];
}

/**
 * Text and tables bound to facts, printed as a page and as wire text. `told` has each wire text before more is printed, so that another thread can begin to
 * read it.
 */
export async function printRelease(
  folder: string,
  name: string,
  closed: Pick<ClosedBooks, "books" | "facts">,
  told: (output: PrintedRelease, marks: readonly Mark[]) => void = () => {},
): Promise<PrintedDraft> {
  const draft = await readDraft(folder, name, closed, openTables);
  const { release, marks } = draft;
  if (release === undefined) return draft;
  const texts = textsOf(release, (text) => told(text, marks));
  return { ...draft, outputs: [pageOf(release), ...texts] };
}

/** The page alone, which is what a writer waits for; `withTexts` prints what is left. `open` makes the tables. */
export async function printPage(
  folder: string,
  name: string,
  closed: Pick<ClosedBooks, "books" | "facts">,
  open: OpenTables = openTables,
): Promise<PrintedDraft> {
  const draft = await readDraft(folder, name, closed, open);
  return draft.release === undefined ? draft : { ...draft, outputs: [pageOf(draft.release)] };
}

/** A draft of which nothing is printed yet. */
async function readDraft(
  folder: string,
  name: string,
  { books, facts }: Pick<ClosedBooks, "books" | "facts">,
  open: OpenTables,
): Promise<PrintedDraft> {
  const { files, findings } = await releaseFiles(await realpath(folder), name);
  if (files === undefined || books === undefined || facts === undefined)
    return { name, release: undefined, outputs: [], marks: [], facts: [], findings };
  const { value: release, findings: said } = readRelease({ books, facts, files, openTables: open });
  const { marks, findings: unread } = marksOf(files.marks);
  return {
    name,
    release,
    outputs: [],
    marks,
    facts: release === undefined ? [] : factsOf(release),
    findings: [...findings, ...said, ...unread],
  };
}

/** The draft with its wire texts beside its page. */
export const withTexts = (draft: PrintedDraft): PrintedDraft =>
  draft.release === undefined ? draft : { ...draft, outputs: [...draft.outputs, ...textsOf(draft.release)] };

/**
 * Proves each output by two roads: recomputed from the unrounded facts, and read back and tied out as a stranger's. What the proofs say is added to the
 * findings. `reports` are the answers of the second road, one for each output in their order, where they were made already (in other threads), `proof` that of the first.
 */
export function proveRelease(
  draft: PrintedDraft,
  reports: readonly Report[] = reportsOf(draft),
  proof: BookProof = bookProof(draft.outputs),
): BuiltRelease {
  const { outputs } = draft;
  const meetings = outputs.map((output, i) => meetingOf(output, reports[i]!));
  const tied = outputs.map((output, i) => ({ output: output.name, findings: tieOutFindings(output, reports[i]!) }));
  const findings = [...draft.findings, ...proof.findings, ...findingsOfOutputs(meetings), ...findingsOfOutputs(tied)];
  return { ...draft, proof, reports, meetings, findings };
}

const reportsOf = ({ outputs, marks }: PrintedDraft): readonly Report[] =>
  outputs.map(({ name, text }) => reportOf({ name, text, marks }));

function marksOf(file: ReleaseFile | undefined): {
  readonly marks: readonly Mark[];
  readonly findings: readonly BooksFinding[];
} {
  if (file === undefined) return { marks: [], findings: [] };
  const table = lines(file.text);
  const { marks, troubles } = parseMarks(splitMarks(file.text).marks, file.path);
  const findings = troubles.map(({ message, remedy, start }): BooksFinding => {
    const place = { path: file.path, ...lineAndColumn(table, start) };
    return { code: "mark-not-read", about: "books", severity: "error", message, remedy, places: [place] };
  });
  return { marks, findings };
}

/** Lines of wire text have one of two widths, as newswires take them. */
const WIDTHS = [80, 132] as const;

const boundIn = ({ figures }: Release): PrintedRelease["bound"] =>
  new Map(figures.map((figure) => [figure.id, figure]));

function pageOf(release: Release): PrintedRelease {
  const { html, figures } = htmlPage(release, { language: "en" });
  return { name: "release.html", text: html, figures: rangesOf(figures), bound: boundIn(release) };
}

function textsOf(release: Release, told: (output: PrintedRelease) => void = () => {}): readonly PrintedRelease[] {
  const bound = boundIn(release);
  return WIDTHS.map((width) => {
    const { text, figures } = wireText(release, { width });
    const name = width === 80 ? "release.txt" : `release-${width}.txt`;
    const output = { name, text, figures: rangesOf(figures), bound };
    told(output);
    return output;
  });
}

const rangesOf = (figures: ReadonlyMap<string, Range>): ReadonlyMap<string, readonly Range[]> =>
  new Map([...figures].map(([id, range]) => [id, [range]]));

function factsOf({ figures }: Release): readonly Fact[] {
  const seen = new Map<string, Fact>();
  for (const { fact } of figures) {
    const key = JSON.stringify([fact.measure, fact.version, fact.period, fact.member]);
    if (!seen.has(key)) seen.set(key, fact);
  }
  return [...seen.values()];
}
