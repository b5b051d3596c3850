import { samePeriod } from "../../calendar/period.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isReconciliation, isStated } from "../reading/led.ts";
import { isMoney } from "../reading/mention.ts";
import { isOwnStatement } from "../reading/own-statement.ts";
import { isOfWhole, isOwn, type RuleRow } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { remembered } from "../remembered.ts";
import { PER_SHARE } from "./ways.ts";

/**
 * Whether a table that is told as a reconciliation comes to an amount of the measure, in a row that is not called by another one's name: then
 * its lines lead there, though layouts that nobody foresaw hide their sum. What a share earns stands beside many reconciliations that do not
 * lead to it (C&DI 102.05), so that it is not traced so.
 */
export function isTraced(
  { family }: Named,
  group: readonly Family[],
  figures: readonly Figure[],
  disclosure: Disclosure,
): boolean {
  if (PER_SHARE.has(family)) return false;
  const amounts = figures.filter((f) => isMoney(f) && f.kind !== "per-share" && digitsOf(f).length >= DIGITS);
  return (
    amounts.length > 0 &&
    endRows(disclosure).some(
      ({ named, figures: printed }) =>
        (named === undefined || group.includes(named.family)) &&
        amounts.some((amount) => printed.some((f) => isOfOnePeriod(f, amount) && isSameAmount(f, amount.measured!))),
    )
  );
}

/** An amount of fewer digits is printed somewhere by chance. */
const DIGITS = 3;
const digitsOf = ({ text }: Figure): string => text.replace(/\D/g, "").replace(/^0+/, "");

const isOfOnePeriod = ({ period }: Figure, other: Figure): boolean =>
  period === undefined || other.period === undefined || samePeriod(period, other.period);

/** The rows of reconciliations that begin with amounts of the statements: what their lines can lead to. */
const endRows = remembered((disclosure: Disclosure): readonly RuleRow[] =>
  [...new Set([...disclosure.tables, ...disclosure.parted.wholes])]
    .filter((t) => t.kind !== "statement" && !isOwnStatement(t) && isReconciliation(t))
    .flatMap(({ rows }) => {
      const [from, , ...ends] = rows.filter(({ figures }) => figures.length > 0);
      if (from === undefined || isOwn(from) || !isStated(from, disclosure)) return [];
      return ends.filter((row) => !isOfWhole(row) && !isStated(row, disclosure));
    }),
);
