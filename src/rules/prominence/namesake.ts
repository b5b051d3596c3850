import { bareName, isNamesake, namesakesIn } from "../names/namesake.ts";
import { anyCase } from "../pattern.ts";
import { passageAt } from "../reading/by-block.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isRate, type Mention } from "../reading/mention.ts";
import type { Sentence } from "../reading/passage.ts";
import type { Place } from "../reading/place.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { areOfOnePeriod } from "./by-statement.ts";

/**
 * Whether the sentence of a measure, or the bullet or paragraph right before, gives what has the same name without the words that make the measure the company's own: it is
 * the counterpart, whatever else the names are taken for. Where growth is told, its change is wanted as well. It is asked last, of what would be told to be missing.
 */
export function isBesideNamesake(own: Mention, place: Place, isOfGrowth: boolean, disclosure: Disclosure): boolean {
  const bare = own.ahead ? undefined : bareName(own.name);
  if (bare === undefined) return false;
  const passage = passageAt(own.block, disclosure);
  const here = passage?.sentences.filter(({ text }) => text === own.sentence) ?? [];
  const before = place.blocks.has(own.block - 1) ? (passageAt(own.block - 1, disclosure)?.sentences ?? []) : [];
  return [...here, ...before].some((sentence) =>
    namesakesIn(withoutOwn(sentence), bare).some((behind) => !isOfGrowth || CHANGES.test(behind)),
  );
}

/** A sentence without the names that it has for measures of the company's own: one of them may be called by no such word, as that of the year before. */
const withoutOwn = ({ text, mentions }: Sentence): string =>
  mentions
    .filter(({ basis }) => basis === "non-GAAP")
    .toSorted((a, b) => b.from - a.from)
    .reduce((rest, { from, to }) => `${rest.slice(0, from)}; ${rest.slice(to)}`, text);
const CHANGES = anyCase(
  /\b(?:compar\w+|versus|vs|up|down|from|increas\w+|decreas\w+|improv\w+|higher|lower|grew|fell|rose|unchanged|flat|consistent|same)\b|\d ?%/,
);

/** The label of a row, without what the sections above it are called. */
const calledAt = ({ row, label }: RuleRow, { reading: { meaning } }: RuleTable): string =>
  meaning.rows[row]?.label ?? label;

/** Whether a row of the same table is a ratio that is called like that of the company's own without the words that make it so. */
export function hasNamesakeRow(own: RuleRow, table: RuleTable): boolean {
  const bare = bareName(calledAt(own, table));
  return (
    bare !== undefined &&
    table.rows.some(
      (r) =>
        r !== own &&
        r.named?.basis !== "non-GAAP" &&
        r.figures.some((figure) => isRate(figure)) &&
        areOfOnePeriod(r.figures, own.figures) &&
        isNamesake(calledAt(r, table), bare),
    )
  );
}
