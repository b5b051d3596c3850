import type { Carried, CarriedNote } from "../release/carry.ts";
import type { CarryStep } from "../release/carry-period.ts";
import type { CarriedHistory } from "../release/carry-published.ts";
import { shown } from "../text/place.ts";
import { several } from "../text/several.ts";

/** What the earlier release has published, and the file that it goes into. */
export interface NewHistory extends CarriedHistory {
  readonly path: string;
}

export interface NewFromMade {
  readonly carried: Carried;
  readonly history: NewHistory | undefined;
  readonly step: CarryStep;
  /** The folder's name of the earlier release. */
  readonly name: string;
  readonly folder: string;
  /** "releases/2007-q3". */
  readonly target: string;
  readonly isDryRun: boolean;
}

/** What was moved, what is left to the writer and where, and what to do next. */
export function newFromTold(made: NewFromMade): string {
  const { carried, history, step, name, target, isDryRun } = made;
  const verb = isDryRun ? "would be begun" : "is begun";
  const files = carried.files.map(({ path }) => path.slice(path.lastIndexOf("/") + 1)).join(", ");
  const of = (kind: CarriedNote["kind"]): readonly CarriedNote[] => carried.notes.filter((note) => note.kind === kind);
  const parts = [
    `${target} ${verb} from releases/${shown(name)}, ${step.from} to ${step.to}: ${files}.\n`,
    listed("Moved:", of("moved")),
    listed(
      'Left to you, each behind a mark "[[carried over from ...]]", which the build refuses until it is taken out:',
      of("marked"),
    ),
    listed("To be looked at, without a mark:", of("look")),
    listed("Left out:", of("left-out")),
    history === undefined ? "" : historyTold(history, isDryRun),
    isDryRun ? "Nothing was written.\n" : nextStep(made),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function listed(title: string, notes: readonly CarriedNote[]): string {
  if (notes.length === 0) return "";
  const lines = notes.map(
    ({ path, line, column, words }) => `  ${shown(`${path}:${line}:${column}`)}  ${shown(words)}\n`,
  );
  return `${title}\n${lines.join("")}`;
}

function historyTold({ path, count, without }: NewHistory, isDryRun: boolean): string {
  const left =
    without === 0
      ? ""
      : `; ${several(without, "figure")} that are plans, have no number or are made of others are left out`;
  return `${shown(path)} ${isDryRun ? "would hold" : "holds"} ${several(count, "fact")} as the earlier release printed them${left}.\n`;
}

function nextStep({ folder, target, carried }: NewFromMade): string {
  const first = carried.notes.find(({ kind }) => kind === "marked");
  const where = first === undefined ? "" : `Begin with ${first.path}:${first.line}. `;
  const name = /^[\w./~-]+$/.test(folder) ? folder : `'${shown(folder).replaceAll("'", "'\\''")}'`;
  const release = target.slice(target.lastIndexOf("/") + 1);
  return `${where}When the books of the quarter are in:\n  tickmark build ${name} --release ${release} --out <folder>\n`;
}
