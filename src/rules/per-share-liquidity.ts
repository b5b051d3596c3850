import { placeOf } from "../text/printed.ts";
import type { Disclosure } from "./disclosure.ts";
import { quoted } from "./own-measure.ts";
import type { Found } from "./rule.ts";

const LIQUIDITY =
  /\b(?:(?:operating|free) cash flow|cash flow|ebitda|ebit|working capital|net debt|cash (?:flow )?from operations) per (?:\w+[- ]){0,3}?share\b/i;
const DENIED = /\bnot\b|\bno\b|\bwithout\b/i;

export function perShareFindings({ passages, tables }: Disclosure): readonly Found[] {
  for (const passage of passages)
    for (const { text, span, figures } of passage.sentences) {
      const match = LIQUIDITY.exec(text);
      if (match === null || DENIED.test(text) || !figures.some((f) => f.measured !== undefined)) continue;
      const start = passage.printed;
      return [
        liquidityFound(
          match[0],
          placeOf(start, span.from + match.index, span.from + match.index + match[0].length),
          figures
            .filter((f) => f.measured !== undefined)
            .slice(0, 1)
            .map((f) => f.id),
        ),
      ];
    }
  for (const row of tables.flatMap((t) => t.rows)) {
    const match = LIQUIDITY.exec(row.label);
    if (match !== null)
      return [
        liquidityFound(
          match[0],
          row,
          row.figures.slice(0, 1).map((f) => f.id),
        ),
      ];
  }
  return [];
}

const liquidityFound = (
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
  figures: readonly string[],
): Found => ({
  start,
  end,
  message: `${quoted(name)} is a measure of liquidity per share.`,
  remedy: "Print the amount and not its part of a share.",
  figures,
});
