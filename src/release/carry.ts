import type { Passed } from "../books/books-finding.ts";
import type { Calendar } from "../books/periods.ts";
import { gathered } from "../books/said.ts";
import { readHead } from "./_head.ts";
import { type CarryNote, type CarryWork, changed, NO_WORK } from "./carry-changes.ts";
import { companyCodes } from "./carry-company.ts";
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
  const { release, tables, call, marks, company } = files;
  const carry = (file: ReleaseFile | undefined, work: (text: string) => CarryWork): readonly CarriedFile[] =>
    file === undefined ? [] : [carriedFile(file, folder, work(file.text))];
  const made = [
    ...carry(release, (text) => carriedText(release.path, text, step, calendar)),
    ...carry(tables, (text) => carriedTables(text, step, calendar)),
    ...carry(call, (text) => carriedCall(text, step, calendar)),
  ];
  const texts = [release, tables, call].map((file) => file?.text ?? "").join("\n");
  const waivers = marks === undefined ? undefined : carriedWaivers(marks.text, texts);
  const left = carry(marks, () => waivers?.work ?? NO_WORK);
  const others = company === undefined ? [] : companyCodes(company.text, release.text);
  const asked =
    company === undefined ? [] : carriedFile(company, folder, { changes: [], notes: others }, company.path).notes;
  return {
    files: [...made, ...(waivers?.isEmpty === false ? left : [])].map(({ file }) => file),
    notes: [...[...made, ...left].flatMap(({ notes }) => notes), ...asked],
  };
}

interface CarriedFile {
  readonly file: ReleaseFile;
  readonly notes: readonly CarriedNote[];
}

function carriedFile(
  { path, text }: ReleaseFile,
  folder: string,
  { changes, notes }: CarryWork,
  now: string = `${folder}/${path.slice(path.lastIndexOf("/") + 1)}`,
): CarriedFile {
  const { text: made, placeOf } = changed(text, changes);
  const [before, after] = [sourceText(path, text), sourceText(now, made)];
  const placed = [...notes]
    .sort((a, b) => a.at - b.at)
    .map(({ kind, at, words }): CarriedNote => {
      const { path: where, line = 1, column = 1 } = kind === "left-out" ? before.at(at) : after.at(placeOf(at));
      return { kind, words, path: where, line, column };
    });
  return { file: { path: now, text: made }, notes: placed };
}
