import { isPeriod } from "../../tieout/across/fact-index.ts";
import { overlap } from "../../tieout/across/name.ts";
import type { Outside } from "../../tieout/across/other.ts";
import { type Disclosure, disclosureOf } from "../reading/disclosure.ts";
import { isBehind, type NamedAmount, namedAmounts } from "../reading/own-amount.ts";
import { type Bridge, bridgesIn, type Line } from "../reading/own-bridge.ts";
import { isApart } from "../reading/same-amount.ts";
import { remembered } from "../remembered.ts";
import type { RuleInput } from "../rule-input.ts";
import { isChangeSaid } from "./drift-said.ts";

/** One measure for one period here and in an earlier document: of another amount, though both start from the same one under GAAP. */
export interface Drift {
  readonly own: Bridge;
  readonly theirs: Bridge;
  readonly outside: Outside;
  /** Adjustments with an amount that only this document has, or only the other. */
  readonly come: readonly Line[];
  readonly gone: readonly Line[];
  /** Adjustments of one name with two amounts. */
  readonly moved: readonly (readonly [own: Line, theirs: Line])[];
}

/** Names of one measure in two documents are at least so much alike, from 0 to 1; of one adjustment, so much. */
const ONE_MEASURE = 0.75;
const ONE_ADJUSTMENT = 0.5;

/** Those of the documents that report a period before this one's, or where that is not known, went out before. */
export const earlierThan = ({ context: own }: RuleInput, outsides: readonly Outside[]): readonly Outside[] =>
  outsides.filter(({ reading: { context } }) => {
    if (own.reportEnd !== undefined && context.reportEnd !== undefined) return context.reportEnd < own.reportEnd;
    return own.released !== undefined && context.released !== undefined && context.released < own.released;
  });

/** A document that many releases are held against is looked through once. */
export const disclosureThere: (outside: Outside) => Disclosure = remembered(({ reading }) => disclosureOf(reading));

/** Every measure and period that has drifted without a word, in the order of the release. */
export const driftsIn: (disclosure: Disclosure) => readonly Drift[] = remembered((disclosure) => {
  const { earlier, tables } = disclosure;
  const bridges = earlier.length === 0 ? [] : bridgesIn(tables);
  const found = bridges.flatMap((own) =>
    earlier.flatMap((outside) => {
      const theirs = sameIn(bridgesIn(disclosureThere(outside).tables), own);
      if (theirs === undefined || !isApart(own.total.figure, theirs.total.figure)) return [];
      return [{ own, theirs, outside, ...difference(own.lines, theirs.lines) }];
    }),
  );
  return found.filter(({ own, come, gone }) => {
    const labels = [...come, ...gone].map(({ label }) => label);
    return !isChangeSaid({ block: own.block, families: [own.family], labels }, disclosure);
  });
});

/** The same measure for the same period that starts from the same amount: what differs then is the company's own doing. */
function sameIn(bridges: readonly Bridge[], own: Bridge): Bridge | undefined {
  const alike = bridges.filter(
    (b) =>
      b.family === own.family &&
      b.total.figure.measured?.unit === own.total.figure.measured?.unit &&
      isPeriod(b.period, own.period) &&
      overlap(b.name, own.name) >= ONE_MEASURE &&
      !isApart(b.start.figure!, own.start.figure!),
  );
  // Where one of them prints the amount as here, it is the one that is meant.
  return alike.find((b) => !isApart(b.total.figure, own.total.figure)) ?? alike[0];
}

function difference(own: readonly Line[], theirs: readonly Line[]): Pick<Drift, "come" | "gone" | "moved"> {
  const free = new Set(theirs);
  const pairs = new Map<Line, Line>();
  const pair = (isOne: (a: Line, b: Line) => boolean): void => {
    for (const line of own) {
      const other = pairs.has(line) ? undefined : [...free].find((one) => isOne(line, one));
      if (other === undefined) continue;
      pairs.set(line, other);
      free.delete(other);
    }
  };
  // By name and amount, then by name alone; what has no namesake may be a row that is called otherwise.
  pair((a, b) => isNamesake(a, b) && isSame(a, b));
  pair(isNamesake);
  pair((a, b) => a.figure !== undefined && isSame(a, b));
  return {
    come: own.filter((line) => line.figure !== undefined && !pairs.has(line)),
    gone: [...free].filter((line) => line.figure !== undefined),
    moved: [...pairs].filter(([a, b]) => !isSame(a, b)),
  };
}

