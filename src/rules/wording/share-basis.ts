import { equal } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { anyCase, inSmall, type Pattern, says } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { idsOf, isShown, quoted } from "../reading/own-measure.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

const BASIC = anyCase(/\bbasic\b/);
const DILUTED = anyCase(/\bdiluted\b|\bassuming dilution\b|\bfully diluted\b/);
const OWN = anyCase(/\b(?:non-?gaap|adjusted|core|pro[- ]?forma|underlying|excluding|before|dividends?)\b/);

/** The amounts of one row on the two bases, as a column of a table has them. */
interface Pair {
  readonly basic: Figure;
  readonly diluted: Figure;
}

/** Rows of earnings per share on one of the two bases alone. */
const rowsOn = (basis: Pattern, other: Pattern, { rows, reading: { meaning } }: RuleTable): readonly RuleRow[] =>
  rows.filter((row) => {
    const words = [...(meaning.rows[row.row]?.path ?? []), row.label].join(" ");
    return says(basis, row.label) && !says(other, row.label) && !says(OWN, words);
  });

const perShare = ({ figures }: RuleRow, column: number): Figure | undefined =>
  figures.find(
    ({ kind, where, measured }) =>
      kind === "per-share" && where.kind === "table" && where.column === column && measured,
  );

/** What a table prints on both bases, column by column, of the rows that come next to each other. */
const pairsIn = (table: RuleTable): readonly Pair[] =>
  rowsOn(BASIC, DILUTED, table).flatMap((one) => {
    const other = rowsOn(DILUTED, BASIC, table).find(({ row }) => row > one.row);
    return one.figures.flatMap((basic): readonly Pair[] => {
      const column = basic.where.kind === "table" ? basic.where.column : 0;
      const diluted = other === undefined ? undefined : perShare(other, column);
      return diluted === undefined || perShare(one, column) !== basic ? [] : [{ basic, diluted }];
    });
  });

const isOf = (a: Figure, b: Figure): boolean => equal(a.measured!.value, b.measured!.value);

/**
 * Earnings per share of the text that a table prints on the one basis alone, where it has another amount on the other, and the text names neither basis anywhere: a
 * reader must look up which of the two he is told. Where both are alike, or one basis alone is printed, nothing is left to ask.
 */
export function unsaidBesideRows({ mentions, tables, passages }: Disclosure): readonly Found[] {
  const shown = mentions.filter((m) => m.family === "eps" && m.basis === "GAAP" && isShown(m));
  const [first] = shown;
  if (first === undefined || passages.some((p) => p.part !== "definitions" && /dilut|\bbasic\b/.test(inSmall(p.text))))
    return [];
  const pairs = tables.flatMap(pairsIn);
  const figure = first.figures.find(({ kind, measured }) => kind === "per-share" && measured !== undefined);
  if (figure === undefined) return [];
  const bases = pairs.filter(({ basic, diluted }) => isOf(figure, basic) || isOf(figure, diluted));
  const [pair] = bases;
  // An amount that is the one basis in one column and the other in another, or both, tells nothing.
  const isDiluted = pair !== undefined && isOf(figure, pair.diluted);
  if (
    pair === undefined ||
    bases.some(({ basic, diluted }) => isOf(basic, diluted) || isOf(figure, diluted) !== isDiluted)
  )
    return [];
  const [is, other] = isDiluted ? ["diluted", pair.basic] : ["basic", pair.diluted];
  return [
    {
      start: first.start,
      end: first.end,
      message: `${quoted(first.name)} is not said to be basic or diluted, here or elsewhere in the text; ${figure.text} is the ${is} amount, and the tables have ${other.text} ${isDiluted ? "basic" : "diluted"} as well.`,
      remedy: 'Write "per diluted share", or give both.',
      figures: idsOf([first]),
    },
  ];
}
