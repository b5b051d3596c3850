import { anyCase, type Pattern } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import type { Part } from "../reading/part.ts";
import type { Found } from "../rule.ts";

/** "Adjusted EBITDA up | 17% to $12.1 million": a line of the headline that its layout has cut where the figures begin. */
export const GOES_ON: Pattern = anyCase(
  /\b(?:up|down|over|of|to|by|at|was|were|grew|rose|fell|increased|decreased|reached|from)$/,
);

/** What may stand above the body of a release. */
const HEADS: ReadonlySet<Part> = new Set<Part>(["headline", "wire", "contacts"]);

/** The lines of the headline that are so cut and give a measure of the company's own, where none of the headline names the one under GAAP. */
export function cutHeadlines(disclosure: Disclosure): readonly Found[] {
  const { tables, mentions, passages } = disclosure;
  const above = mentions.filter(({ part }) => part === "headline");
  const body = passages.find(({ part }) => !HEADS.has(part))?.block ?? 0;
  const cut = tables
    .filter(({ block }) => block < body)
    .flatMap(({ rows }) => rows.filter((r) => r.named?.basis === "non-GAAP" && GOES_ON.test(r.label)))
    .filter(
      ({ named }) =>
        !above.some((m) => m.family === named!.family || isHeldAgainst(named!.family, m.family, disclosure)),
    );
  return toldOnce(disclosure, cut, ({ named, figures }) => {
    const { words } = heldAgainst(named!.family, disclosure);
    return {
      message: `The headline gives ${quoted(named!.name)} and not ${words}.`,
      remedy: `Give ${words} in the headline as well, before the measure of the company's own, or leave that one out of it.`,
      figures: figures.slice(0, 1).map((f) => f.id),
    };
  });
}
