import type { Figure } from "../figures/figure.ts";
import type { BoundLists } from "./bound-lists.ts";
import { directionsByRow } from "./direction-row.ts";
import { proseComparisons } from "./prose-comparison.ts";
import { proseDirections } from "./prose-direction.ts";
import { proseExpenseShares } from "./prose-expense-share.ts";
import { proseGrowthBridges } from "./prose-growth-bridge.ts";
import { proseGrowthParts } from "./prose-growth-parts.ts";
import { prosePerShare } from "./prose-per-share.ts";
import { proseProse } from "./prose-prose.ts";
import { proseRecords } from "./prose-record.ts";
import { sceneOf } from "./prose-scene.ts";
import { proseShareCounts } from "./prose-share-count.ts";
import { proseTable } from "./prose-table.ts";
import { proseTaxRates } from "./prose-tax-rate.ts";
import { proseTwice } from "./prose-twice.ts";
import type { Relation } from "./relation.ts";
import type { WholeSentence } from "./sentence-atoms.ts";
import { sharePairs } from "./share-count.ts";
import type { SheetSource } from "./sheet.ts";

/** Everything that sentences propose: about their own figures, about tables, and about each other. */
export function proseRelations(
  { groups, rows }: BoundLists,
  tables: readonly SheetSource[],
  figures: readonly Figure[],
  sentences: readonly WholeSentence[] = [],
): readonly Relation[] {
  const scene = sceneOf(groups, tables, figures);
  const pairs = sharePairs(groups, figures);
  return [
    ...proseComparisons(groups, figures),
    ...proseDirections(groups, figures),
    ...directionsByRow(groups, sentences, scene.index, figures),
    ...proseRecords(groups, sentences, scene.index, figures),
    ...proseTable(groups, scene),
    ...proseTable(rows, scene),
    ...prosePerShare(groups, scene.index, figures),
    ...proseGrowthBridges(groups, figures),
    ...proseGrowthParts(groups, scene.index, figures),
    ...proseShareCounts(pairs, figures),
    ...proseExpenseShares(pairs, scene.index, figures),
    ...proseTaxRates(groups, scene.index, figures),
    ...proseProse(groups, figures),
    ...proseTwice(groups, scene),
  ];
}
