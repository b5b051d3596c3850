import type { Relation, Trouble } from "../relations/relation.ts";
import type { Fact } from "./fact.ts";
import { type FactIndex, findAll, isSameAmount, namesakeOf } from "./fact-index.ts";
import { believed, firstOf, holds, isBelieved, type Match, matchOf, pairingsOf, standsOut } from "./match.ts";
import type { Outside } from "./other.ts";
import { relationOf } from "./outcome.ts";
import type { Recasts } from "./recast.ts";
import { periodWords, placeWords, printWords, sourceWords } from "./wording.ts";

/** More differences of one column than this are told together. */
const MOST_APART = 3;
/** Differences are looked at up to here; a document of more is another document. */
const MOST_DIFFERENT = 300;

/** What differs, and why that may be well. */
interface Difference {
  readonly match: Match;
  readonly reason: Reason;
}

type Reason =
  /** The amount is the one printed for another period. */
  | { readonly kind: "of-another-period"; readonly of: Fact; readonly name: string }
  | { readonly kind: "said-near" | "said-elsewhere" | "unsaid" }
  /** Another document prints it as here. */
  | { readonly kind: "again"; readonly match: Match };

/**
 * A fact printed here and in another document (T44 where its period is past, T26 where it is the one reported): it must be one
 * amount, unless the document says that it was changed. Of several documents the one that first published the fact is taken.
 */
export function asPublished(
  facts: readonly Fact[],
  own: FactIndex,
  outsides: readonly Outside[],
  recasts: Recasts,
): readonly Relation[] {
  const matches: Match[] = [];
  for (const fact of facts)
    for (const outside of outsides) {
      const match = matchOf(fact, outside);
      if (match !== undefined) matches.push(match);
    }
  const pairings = pairingsOf(matches);
  const relations: Relation[] = [];
  const apart = new Map<string, Difference[]>();
  const told = new Set<string>();
  for (const all of byFact(matches)) {
    const match = firstOf(all);
    const pairing = pairings.get(match.pair)!;
    if (holds(match)) {
      if (isBelieved(match, pairing)) relations.push(relationOf(believed(match, pairing), match.judgement, undefined));
      continue;
    }
    if (told.size >= MOST_DIFFERENT || !standsOut(match, pairing) || !isPlain(match, own) || isTold(match, told))
      continue;
    const reason = reasonOf(match, all, facts, recasts);
    push(apart, `${match.pair} ${reason.kind}`, { match, reason });
  }
  for (const list of apart.values())
    for (const [i, { match }] of list.entries())
      relations.push(relationOf(believed(match, pairings.get(match.pair)!), match.judgement, troubleOf(list, i)));
  return relations;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function byFact(matches: readonly Match[]): Iterable<readonly Match[]> {
  const found = new Map<Fact, Match[]>();
  for (const m of matches) push(found, m.own, m);
  return found.values();
}

/** Whether whatever else the document says of the fact is either this or what the other document says. */
const isPlain = ({ own: fact, theirs }: Match, own: FactIndex): boolean =>
  findAll(own, fact, fact.period).every((f) => isSameAmount(f.fact, fact) || isSameAmount(f.fact, theirs.fact));

/** One fact printed in several places is told of once. */
function isTold({ own, outside }: Match, told: Set<string>): boolean {
  const { value, unit } = own.measured;
  const key = `${outside.name} ${own.period.end} ${unit} ${value.n}/${value.d}`;
  if (told.has(key)) return true;
  told.add(key);
  return false;
}

function reasonOf(match: Match, all: readonly Match[], facts: readonly Fact[], recasts: Recasts): Reason {
  const there = namesakeOf(match.outside.facts, match.own);
  if (there !== undefined) return { kind: "of-another-period", of: there, name: match.outside.name };
  const here = namesakeOf(facts, match.own);
  if (here !== undefined) return { kind: "of-another-period", of: here, name: "this document" };
  if (recasts.near(match.own.figure)) return { kind: "said-near" };
  const again = all.find((m) => m !== match && holds(m));
  if (again !== undefined) return { kind: "again", match: again };
  return { kind: recasts.anywhere ? "said-elsewhere" : "unsaid" };
}

/** What is said of the difference at `at`; where there are many of one column, all is said at the first. */
function troubleOf(list: readonly Difference[], at: number): Trouble | undefined {
  const together = list.length > MOST_APART;
  if (together && at > 0) return undefined;
  const { match, reason } = list[at]!;
  const all = together ? list : [list[at]!];
  const said = all
    .slice(0, MOST_APART)
    .map((d) => wordsOf(d.match))
    .join("; ");
  const more = all.length > MOST_APART ? `; and ${all.length - MOST_APART} more of this column differ` : "";
  const { code, severity, why, remedy } = verdictOn(match, reason);
  return { code, severity, message: `${said}${more}. ${why}`, remedy };
}

function wordsOf({ own, theirs: { fact }, outside }: Match): string {
  const first = fact.current && !own.current ? "as first published " : "";
  return (
    `${own.label} ${periodWords(own.period)} is ${printWords(own.figure)} here, ` +
    `and ${printWords(fact.figure)} ${first}in ${sourceWords(outside.name, fact.figure)}`
  );
}

function verdictOn(
  { own, outside }: Match,
  reason: Reason,
): Pick<Trouble, "code" | "severity" | "remedy"> & { readonly why: string } {
  const remedy = `Check that the change since ${outside.name} is the one that was announced.`;
  switch (reason.kind) {
    case "of-another-period":
      return {
        code: "amount-of-another-period",
        severity: "note",
        why: `The amount here is the one that ${reason.name} prints ${periodWords(reason.of.period)} (${placeWords(reason.of.figure)}).`,
        remedy: "Check which period the column or the sentence is of.",
      };
    case "said-near":
      return {
        code: "comparative-recast",
        severity: "note",
        why: "A word near it says that amounts were changed.",
        remedy,
      };
    case "again":
      return {
        code: "comparative-recast",
        severity: "note",
        why: `${sourceWords(reason.match.outside.name, reason.match.theirs.fact.figure)} prints it as here.`,
        remedy,
      };
    case "said-elsewhere":
      return {
        code: "comparative-recast",
        severity: "note",
        why: "The document says elsewhere that earlier amounts were changed.",
        remedy,
      };
    case "unsaid":
      return {
        code: own.current ? "differs-from-filing" : "comparative-changed",
        severity: "warning",
        why: "No word near it says that it was restated, recast or reclassified.",
        remedy: "Say that the earlier amount was changed, and why; or correct the one that is wrong.",
      };
  }
}
