import type { Company, ShareRow } from "../books/books.ts";
import { daysOf, type FiscalPeriod, periodOf, quarterCodes } from "../books/periods.ts";
import { add, compare, divide, type Rational, sign } from "../exact/rational.ts";
import {
  averagePrice,
  incrementalShares,
  isPriced,
  type Potential,
  potentialsOf,
  type Stretch,
  savedInterest,
} from "./_share-register.ts";
import type { Working } from "./fact.ts";
import { count, isNumber, none, orZero, product, quotient, sum } from "./working.ts";

type PriceOf = (stretch: Stretch) => Working;

/** One security that could become shares, over one period. */
interface Candidate {
  readonly name: string;
  readonly shares: Working;
  readonly interest: Working;
}

/** Which potential shares are in diluted earnings per share, and which are left out, in the order that they were tried. */
export interface Dilution {
  readonly shares: readonly Working[];
  readonly interest: readonly Working[];
}

/**
 * The sequence of ASC 260-10-45-18: what dilutes most first, each kept while earnings per share fall. A control number that is no profit lets nothing in
 * (45-19). Undefined where a number that is needed is not there.
 */
export function dilution(
  company: Company,
  rows: readonly ShareRow[],
  span: FiscalPeriod,
  control: Rational,
  basic: Rational,
): Dilution | undefined {
  const prices = new Map<string, Working>();
  const priceOf: PriceOf = (stretch) => {
    const price = prices.get(stretch.end) ?? averagePrice(rows, stretch);
    prices.set(stretch.end, price);
    return price;
  };
  const candidates = potentialsOf(rows, span).map((row) => candidateOf(company, rows, span, row, priceOf));
  if (!candidates.every((one) => isNumber(one.shares.value) && isNumber(one.interest.value))) return undefined;
  if (sign(control) <= 0)
    return { shares: candidates.map((one) => leftOut(one, "the control number is no profit")), interest: [] };
  const ordered = candidates
    .filter((one) => sign(orZero(one.shares.value)) > 0)
    .map((one) => ({ one, each: divide(orZero(one.interest.value), orZero(one.shares.value)) }))
    .sort((a, b) => compare(a.each, b.each));
  const shares: Working[] = candidates.filter((one) => sign(orZero(one.shares.value)) <= 0).map((one) => one.shares);
  const interest: Working[] = [];
  let earnings = control;
  let outstanding = basic;
  let open = true;
  for (const { one, each } of ordered) {
    open = open && sign(outstanding) > 0 && compare(each, divide(earnings, outstanding)) < 0;
    if (!open) {
      shares.push(leftOut(one, "antidilutive"));
      continue;
    }
    shares.push(one.shares);
    if (sign(orZero(one.interest.value)) !== 0) interest.push(one.interest);
    earnings = add(earnings, orZero(one.interest.value));
    outstanding = add(outstanding, orZero(one.shares.value));
  }
  return { shares, interest };
}

const leftOut = (one: Candidate, why: string): Working => none(`${one.name}: left out, ${why}`, "nil", [one.shares]);

function candidateOf(
  company: Company,
  rows: readonly ShareRow[],
  span: FiscalPeriod,
  row: Potential,
  priceOf: PriceOf,
): Candidate {
  const shares = isPriced(row)
    ? averaged(company, rows, span, row, priceOf)
    : incrementalShares(rows, row, span, priceOf);
  return { name: row.name, shares, interest: savedInterest(row, span, yearPart(span)) };
}

/**
 * Over more than a quarter, the mean of the quarters' own incremental shares weighted by their days, whether or not a quarter had a loss that kept
 * them out of its own figure (ASC 260-10-55-3, 55-3A, 55-3B).
 */
function averaged(
  company: Company,
  rows: readonly ShareRow[],
  span: FiscalPeriod,
  row: Potential,
  priceOf: PriceOf,
): Working {
  const codes = quarterCodes(span.code);
  if (codes.length < 2) return incrementalShares(rows, row, span, priceOf);
  const quarters = codes.flatMap((code) => periodOf(company, code) ?? []);
  const parts = quarters.map((quarter) =>
    product(`${row.name} in ${quarter.code}, times its days`, [
      incrementalShares(rows, row, quarter, priceOf),
      count("days", daysOf(quarter)),
    ]),
  );
  if (parts.some((part) => !isNumber(part.value)))
    return none(`${row.name}: a quarter has no market price`, "nil", parts);
  return quotient(`${row.name}: mean of the quarters`, sum("quarters", parts), count("days", daysOf(span)));
}

/** Interest is borne by quarters and twelfths of the year, as bonds count it, not by days. */
export function yearPart(span: FiscalPeriod): Working {
  const quarters = quarterCodes(span.code).length;
  return quarters === 0
    ? quotient("part of the year", count("months", span.months.length), count("months of a year", 12))
    : quotient("part of the year", count("quarters", quarters), count("quarters of a year", 4));
}
