import { kindOfLabel } from "../meaning/lexicon.ts";
import type { ColumnMeaning, RowMeaning } from "../meaning/table.ts";

/** A measure and whose it is: "Revenues" of "Europe", or of the whole ("Total"). */
export interface Named {
  readonly measure: string;
  readonly member: string;
}

const BY =
  /^(?:the )?(?:(?:total|net|our|consolidated|summary of|disaggregat\w+|following)\s)*([\w&/' -]{2,60}?)(?: growth| information| data| results)? by (?!operating|investing|financing)/i;

const MEASURE =
  /^(?:total |net |adjusted |segment |operating )*(?:revenues?|sales|income(?: \(loss\))?(?: from operations)?|profit|earnings|ebitda|ebit|capital expenditures|assets|cost of (?:sales|revenues?)|depreciation and amortization|noi)\b/i;

/**
 * `by` is what the caption divides (`measureDivided`). In a table "Revenue by geography" the caption is the measure and the row the member; under a section "Revenues" the section
 * is; in a statement the row is the measure, and a head that names no time the member.
 */
export function measureOf(line: RowMeaning, head: ColumnMeaning | undefined, by: string | undefined): Named {
  const own = line.label.replace(/^(?:sub-?)?totals?\b[\s:,-]*/i, "");
  if (by !== undefined && kindOfLabel(line.label) === undefined && !MEASURE.test(line.label))
    return { measure: by, member: line.total || own === "" ? "Total" : line.label };
  const section = line.path.length === 0 ? undefined : line.path[line.path.length - 1]!;
  if (section !== undefined && MEASURE.test(section) && section.length < 60 && !MEASURE.test(own))
    return { measure: section.replace(/^total /i, ""), member: own === "" || line.total ? "Total" : line.label };
  return { measure: own === "" ? (section ?? "") : own, member: memberOf(head) };
}

/** The measure that a caption divides by members: "Revenue" of "Revenue by geography". */
export function measureDivided(caption: string): string | undefined {
  const line = caption.length > 300 ? caption.slice(-300) : caption;
  return line.includes(" by ") || line.includes(" By ") ? BY.exec(line)?.[1]?.trim() : undefined;
}

function memberOf(head: ColumnMeaning | undefined): string {
  if (head === undefined || head.head === "" || head.total || head.kind !== "amount") return "Total";
  const words = head.head
    .replace(
      /\b(?:three|six|nine|twelve|thirteen|months?|weeks?|years?|quarters?|ended|ending|as of|as at|fiscal|first|second|third|fourth|unaudited|audited|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|q[1-4]|fy|[1-4]q|actual|gaap|non-gaap|adjusted|reported|\d+)\b|[().,$%/:-]/gi,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
  return words.length > 2 && words.length < 80 ? words : "Total";
}
