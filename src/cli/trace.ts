import { periodCodes } from "../books/periods.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import type { ClosedBooks } from "../node/close-books.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { latest, memberNamed, unknownMeasure, unknownPeriod } from "./facts.ts";
import { openedBooks } from "./opened-books.ts";
import { complaint } from "./terminal.ts";
import { type TraceSource, traceJson, traceOf, traceText } from "./trace-tree.ts";

export interface TraceCommand {
  readonly folder: string;
  readonly measure: string;
  /** The latest quarter, where none is named. */
  readonly period: string | undefined;
  /** "group" is the whole. */
  readonly member: string;
  readonly json: boolean;
  readonly entries: number;
  readonly lines: number;
}

/** `tickmark trace`: how one fact was made, down to journal lines. */
export async function trace(command: TraceCommand, effects: Effects): Promise<number> {
  const { closed, status } = await openedBooks(command.folder, effects);
  if (closed === undefined) return status;
  try {
    return Math.max(status, await answer(command, closed, effects));
  } finally {
    await closed.release();
  }
}

async function answer(command: TraceCommand, closed: ClosedBooks, effects: Effects): Promise<number> {
  const complain = async (text: string, status: number): Promise<number> => {
    await effects.err.write(complaint(text));
    return status;
  };
  const { books, facts: book } = closed;
  if (books === undefined || book === undefined)
    return complain(
      "the books were not closed, so that there is nothing to trace; the findings above say why",
      EXIT.errors,
    );
  const { measure, json, entries, lines } = command;
  const codes = periodCodes(books.company);
  const period = command.period ?? latest(codes)[0] ?? "";
  const member = memberNamed(command.member, book);
  const unknown = unknownMeasure(measure, book) ?? (codes.includes(period) ? undefined : unknownPeriod(period, codes));
  if (unknown !== undefined) return complain(unknown.unknown, EXIT.notUnderstood);
  if ("unknown" in member) return complain(member.unknown, EXIT.notUnderstood);
  const fact = book.fact(measure, period, member.member);
  if (fact === undefined)
    return complain(`there is no ${measure} of ${command.member} in ${period}`, EXIT.notUnderstood);
  const months = books.company.months.map(({ month }) => month);
  const source: TraceSource = {
    fact: book.fact,
    lines: closed.lines,
    monthsOf: (account, month) => {
      const line = books.accounts.get(account)?.line;
      const isBalance = line !== undefined && STATEMENT_LINES[line].statement === "balance";
      return isBalance ? months.filter((other) => other <= month) : [month];
    },
    mostEntries: entries,
    mostLines: lines,
  };
  const tree = await traceOf(fact, source);
  await effects.out.write(json ? traceJson(tree) : traceText(tree));
  return EXIT.clean;
}
