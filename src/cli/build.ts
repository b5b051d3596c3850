import { createHash } from "node:crypto";
import { join } from "node:path";
import { format } from "../exact/decimal.ts";
import { multiply, rational, tenTo } from "../exact/rational.ts";
import type { Fact } from "../measures/fact.ts";
import { roundForPrint } from "../measures/round-for-print.ts";
import type { BuiltRelease, PrintedDraft } from "../node/build-release.ts";
import type { ClosedBooks } from "../node/close-books.ts";
import type { PrintForm } from "../release/release.ts";
import { several } from "../text/several.ts";
import { booksFindingsText } from "./books-told.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { factRecord } from "./fact-forms.ts";
import { openedBooks } from "./opened-books.ts";
import type { Prover } from "./prover.ts";
import { complaint, lookOf, textOptions } from "./terminal.ts";

export interface BuildCommand {
  readonly folder: string;
  readonly out: string;
  /** The name of a folder below releases/; the last of them where none is named. */
  readonly release: string | undefined;
}

/** `tickmark build`: makes a release from the books, proves it by two roads, and writes all of it out. */
export async function build(command: BuildCommand, effects: Effects): Promise<number> {
  const prover = effects.startProver(false);
  try {
    return await built(command, prover, effects);
  } finally {
    prover.end();
  }
}

async function built(command: BuildCommand, prover: Prover, effects: Effects): Promise<number> {
  const { closed, status } = await openedBooks(command.folder, effects, { needsLibrary: true });
  if (closed === undefined) return status;
  try {
    const name = await releaseNamed(command, effects);
    if (name === undefined) return EXIT.notUnderstood;
    if (closed.facts === undefined) {
      await effects.err.write(
        complaint("the books were not closed, so that no release was made; the findings above say why"),
      );
      return EXIT.errors;
    }
    const { bookProof, printRelease, proveRelease } = await effects.library();
    const draft = await printRelease(command.folder, name, closed, ({ name: output, text }, marks) =>
      prover.begin({ name: output, text, marks }),
    );
    const reports = prover.reports(draft);
    // While the other thread still reads, this one makes what does not stand on its answer.
    const early = { proof: bookProof(draft.outputs), facts: factsFile(draft, closed) };
    const release = proveRelease(draft, await reports, early.proof);
    await writeOut(command.out, release, early.facts, effects);
    await tell(command.folder, release, effects);
    await effects.out.write(summary(release, command.out));
    return Math.max(status, hasErrors(release) ? EXIT.errors : EXIT.clean);
  } finally {
    await closed.release();
  }
}

/** The release that is meant, by its folder's name; a complaint where there is none of the name, or none at all. */
export async function releaseNamed(
  { folder, release }: Pick<BuildCommand, "folder" | "release">,
  effects: Effects,
): Promise<string | undefined> {
  const { releaseNames } = await effects.library();
  const names = await releaseNames(folder);
  const name = release ?? names.at(-1);
  if (name !== undefined && names.includes(name)) return name;
  const known = names.length === 0 ? "none has been begun (docs/release.md says how)" : `there are ${names.join(", ")}`;
  await effects.err.write(
    complaint(`${folder} has no release${release === undefined ? "" : ` "${release}"`}; ${known}`),
  );
  return undefined;
}

export const hasErrors = (built: BuiltRelease): boolean =>
  built.release === undefined || built.findings.some(({ severity }) => severity === "error");

/** Findings of the text, of the proofs and of the tie-out, each at the binding that it is about. */
export async function tell(folder: string, built: Pick<BuiltRelease, "findings">, effects: Effects): Promise<void> {
  const options = textOptions(lookOf(effects.err));
  const text = await booksFindingsText(built.findings, folder, options);
  if (text !== "") await effects.err.write(`${text}\n`);
}

