import type { Company } from "../books/books.ts";
import { balanceSheet } from "./balance-sheet.ts";
import { cashFlow } from "./cash-flow.ts";
import { constantCurrency } from "./constant-currency.ts";
import { earnings } from "./earnings.ts";
import { growthOf } from "./growth.ts";
import { incomeStatement } from "./income-statement.ts";
import type { Measure } from "./measure.ts";
import { nonGaap } from "./non-gaap.ts";
import { organic } from "./organic.ts";
import { perShare } from "./per-share.ts";
import { leverage, rates } from "./rates.ts";
import { unequalPeriods } from "./unequal-periods.ts";

/** Every measure that any set of books has, in the order of a release; how a company does what can be done in two ways is in the definitions. */
export function catalogue(company: Company): readonly Measure[] {
  const amounts = [
    ...incomeStatement(),
    ...balanceSheet(),
    ...cashFlow(),
    ...rates(),
    ...perShare(),
    ...nonGaap(),
    ...earnings(),
    ...leverage(),
  ];
  return [...amounts, ...growthOf(amounts), ...constantCurrency(company), ...organic(company), ...unequalPeriods()];
}
