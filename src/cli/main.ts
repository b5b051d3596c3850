import { Command, CommanderError, Help, Option } from "commander";
import { rulesPage } from "../rules/page.ts";
import { machineRefusal, traceOf } from "../text/thrown.ts";
import { addBooksCommands } from "./books-commands.ts";
import { check } from "./check.ts";
import { addCheck } from "./check-command.ts";
import { codesText } from "./codes.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { addNew } from "./new-from-command.ts";
import { rulesJson, rulesText } from "./rules.ts";
import { studio } from "./studio.ts";
import { addStudio } from "./studio-command.ts";
import { bugText, complaint } from "./terminal.ts";
import { VERSION } from "./version.ts";

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
      // What the machine refused (a full disk, a file that has vanished) is no mistake of ours.
      const refusal = machineRefusal(error);
      complained.push(refusal === undefined ? bugText(traceOf(error)) : complaint(refusal));
      status = refusal === undefined ? EXIT.ourBug : EXIT.notUnderstood;
    }
  }
  if (said.length > 0) await out.write(said.join(""));
  if (complained.length > 0) await err.write(complained.join(""));
  return status;
}

function programOf(effects: Effects, done: (status: number) => void): Command {
  const program = new Command("tickmark")
    .description("Makes the figures of an earnings release from the books, and proves or refutes those of any release.")
    .version(VERSION)
    .configureHelp({ optionDescription: describedPlainly })
    .showHelpAfterError("(tickmark --help tells more)");
  addCheck(program, async (command) => done(await check(command, effects)));
  addStudio(program, async (command) => done(await studio(command, effects)));
  addNew(program, effects, done);
  addBooksCommands(program, effects, done);
  program
    .command("codes")
    .description("list the codes of findings: how grave each can be, and what it means")
    .action(async () => {
      await effects.out.write(codesText());
    });
  program
    .command("rules")
    .description("list the rules of disclosure with their sources")
    .addOption(new Option("--json", "print one JSON object a line, one for each rule").conflicts("markdown"))
    .option("--markdown", "print the reference page, with passages that break and keep each rule")
    .action(async ({ json, markdown }: { readonly json?: true; readonly markdown?: true }) => {
      await effects.out.write(json ? rulesJson() : markdown ? rulesPage() : rulesText());
    });
  return program;
}

/** That a switch is off, and a list empty, until somebody says otherwise, need not be told. */
function describedPlainly(option: Option): string {
  const { defaultValue } = option;
  const isPlain = defaultValue === false || (Array.isArray(defaultValue) && defaultValue.length === 0);
  const shown = isPlain ? Object.assign(Object.create(option) as Option, { defaultValue: undefined }) : option;
  return Help.prototype.optionDescription(shown);
}
