import type { LexedText } from "../lex/lexed.ts";
import type { TableMeaning } from "./table.ts";

/** A page number, a running head, "(continued)": no longer than this. */
const FURNITURE = 60;

/**
 * A table without heads right behind another of as many columns goes on with it over a page break: it has its heads, and its scale
 * where it states none itself.
 */
export function continued(
  own: TableMeaning,
  previous: TableMeaning | undefined,
  before: readonly LexedText[],
): TableMeaning {
  if (previous === undefined || own.headRows > 0 || own.labelColumns !== previous.labelColumns) return own;
  if (own.columns.length !== previous.columns.length || own.columns.some((c) => c.period !== undefined)) return own;
  if (before.length > 3 || before.some(({ block }) => block.text.text.length > FURNITURE)) return own;
  const columns = previous.rows[previous.rows.length - 1]?.columns ?? previous.columns;
  const statement = own.statement === "other" ? previous.statement : own.statement;
  const carried: TableMeaning = { ...own, columns, ...(statement === undefined ? {} : { statement }) };
  if (own.scaleStated === true) return carried;
  const { scale, scaleStatement, currency } = previous;
  return { ...carried, scale, scaleStatement, currency };
}
