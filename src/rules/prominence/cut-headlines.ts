import { anyCase, type Pattern, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import type { Part } from "../reading/part.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";

/** "Adjusted EBITDA up | 17% to $12.1 million": a line of the headline that its layout has cut where the figures begin. */
export const GOES_ON: Pattern = anyCase(
  /\b(?:up|down|over|of|to|by|at|was|were|grew|rose|fell|increased|decreased|reached|from)$/,
);

/** What may stand above the body of a release. */
const HEADS: ReadonlySet<Part> = new Set<Part>(["headline", "wire", "contacts"]);

/** The lines of the headline that are so cut and give a measure of the company's own. */
const cutLines = remembered(({ tables, passages }: Disclosure): readonly CutLine[] => {
  const body = passages.find(({ part }) => !HEADS.has(part))?.block ?? 0;
  return tables
    .filter(({ block }) => block < body)
    .flatMap(({ rows, reading: { block } }) =>
      rows
        .filter((r) => r.named?.basis === "non-GAAP" && GOES_ON.test(r.label))
        .map((r) => ({ ...r, line: (block.rows[r.row]?.cells ?? []).map(({ cell }) => cell.text.text).join(" ") })),
    );
});
interface CutLine extends RuleRow {
  /** All of its words and figures. */
  readonly line: string;
}

/** Those of them for which nothing under GAAP is named in the headline. */
function bareLines(disclosure: Disclosure): readonly CutLine[] {
  const above = disclosure.mentions.filter(({ part }) => part === "headline");
  return cutLines(disclosure).filter(
    ({ named }) => !above.some((m) => m.family === named!.family || isHeldAgainst(named!.family, m.family, disclosure)),
  );
}

/** The lines of the headline that are so cut and give a measure of the company's own, where none of the headline names the one under GAAP. */
export const cutHeadlines = (disclosure: Disclosure): readonly Found[] =>
  toldOnce(disclosure, bareLines(disclosure), ({ named, figures }) => {
    const { words } = heldAgainst(named!.family, disclosure);
    return {
      message: `The headline gives ${quoted(named!.name)} and not ${words}.`,
      remedy: `Give ${words} in the headline as well, before the measure of the company's own, or leave that one out of it.`,
      figures: figures.slice(0, 1).map((f) => f.id),
    };
  });

/** The same lines, where they call it a record. */
export const cutPraise = (disclosure: Disclosure): readonly Found[] =>
  toldOnce(
    disclosure,
    bareLines(disclosure).filter(({ line, named }) => says(RECORD, line.slice(named!.to))),
    ({ named, figures }) => {
      const { words } = heldAgainst(named!.family, disclosure);
      return {
        message: `The headline praises ${quoted(named!.name)} as a record, a streak or the like, and says nothing so of ${words}.`,
        remedy: `Characterise ${words} as prominently, or take the word out.`,
        figures: figures.slice(0, 1).map((f) => f.id),
      };
    },
  );
/** "Up 17% to a record $12.1 million": of what the line goes on with, and of no other measure. */
const RECORD = anyCase(/^ ?[^;]{0,60}\b(?:to|of|at) (?:an? |the )?(?:new )?(?:\w+ )?(?:record|all[- ]time)\b/);
