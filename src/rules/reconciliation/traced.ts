import { samePeriod } from "../../calendar/period.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import { digitsPrinted } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isReconciliation, isStated } from "../reading/led.ts";
import { isMoney } from "../reading/mention.ts";
import { isOwnStatement } from "../reading/own-statement.ts";
import { isOfWhole, isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { remembered } from "../remembered.ts";
import { PER_SHARE } from "./ways.ts";

/**
 * Whether a table that is told as a reconciliation comes to an amount of the measure, in a row that is called by its name, or that ends the table or
 * a section of it and is called by no other one's: then its lines lead there, though layouts that nobody foresaw hide their sum. What a share earns
 * stands beside many reconciliations that do not lead to it (C&DI 102.05), so that it is not traced so.
 */
export function isTraced(
  { family }: Named,
  group: readonly Family[],
  figures: readonly Figure[],
  disclosure: Disclosure,
): boolean {
  if (PER_SHARE.has(family)) return false;
  const amounts = figures.filter((f) => isAmount(f) && digitsPrinted(f).length >= DIGITS);
  return (
    amounts.length > 0 &&
    endRows(disclosure).some(
      ({ row: { named, figures: printed }, isLast }) =>
        (named === undefined ? isLast : group.includes(named.family)) &&
        amounts.some((amount) => printed.some((f) => isOfOnePeriod(f, amount) && isSameAmount(f, amount.measured!))),
    )
  );
}

/** An amount of fewer digits is printed somewhere by chance. */
const DIGITS = 3;

const isOfOnePeriod = ({ period }: Figure, other: Figure): boolean =>
  period === undefined || other.period === undefined || samePeriod(period, other.period);

/** A row that lines can lead to, and whether it is the last amount of its table or of a section: an item of another measure's stands between. */
interface End {
  readonly row: RuleRow;
  readonly isLast: boolean;
}

/** The rows of reconciliations that begin with amounts of the statements: what their lines can lead to. */
const endRows = remembered((disclosure: Disclosure): readonly End[] =>
  [...new Set([...disclosure.tables, ...disclosure.parted.wholes])]
    .filter((t) => t.kind !== "statement" && !isOwnStatement(t) && isReconciliation(t))
    .flatMap((table) => {
      const [from, , ...ends] = table.rows.filter(({ figures }) => figures.length > 0);
      if (from === undefined || isOwn(from) || !isStated(from, disclosure)) return [];
      return ends
        .filter((row) => !isOfWhole(row) && !isStated(row, disclosure))
        .map((row) => ({ row, isLast: isLastAmount(row, table) }));
    }),
);

/** Whether no amount stands below a row but those of a new section; rates, parts of a share and counts may. */
function isLastAmount({ row }: RuleRow, { rows, reading: { meaning } }: RuleTable): boolean {
  const next = rows.find((other) => other.row > row && other.figures.some(isAmount))?.row;
  return next === undefined || meaning.rows.slice(row + 1, next).some(({ kind }) => kind === "section");
}
const isAmount = (f: Figure): boolean => isMoney(f) && f.kind !== "per-share";
