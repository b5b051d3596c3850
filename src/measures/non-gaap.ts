import type { Section } from "../books/statement-line.ts";
import { sign } from "../exact/rational.ts";
import {
  adjustmentAmount,
  adjustmentSum,
  adjustmentsOf,
  BEFORE_TAX,
  inCategory,
  outsideAdjustments,
  sectionOf,
  taxEffect,
  taxEffects,
} from "./adjustments.ts";
import { refer } from "./ask.ts";
import type { Working } from "./fact.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { availableToCommon, dilutedShares, dilutiveInterest } from "./per-share.ts";
import { rateOf } from "./rates.ts";
import { difference, isNumber, negation, none, quotient, same, sum } from "./working.ts";

/** The GAAP measures that have a non-GAAP one, and the sections whose adjustments are in it (MEA-51). */
export const BRIDGES: readonly {
  readonly of: string;
  readonly title: string;
  readonly sections: readonly Section[];
}[] = [
  { of: "revenue", title: "revenue", sections: ["revenue"] },
  { of: "gross-profit", title: "gross profit", sections: ["revenue", "cost-of-sales"] },
  {
    of: "operating-income",
    title: "operating income",
    sections: ["revenue", "cost-of-sales", "operating-expense"],
  },
  { of: "pre-tax-income", title: "income before income taxes", sections: BEFORE_TAX },
  { of: "net-income", title: "net income", sections: [...BEFORE_TAX, "tax", "discontinued"] },
];

const NON_GAAP = { basis: "non-GAAP", version: "definition" } as const;
const ALL: readonly Section[] = [...BEFORE_TAX, "tax", "discontinued"];

/** The categories with a row in these sections under the definition, in the order of the file. */
export const categoriesIn = (ask: Ask, sections: readonly Section[]): readonly string[] => [
  ...new Set(adjustmentsOf({ ...ask, member: {} }, sections).map((row) => row.category)),
];

/** One line for each category, so that the working reads as the reconciliation does. */
export const lineParts = (ask: Ask, name: string, sections: readonly Section[]): readonly Working[] =>
  categoriesIn(ask, sections).map((category) => refer(ask, name, { member: { ...ask.member, category } }));

/** From the GAAP measures to the non-GAAP ones, all from one list of adjustments. */
export function nonGaap(): readonly Measure[] {
  return [
    ...BRIDGES.flatMap(({ of, title, sections }) => [bridgeLine(of, title, sections), bridgeEnd(of, title, sections)]),
    ...taxLines(),
    ...nonGaapRates(),
    ...nonGaapPerShare(),
    ...items(),
  ];
}

const bridgeLine = (of: string, title: string, sections: readonly Section[]): Measure =>
  measure(
    `non-gaap-${of}-adjustment`,
    `Adjustments of ${title}`,
    `The entries with an adjustment's tag in its placement, of the placements that lie above ${title}; what is added to income reads as positive (MEA-51).`,
    (ask) => adjustmentSum(ask, `adjustments of ${title}`, adjustmentsOf(ask, sections)),
    { ...NON_GAAP, members: "categories" },
  );

const bridgeEnd = (of: string, title: string, sections: readonly Section[]): Measure =>
  measure(
    `non-gaap-${of}`,
    `Non-GAAP ${title}`,
    `The GAAP measure and its adjustments, a line for each category${of === "net-income" ? ", with their tax effect and what of them belongs to others as lines of their own (C&DI 102.11)" : ""}.`,
    (ask) =>
      sum(`${title} + adjustments`, [
        refer(ask, of),
        ...lineParts(ask, `non-gaap-${of}-adjustment`, sections),
        ...(of === "net-income"
          ? [refer(ask, "tax-effect-of-adjustments"), refer(ask, "nci-share-of-adjustments")]
          : []),
      ]),
    { ...NON_GAAP, members: of === "pre-tax-income" || of === "net-income" ? "group" : "parts" },
  );

