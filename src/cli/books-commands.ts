import { type Command, Option } from "commander";
import { shown } from "../text/place.ts";
import { build } from "./build.ts";
import { close } from "./close.ts";
import type { Effects } from "./effects.ts";
import { type FactsForm, facts } from "./facts.ts";
import { portOf } from "./port.ts";
import { trace } from "./trace.ts";
import { watch } from "./watch.ts";

interface FactsOptions {
  readonly workspace: string;
  readonly measure: readonly string[];
  readonly period: readonly string[];
  readonly member: readonly string[];
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly parquet?: string;
  readonly lineage: boolean;
}

interface TraceOptions {
  readonly workspace: string;
  readonly period?: string;
  readonly release?: string;
  readonly member: string;
  readonly json: boolean;
  readonly entries: number;
  readonly lines: number;
}

const WORKSPACE = ["--workspace <folder>", "the folder that holds company.yaml and books/", "."] as const;

/** Puts the commands of the books into the program. */
export function addBooksCommands(program: Command, effects: Effects, done: (status: number) => void): void {
  program
    .command("close")
    .description("close the books of a workspace: check them, consolidate, prove the roll-forwards")
    .option(...WORKSPACE)
    .action(async ({ workspace }: { workspace: string }) => done(await close(workspace, effects)));
  addBuild(program, effects, done);
  addFacts(program, effects, done);
  addTrace(program, effects, done);
  for (const command of program.commands) if (OF_BOOKS.has(command.name())) command.addHelpText("after", BOOKS_STATUS);
}

const OF_BOOKS: ReadonlySet<string> = new Set(["close", "build", "facts", "trace"]);
const BOOKS_STATUS = `
A workspace is a folder of CSV and YAML files; "tickmark new FOLDER" makes one to start from.

Exit status, the highest that applies:
  0  no error
  1  the books, or a figure, cannot be right; where the books cannot, no figure is given
  2  the command line or the workspace could not be understood
  3  a bug of Tickmark's own`;

interface BuildOptions {
  readonly out: string;
  readonly release?: string;
  readonly watch: boolean;
  readonly port: number;
}

function addBuild(program: Command, effects: Effects, done: (status: number) => void): void {
  const command = program.command("build");
  command
    .description("make a release from the books, and prove every figure of it by two roads")
    .argument("[workspace]", "the folder that holds company.yaml, books/ and releases/", ".")
    .requiredOption("--out <folder>", "where release.html, release.txt, facts.json and tieout.json are written")
    .option("--release <name>", "a folder below releases/ (the last)")
    .option("--watch", "make it anew whenever a file changes, and show it in a browser of this machine", false)
    .option("--port <number>", "the port of the preview (any that is free)", portOf(command), 0)
    .action(async (folder: string, { out, release, watch: isWatching, port: at }: BuildOptions) => {
      if (isWatching) done(await watch({ folder, out, release, port: at }, effects));
      else done(await build({ folder, out, release }, effects));
    });
}

const listed = (text: string, before: readonly string[]): readonly string[] => [...before, ...text.split(",")];

function addFacts(program: Command, effects: Effects, done: (status: number) => void): void {
  program
    .command("facts")
    .description("print the facts of a workspace: revenue, growth, net income, earnings per share and the others")
    .option(...WORKSPACE)
    .option("--measure <names>", "measures, comma-separated (all); revenue-growth@v2006 asks for a version", listed, [])
    .option("--period <codes>", "periods such as 2007-Q3 or 2007-9M (the latest quarter and year to date)", listed, [])
    .option("--member <names>", "divisions, regions, categories; group is the whole (all)", listed, [])
    .addOption(new Option("--csv", "print a row for each fact, for a spreadsheet").conflicts(["json", "parquet"]))
    .addOption(new Option("--json", "print one JSON object a line, its numbers exact").conflicts(["csv", "parquet"]))
    .addOption(new Option("--parquet <file>", "write a Parquet file").conflicts(["csv", "json"]))
    .addOption(
      new Option("--lineage", "earlier figures: as first published, as they are now, and why they differ")
        .conflicts(["csv", "parquet"])
        .default(false),
    )
    .action(async (options: FactsOptions) => {
      const form: FactsForm = options.json === true ? "json" : options.csv === true ? "csv" : "table";
      const { workspace: folder, measure: measures, period: periods, member: members, parquet, lineage } = options;
      done(await facts({ folder, form, measures, periods, members, parquet, lineage }, effects));
    });
}

function addTrace(program: Command, effects: Effects, done: (status: number) => void): void {
  const command = program
    .command("trace")
    .description("show how a fact was made, down to journal lines")
    .argument("<measure>", "such as revenue, net-income-growth, diluted-eps; or a figure of a release, such as F12");
  const count =
    (flag: string) =>
    (text: string): number => {
      if (/^\d{1,6}$/.test(text)) return Number.parseInt(text, 10);
      return command.error(`error: ${flag} takes a number from 0 to 999999, and not "${shown(text)}"`);
    };
  command
    .option(...WORKSPACE)
    .option("--period <code>", "such as 2007-Q3 or 2007-9M (the latest quarter)")
    .option("--release <name>", "the release whose figure is meant (the last)")
    .option("--member <name>", "a division, region or category; group is the whole", "group")
    .option("--json", "print the tree as one JSON object, its numbers exact", false)
    .option("--entries <count>", "show so many entries of a sum, the largest first", count("--entries"), 12)
    .option("--lines <count>", "show so many journal lines of an entry", count("--lines"), 3)
    .action(async (measure: string, options: TraceOptions) => {
      const { workspace: folder, period, release, member, json, entries, lines } = options;
      done(await trace({ folder, measure, period, release, member, json, entries, lines }, effects));
    });
}
