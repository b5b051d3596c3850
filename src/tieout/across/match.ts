import { absolute, compare, multiply, type Rational } from "../../exact/rational.ts";
import type { Judgement } from "../prove/verdict.ts";
import { bitsOf } from "../relations/bits.ts";
import type { Fact } from "./fact.ts";
import { type Found, find } from "./fact-index.ts";
import type { Outside } from "./other.ts";
import { type Claim, judgeClaim } from "./outcome.ts";
import { periodWords, printWords, sourceWords } from "./wording.ts";

/** One fact here and in another document. */
export interface Match {
  readonly own: Fact;
  readonly theirs: Found;
  readonly outside: Outside;
  readonly judgement: Judgement;
  readonly claim: Claim;
  /** The columns of the two; what else agrees in them is evidence. */
  readonly pair: string;
}

/** How the figures of two columns compare: how many agree, with how many bits, and how many do not. */
export interface Pairing {
  readonly holds: number;
  readonly bits: number;
  readonly breaks: number;
}

/** So many figures of the same two columns must agree before one that differs stands out. */
const MATES = 3;
/** With so many, and so many for each that differs, it stands out however far it is off. */
const MANY_MATES = 8;
/** From here on a name stands for itself. */
const SURE = 0.9;
/** An amount of so many bits does not agree by chance. */
const TELLING = 8;

/** The other document's print of the same fact, or undefined where it has none or it is not plain which. */
export function matchOf(own: Fact, outside: Outside): Match | undefined {
  const theirs = find(outside.index, own, own.period);
  if (theirs === undefined || own.measured.value.n === 0n || theirs.fact.measured.value.n === 0n) return undefined;
  const { fact } = theirs;
  // Houses differ on the sign of what is taken away; that is no change of the amount.
  if (own.measured.value.n < 0n !== fact.measured.value.n < 0n) return undefined;
  const claim: Claim = {
    rule: own.current ? "T26" : "T44",
    kind: "as published",
    text: `${own.label} ${periodWords(own.period)} = ${printWords(fact.figure)} in ${sourceWords(outside.name, fact.figure)}`,
    form: { kind: "equal", left: 0, right: 1 },
    parties: [
      { figure: fact.figure, index: undefined },
      { figure: own.figure, index: own.index },
    ],
    strength: "fair",
    evidence: "",
    bits: 0,
  };
  const pair = `${columnOf(own)} ${outside.name} ${columnOf(fact)}`;
  return { own, theirs, outside, judgement: judgeClaim(claim), claim, pair };
}

/** The column that a fact stands in; sentences are all one. */
const columnOf = ({ figure: { where } }: Fact): string =>
  where.kind === "table" ? `${where.table}/${where.column}` : "text";

export const holds = ({ judgement: { verdict } }: Match): boolean => verdict === "forced" || verdict === "consistent";

export function pairingsOf(matches: readonly Match[]): ReadonlyMap<string, Pairing> {
  const pairings = new Map<string, Pairing>();
  for (const m of matches) {
    const { holds: held, bits, breaks } = pairings.get(m.pair) ?? { holds: 0, bits: 0, breaks: 0 };
    const good = holds(m);
    pairings.set(m.pair, {
      holds: held + (good ? 1 : 0),
      bits: bits + (good ? bitsIn(m.own) : 0),
      breaks: breaks + (m.judgement.verdict === "unattainable" ? 1 : 0),
    });
  }
  return pairings;
}

/** The bits that the digits of a print carry. */
function bitsIn({ measured: { value, quantum } }: Fact): number {
  const steps = (value.n * quantum.d) / (value.d * quantum.n);
  return bitsOf(10) * ((steps < 0n ? -steps : steps).toString().length - 1) + 1;
}

/** Whether an agreement is believed to be one of the same fact. */
export const isBelieved = (match: Match, { holds, breaks }: Pairing): boolean =>
  holds > breaks && (match.theirs.score >= SURE || holds >= MATES || bitsIn(match.own) >= TELLING);

/** Whether a figure that differs is believed to be the same fact: its name is sure, and the others around it agree. */
export function standsOut({ judgement, own, theirs }: Match, { holds, breaks }: Pairing): boolean {
  if (judgement.verdict !== "unattainable" || theirs.score < SURE) return false;
  if (holds >= MANY_MATES && holds >= MANY_MATES * breaks) return true;
  return holds >= MATES && holds >= 2 * breaks && isNear(own, theirs.fact);
}

const THREE: Rational = { n: 3n, d: 1n };

/** Whether two amounts that differ are still sizes of one thing: far apart, one of them was read wrongly. */
function isNear(own: Fact, theirs: Fact): boolean {
  const a = absolute(own.measured.value);
  const b = absolute(theirs.measured.value);
  return compare(a, multiply(b, THREE)) < 0 && compare(b, multiply(a, THREE)) < 0;
}

/** The claim with what speaks for it. */
export function believed(match: Match, pairing: Pairing): Claim {
  const others = pairing.holds - (holds(match) ? 1 : 0);
  const inTables = match.own.table !== undefined && match.theirs.fact.table !== undefined;
  const agree = others === 1 ? "1 other figure" : `${others} other figures`;
  return {
    ...match.claim,
    strength: others >= MATES ? "strong" : "fair",
    evidence: `one name, one period, one unit, and ${agree} of ${inTables ? "the same two columns" : "the two documents"} that agree${others === 1 ? "s" : ""}`,
    bits: bitsIn(match.own) + pairing.bits,
  };
}

/** The match with the document that published the fact first: the one that reports its period, else the earliest. */
export function firstOf(all: readonly Match[]): Match {
  let first = all[0]!;
  for (const m of all) {
    const isCurrent = m.theirs.fact.current;
    if (isCurrent === first.theirs.fact.current ? endOf(m) < endOf(first) : isCurrent) first = m;
  }
  return first;
}

const endOf = ({ outside }: Match): string => outside.reading.context.reportEnd ?? "9999";