function taxLines(): readonly Measure[] {
  return [
    measure(
      "tax-effect-of-adjustments",
      "Tax effect of adjustments",
      "Each pre-tax adjustment times the tax rate of its jurisdiction, turned: one line of its own (MEA-52, C&DI 102.11).",
      (ask) => taxEffects(ask, adjustmentsOf(ask, BEFORE_TAX)),
      { ...NON_GAAP, members: "categories" },
    ),
    measure(
      "nci-share-of-adjustments",
      "Adjustments that belong to non-controlling interests",
      "What of the adjustments of partly owned entities, after tax, belongs to others on the last day of each month.",
      (ask) => outsideAdjustments(ask, adjustmentsOf(ask, ALL)),
      { ...NON_GAAP, members: "categories" },
    ),
    measure(
      "non-gaap-income-tax",
      "Non-GAAP provision for income taxes",
      "The provision with the tax on the adjustments, and without the adjustments that are tax themselves.",
      (ask) =>
        difference("provision - tax effect of adjustments - adjustments placed in tax", [
          refer(ask, "income-tax"),
          refer(ask, "tax-effect-of-adjustments"),
          adjustmentSum(ask, "adjustments placed in tax", adjustmentsOf(ask, ["tax"])),
        ]),
      NON_GAAP,
    ),
  ];
}

function nonGaapRates(): readonly Measure[] {
  const parts = { ...NON_GAAP, members: "parts" } as const;
  return [
    rateOf(
      "non-gaap-gross-margin",
      "Non-GAAP gross margin",
      "Non-GAAP gross profit over non-GAAP revenue; the GAAP margin stands beside it (C&DI 102.10(a)).",
      "non-gaap-gross-profit",
      "non-gaap-revenue",
      parts,
    ),
    rateOf(
      "non-gaap-operating-margin",
      "Non-GAAP operating margin",
      "Non-GAAP operating income over non-GAAP revenue; the GAAP margin stands beside it (C&DI 102.10(a)).",
      "non-gaap-operating-income",
      "non-gaap-revenue",
      parts,
    ),
    rateOf(
      "non-gaap-effective-tax-rate",
      "Non-GAAP effective tax rate",
      "The non-GAAP provision over non-GAAP income before income taxes (MEA-42).",
      "non-gaap-income-tax",
      "non-gaap-pre-tax-income",
      NON_GAAP,
    ),
  ];
}

/** A loss under GAAP beside a profit that is not: the shares that GAAP leaves out dilute the other figure (REG-50h). */
function ownCount(ask: Ask): Working | undefined {
  const gaap = availableToCommon(ask, refer(ask, "net-income-continuing"));
  const own = availableToCommon(ask, refer(ask, "non-gaap-net-income"));
  if (!isNumber(gaap.value) || !isNumber(own.value)) return undefined;
  return sign(gaap.value) > 0 === sign(own.value) > 0 ? undefined : own;
}