const isNamesake = (a: Line, b: Line): boolean => overlap(a.stems, b.stems) >= ONE_ADJUSTMENT;

function isSame({ figure: a }: Line, { figure: b }: Line): boolean {
  if (a === undefined || b === undefined) return a === b;
  return !isApart(a, b);
}

/** An amount of a measure of the company's own for a past period, and what an earlier document printed. */
export interface Recast {
  readonly own: NamedAmount;
  readonly theirs: NamedAmount;
  readonly outside: Outside;
}

/**
 * Amounts of the company's own measures that have changed without a word, while the measure under GAAP has not: each document says one amount of the measure, wherever it
 * names it. What `driftsIn` tells line by line is left out.
 */
export function recastsIn(disclosure: Disclosure): readonly Recast[] {
  const { earlier } = disclosure;
  if (earlier.length === 0) return [];
  const here = namedAmounts(disclosure);
  const told: NamedAmount[] = [];
  const isTold = (own: NamedAmount): boolean =>
    told.some((one) => one.family === own.family && isPeriod(one.period, own.period)) ||
    driftsIn(disclosure).some((d) => d.own.family === own.family && isPeriod(d.own.period, own.period));
  return here.filter(isOwn).flatMap((own) => {
    if (isTold(own) || !isPlain(own, here)) return [];
    for (const outside of earlier) {
      const there = namedAmounts(disclosureThere(outside));
      const theirs = there.find((one) => isOne(one, own));
      if (theirs === undefined || !isApart(own.figure, theirs.figure) || !isPlain(theirs, there)) continue;
      if (!isGaapSame(own, here, there) || !isNear(own, theirs)) continue;
      if (isChangeSaid({ block: own.block, families: [own.family], labels: [] }, disclosure)) continue;
      told.push(own);
      return [{ own, theirs, outside }];
    }
    return [];
  });
}

const isOwn = ({ basis, family }: NamedAmount): boolean => basis === "non-GAAP" && family !== "revenue";

const isOne = (a: NamedAmount, b: NamedAmount): boolean =>
  isOwn(a) &&
  a.family === b.family &&
  a.figure.measured!.unit === b.figure.measured!.unit &&
  isPeriod(a.period, b.period) &&
  overlap(a.stems, b.stems) === 1;

/** Whether a document says no other amount of the same measure and period. */
const isPlain = (one: NamedAmount, all: readonly NamedAmount[]): boolean =>
  all.every((other) => !isOne(one, other) || !isApart(one.figure, other.figure));

/** Whether both documents print one amount of the measure under GAAP that stands behind it. */
function isGaapSame(own: NamedAmount, here: readonly NamedAmount[], there: readonly NamedAmount[]): boolean {
  const ours = here.filter((one) => isBehind(own, one));
  return ours.some((a) =>
    there.some(
      (b) =>
        b.basis === "GAAP" &&
        b.family === a.family &&
        b.figure.measured!.unit === a.figure.measured!.unit &&
        isPeriod(a.period, b.period) &&
        !isApart(a.figure, b.figure),
    ),
  );
}

/** Amounts that are further apart than this are not of one thing. */
const FAR = 3n;

function isNear({ figure: a }: NamedAmount, { figure: b }: NamedAmount): boolean {
  const [x, y] = [a.measured!.value, b.measured!.value];
  const [left, right] = [x.n * y.d, y.n * x.d];
  return left > 0n === right > 0n && abs(left) < FAR * abs(right) && abs(right) < FAR * abs(left);
}

const abs = (n: bigint): bigint => (n < 0n ? -n : n);
