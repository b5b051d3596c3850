import { absolute, add, isCloser, type Rational } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import { listed, toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { waysTo } from "../reading/led.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";
import { groupOf, isReconciled } from "./reconciled.ts";
import { waysOf } from "./ways.ts";

/**
 * The earnings of twelve months that a table divides debt by, where the release reconciles the measure for other periods and no reconciliation comes
 * to one of these amounts, nor to quarters that add up to it. One finding for all of them.
 */
export function dividedUnled(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const shown = disclosure.tables
    .filter((t) => t.kind !== "guidance" && t.rows.some(isLeverage))
    .flatMap((t) =>
      t.rows.flatMap((r) => {
        const unled = unledOf(r, t, disclosure);
        return unled.length === 0 ? [] : [{ ...r, table: t.table, unled, isAll: unled.length === amountsOf(r).length }];
      }),
    );
  return toldOnce(disclosure, shown, ({ label, table, unled, isAll }) => ({
    message: `Table ${table} divides debt by ${quoted(label)}, and no reconciliation comes to ${isAll ? "its amounts" : listed(unled.map(({ text }) => text))}, though one leads to the measure for other periods.`,
    remedy: "Reconcile the measure for the twelve months as well.",
    figures: unled.slice(0, 1).map((f) => f.id),
  }));
}

const isLeverage = ({ named, figures }: RuleRow): boolean => named?.family === "leverage" && figures.length > 0;
const EARNINGS: ReadonlySet<Family> = new Set<Family>(["ebitda", "ebit"]);
/** An amount of fewer digits is printed elsewhere by chance. */
const DIGITS = 3;

const amountsOf = ({ figures }: RuleRow): readonly Figure[] =>
  figures.filter((f) => isMoney(f) && f.text.replace(/\D/g, "").length >= DIGITS);

/** The amounts of a row that nothing leads to. */
function unledOf(row: RuleRow, table: RuleTable, disclosure: Disclosure): readonly Figure[] {
  const { named } = row;
  if (named === undefined || !isOwn(row) || !EARNINGS.has(named.family)) return [];
  const amounts = amountsOf(row);
  const group = groupOf(named.family);
  if (amounts.length === 0 || !isReconciled(named, disclosure)) return [];
  if (group.some((f) => waysOf(table, false).has(f))) return [];
  const others = disclosure.tables.filter((t) => t !== table).flatMap(({ rows }) => rows);
  const kin = others.filter((r) => r.named !== undefined && group.includes(r.named.family));
  if (kin.length === 0) return [];
  return amounts.filter(
    (amount) =>
      waysTo(group, [amount], disclosure).length === 0 &&
      !others.some((r) => r.figures.some((f) => isSameAmount(f, amount.measured!))) &&
      !kin.some((r) => isSummed(r, [amount])),
  );
}

/** Four quarters side by side are looked for among so many amounts of a row. */
const MOST = 12;

/** Whether four amounts of a row in turn add up to one of the amounts. */
function isSummed({ figures }: RuleRow, amounts: readonly Figure[]): boolean {
  const values = figures.flatMap(({ measured }) => measured?.value ?? []).slice(0, MOST);
  const sums = values.flatMap((_, i): readonly Rational[] => {
    const four = values.slice(i, i + QUARTERS);
    return four.length < QUARTERS ? [] : [four.reduce(add)];
  });
  return amounts.some(({ measured }) =>
    sums.some((sum) => isCloser(absolute(sum), absolute(measured!.value), measured!.quantum)),
  );
}
const QUARTERS = 4;
