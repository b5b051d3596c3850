import { samePeriod } from "../../calendar/period.ts";
import { absolute, divide, isCloser, rational, sign } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import { type Family, RATES } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import { digitsPrinted } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isSetInCents, waysLed, waysTo } from "../reading/led.ts";
import { printsStatement } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";
import { PER_SHARE } from "./ways.ts";

/** Whether lines of some table lead to one of the amounts of a measure of the company's own, or to what its ratio is of, whatever the tables call it. */
export const isLedTo = (
  { family }: Named,
  families: readonly Family[],
  figures: readonly Figure[],
  disclosure: Disclosure,
): boolean =>
  RATES.has(family)
    ? isRatioOfLed(
        figures.filter(({ measured }) => measured?.unit === "ratio"),
        disclosure,
      )
    : waysTo(
        families,
        figures.filter((f) => (PER_SHARE.has(family) ? isSetInCents(f) : f.kind !== "per-share")),
        disclosure,
      ).length > 0;

/** A ratio of so few digits is that of some two amounts by chance. */
const DIGITS = 3;

/** Whether the ratios are those of amounts that a table leads to over revenue, or over others that one leads to. */
function isRatioOfLed(ratios: readonly Figure[], disclosure: Disclosure): boolean {
  const all = ratiosLed(disclosure);
  const digits = (some: readonly Figure[]): number => [...new Set(some.map(digitsPrinted))].join("").length;
  return [...new Set(all.map(({ of }) => of))].some((of) => {
    const met = ratios.filter((f) => all.some((one) => one.of === of && isRounded(one.ratio, f.measured!)));
    return digits(met) >= DIGITS;
  });
}

const isRounded = (ratio: Measured["value"], { value, quantum }: Measured): boolean =>
  isCloser(absolute(ratio), absolute(value), divide(quantum, rational(3n, 2n)));

interface Ratio {
  readonly ratio: Measured["value"];
  /** What is divided, the same for each of its periods. */
  readonly of: object;
}

/** What each table leads to, over revenue of the same period. */
const ratiosLed = remembered((disclosure: Disclosure): readonly Ratio[] => {
  // A segment's amounts are no part of the revenue of the company.
  const revenues = disclosure.tables
    .filter(printsStatement)
    .flatMap(({ rows }) =>
      rows.flatMap(({ named, figures }) => (named?.family === "revenue" && named.basis === "GAAP" ? figures : [])),
    );
  return waysLed(disclosure).flatMap(({ to, ends }) =>
    ends.flatMap(({ to: end }) =>
      revenues.flatMap((revenue) =>
        isOfOne(end, revenue) ? [{ ratio: divide(end.measured!.value, revenue.measured!.value), of: to }] : [],
      ),
    ),
  );
});

const isOfOne = (a: Figure, b: Figure): boolean =>
  a.period !== undefined &&
  b.period !== undefined &&
  samePeriod(a.period, b.period) &&
  a.measured?.unit === b.measured?.unit &&
  b.measured !== undefined &&
  sign(b.measured.value) !== 0;