function nonGaapPerShare(): readonly Measure[] {
  const each = { ...NON_GAAP, unit: "per-share" } as const;
  return [
    measure(
      "non-gaap-diluted-shares",
      "Weighted average shares, diluted, for non-GAAP measures",
      "The diluted shares of GAAP; its own count where one of the two incomes is a loss and the other is not (REG-50h).",
      (ask) => {
        const own = ownCount(ask);
        return own === undefined ? same("as under GAAP", refer(ask, "diluted-shares")) : dilutedShares(ask, own);
      },
      { ...NON_GAAP, unit: "shares" },
    ),
    measure(
      "non-gaap-dilutive-interest",
      "Interest saved by conversion, for non-GAAP measures",
      "What the convertibles in the non-GAAP share count would no longer cost, after tax.",
      (ask) => {
        const own = ownCount(ask);
        return own === undefined ? same("as under GAAP", refer(ask, "dilutive-interest")) : dilutiveInterest(ask, own);
      },
      NON_GAAP,
    ),
    measure(
      "non-gaap-diluted-eps",
      "Non-GAAP diluted earnings per share",
      "Non-GAAP net income and interest saved by conversion over the non-GAAP diluted shares.",
      (ask) =>
        quotient(
          "(non-GAAP net income + interest saved) / shares",
          sum("non-GAAP net income + interest saved", [
            availableToCommon(ask, refer(ask, "non-gaap-net-income")),
            refer(ask, "non-gaap-dilutive-interest"),
          ]),
          refer(ask, "non-gaap-diluted-shares"),
        ),
      each,
    ),
    lineEach("non-gaap-diluted-eps-adjustment", "Adjustments, per share", "non-gaap-net-income-adjustment"),
    lineEach(
      "tax-effect-of-adjustments-per-share",
      "Tax effect of adjustments, per share",
      "tax-effect-of-adjustments",
    ),
    lineEach(
      "nci-share-of-adjustments-per-share",
      "Adjustments of non-controlling interests, per share",
      "nci-share-of-adjustments",
    ),
    measure(
      "share-count-effect-per-share",
      "Effect of the other number of shares, per share",
      "What remains between the two earnings per share where their share counts differ; nil where they do not.",
      shareCountEffect,
      each,
    ),
  ];
}

const lineEach = (name: string, title: string, of: string): Measure =>
  measure(
    name,
    title,
    "The line of the reconciliation of net income over the shares of non-GAAP earnings per share (MEA-53), never rounded to add up.",
    (ask) => quotient("line / shares", refer(ask, of), refer(ask, "non-gaap-diluted-shares", { member: {} })),
    { ...NON_GAAP, unit: "per-share", members: "categories" },
  );

function shareCountEffect(ask: Ask): Working {
  if (ownCount(ask) === undefined) return none("both are reckoned with the same shares");
  return difference("non-GAAP - GAAP - lines", [
    refer(ask, "non-gaap-diluted-eps"),
    refer(ask, "diluted-eps"),
    ...lineParts(ask, "non-gaap-diluted-eps-adjustment", ALL),
    refer(ask, "tax-effect-of-adjustments-per-share"),
    refer(ask, "nci-share-of-adjustments-per-share"),
  ]);
}

/** What the ledger holds under the tags of a category, whether or not a definition takes it out: stock compensation before and after tax. */
function items(): readonly Measure[] {
  const rows = (ask: Ask) => ask.desk.books.adjustments.filter((row) => inCategory(ask, row));
  const lines = { members: "categories" } as const;
  return [
    measure(
      "item",
      "Items by category",
      "The entries with the tags of a category in their placements, before tax, whatever the definitions take out; an expense reads as positive.",
      (ask) =>
        sum(
          "items",
          rows(ask).map((row) => adjustmentAmount(ask, row)),
        ),
      lines,
    ),
    measure(
      "item-tax-effect",
      "Tax effect of items",
      "The items before tax times the tax rate of their jurisdiction, as a positive amount where they lower tax.",
      (ask) =>
        negation(
          "tax effects, turned",
          sum(
            "tax effects",
            rows(ask)
              .filter((row) => BEFORE_TAX.includes(sectionOf(row)))
              .map((row) => taxEffect(ask, row)),
          ),
        ),
      lines,
    ),
    measure(
      "item-after-tax",
      "Items after tax",
      "The items less their tax effect.",
      (ask) => difference("items - tax effect", [refer(ask, "item"), refer(ask, "item-tax-effect")]),
      lines,
    ),
    measure(
      "item-after-tax-per-share",
      "Items after tax, per share",
      "The items less their tax effect over diluted shares (MEA-53, MEA-56).",
      (ask) =>
        quotient(
          "items after tax / shares",
          refer(ask, "item-after-tax"),
          refer(ask, "diluted-shares", { member: {} }),
        ),
      { ...lines, unit: "per-share" },
    ),
  ];
}
