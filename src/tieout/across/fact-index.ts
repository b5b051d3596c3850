import { ordinal } from "../../calendar/date.ts";
import { monthsOf, nominalEnd } from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";
import type { Basis } from "../meaning/table.ts";
import { judge } from "../prove/verdict.ts";
import type { Fact } from "./fact.ts";
import { likeness, overlap } from "./name.ts";

/** The facts of one document, to be found by what they are of and for when. */
export interface FactIndex {
  readonly byKey: ReadonlyMap<string, readonly Fact[]>;
  /** The stems that names are made of. */
  readonly stems: ReadonlySet<string>;
}

export interface Found {
  readonly fact: Fact;
  /** From 0 to 1: how well names, sections and bases agree. */
  readonly score: number;
}

/** Below this two names are not of one thing. */
const ALIKE = 0.75;
/** Within this of the best, another fact is as likely meant. */
const AS_LIKELY = 0.05;
/** More facts of one word and period than this say nothing. */
const MOST_ALIKE = 80;
/** Days by which two documents may differ on the ends of one period. */
const DAYS = 8;

/** What facts must share before their words are looked at. */
const groupOf = (kind: string, period: Period): string => `${kind} ${monthsOf(period)} ${nominalEnd(period.end)}`;

export function factIndex(facts: readonly Fact[]): FactIndex {
  const byKey = new Map<string, Fact[]>();
  const stems = new Set<string>();
  for (const fact of facts) {
    const group = groupOf(fact.figure.kind, fact.period);
    for (const stem of fact.own) {
      stems.add(stem);
      const key = `${group} ${stem}`;
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [fact]);
      else if (list.length <= MOST_ALIKE) list.push(fact);
    }
  }
  return { byKey, stems };
}

/** The fact of that period that is of the same thing as `like`; undefined where there is none, or several that differ. */
export function find(index: FactIndex, like: Fact, period: Period): Found | undefined {
  const [best, ...rivals] = findAll(index, like, period);
  return best !== undefined && rivals.every((r) => isSameAmount(r.fact, best.fact)) ? best : undefined;
}

/** All facts that may as well be meant, the likeliest first; of those equally likely the one of the finest print. */
export function findAll(index: FactIndex, like: Fact, period: Period): readonly Found[] {
  let best: Found | undefined;
  const alike: Found[] = [];
  for (const fact of candidatesFor(index, like, period)) {
    if (!isPeriod(fact.period, period) || fact.measured.unit !== like.measured.unit) continue;
    const found = { fact, score: scoreOf(like, fact, index.stems) };
    if (found.score < ALIKE) continue;
    alike.push(found);
    if (best === undefined || found.score > best.score || (found.score === best.score && isFiner(fact, best.fact)))
      best = found;
  }
  if (best === undefined) return [];
  const { score } = best;
  return [best, ...alike.filter((a) => a !== best && a.score > score - AS_LIKELY)];
}

/** Facts that share a word with it, those of the rarest words first. */
function candidatesFor(index: FactIndex, like: Fact, period: Period): ReadonlySet<Fact> {
  const group = groupOf(like.figure.kind, period);
  const lists: (readonly Fact[])[] = [];
  for (const stem of like.own) {
    const list = index.byKey.get(`${group} ${stem}`);
    if (list !== undefined && list.length <= MOST_ALIKE) lists.push(list);
  }
  const candidates = new Set<Fact>();
  for (const list of lists.sort((a, b) => a.length - b.length))
    for (const fact of list) if (candidates.size < MOST_ALIKE) candidates.add(fact);
  return candidates;
}

const isFiner = (a: Fact, b: Fact): boolean =>
  a.measured.quantum.n * b.measured.quantum.d < b.measured.quantum.n * a.measured.quantum.d;

/** Whether two documents mean one period, whose ends they may give a few days apart. */
export function isPeriod(a: Period, b: Period): boolean {
  if ((a.start === undefined) !== (b.start === undefined) || monthsOf(a) !== monthsOf(b)) return false;
  return Math.abs(ordinal(a.end) - ordinal(b.end)) <= DAYS;
}

export const isSameAmount = (a: Fact, b: Fact): boolean =>
  judge({ kind: "equal", left: 0, right: 1 }, [a.figure, b.figure]).verdict !== "unattainable";

function scoreOf(a: Fact, b: Fact, known: ReadonlySet<string>): number {
  const basis = basisFactor(a.basis, b.basis);
  if (basis === 0) return 0;
  const name = likeness(a, b, a.figure.kind === "per-share", (s) => known.has(s));
  return name * basis * sectionFactor(a, b);
}

function basisFactor(a: Basis, b: Basis): number {
  if (a === b) return 1;
  const plain = (x: Basis): boolean => x === "GAAP" || x === "unknown";
  return plain(a) && plain(b) ? 0.98 : 0;
}

/** Rows of one name under different sections are seldom one thing; a sentence must say what the section of a row adds. */
function sectionFactor(a: Fact, b: Fact): number {
  if (a.section === undefined && b.section === undefined) return 1;
  if (a.section !== undefined && b.section !== undefined) return 0.85 + 0.15 * overlap(a.section, b.section);
  const [row, prose] = a.section !== undefined ? [a, b] : [b, a];
  let all = 0;
  let said = 0;
  for (const s of row.section!) {
    all++;
    if (prose.own.has(s) || prose.around.has(s) || row.own.has(s)) said++;
  }
  return all === 0 ? 1 : 0.9 + 0.1 * (said / all);
}

/** A name that is as near as this may be of the same thing. */
const MAY_BE = 0.5;

/** The fact of the same name but of another period that prints this very amount: rather than changed, the amount is then of that one. */
export const namesakeOf = (facts: readonly Fact[], like: Fact): Fact | undefined =>
  facts.find(
    (f) =>
      f.figure.kind === like.figure.kind &&
      f.measured.unit === like.measured.unit &&
      !isPeriod(f.period, like.period) &&
      scoreOf(like, f, f.own) >= MAY_BE &&
      isSameAmount(f, like),
  );
