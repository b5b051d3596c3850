import { periodCodes } from "../books/periods.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import type { Fact } from "../measures/fact.ts";
import type { ClosedBooks } from "../node/close-books.ts";
import { releaseNamed } from "./build.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { latest, memberNamed, unknownMeasure, unknownPeriod } from "./facts.ts";
import { openedBooks } from "./opened-books.ts";
import { complaint } from "./terminal.ts";
import { type TraceSource, traceJson, traceOf, traceText } from "./trace-tree.ts";

export interface TraceCommand {
  readonly folder: string;
  /** A measure, or a figure of a release by the id that its page and facts.json give it: "F12". */
  readonly measure: string;
  /** The release whose figure is meant; the last where none is named. */
  readonly release: string | undefined;
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
  const { closed, status } = await openedBooks(command.folder, effects, { needsLibrary: isFigure(command) });
  if (closed === undefined) return status;
  try {
    return Math.max(status, await answer(command, closed, effects));
  } finally {
    await closed.release();
  }
}

/** Is a figure of a release asked for, and not a measure? */
const isFigure = ({ measure }: TraceCommand): boolean => /^F\d+$/.test(measure);

type Complain = (text: string, status: number) => Promise<undefined>;

async function answer(command: TraceCommand, closed: ClosedBooks, effects: Effects): Promise<number> {
  let status: number = EXIT.notUnderstood;
  const complain: Complain = async (text, because) => {
    await effects.err.write(complaint(text));
    status = because;
    return undefined;
  };
  const fact = isFigure(command)
    ? await factOfFigure(command, closed, effects, complain)
    : await factNamed(command, closed, complain);
  if (fact === undefined) return status;
  const tree = await traceOf(fact, sourceOf(command, closed));
  await effects.out.write(command.json ? traceJson(tree) : traceText(tree));
  return EXIT.clean;
}

async function factNamed(command: TraceCommand, closed: ClosedBooks, complain: Complain): Promise<Fact | undefined> {
  const { books, facts: book } = closed;
  if (books === undefined || book === undefined) return complain(NOT_CLOSED, EXIT.errors);
  const { measure } = command;
  const codes = periodCodes(books.company);
  const period = command.period ?? latest(codes)[0] ?? "";
  const member = memberNamed(command.member, book);
  const unknown = unknownMeasure(measure, book) ?? (codes.includes(period) ? undefined : unknownPeriod(period, codes));
  if (unknown !== undefined) return complain(unknown.unknown, EXIT.notUnderstood);
  if ("unknown" in member) return complain(member.unknown, EXIT.notUnderstood);
  const fact = book.fact(measure, period, member.member);
  return fact ?? complain(`there is no ${measure} of ${command.member} in ${period}`, EXIT.notUnderstood);
}

const NOT_CLOSED = "the books were not closed, so that there is nothing to trace; the findings above say why";

async function factOfFigure(
  command: TraceCommand,
  closed: ClosedBooks,
  effects: Effects,
  complain: Complain,
): Promise<Fact | undefined> {
  if (closed.facts === undefined) return complain(NOT_CLOSED, EXIT.errors);
  const name = await releaseNamed(command, effects);
  if (name === undefined) return undefined;
  const { printRelease } = await effects.library();
  const { release } = await printRelease(command.folder, name, closed);
  const figure = release?.figures.find(({ id }) => id === command.measure);
  if (figure !== undefined) return figure.fact;
  const last = release?.figures.at(-1)?.id;
  const there = last === undefined ? "it has none" : `its figures are F1 to ${last}`;
  return complain(`the release ${name} has no figure ${command.measure}; ${there}`, EXIT.notUnderstood);
}

function sourceOf({ entries, lines }: TraceCommand, { books, facts, lines: ask }: ClosedBooks): TraceSource {
  const months = books?.company.months.map(({ month }) => month) ?? [];
  return {
    fact: (measure, period, member) => facts?.fact(measure, period, member),
    lines: ask,
    monthsOf: (account, month) => {
      const line = books?.accounts.get(account)?.line;
      const isBalance = line !== undefined && STATEMENT_LINES[line].statement === "balance";
      return isBalance ? months.filter((other) => other <= month) : [month];
    },
    mostEntries: entries,
    mostLines: lines,
  };
}
