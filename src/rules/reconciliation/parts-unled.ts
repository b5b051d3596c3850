import type { Disclosure } from "../reading/disclosure.ts";
import type { Found } from "../rule.ts";
import { calledOwnUnled } from "./called-own.ts";
import { assetValuesUnled } from "./net-asset-values.ts";
import { netDebtBare } from "./net-debt-bare.ts";
import { otherDates } from "./other-dates.ts";
import { proFormaLeverage } from "./pro-forma-leverage.ts";
import { restrictedRows } from "./restricted-rows.ts";
import { segmentTotalsUnled } from "./segment-totals.ts";
import { trailingHeadsUnled } from "./trailing-heads.ts";

/** What only the release has a name for, what is owed or what assets are worth at another date, what a part of the business earns, what a ratio is made up of, and what segments add up to, where nothing leads to it. */
export const partsUnled = (disclosure: Disclosure): readonly Found[] => [
  ...calledOwnUnled(disclosure),
  ...assetValuesUnled(disclosure),
  ...netDebtBare(disclosure),
  ...otherDates(disclosure),
  ...proFormaLeverage(disclosure),
  ...restrictedRows(disclosure),
  ...segmentTotalsUnled(disclosure),
  ...trailingHeadsUnled(disclosure),
];
