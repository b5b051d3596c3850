import { realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Company } from "../books/books.ts";
import { readCompany } from "../books/company.ts";
import { gathered } from "../books/said.ts";
import { releaseFiles, releaseNames } from "../node/release-files.ts";
import { type Carried, carriedFrom, carryRelease } from "../release/carry.ts";
import { carriedHistory } from "../release/carry-published.ts";
import type { ReleaseHead } from "../release/release-text.ts";
import type { ReleaseFile, ReleaseFiles } from "../release/table-source.ts";
import { shown } from "../text/place.ts";
import { plainText } from "../text/utf8.ts";
import { booksFindingsText } from "./books-told.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { carryStep } from "./new-from-step.ts";
import { type NewHistory, newFromTold } from "./new-from-told.ts";
import { complaint, lookOf, textOptions } from "./terminal.ts";

export interface NewFromCommand {
  /** "releases/2007-q2", "2007-q2", or a path that begins with the workspace's. */
  readonly from: string;
  /** The quarter after that of the earlier release, where none is named. */
  readonly period: string | undefined;
  readonly workspace: string | undefined;
  /** The folder that the earlier release was built into. */
  readonly published: string | undefined;
  readonly isDryRun: boolean;
}

/** Thrown nowhere: what cannot be done is handed back in words. */
type Refused = { readonly refused: string };

const isRefused = (value: unknown): value is Refused =>
  typeof value === "object" && value !== null && "refused" in value;

/** `tickmark new --from`: begins the next release from an earlier one, and tells what is left to the writer. Returns the exit status. */
export async function newFrom(command: NewFromCommand, effects: Effects): Promise<number> {
  const refuse = async (words: string): Promise<number> => {
    await effects.err.write(complaint(words));
    return EXIT.notUnderstood;
  };
  const named = await releaseOf(command, effects);
  if (isRefused(named)) return refuse(named.refused);
  const { folder, name } = named;
  const read = await readEarlier(folder, name, effects);
  if (read === undefined) return EXIT.notUnderstood;
  const { files, head, company } = read;
  const step = carryStep(name, head.period, command.period, company);
  if ("trouble" in step) return refuse(step.trouble);
  const target = `releases/${step.to.toLowerCase()}`;
  const taken = await takenBy(join(folder, target), effects);
  if (taken !== undefined)
    return refuse(`${target} is not empty (${taken}); move it away, or name another quarter with --period`);
  const strange = await leadsOut(folder, ["releases", target, "history"]);
  if (strange !== undefined)
    return refuse(`${strange} is a link that leads out of the workspace; put a folder there, and ask again`);
  const history = await historyOf(command, folder, { name, head }, effects);
  if (isRefused(history)) return refuse(history.refused);
  const carried = carryRelease({ files, step, calendar: company, folder: target });
  const written: readonly ReleaseFile[] = [
    ...carried.files,
    ...(history === undefined ? [] : [{ path: history.path, text: history.csv }]),
  ];
  if (!command.isDryRun) await writeAll(folder, written, effects);
  await effects.out.write(newFromTold({ carried, history, step, name, folder, target, isDryRun: command.isDryRun }));
  return EXIT.clean;
}

async function writeAll(folder: string, files: Carried["files"], effects: Effects): Promise<void> {
  const encoder = new TextEncoder();
  for (const { path, text } of files) await effects.write(join(folder, path), encoder.encode(text));
}

/** The workspace and the name of the release in it. */
async function releaseOf(
  { from, workspace }: NewFromCommand,
  { files }: Effects,
): Promise<{ readonly folder: string; readonly name: string } | Refused> {
  const parts = from.split(/[/\\]/).filter((part, i) => part !== "" || i === 0);
  const name = parts.at(-1) ?? "";
  const before = parts.at(-2) === "releases" ? parts.slice(0, -2).join("/") : "";
  // What the shell completes begins with the path of the workspace.
  const folder = workspace ?? (before === "" || before === "." ? "." : before);
  if (!(await files.isFolder(folder))) return { refused: `${folder} is no folder; a workspace is one` };
  const names = await releaseNames(folder);
  if (names.includes(name)) return { folder, name };
  const known = names.length === 0 ? "none has been begun (docs/release.md says how)" : `there are ${names.join(", ")}`;
  return { refused: `${folder} has no release "${name}", which --from names; ${known}` };
}

interface Earlier {
  readonly files: ReleaseFiles;
  readonly head: ReleaseHead;
  readonly company: Company;
}

/** The files of the earlier release; undefined where they cannot be carried over, which is told. */
async function readEarlier(folder: string, name: string, { err }: Effects): Promise<Earlier | undefined> {
  const { files, findings } = await releaseFiles(await realpath(folder), name);
  const { say, findings: said } = gathered();
  const from = files === undefined ? undefined : carriedFrom(files.release);
  const company = files?.company === undefined ? undefined : companyIn(files.company, say);
  const options = textOptions(lookOf(err));
  const unread = [...findings, ...(from?.value === undefined ? (from?.findings ?? []) : [])];
  const text = await booksFindingsText([...unread, ...(company === undefined ? said() : [])], folder, options);
  if (text !== "") await err.write(`${text}\n`);
  if (files !== undefined && files.company === undefined)
    await err.write(complaint(`${folder} has no company.yaml, whose months say which quarter comes next`));
  // What of the folder cannot be read must not be left out in silence.
  if (files === undefined || from?.value === undefined || company === undefined || findings.length > 0)
    return undefined;
  return { files, head: from.value, company };
}

const companyIn = (file: ReleaseFile, say: ReturnType<typeof gathered>["say"]): Company | undefined =>
  readCompany({ path: file.path, bytes: new TextEncoder().encode(file.text) }, say)?.company;

/** What stands in the folder of the next release already. */
async function takenBy(folder: string, { files }: Effects): Promise<string | undefined> {
  const below = (await files.isFolder(folder)) ? await files.below(folder) : [];
  const [first] = [...below].sort();
  if (first === undefined) return undefined;
  return `${below.length === 1 ? "1 file" : `${below.length} files`}, ${shown(first)} the first`;
}

/** A folder that is a link to somewhere else: a workspace comes from version control, and must not have files written elsewhere. */
async function leadsOut(folder: string, paths: readonly string[]): Promise<string | undefined> {
  const root = await realpath(folder);
  for (const path of paths) {
    const real = await realpath(join(folder, path)).catch(() => undefined);
    if (real !== undefined && !real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) return path;
  }
  return undefined;
}

/** What the earlier release printed, for history/; undefined where it is not asked for. */
async function historyOf(
  { published }: NewFromCommand,
  folder: string,
  { name, head }: { readonly name: string; readonly head: ReleaseHead },
  { files }: Effects,
): Promise<NewHistory | Refused | undefined> {
  if (published === undefined) return undefined;
  const source = join(published, "facts.json");
  const bytes = await files.read(source).catch(() => undefined);
  if (bytes === undefined)
    return { refused: `${source} cannot be read; "tickmark build" writes it into the folder that --out names` };
  const path = `history/${name}.csv`;
  if ((await files.read(join(folder, path)).catch(() => undefined)) !== undefined)
    return {
      refused: `${path} is there already; take it away, or leave --published out where it holds what was published`,
    };
  const { text } = plainText(bytes);
  const made = carriedHistory(text, name, { document: `${head.period} release`, published: head.date });
  return "trouble" in made ? { refused: `nothing was taken from ${source}: ${made.trouble}` } : { ...made, path };
}
