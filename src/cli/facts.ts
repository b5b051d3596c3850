import { periodCodes } from "../books/periods.ts";
import type { Fact, Member } from "../measures/fact.ts";
import type { FactBook } from "../measures/fact-book.ts";
import { memberOf } from "../measures/member.ts";
import type { ClosedBooks } from "../node/close-books.ts";
import { nearestTo } from "../text/nearest.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { factsCsv, factsJson, factsTable } from "./fact-forms.ts";
import { lineageJson, lineageTable } from "./lineage-forms.ts";
import { openedBooks } from "./opened-books.ts";
import { complaint } from "./terminal.ts";

export type FactsForm = "table" | "csv" | "json";

export interface FactsCommand {
  readonly folder: string;
  readonly form: FactsForm;
  /** Empty: all measures. */
  readonly measures: readonly string[];
  /** Empty: the latest quarter and its year to date. */
  readonly periods: readonly string[];
  /** Empty: all members. "group" is the whole. */
  readonly members: readonly string[];
  /** Asks for earlier figures as first published, as they are now, and why they differ, of whatever measures and periods are named. */
  readonly lineage: boolean;
  /** A Parquet file to write instead of printing. */
  readonly parquet?: string | undefined;
}

/** `tickmark facts`: the facts of the books that a choice of measures, periods and members asks for. */
export async function facts(command: FactsCommand, effects: Effects): Promise<number> {
  const { closed, status } = await openedBooks(command.folder, effects, {
    needsLibrary: command.parquet !== undefined,
  });
  if (closed === undefined) return status;
  try {
    return Math.max(status, await answer(command, closed, effects));
  } finally {
    await closed.release();
  }
}

async function answer(command: FactsCommand, closed: ClosedBooks, effects: Effects): Promise<number> {
  const { books, facts: book } = closed;
  if (books === undefined || book === undefined) {
    await effects.err.write(
      complaint("the books were not closed, so that there are no facts; the findings above say why"),
    );
    return EXIT.errors;
  }
  const asked = choiceOf(command, closed, book);
  if ("unknown" in asked) {
    await effects.err.write(complaint(asked.unknown));
    return EXIT.notUnderstood;
  }
  if (command.lineage) {
    const { measures, periods } = command;
    const wanted = book.lineages.filter(
      ({ measure, period }) =>
        (measures.length === 0 || measures.includes(measure)) && (periods.length === 0 || periods.includes(period)),
    );
    await effects.out.write(command.form === "json" ? lineageJson(wanted) : lineageTable(wanted));
    return EXIT.clean;
  }
  const found = book.all(asked.choice);
  if (command.parquet !== undefined) {
    const { writeFactsParquet } = await effects.library();
    await writeFactsParquet(command.parquet, found);
    await effects.err.write(`${found.length} facts written to ${command.parquet}\n`);
    return EXIT.clean;
  }
  await effects.out.write(printed(found, command.form));
  return EXIT.clean;
}

function printed(found: readonly Fact[], form: FactsForm): string {
  if (form === "json") return factsJson(found);
  return form === "csv" ? factsCsv(found) : factsTable(found);
}

type Choice = Parameters<FactBook["all"]>[0];

/** The choice in the words of the fact book, or which word of it nothing has. */
function choiceOf(command: FactsCommand, closed: ClosedBooks, book: FactBook): { readonly choice: Choice } | Unknown {
  for (const measure of command.measures) {
    const unknown = unknownMeasure(measure, book);
    if (unknown !== undefined) return unknown;
  }
  const codes = periodCodes(closed.books!.company);
  for (const period of command.periods) if (!codes.includes(period)) return unknownPeriod(period, codes);
  const members: Member[] = [];
  for (const name of command.members) {
    const member = memberNamed(name, book);
    if ("unknown" in member) return member;
    members.push(member.member);
  }
  const choice: Choice = {
    ...(command.measures.length === 0 ? {} : { measures: command.measures }),
    periods: command.periods.length === 0 ? latest(codes) : command.periods,
    ...(members.length === 0 ? {} : { members }),
  };
  return { choice };
}

export interface Unknown {
  readonly unknown: string;
}

export function unknownMeasure(measure: string, book: FactBook): Unknown | undefined {
  const names = book.measures.map(({ name }) => name);
  const [base = ""] = measure.split("@");
  if (names.includes(base)) return undefined;
  return {
    unknown: `there is no measure "${base}"; the nearest is ${nearestTo(base, names)}, and "tickmark facts" lists all`,
  };
}

export const unknownPeriod = (period: string, codes: readonly string[]): Unknown => ({
  unknown: `the books have no period "${period}"; they have ${codes[0] ?? "none"} and others, the nearest is ${nearestTo(period, codes)}`,
});

/** The member that a text names: "group", "division=Bioscience", or a name that only one division, region or category has. */
export function memberNamed(text: string, book: FactBook): { readonly member: Member } | Unknown {
  const member = memberOf(book.names, text === "group" ? "" : text);
  if (member !== undefined) return { member };
  const names = [...book.names.divisions, ...book.names.regions, ...book.names.categories];
  const nearest = names.length === 0 ? "" : `; the nearest is ${nearestTo(text, names)}`;
  return { unknown: `no division, region or category alone is called "${text}"${nearest}` };
}

/** The last quarter and, where it is another stretch, the year to date up to its end. */
export function latest(codes: readonly string[]): readonly string[] {
  const quarter = codes.filter((code) => /^\d{4}-Q\d$/.test(code)).at(-1);
  if (quarter === undefined) return codes.slice(-1);
  const year = quarter.slice(0, 4);
  const toDate = { "2": `${year}-6M`, "3": `${year}-9M`, "4": `${year}-FY` }[quarter.slice(6)];
  return toDate !== undefined && codes.includes(toDate) ? [quarter, toDate] : [quarter];
}
