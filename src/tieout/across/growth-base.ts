import { gap, type Interval } from "../../exact/interval.ts";
import { compare, multiply, ONE, rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { impliedBy } from "../prove/implied.ts";
import type { Judgement } from "../prove/verdict.ts";
import { printOf, worded, wordedRange } from "../prove/wording.ts";
import type { Reading } from "../reading.ts";
import type { Relation, Trouble } from "../relations/relation.ts";
import { type Fact, proseFact } from "./fact.ts";
import { type FactIndex, type Found, find, isSameAmount } from "./fact-index.ts";
import type { Outside } from "./other.ts";
import { type Claim, judgeClaim, relationOf } from "./outcome.ts";
import { periodWords, placeWords, printWords, sourceWords } from "./wording.ts";

/** A growth printed here, over a base that only another document prints. */
interface Test {
  readonly level: Fact;
  readonly base: Found;
  readonly outside: Outside;
  readonly growth: ProseReading;
  readonly claim: Claim;
  readonly judgement: Judgement;
}

const SURE = 0.85;
const MINUS_ONE = rational(-1n);

/**
 * Growth in a sentence whose base is printed nowhere here: this period over the other document's print of the base, less one
 * (T06). Where that cannot be, the base was recast, or the growth is wrong; which of the two, the documents do not say.
 */
export function growthBases(reading: Reading, own: FactIndex, outsides: readonly Outside[]): readonly Relation[] {
  const relations: Relation[] = [];
  reading.groups.forEach((group, g) => {
    if (group.forward || group.tabular) return;
    for (const growth of group.readings) {
      if (!isGrowth(growth)) continue;
      const tests = [g, group.twinOf, ...twinsOf(reading.groups, g)].flatMap((k) =>
        k === undefined ? [] : testsOf(reading, reading.groups[k]!, growth, own, outsides),
      );
      relations.push(...relationsOf(tests, reading));
    }
  });
  return relations;
}

const isGrowth = ({ role, direction, against, period, basis, cause, listed }: ProseReading): boolean =>
  role === "growth" &&
  direction !== 0 &&
  against !== undefined &&
  period !== undefined &&
  !cause &&
  !listed &&
  basis !== "constant-currency" &&
  basis !== "organic";

/** The groups right behind that restate this one in another unit. */
function twinsOf(groups: readonly ProseGroup[], g: number): readonly number[] {
  const twins: number[] = [];
  for (let k = g + 1; k < groups.length && groups[k]!.sentence === groups[g]!.sentence; k++)
    if (groups[k]!.twinOf === g) twins.push(k);
  return twins;
}

function testsOf(
  reading: Reading,
  group: ProseGroup,
  growth: ProseReading,
  own: FactIndex,
  outsides: readonly Outside[],
): readonly Test[] {
  const against = growth.against!;
  const tests: Test[] = [];
  for (const r of group.readings) {
    if (r.role !== "current" || r.period?.end !== growth.period!.end || r.period.start !== growth.period!.start)
      continue;
    const level = proseFact(group, r, reading);
    if (level === undefined || r.loss || level.measured.value.n <= 0n || !isPlain(level, own)) continue;
    if (find(own, level, against) !== undefined) continue;
    const found = firstPublished(level, against, outsides);
    if (found === undefined || found.base.score < SURE || found.base.fact.measured.value.n <= 0n) continue;
    const claim = claimOf(reading, level, growth, found.base.fact, found.outside);
    const judgement = judgeClaim(claim);
    if (judgement.verdict !== "unverifiable") tests.push({ level, growth, claim, judgement, ...found });
  }
  return tests;
}

/** Whether the document prints one amount of that name and period, so that it is plain what grew. */
function isPlain(level: Fact, own: FactIndex): boolean {
  const found = find(own, level, level.period);
  return found !== undefined && isSameAmount(found.fact, level);
}

/** The base in the document that reports its period, else in the first document that has it. */
function firstPublished(
  level: Fact,
  against: NonNullable<ProseReading["against"]>,
  outsides: readonly Outside[],
): { readonly base: Found; readonly outside: Outside } | undefined {
  let first: { readonly base: Found; readonly outside: Outside } | undefined;
  for (const outside of outsides) {
    const base = find(outside.index, level, against);
    if (base !== undefined && (first === undefined || (base.fact.current && !first.base.fact.current)))
      first = { base, outside };
  }
  return first;
}

function claimOf(reading: Reading, level: Fact, growth: ProseReading, base: Fact, outside: Outside): Claim {
  const printed = reading.figures[growth.figure]!;
  return {
    rule: "T06",
    kind: "growth base",
    text:
      `${level.label}: ${printWords(level.figure)} ${periodWords(level.period)} over ${printWords(base.figure)} ` +
      `in ${sourceWords(outside.name, base.figure)}, less one = ${printWords(printed)}`,
    form: {
      kind: "quotient",
      numerator: [{ figure: 0, times: ONE }],
      denominator: [{ figure: 1, times: ONE }],
      plus: MINUS_ONE,
      times: turned(level, base, growth, printed) ? MINUS_ONE : ONE,
      result: 2,
    },
    parties: [
      { figure: level.figure, index: level.index },
      { figure: base.figure, index: undefined },
      { figure: printed, index: growth.figure },
    ],
    strength: "fair",
    evidence: `one name, basis and unit; the base is printed nowhere here, and is ${base.current ? "first published" : "printed"} there`,
    bits: 8,
  };
}

/** Whether a fall is printed without its sign ("down 13 percent"); "improved" may mean either, and then the amounts say which. */
function turned(level: Fact, base: Fact, { direction, unsure }: ProseReading, printed: Figure): boolean {
  if (printed.measured!.value.n < 0n) return false;
  return unsure ? compare(level.measured.value, base.measured.value) < 0 : direction < 0;
}

/** Growth that may speak of an amount or of its share ("or $0.83 per share, 28 percent growth") holds where it fits either. */
function relationsOf(tests: readonly Test[], reading: Reading): readonly Relation[] {
  const fit = tests.filter((t) => t.judgement.verdict !== "unattainable");
  if (fit.length > 0) return fit.map((t) => relationOf(t.claim, t.judgement, undefined));
  const near = tests.filter(isNear);
  return near.map((t, i) => relationOf(t.claim, t.judgement, i === 0 ? recast(near, reading) : undefined));
}

const HALF = rational(1n, 2n);

/** Whether the base that is meant differs from the one found by less than a half: else another base is meant. */
function isNear({ base: { fact }, claim }: Test): boolean {
  const meant = impliedBase(claim);
  const slack = multiply(fact.measured.value, HALF);
  return meant !== undefined && compare(gap(meant, intervalOf(fact.figure, "halfExpand")), slack) < 0;
}

function recast(tests: readonly Test[], reading: Reading): Trouble {
  const { growth } = tests[0]!;
  const printed = reading.figures[growth.figure]!;
  const each = tests.map((t) => baseWords(t, printWords(printed))).join(" ");
  const published = tests.every((t) => t.base.fact.current) ? "first published" : "published";
  return {
    code: "growth-not-on-published-base",
    severity: "warning",
    message: `${printWords(printed)} is not growth on the base as ${published}. ${each} Was the base recast?`,
    remedy: "Print the base, and say that it was recast and why; or correct the growth.",
  };
}

function baseWords({ level, base: { fact }, outside, claim, judgement }: Test, growth: string): string {
  const base = impliedBase(claim);
  const print = printOf(fact.figure);
  const ratio = printOf(claim.parties[2]!.figure);
  const given = wordedRange(judgement.computed.interval, ratio);
  const implied = base === undefined ? "" : `; ${growth} implies a base of ${wordedRange(base, print)}`;
  const label = level.label.slice(0, 1).toUpperCase() + level.label.slice(1);
  return (
    `${label}: ${printWords(level.figure)} here over ${printWords(fact.figure)} ` +
    `(${outside.name}, ${placeWords(fact.figure)}, which stands for ${wordedRange(intervalOf(fact.figure, "halfExpand"), print)}) ` +
    `is ${worded(judgement.computed.point!, ratio)}, and no less and no more than ${given}${implied}.`
  );
}

const impliedBase = (claim: Claim): Interval | undefined =>
  impliedBy(
    claim.form,
    1,
    claim.parties.map((p) => p.figure),
  );
