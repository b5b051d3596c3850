import { plusDays } from "../../calendar/date.ts";
import { type FiscalCalendar, monthsOf, startOfMonths } from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";
import { absolute, compare, divide, ONE, rational } from "../../exact/rational.ts";
import type { Judgement } from "../prove/verdict.ts";
import { printOf, worded, wordedRange } from "../prove/wording.ts";
import type { Reading } from "../reading.ts";
import type { Relation, Trouble } from "../relations/relation.ts";
import type { Fact } from "./fact.ts";
import { type FactIndex, type Found, find } from "./fact-index.ts";
import type { Outside } from "./other.ts";
import { type Claim, judgeClaim, relationOf } from "./outcome.ts";
import type { Recasts } from "./recast.ts";
import { periodWords, printWords, sourceWords } from "./wording.ts";

/** A piece of the year to date, as another document prints it. */
interface Piece {
  readonly found: Found;
  readonly outside: Outside;
}

interface Sum {
  readonly whole: Fact;
  readonly quarter: Found;
  readonly pieces: readonly Piece[];
  readonly claim: Claim;
  readonly judgement: Judgement;
  /** The tables that the operands stand in. */
  readonly pair: string;
}

const MATES = 3;
const SURE = 0.9;

/**
 * Year to date = what was published before + the quarter (T13, T14), for amounts that flow. An amount per share or an average does
 * not add up over time and is left alone.
 */
export function yearsToDate(
  reading: Reading,
  facts: readonly Fact[],
  own: FactIndex,
  outsides: readonly Outside[],
  recasts: Recasts,
): readonly Relation[] {
  const sums: Sum[] = [];
  for (const whole of facts) {
    if (!whole.flows) continue;
    const months = monthsOf(whole.period);
    if (months !== 6 && months !== 9 && months !== 12) continue;
    const sum = sumOf(reading, whole, months, own, outsides);
    if (sum !== undefined) sums.push(sum);
  }
  const byPair = new Map<string, Sum[]>();
  for (const s of sums) {
    const list = byPair.get(s.pair);
    if (list === undefined) byPair.set(s.pair, [s]);
    else list.push(s);
  }
  const told = new Set<string>();
  return [...byPair.values()].flatMap((list) => relationsOf(list, tallyOf(list), recasts, told));
}

function tallyOf(sums: readonly Sum[]): Tally {
  const breaks = sums.filter((s) => s.judgement.verdict === "unattainable" && !isOneStep(s)).length;
  return { holds: sums.length - breaks, breaks };
}

function sumOf(
  reading: Reading,
  whole: Fact,
  months: number,
  own: FactIndex,
  outsides: readonly Outside[],
): Sum | undefined {
  const { calendar } = reading.context;
  const start = whole.period.start!;
  const last: Period = { start: startOfMonths(calendar, whole.period.end, 3), end: whole.period.end };
  const quarter = find(own, whole, last);
  if (quarter === undefined) return undefined;
  const end = plusDays(quarter.fact.period.start!, -1);
  if (end <= start) return undefined;
  const pieces = piecesOf(whole, { start, end }, months - 3, calendar, outsides);
  if (pieces === undefined) return undefined;
  const claim = claimOf(whole, quarter.fact, pieces);
  const pair = `${whole.table ?? "text"} ${pieces.map((p) => `${p.outside.name} ${p.found.fact.table ?? "text"}`).join(" ")}`;
  return { whole, quarter, pieces, claim, judgement: judgeClaim(claim), pair };
}

/** What was published of the year before its last quarter: in one piece, else quarter by quarter. */
function piecesOf(
  like: Fact,
  rest: Period,
  months: number,
  calendar: FiscalCalendar,
  outsides: readonly Outside[],
): readonly Piece[] | undefined {
  const one = published(like, rest, outsides);
  if (one !== undefined) return [one];
  if (months === 3) return undefined;
  const pieces: Piece[] = [];
  let { end } = rest;
  for (let left = months; left > 0; left -= 3) {
    const start = left === 3 ? rest.start! : startOfMonths(calendar, end, 3);
    const piece = published(like, { start, end }, outsides);
    if (piece === undefined) return undefined;
    pieces.unshift(piece);
    end = plusDays(start, -1);
  }
  return pieces;
}

/** As first published where a document reports that period, else as any prints it. */
function published(like: Fact, period: Period, outsides: readonly Outside[]): Piece | undefined {
  let first: Piece | undefined;
  for (const outside of outsides) {
    const found = find(outside.index, like, period);
    if (found !== undefined && (first === undefined || (found.fact.current && !first.found.fact.current)))
      first = { found, outside };
  }
  return first;
}

