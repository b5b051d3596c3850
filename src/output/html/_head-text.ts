import { keptTogether } from "../head-text.ts";
import { escaped } from "./_sheet.ts";

/** What short words of table heads stand for. */
const SHORT: Readonly<Record<string, string>> = {
  YoY: "year over year",
  QoQ: "quarter over quarter",
  YTD: "year to date",
  LTM: "last twelve months",
  TTM: "trailing twelve months",
  EPS: "earnings per share",
  FX: "foreign exchange",
  CC: "constant currency",
  bps: "basis points",
  bp: "basis point",
  pts: "percentage points",
  pp: "percentage points",
  Chg: "change",
  "Chg.": "change",
  NM: "not meaningful",
};
const WORD = /(?<![\w&])(YoY|QoQ|YTD|LTM|TTM|EPS|FX|CC|bps?|pts|pp|Chg\.?|NM)(?!\w)/;
/** A head as markup: the day beside its month, short words with what they stand for. */
export const readableHead = (text: string): string =>
  keptTogether(text)
    .replace(/(^| )% (?=\S)/g, "$1%\u00a0")
    .split(WORD)
    .map((piece, i) =>
      i % 2 === 0 ? escaped(piece) : `<abbr title="${escaped(SHORT[piece] ?? piece)}">${escaped(piece)}</abbr>`,
    )
    .join("");
