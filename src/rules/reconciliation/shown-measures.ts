import type { Figure } from "../../tieout/figures/figure.ts";
import type { Named } from "../names/lexicon.ts";
import { inSmall } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { idsOf, ownMeasures, ownQuoted, quoted } from "../reading/own-measure.ts";
import { isOwnStatement } from "../reading/own-statement.ts";
import { RESULTS } from "../reading/placed.ts";
import { isOwn, type RuleRow } from "../reading/rule-table.ts";
import { TANGIBLE } from "./computed.ts";

/** A measure of the company's own at one of the places that show it. */
export interface Shown {
  readonly own: Named;
  readonly amounts: readonly Figure[];
  /** As the message quotes it: a row by its label. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly string[];
  /** Whether it is looked at where a place before it has the same fault, and is no fault that anyone is told of by itself. */
  readonly isAgainOnly: boolean;
}

const hasCome = ({ period, where }: Figure, { context: { reportEnd } }: Disclosure): boolean =>
  where.kind === "table" && period !== undefined && reportEnd !== undefined && period.end <= reportEnd;

/** Banks print their key figures behind the statements, and what is tangible among them is in no statement. */
const isOfKeyFigures = ({ named }: RuleRow): boolean => named !== undefined && TANGIBLE.has(named.family);

/** What shows a measure of the company's own: the prose of results, and the rows of tables of results. */
export function shownMeasures(disclosure: Disclosure): readonly Shown[] {
  const said = [...ownMeasures(disclosure).values()].flat().map(
    (m): Shown => ({
      own: m,
      amounts: m.figures,
      words: ownQuoted(m),
      start: m.start,
      end: m.end,
      figures: idsOf([m]),
      isAgainOnly: false,
    }),
  );
  const again = new Set(
    disclosure.tables
      .filter((t) => t.kind === "figures" && t.part === "statements" && !isOwnStatement(t))
      .flatMap((t) => t.rows.filter((r) => !isOfKeyFigures(r))),
  );
  const tabled = disclosure.tables
    .flatMap((t) => {
      if (t.kind === "reconciliation" || isOwnStatement(t)) return t.rows;
      // What is guided for stands beside what came, which is a result.
      if (t.kind === "guidance") return t.rows.filter((r) => r.figures.some((f) => hasCome(f, disclosure)));
      if (t.kind !== "figures") return [];
      return RESULTS.has(t.part) || t.part === "statements" ? t.rows : [];
    })
    .filter((r) => isOwn(r) && !/\bsegments?\b/.test(inSmall(r.label)))
    .map(
      (r): Shown => ({
        own: r.named!,
        amounts: r.figures,
        words: quoted(r.label),
        start: r.start,
        end: r.end,
        figures: r.figures.slice(0, 1).map((f) => f.id),
        isAgainOnly: again.has(r),
      }),
    );
  return [...said, ...tabled].toSorted((a, b) => a.start - b.start);
}
