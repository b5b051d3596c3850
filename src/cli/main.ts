import { Command, CommanderError, Option } from "commander";
import type { FindingCode } from "../finding.ts";
import { shown } from "../text/place.ts";
import type { Filter } from "../tieout/report/filter.ts";
import { EXIT } from "./answer.ts";
import { check as carryOut } from "./check.ts";
import { codesIn, codesText } from "./codes.ts";
import type { Effects } from "./effects.ts";
import type { Output } from "./output.ts";
import { complaint } from "./terminal.ts";
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
  const check = program
    .command("check")
    .description("tie out releases: which figures are proved, which cannot be right, and why")
    .argument("<file...>", "documents or folders of documents; - is standard input")
    .addOption(form("json", "print one JSON object a line, one for each document"))
    .addOption(form("csv", "print the tie-out sheet: a row for each measurement, for a spreadsheet"))
    .addOption(form("sarif", "print the findings as a SARIF 2.1.0 log"))
    .option("--ignore-tags", "read an inline XBRL page as print, ignoring its tags", false)
    .addHelpText("after", EXPLAINED);
  const codes = (list: string, before: readonly FindingCode[] = []): readonly FindingCode[] => {
    const named = codesIn(list);
    if (!("unknown" in named)) return [...before, ...named];
    return check.error(
      `error: there is no finding code "${shown(named.unknown)}"; the nearest is ${named.nearest}, and "tickmark codes" lists all`,
    );
  };
  check
    .addOption(new Option("--only <codes>", "show findings of these codes alone (comma-separated)").argParser(codes))
    .addOption(new Option("--except <codes>", "show no findings of these codes").argParser(codes).conflicts("only"))
    .action(async (paths: string[], options: CheckOptions) => {
      const { ignoreTags } = options;
      done(await carryOut({ paths, output: outputOf(options), ignoreTags, filter: filterOf(options) }, effects));
    });
  program
    .command("codes")
    .description("list the codes of findings: how grave each can be, and what it means")
    .action(async () => {
      await effects.out.write(codesText());
    });
  return program;
}

/** What commander makes of the options of `check`. */
interface CheckOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly sarif?: boolean;
  readonly ignoreTags: boolean;
  readonly only?: readonly FindingCode[];
  readonly except?: readonly FindingCode[];
}

const FORMS = ["json", "csv", "sarif"] as const;

/** The option of a form of the answer, of which only one can be asked for. */
const form = (name: (typeof FORMS)[number], description: string): Option =>
  new Option(`--${name}`, description).conflicts(FORMS.filter((other) => other !== name));

const outputOf = (options: CheckOptions): Output => FORMS.find((name) => options[name] === true) ?? "text";

function filterOf({ only, except }: CheckOptions): Filter | undefined {
  if (only !== undefined) return { keep: "only", codes: only };
  return except === undefined ? undefined : { keep: "except", codes: except };
}

const EXPLAINED = `
A folder stands for the files below it that end in .htm, .html, .xhtml, .txt or .md.

Exit status, the highest that applies:
  0  no error
  1  a figure cannot be right
  2  the command line or a document could not be understood
  3  a bug of Tickmark's own`;
