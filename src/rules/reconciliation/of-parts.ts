import type { Family } from "../names/family.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, type Mention } from "../reading/mention.ts";
import { idsOf, isOfPart, ownQuoted } from "../reading/own-measure.ts";
import { RESULTS } from "../reading/placed.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";
import { isReconciled } from "./reconciled.ts";

/**
 * What a part of the company has earned on a basis of its own, told beside what it has earned under GAAP: that one is the measure of ASC 280 then, and
 * this one is reconciled like any other (C&DI 104.03). The tables reconcile the whole alone, and none has the amount.
 */
export function ofPartsUnreconciled(disclosure: Disclosure): readonly Found[] {
  const { mentions, tables } = disclosure;
  const own = mentions.filter(
    (m) => m.basis === "non-GAAP" && !m.ahead && OF_PARTS.has(m.family) && RESULTS.has(m.part) && isOfPart(m),
  );
  const all = own.filter((m) => {
    const [amount] = m.figures.filter(isMoney);
    return (
      amount?.measured !== undefined &&
      isToldBeside(m, mentions, disclosure) &&
      (isReconciled(m, disclosure) || isComplete(disclosure)) &&
      !tables.some((t) => t.rows.some((r) => r.figures.some((f) => isSameAmount(f, amount.measured!))))
    );
  });
  return toldOnce(disclosure, all, (m) => ({
    message: `${ownQuoted(m)} is given of a part of the company, beside what it has earned under GAAP; ${isReconciled(m, disclosure) ? "the reconciliation of the whole does not have the amount, and nothing else" : "no table has the amount, and nothing"} reconciles it.`,
    remedy: "Reconcile it for each part with what the part has earned under GAAP, or leave it out.",
    figures: idsOf([m]),
  }));
}

/** What a segment is measured by under GAAP as well; revenue and the rest have tables of other kinds. */
const OF_PARTS: ReadonlySet<Family> = new Set<Family>(["operating-income", "gross-profit", "pre-tax-income"]);

const isToldBeside = (own: Mention, mentions: readonly Mention[], disclosure: Disclosure): boolean =>
  mentions.some(
    (m) =>
      m.block === own.block &&
      m.basis === "GAAP" &&
      isOfPart(m) &&
      m.figures.some(isMoney) &&
      isHeldAgainst(own.family, m.family, disclosure),
  );
