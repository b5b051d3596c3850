import type { Passed } from "../books/books-finding.ts";
import type { Calendar } from "../books/periods.ts";
import { gathered } from "../books/said.ts";
import { readHead } from "./_head.ts";
import { type CarryNote, type CarryWork, changed } from "./carry-changes.ts";
import type { CarryStep } from "./carry-period.ts";
import { carriedCall, carriedTables } from "./carry-settings.ts";
import { carriedText } from "./carry-text.ts";
import { carriedWaivers } from "./carry-waivers.ts";
import type { ReleaseHead } from "./release-text.ts";
import { sourceText } from "./source-text.ts";
import type { ReleaseFile, ReleaseFiles } from "./table-source.ts";

export interface CarryAsk {
  /** The files of the earlier release. */
  readonly files: ReleaseFiles;
  readonly step: CarryStep;
  /** The company's months, which say where a fiscal month moves to. */
  readonly calendar: Calendar;
  /** The folder of the next release, relative to the workspace: "releases/2007-q3". */
  readonly folder: string;
}

/** What was done at a place, or is to be done there. Of what was left out, the place is that of the earlier file. */
export interface CarriedNote extends Omit<CarryNote, "at"> {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface Carried {
  readonly files: readonly ReleaseFile[];
  /** File by file, in the order of their places. */
  readonly notes: readonly CarriedNote[];
}

/** The head of a release that is to be carried over; without one, nothing tells which quarter it is of. */
export function carriedFrom(release: ReleaseFile): Passed<ReleaseHead | undefined> {
  const { say, findings } = gathered();
  const { head } = readHead(sourceText(release.path, release.text), say);
  return { value: head, findings: findings() };
}

/**
 * The files that the next release begins with: those of the earlier one, letter for letter but for what moves with the quarter and for marks before what a writer
 * must look at, which the build refuses until they are taken out. Never throws.
 */
export function carryRelease({ files, step, calendar, folder }: CarryAsk): Carried {
  const made: { readonly file: ReleaseFile; readonly notes: readonly CarriedNote[] }[] = [];
  const carry = (file: ReleaseFile | undefined, work: (text: string) => CarryWork): void => {
    if (file !== undefined) made.push(carriedFile(file, folder, work(file.text)));
  };
  carry(files.release, (text) => carriedText(files.release.path, text, step, calendar));
  carry(files.tables, (text) => carriedTables(text, step, calendar));
  carry(files.call, (text) => carriedCall(text, step, calendar));
  const kept = made.map(({ file }) => file);
  const { marks } = files;
  if (marks === undefined) return { files: kept, notes: made.flatMap(({ notes }) => notes) };
  const { work, isEmpty } = carriedWaivers(
    marks.text,
    [files.release, files.tables, files.call].map((file) => file?.text ?? "").join("\n"),
  );
  const { file, notes } = carriedFile(marks, folder, work);
  return { files: isEmpty ? kept : [...kept, file], notes: [...made.flatMap((one) => one.notes), ...notes] };
}

function carriedFile(
  { path, text }: ReleaseFile,
  folder: string,
  { changes, notes }: CarryWork,
): { readonly file: ReleaseFile; readonly notes: readonly CarriedNote[] } {
  const now: ReleaseFile = { path: `${folder}/${path.slice(path.lastIndexOf("/") + 1)}`, text: "" };
  const { text: made, placeOf } = changed(text, changes);
  const [before, after] = [sourceText(path, text), sourceText(now.path, made)];
  const placed = [...notes]
    .sort((a, b) => a.at - b.at)
    .map(({ kind, at, words }): CarriedNote => {
      const { path: where, line = 1, column = 1 } = kind === "left-out" ? before.at(at) : after.at(placeOf(at));
      return { kind, words, path: where, line, column };
    });
  return { file: { ...now, text: made }, notes: placed };
}
