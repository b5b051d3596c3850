import { type Command, Option } from "commander";
import type { FindingCode } from "../finding.ts";
import type { Profile } from "../rules/profile.ts";
import { type Moment, momentOf } from "../rules/reading/occasion.ts";
import { shown } from "../text/place.ts";
import type { Filter } from "../tieout/report/filter.ts";
import type { CheckCommand } from "./check.ts";
import { codesIn } from "./codes.ts";
import type { Output } from "./output.ts";

/** Puts `check` and its options into the program; `act` carries it out. */
export function addCheck(program: Command, act: (command: CheckCommand) => Promise<void>): void {
  const check = program
    .command("check")
    .description("tie out releases: which figures are proved, which cannot be right, and why")
    .argument("<file...>", "documents or folders of documents; - is standard input")
    .addOption(form("json", "print one JSON object a line, one for each document"))
    .addOption(form("csv", "print the tie-out sheet: a row for each measurement, for a spreadsheet"))
    .addOption(form("sarif", "print the findings as a SARIF 2.1.0 log"))
    .addOption(
      form("write-marks", "print a draft of marks that would waive each finding, its reason still to be filled in"),
    )
    .option("--ignore-tags", "read an inline XBRL page as print, ignoring its tags", false)
    .addHelpText("after", EXPLAINED);
  const codes = (list: string, before: readonly FindingCode[] = []): readonly FindingCode[] => {
    const named = codesIn(list);
    if (!("unknown" in named)) return [...before, ...named];
    return check.error(
      `error: there is no finding code "${shown(named.unknown)}"; the nearest is ${named.nearest}, and "tickmark codes" lists all`,
    );
  };
  const count = (text: string): number => {
    if (/^[1-9]\d{0,2}$/.test(text)) return Number.parseInt(text, 10);
    return check.error(`error: --workers takes a number from 1 to 999, and not "${shown(text)}"`);
  };
  const moment = (name: string, description: string): Option =>
    new Option(`--${name} <time>`, description).argParser((text: string): Moment => {
      const read = momentOf(text);
      if (read !== undefined) return read;
      return check.error(
        `error: --${name} takes a day, or a day and a minute by the clocks of New York, as 2025-11-04 or 2025-11-04T16:05, and not "${shown(text)}"`,
      );
    });
  check
    .option("--marks <file>", "waive findings and set relations right as the YAML file says")
    .addOption(
      new Option(
        "--html <path>",
        "write a page that shows each figure with its proof: a file for one document, a folder for several",
      ).conflicts(["figure"]),
    )
    .addOption(
      new Option("--since <file>", "say what has changed since this earlier draft").conflicts([
        "csv",
        "sarif",
        "writeMarks",
      ]),
    )
    .option("--with <file...>", "hold the document against earlier releases and filings of its issuer; named last")
    .addOption(
      new Option(
        "--figure <name>",
        "say exactly what the rest of the document leaves for one figure: by its id, its print, or words of its label or place",
      ).conflicts(["csv", "sarif", "writeMarks", "since"]),
    )
    .addOption(
      new Option(
        "--profile <profile>",
        "under whose rules of disclosure the release goes out (told by the document, where nothing is said)",
      ).choices(["us-domestic", "foreign-private", "non-us"]),
    )
    .option("--rules <file>", "change how grave rules are, or put them off, as the YAML file says")
    .addOption(
      moment("sent", "when the release goes out, by the clocks of New York: 2025-11-04T16:15, or the day alone"),
    )
    .addOption(moment("furnished", "when it is furnished on Form 8-K, told in the same way"))
    .addOption(moment("call", "when the call about it begins, told in the same way"))
    .option("--strict", "make what is found by a rule of disclosure that blocks an error", false)
    .addOption(new Option("--workers <count>", "check so many documents at once (one for each core)").argParser(count))
    .addOption(new Option("--only <codes>", "show findings of these codes alone (comma-separated)").argParser(codes))
    .addOption(new Option("--except <codes>", "show no findings of these codes").argParser(codes).conflicts("only"))
    .action(async (paths: string[], options: CheckOptions) => {
      const { ignoreTags, workers, marks, since, with: others, figure, profile, rules, strict, html } = options;
      const { sent, furnished, call } = options;
      const occasion = { sent, furnished, call };
      const filter = filterOf(options);
      const given = { workers, marks, since, with: others, profile, ruleFile: rules, occasion, html };
      const how = { ignoreTags, filter, figure, strict, ...given };
      await act({ paths, output: outputOf(options), ...how });
    });
}

/** What commander makes of the options of `check`. */
interface CheckOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly sarif?: boolean;
  readonly ignoreTags: boolean;
  readonly only?: readonly FindingCode[];
  readonly except?: readonly FindingCode[];
  readonly workers?: number;
  readonly writeMarks?: boolean;
  readonly marks?: string;
  readonly since?: string;
  readonly figure?: string;
  readonly html?: string;
  readonly with?: readonly string[];
  readonly profile?: Profile;
  readonly rules?: string;
  readonly sent?: Moment;
  readonly furnished?: Moment;
  readonly call?: Moment;
  readonly strict: boolean;
}

/** The forms of the answer by the names of their options as commander has them. */
const FORMS = { json: "json", csv: "csv", sarif: "sarif", writeMarks: "marks" } as const satisfies Record<
  string,
  Output
>;
const NAMES = Object.keys(FORMS) as readonly (keyof typeof FORMS)[];

/** The option of a form of the answer, of which only one can be asked for. */
function form(flag: string, description: string): Option {
  const option = new Option(`--${flag}`, description);
  return option.conflicts(NAMES.filter((other) => other !== option.attributeName()));
}

function outputOf(options: CheckOptions): Output {
  const name = NAMES.find((one) => options[one] === true);
  return name === undefined ? "text" : FORMS[name];
}

function filterOf({ only, except }: CheckOptions): Filter | undefined {
  if (only !== undefined) return { keep: "only", codes: only };
  return except === undefined ? undefined : { keep: "except", codes: except };
}

const EXPLAINED = `
A folder stands for the files below it that end in .htm, .html, .xhtml, .txt or .md.

Exit status, the highest that applies:
  0  no error
  1  a figure cannot be right, or a rule of disclosure is broken that counts as an error
  2  the command line or a document could not be understood
  3  a bug of Tickmark's own`;
