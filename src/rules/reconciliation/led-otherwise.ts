import type { Figure } from "../../tieout/figures/figure.ts";
import { namedIn } from "../names/lexicon.ts";
import { anyCase } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { isApart } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";

/** A row of a table, by its label without the marks of notes. */
interface Called {
  readonly row: RuleRow;
  readonly table: RuleTable;
  readonly name: string;
}

/**
 * Amounts of a measure of the company's own, in a table of results, that its reconciliation gives otherwise below a head of the same words: to those that
 * are shown nothing leads. Where the rows agree in other columns they are of one measure. One finding for all of them.
 */
export function ledOtherwise(disclosure: Disclosure): readonly Found[] {
  const led = rowsOf("reconciliation", disclosure);
  const shown = rowsOf("figures", disclosure).flatMap((one) => {
    const alike = led.filter((other) => isOneMeasure(one, other));
    // Of two reconciliations of one name the row may be that of the other.
    const apart = alike.length === 1 ? apartOf(one, alike[0]!) : undefined;
    return apart === undefined || !isCalled(one) ? [] : [{ ...one.row, at: one.table.table, ...apart }];
  });
  return toldOnce(disclosure, shown, ({ label, at, own, led: other, table }) => ({
    message: `Table ${at} gives ${quoted(label)} as ${own.text}, and the reconciliation of table ${table} comes to ${other.text} for the same period: nothing leads to the amount that is shown.`,
    remedy: "Give one amount of it in both.",
    figures: [own.id, other.id],
  }));
}

const rowsOf = (kind: RuleTable["kind"], { tables }: Disclosure): readonly Called[] =>
  tables.flatMap((table) =>
    table.kind === kind ? table.rows.filter(isOwn).map((row) => ({ row, table, name: nameOf(row.label) })) : [],
  );

/** Whether the label names the measure: "Diluted" is of whatever stands above it. */
const isCalled = ({ row: { label, named }, table: { learned } }: Called): boolean =>
  namedIn(label, learned)[0]?.family === named!.family;

/** The figures of a row by the heads of their columns. */
const byHead = ({ row: { figures }, table: { reading } }: Called): ReadonlyMap<string, Figure> => {
  const heads = reading.meaning.columns.map(({ head }) => head.replace(/\W+/g, " ").trim().toLowerCase());
  return new Map(
    figures.flatMap((f): readonly (readonly [string, Figure])[] => {
      const head = f.where.kind === "table" ? heads[f.where.column - 1] : undefined;
      const isOne = head !== undefined && OF_PERIOD.test(head) && heads.indexOf(head) === heads.lastIndexOf(head);
      return isOne && isMoney(f) ? [[head, f]] : [];
    }),
  );
};
/** A head that tells its period in full: of a year alone the quarter may stand in a line above, and two columns be of one year. */
const OF_PERIOD = anyCase(
  /\b(?:q[1-4]|[1-4]q|(?:first|second|third|fourth) quarter|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}(?: \d{1,2})?) (?:fiscal )?(?:19|20)?\d\d\b/,
);

/** A label without the marks of its notes. */
const nameOf = (label: string): string =>
  label
    .replace(/\(\w{1,2}\)/g, " ")
    .replace(/\W+/g, " ")
    .trim()
    .toLowerCase();

/** So many columns must agree before one that does not is told of. */
const AGREE = 2;

const isOneMeasure = (a: Called, b: Called): boolean =>
  a.name === b.name && a.row.named!.family === b.row.named!.family;

function apartOf(
  one: Called,
  other: Called,
): { readonly own: Figure; readonly led: Figure; readonly table: number } | undefined {
  const there = byHead(other);
  const pairs = [...byHead(one)].flatMap(([head, own]): readonly (readonly [Figure, Figure])[] => {
    const led = there.get(head);
    return led === undefined || led.measured?.unit !== own.measured?.unit ? [] : [[own, led]];
  });
  const [first, ...more] = pairs.filter(([a, b]) => isApart(a, b));
  if (first === undefined || pairs.length - more.length - 1 < AGREE) return undefined;
  return { own: first[0], led: first[1], table: other.table.table };
}
