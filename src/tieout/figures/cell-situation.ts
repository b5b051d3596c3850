import type { NumberToken } from "../lex/token.ts";
import type { DocumentContext } from "../meaning/document-context.ts";
import { countsDays, kindOfLabel } from "../meaning/lexicon.ts";
import type { ColumnMeaning, RowMeaning, TableMeaning } from "../meaning/table.ts";
import type { MeasureKind } from "./kind.ts";
import type { Situation } from "./quantity.ts";
import type { RowKind } from "./row-kind.ts";

/** No company has shares of more digits: printed that large, a count is in ones, whatever a caption leaves unsaid. */
const MOST_DIGITS = 11;

/** What is known of the number in a cell from its row, its column and the caption. */
export function cellSituation(
  token: NumberToken,
  row: RowKind,
  line: RowMeaning,
  head: ColumnMeaning | undefined,
  meaning: TableMeaning,
  context: DocumentContext,
): Situation {
  const kind = kindIn(row, head);
  const scale = line.scale ?? head?.scale ?? meaning.scale;
  return {
    scale: kind === "amount" || kind === undefined ? scale : 0,
    shares: line.scale ?? head?.scale ?? sharesScale(token, meaning),
    currency: meaning.currency,
    dollar: context.dollar,
    kind,
    bare: "amount",
    days: countsDays(line.label),
  };
}

function kindIn(row: RowKind, head: ColumnMeaning | undefined): MeasureKind | undefined {
  if (head === undefined) return row.kind;
  if (head.kind === "percent-change" || head.kind === "percent-of") return "percent";
  if (head.kind === "change" && row.kind === "percent") return "percentage-points";
  return row.kind ?? head.kindOfCells;
}

function sharesScale(token: NumberToken, meaning: TableMeaning): number {
  const said = meaning.scaleStatement;
  if (said === undefined || said.shares === 0) return 0;
  if (said.sharesSaid) return said.shares;
  return token.digits.toString().length - token.places + said.shares > MOST_DIGITS ? 0 : said.shares;
}

/** The same for a number in a label or a head: "$0.01 par value; 500,000 shares authorized". */
export function labelSituation(
  text: string,
  token: NumberToken,
  meaning: TableMeaning,
  context: DocumentContext,
): Situation {
  const behind = text.slice(token.outer.to, token.outer.to + 24);
  const before = text.slice(Math.max(0, token.outer.from - 24), token.outer.from);
  const said = meaning.scaleStatement;
  return {
    scale: 0,
    shares: said?.sharesSaid === true && said.shares !== said.scale ? said.shares : 0,
    currency: meaning.currency,
    dollar: context.dollar,
    kind: kindInLabel(before, behind),
    bare: "count",
    days: false,
  };
}

function kindInLabel(before: string, behind: string): MeasureKind | undefined {
  if (/^\s*(?:par|stated|per share)\b/i.test(behind) || /\bpar value(?: of)?\s*[$€£]?$/i.test(before))
    return "per-share";
  if (/\b(?:authorized|issued|outstanding|shares)[\s:,—–-]*$/i.test(before)) return "shares";
  return kindOfLabel(behind) === "shares" ? "shares" : undefined;
}
