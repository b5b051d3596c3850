import type { Figure } from "../../tieout/figures/figure.ts";
import { isApart } from "../drift/drift.ts";
import { namedIn } from "../names/lexicon.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

/** A row of a table, with the figure of each of its columns by the column's head. */
interface Headed {
  readonly row: RuleRow;
  readonly table: RuleTable;
  readonly name: string;
  readonly byHead: ReadonlyMap<string, Figure>;
}

/**
 * Amounts of a measure of the company's own, in a table of results, that its reconciliation gives otherwise below a head of the same words: to those that
 * are shown nothing leads. Where the rows agree in other columns they are of one measure. One finding for all of them.
 */
export function ledOtherwise(disclosure: Disclosure): readonly Found[] {
  const rows = disclosure.tables.flatMap((table) => (table.kind === "guidance" ? [] : headedRows(table)));
  const led = rows.filter(({ table }) => table.kind === "reconciliation");
  const shown = rows
    .filter(({ table }) => table.kind === "figures")
    .flatMap((one) => {
      const alike = led.filter((other) => isOneMeasure(one, other));
      // Of two reconciliations of one name the row may be that of the other.
      const apart = alike.length === 1 ? apartOf(one, alike[0]!) : undefined;
      return apart === undefined ? [] : [{ ...one.row, at: one.table.table, ...apart }];
    });
  return toldOnce(disclosure, shown, ({ label, at, own, led: other, table }) => ({
    message: `Table ${at} gives ${quoted(label)} as ${own.text}, and the reconciliation of table ${table} comes to ${other.text} for the same period: nothing leads to the amount that is shown.`,
    remedy: "Give one amount of it in both.",
    figures: [own.id, other.id],
  }));
}

const headedRows = (table: RuleTable): readonly Headed[] => {
  const heads = table.reading.meaning.columns.map(({ head }) => head.replace(/\W+/g, " ").trim().toLowerCase());
  // "Diluted" is of whatever stands above it.
  const isCalled = ({ label, named }: RuleRow): boolean => namedIn(label, table.learned)[0]?.family === named!.family;
  return table.rows
    .filter((row) => isOwn(row) && isCalled(row))
    .map((row) => {
      const all = row.figures.flatMap((f): readonly (readonly [string, Figure])[] => {
        const head = f.where.kind === "table" ? heads[f.where.column - 1] : undefined;
        const isOne = head !== undefined && OF_PERIOD.test(head) && heads.indexOf(head) === heads.lastIndexOf(head);
        return isOne && isMoney(f) ? [[head, f]] : [];
      });
      return { row, table, name: nameOf(row.label), byHead: new Map(all) };
    });
};
/** A head that tells its period in full: of a year alone the quarter may stand in a line above, and two columns be of one year. */
const OF_PERIOD =
  /\b(?:q[1-4]|[1-4]q|(?:first|second|third|fourth) quarter|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}(?: \d{1,2})?) (?:fiscal )?(?:19|20)?\d\d\b/i;

/** A label without the marks of its notes. */
const nameOf = (label: string): string =>
  label
    .replace(/\(\w{1,2}\)/g, " ")
    .replace(/\W+/g, " ")
    .trim()
    .toLowerCase();

/** So many columns must agree before one that does not is told of. */
const AGREE = 2;

const isOneMeasure = (a: Headed, b: Headed): boolean =>
  a.name === b.name && a.row.named!.family === b.row.named!.family;

function apartOf(
  one: Headed,
  other: Headed,
): { readonly own: Figure; readonly led: Figure; readonly table: number } | undefined {
  const pairs = [...one.byHead].flatMap(([head, own]): readonly (readonly [Figure, Figure])[] => {
    const led = other.byHead.get(head);
    return led === undefined || led.measured?.unit !== own.measured?.unit ? [] : [[own, led]];
  });
  const [first, ...more] = pairs.filter(([a, b]) => isApart(a, b));
  if (first === undefined || pairs.length - more.length - 1 < AGREE) return undefined;
  return { own: first[0], led: first[1], table: other.table.table };
}
