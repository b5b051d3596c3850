import type { NumberToken } from "../lex/token.ts";
import type { DocumentContext } from "../meaning/document-context.ts";
import { countsDays, kindOfLabel } from "../meaning/lexicon.ts";
import type { ColumnMeaning, RowMeaning, TableMeaning } from "../meaning/table.ts";
import type { MeasureKind } from "./kind.ts";
import type { Situation } from "./quantity.ts";
import type { RowKind } from "./row-kind.ts";

/** No company has shares of more digits: printed that large, a count is in ones, whatever a caption says. */
const MOST_DIGITS = 11;
/** Where the caption leaves shares unsaid, a count of more digits is in ones. */
const UNSAID_DIGITS = 6;

/** What is known of the number in a cell from its row, its column and the caption. */
export function cellSituation(
  token: NumberToken,
  row: RowKind,
  line: RowMeaning,
  head: ColumnMeaning | undefined,
  meaning: TableMeaning,
  context: DocumentContext,
): Situation {
  const kind = kindIn(token, row, head);
  const own = line.scale ?? head?.scale;
  return {
    scale: own ?? meaning.scale,
    shares: own ?? sharesScale(token, meaning),
    counts: own ?? 0,
    currency: meaning.currency,
    dollar: context.dollar,
    kind,
    bare: "amount",
    days: countsDays(line.label),
  };
}

function kindIn(token: NumberToken, row: RowKind, head: ColumnMeaning | undefined): MeasureKind | undefined {
  if (head === undefined) return row.kind;
  if (head.kind === "percent-change" || head.kind === "percent-of") return "percent";
  if (head.kind === "change" && row.kind === "percent") return "percentage-points";
  if (row.kind !== undefined && (row.kind !== "shares" || head.kindOfCells !== "per-share")) return row.kind;
  // Hundreds without a decimal point are no price of a share, whatever stands over them.
  return head.kindOfCells === "per-share" && token.places === 0 && token.digits > 99n ? undefined : head.kindOfCells;
}

function sharesScale(token: NumberToken, meaning: TableMeaning): number {
  const said = meaning.scaleStatement;
  if (said === undefined || said.shares === 0) return 0;
  const digits = token.digits.toString().length - token.places;
  return digits > Math.min(MOST_DIGITS - said.shares, said.sharesSaid ? MOST_DIGITS : UNSAID_DIGITS) ? 0 : said.shares;
}

/** The same for a number in a label or a head: "$0.01 par value; 500,000 shares authorized", "net of tax of $3 and $12". */
export function labelSituation(
  text: string,
  token: NumberToken,
  meaning: TableMeaning,
  context: DocumentContext,
): Situation {
  const behind = text.slice(token.outer.to, token.outer.to + 36);
  const before = text.slice(Math.max(0, token.outer.from - 48), token.outer.from);
  const isMoney =
    token.currency !== undefined ||
    /\b(?:net of|allowances?|depreciation|amortization|tax(?:es)?)\b/i.test(text.slice(0, 400));
  return {
    scale: meaning.scale,
    shares: sharesScale(token, meaning),
    counts: 0,
    currency: meaning.currency,
    dollar: context.dollar,
    kind: kindInLabel(before, behind, token),
    bare: isMoney ? "amount" : "count",
    days: false,
  };
}

function kindInLabel(before: string, behind: string, token: NumberToken): MeasureKind | undefined {
  if (/^\s*(?:par|stated|per\b)/i.test(behind) || /\bpar value(?: of)?\s*[$€£]?$/i.test(before)) return "per-share";
  if (token.currency !== undefined) return token.places > 1 && token.digits < 10000n ? "per-share" : "amount";
  if (/\b(?:authorized|issued|outstanding|held|shares)[\s:,—–-]*(?:[\d,.]{1,16},? (?:and )?){0,3}$/i.test(before))
    return "shares";
  if (/^,? and [\d,.]{1,16} (?:\w{1,12} )?shares\b/i.test(behind)) return "shares";
  return kindOfLabel(behind) === "shares" ? "shares" : undefined;
}
