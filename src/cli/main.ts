import { Command, CommanderError } from "commander";
import { EXIT } from "./answer.ts";
import { check } from "./check.ts";
import type { Effects } from "./effects.ts";
import { complaint } from "./terminal.ts";

export const VERSION = "0.1.0";

/** Carries out the command line (without the names of the program) and returns the exit status. */
export async function main(args: readonly string[], effects: Effects): Promise<number> {
  const { out, err } = effects;
  const said: string[] = [];
  const complained: string[] = [];
  let status: number = EXIT.clean;
  const program = programOf(effects, (result) => {
    status = result;
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => said.push(text),
      writeErr: (text) => complained.push(text),
      outputError: (text) => complained.push(`tickmark: ${text}`),
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) status = error.exitCode === 0 ? EXIT.clean : EXIT.notUnderstood;
    else {
      // What the machine refused (a full disk, say) is no mistake of ours.
      const refused = error instanceof Error && "syscall" in error;
      complained.push(complaint(error instanceof Error ? error.message : String(error)));
      status = refused ? EXIT.notUnderstood : EXIT.ourBug;
    }
  }
  if (said.length > 0) await out.write(said.join(""));
  if (complained.length > 0) await err.write(complained.join(""));
  return status;
}

function programOf(effects: Effects, done: (status: number) => void): Command {
  const program = new Command("tickmark")
    .description("Proves or refutes the figures of an earnings release.")
    .version(VERSION)
    .showHelpAfterError("(tickmark --help tells more)");
  program
    .command("check")
    .description("tie out releases: which figures are proved, which cannot be right, and why")
    .argument("<file...>", "documents or folders of documents; - is standard input")
    .option("--json", "print one JSON object a line, one for each document", false)
    .option("--ignore-tags", "read an inline XBRL page as print, ignoring its tags", false)
    .addHelpText("after", EXPLAINED)
    .action(async (paths: string[], { json, ignoreTags }: { json: boolean; ignoreTags: boolean }) => {
      done(await check({ paths, output: json ? "json" : "text", ignoreTags }, effects));
    });
  return program;
}

const EXPLAINED = `
A folder stands for the files below it that end in .htm, .html, .xhtml, .txt or .md.

Exit status, the highest that applies:
  0  no error
  1  a figure cannot be right
  2  the command line or a document could not be understood
  3  a bug of Tickmark's own`;