/** Writes the outputs, the facts behind them (`factsFile`) and the proofs. */
export async function writeOut(out: string, built: BuiltRelease, facts: string, effects: Effects): Promise<void> {
  const encoder = new TextEncoder();
  const files: readonly (readonly [string, string])[] = [
    ...built.outputs.map(({ name, text }) => [name, text] as const),
    ["facts.json", facts],
    ["tieout.json", tieOutFile(built)],
  ];
  await Promise.all(files.map(([name, text]) => effects.replace(join(out, name), encoder.encode(text))));
}

const lined = (records: readonly unknown[]): string =>
  records.length === 0 ? "[]" : `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]`;

/** Every fact that the release prints, unrounded, and where it is printed. */
export function factsFile({ name, release, facts }: PrintedDraft, { books }: ClosedBooks): string {
  const figures = release?.figures.map(({ id, text, fact, form, place }) => ({
    figure: id,
    text,
    measure: fact.measure,
    version: fact.version,
    period: fact.period,
    member: fact.member,
    ...printedNumber(fact, form),
    place: `${place.path}:${place.line ?? ""}:${place.column ?? ""}`,
  }));
  const head = { schema: "tickmark-facts/1", company: books?.company.name ?? "", release: name };
  return `${JSON.stringify(head).slice(0, -1)},\n"facts":${lined(facts.map((fact) => ({ ...factRecord(fact), ...madeOf(fact) })))},\n"figures":${lined(figures ?? [])}}\n`;
}

/** Which fact of the books a fact of the release's own is, as it is or with its sign turned; nothing where it is made of several. */
function madeOf({ isDerived, working }: Fact): Readonly<Record<string, unknown>> {
  if (!isDerived) return {};
  let at = working;
  let isTurned = false;
  while (at.kind === "computed" && (at.operation === "same" || at.operation === "negation") && at.parts.length === 1) {
    if (at.operation === "negation") isTurned = !isTurned;
    at = at.parts[0]!;
  }
  if (at.kind !== "fact") return { derived: {} };
  const { measure, period, member } = at;
  return { derived: { operation: isTurned ? "negation" : "same", measure, period, member } };
}

/** What is printed as a number of the fact's own unit, and the step of its grid: what history/ holds of it once it is published. */
function printedNumber({ value }: Fact, form: PrintForm): { readonly value: string | null; readonly quantum: string } {
  const printed = roundForPrint(value, form).value;
  const step = form.scale < 0 ? rational(1n, tenTo(-form.scale)) : rational(tenTo(form.scale));
  return {
    value: printed === undefined ? null : format(printed),
    quantum: format(multiply(form.quantum, step)),
  };
}

/** The two proofs of every output: recomputed from the books, and read back. */
function tieOutFile({ name, outputs, proof, reports, meetings }: BuiltRelease): string {
  const hashes = outputs.map(({ name: output, text }, i) => ({
    output,
    sha256: createHash("sha256").update(text).digest("hex"),
    bound: meetings[i]?.bound ?? 0,
    read: meetings[i]?.read ?? 0,
    tied: meetings[i]?.tied ?? 0,
  }));
  const head = { schema: "tickmark-tieout/1", release: name };
  return `${JSON.stringify(head).slice(0, -1)},\n"outputs":${lined(hashes)},\n"proof":${lined(proof.lines)},\n"reports":${lined(reports)}}\n`;
}

export function summary(built: BuiltRelease, out: string): string {
  if (built.release === undefined) return `The release ${built.name} was not made.\n`;
  const { proof, meetings, reports } = built;
  const equal = proof.lines.filter((line) => line.equal).length;
  const lines = [
    `${built.release.title}: ${several(built.release.figures.length, "figure")} bound to ${several(built.facts.length, "fact")}.`,
    `From the books: ${equal} of ${several(proof.lines.length, "printed number")} recomputed and equal as text.`,
    ...meetings.map(({ output, bound, read, tied }, i) => {
      const { errors, warnings } = reports[i]!.summary;
      return `${join(out, output)}: read back ${read} of ${bound} as they are bound, ${tied} tied by the rest of the page; ${several(errors, "error")}, ${several(warnings, "warning")}.`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}
