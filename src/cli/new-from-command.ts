import type { Command } from "commander";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { newWorkspace } from "./new.ts";
import { complaint } from "./terminal.ts";

interface NewOptions {
  readonly from?: string;
  readonly period?: string;
  readonly workspace?: string;
  readonly published?: string;
  readonly dryRun?: boolean;
}

/** Puts `tickmark new` into the program: a workspace to start from, or with --from the next release of one that is there. */
export function addNew(program: Command, effects: Effects, done: (status: number) => void): void {
  program
    .command("new")
    .description("write a small workspace to start from into an empty folder; with --from, begin the next release")
    .argument("[folder]", "of the new workspace: empty, or not there yet")
    .option("--from <release>", "begin the next release from this one, such as releases/2007-q2")
    .option("--period <quarter>", "the quarter of the next release (the one after that of the earlier release)")
    .option("--workspace <folder>", "the workspace that holds the releases (.)")
    .option("--published <folder>", "the --out folder of the earlier release: what it printed goes into history/")
    .option("--dry-run", "list what would be moved and what is to be looked at, and write nothing")
    .action(async (folder: string | undefined, options: NewOptions) => {
      const trouble = troubleOf(folder, options);
      if (trouble !== undefined) {
        await effects.err.write(complaint(trouble));
        done(EXIT.notUnderstood);
      } else if (options.from === undefined) done(await newWorkspace(folder ?? "", effects));
      else {
        const { from, period, workspace, published, dryRun: isDryRun = false } = options;
        // Reading releases is loaded when it is asked for: a check has no use for it.
        const { newFrom } = await import("./new-from.ts");
        done(await newFrom({ from, period, workspace, published, isDryRun }, effects));
      }
    });
}

function troubleOf(folder: string | undefined, { from, ...others }: NewOptions): string | undefined {
  if (from !== undefined)
    return folder === undefined
      ? undefined
      : "with --from a release is begun in the workspace, and no folder is named; name the workspace with --workspace";
  const names = { period: "--period", workspace: "--workspace", published: "--published", dryRun: "--dry-run" };
  const needless = (Object.keys(names) as (keyof typeof names)[]).find((name) => others[name] !== undefined);
  if (needless !== undefined) return `${names[needless]} goes with --from, which names the earlier release`;
  return folder === undefined
    ? "name the folder of the new workspace, or with --from the release that the next one begins from"
    : undefined;
}
