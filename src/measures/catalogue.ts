import { balanceSheet } from "./balance-sheet.ts";
import { cashFlow } from "./cash-flow.ts";
import { growthOf } from "./growth.ts";
import { incomeStatement } from "./income-statement.ts";
import type { Desk, Measure } from "./measure.ts";
import { perShare } from "./per-share.ts";

/** Every measure that one set of books has, in the order of a release: statements, rates, per share, non-GAAP, growth, the company's own. */
export function catalogue(_desk: Desk): readonly Measure[] {
  const amounts = [...incomeStatement(), ...balanceSheet(), ...cashFlow(), ...perShare()];
  return [...amounts, ...growthOf(amounts)];
}