function claimOf(whole: Fact, quarter: Fact, pieces: readonly Piece[]): Claim {
  const figures = [...pieces.map((p) => p.found.fact.figure), quarter.figure];
  const before = pieces.map(
    ({ found: { fact }, outside }) => `${printWords(fact.figure)} in ${sourceWords(outside.name, fact.figure)}`,
  );
  return {
    rule: "T13",
    kind: "year to date",
    text: `${whole.label} ${periodWords(whole.period)}: ${[...before, `${printWords(quarter.figure)} in the quarter here`].join(" + ")} = ${printWords(whole.figure)}`,
    form: { kind: "sum", terms: figures.map((_, i) => ({ figure: i, times: ONE })), result: figures.length },
    parties: [
      ...pieces.map((p) => ({ figure: p.found.fact.figure, index: undefined })),
      { figure: quarter.figure, index: quarter.index },
      { figure: whole.figure, index: whole.index },
    ],
    strength: "fair",
    evidence: "one name, basis and unit; the periods join without a gap",
    bits: 8,
  };
}

/** A fifth of the amount: what is further off was matched or read wrongly. */
const FIFTH = rational(1n, 5n);

/** How the sums of the same tables do. */
interface Tally {
  holds: number;
  breaks: number;
}

function relationsOf(
  sums: readonly Sum[],
  { holds, breaks }: Tally,
  recasts: Recasts,
  told: Set<string>,
): readonly Relation[] {
  const strength = holds > MATES && holds > 2 * breaks ? "strong" : "fair";
  const isOutlier = holds >= MATES && holds >= 2 * breaks;
  const broken = sums.filter((s) => isOutlier && stands(s) && !isOneStep(s) && isNews(s, told));
  return sums.flatMap((s) => {
    const claim = { ...s.claim, strength } as const;
    if (s.judgement.verdict !== "unattainable")
      return holds > breaks ? [relationOf(claim, s.judgement, undefined)] : [];
    if (!isOutlier || !stands(s)) return [];
    if (isOneStep(s)) return [relationOf(claim, s.judgement, isNews(s, told) ? troubleOf([s], true) : undefined)];
    return [
      relationOf(claim, s.judgement, broken[0] === s ? troubleOf(broken, recasts.near(s.whole.figure)) : undefined),
    ];
  });
}

/** A year to date that is printed in several tables is told of once. */
function isNews({ whole: { measured, period } }: Sum, told: Set<string>): boolean {
  const key = `${period.end} ${measured.unit} ${measured.value.n}/${measured.value.d}`;
  if (told.has(key)) return false;
  told.add(key);
  return true;
}

/** Whether a sum that breaks is believed to be of one thing. */
function stands({ judgement, quarter, pieces, whole }: Sum): boolean {
  if (judgement.verdict !== "unattainable" || quarter.score < SURE || pieces.some((p) => p.found.score < SURE))
    return false;
  return compare(divide(judgement.apart, absolute(whole.measured.value)), FIFTH) <= 0;
}

/** Houses that force their quarters to add are off by one step more than rounding explains. */
const isOneStep = ({ judgement, whole }: Sum): boolean => compare(judgement.apart, whole.measured.quantum) <= 0;

const MOST_TOLD = 3;

function troubleOf(sums: readonly Sum[], quiet: boolean): Trouble {
  const left = sums.length - MOST_TOLD;
  const more = left > 0 ? ` ${left} more of this table ${left === 1 ? "does" : "do"} not add.` : "";
  const names = [...new Set(sums.flatMap((s) => s.pieces.map((p) => p.outside.name)))].join(", ");
  return {
    code: quiet ? "quarters-were-changed" : "year-to-date-does-not-add",
    severity: quiet ? "note" : "warning",
    message: sums.slice(0, MOST_TOLD).map(sumWords).join(" ") + more,
    remedy: quiet
      ? `One step may be a quarter that was made to add; else check what was changed since ${names}.`
      : `Say what was changed since ${names}; or check the quarter and the year to date against their sources.`,
  };
}

function sumWords({ claim, judgement, whole }: Sum): string {
  const print = printOf(whole.figure);
  return (
    `${claim.text}: the parts add to ${worded(judgement.computed.point!, print)}, and no less and no more than ` +
    `${wordedRange(judgement.computed.interval, print)} once each is taken for all that prints so. They are at least ${worded(judgement.apart, print)} apart.`
  );
}
