import type { Period } from "../../calendar/period.ts";
import type { LexedCell } from "../lex/lexed.ts";
import type { NumberToken, Token } from "../lex/token.ts";
import type { DocumentContext } from "../meaning/document-context.ts";
import type { TableMeaning } from "../meaning/table.ts";
import { labelSituation } from "./cell-situation.ts";
import { type Known, plainKind } from "./place.ts";
import { quantity } from "./quantity.ts";

/**
 * The tokens of a label or a head: years and dates, par values, shares authorized. A bare number in a head is a name
 * ("Level 1"). Where a label holds as many amounts in a row as the table has periods ("net of tax of $3 and $12"), each belongs to
 * one of them; one alone belongs to the first.
 */
export function labelFigures(
  cell: LexedCell,
  row: number,
  meaning: TableMeaning,
  context: DocumentContext,
): readonly Known[] {
  const line = meaning.rows[row]!;
  const isHead = line.kind === "head";
  const measures = cell.tokens.filter((t): t is NumberToken => isMeasure(t, isHead));
  const periods = isHead || measures.length === 0 ? undefined : periodsOf(cell.cell.text.text, measures, row, meaning);
  return cell.tokens.map((token): Known => {
    if (!isMeasure(token, isHead)) return { kind: plainKind(token) ?? "other" };
    const { kind, measured } = quantity(token, labelSituation(cell.cell.text.text, token, meaning, context));
    const period = periods?.get(token);
    return { kind, measured, label: line.label, measure: line.label, basis: line.basis, period };
  });
}

function isMeasure(token: Token, isHead: boolean): token is NumberToken {
  if (token.kind !== "number" || token.doubt !== undefined || token.written === "dash") return false;
  return !isHead || token.currency !== undefined || token.unit !== undefined || token.scale !== 0;
}

/** What may stand between two amounts that are said one after the other. */
const JOIN = /^[\s,;)]{0,4}(?:and|&)?[\s($]{0,4}$/i;

function periodsOf(
  text: string,
  tokens: readonly NumberToken[],
  row: number,
  meaning: TableMeaning,
): ReadonlyMap<NumberToken, Period> {
  const periods = columnPeriods(row, meaning);
  const found = new Map<NumberToken, Period>();
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && JOIN.test(text.slice(tokens[to - 1]!.outer.to, tokens[to]!.outer.from).slice(0, 12)))
      to++;
    if (to - from === periods.length || to - from === 1)
      for (let i = from; i < to; i++) {
        const period = periods[i - from];
        if (period !== undefined) found.set(tokens[i]!, period);
      }
    from = to;
  }
  return found;
}

/** The periods of the amount columns, from left to right, each once. */
function columnPeriods(row: number, meaning: TableMeaning): readonly Period[] {
  const periods = new Map<string, Period>();
  for (const { kind, period } of meaning.rows[row]!.columns ?? meaning.columns)
    if (kind === "amount" && period !== undefined) periods.set(`${period.start}..${period.end}`, period);
  return [...periods.values()];
}
