import type { FindingCode } from "../finding.ts";
import { anyCase } from "./pattern.ts";

/** A finding as far as it is asked whether another one makes it idle. */
interface Told {
  readonly code: FindingCode;
  readonly message: string;
  readonly start: number;
  readonly figures: readonly string[];
}

/** What an amount lacks that no release may give at all (C&DI 102.05): the measure under GAAP beside it, and what leads to it. */
const LACKS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "gaap-measure-missing",
  "non-gaap-first",
  "reconciliation-missing",
]);
/** What nobody takes for earnings of a share; of distributable earnings, which may be either, all is told that is so of earnings. */
const PLAINLY = anyCase(
  /^[^"]{0,40}"[^"]{0,60}\b(?:ebit|cash flow|cash (?:provided|generated|from)|funds flow|working capital|net debt)/,
);
/** Where a message names further places or measures, it tells of more than the one amount. */
const TELLS_OF_MORE = /\bline \d|\. It gives "/;

/**
 * The findings without those that leaving out an amount mends along with another one: cash flow per share is to go, and then nobody asks for earnings
 * beside it. What is told of further places as well stays.
 */
export function withoutMoot<T extends Told>(all: readonly T[]): readonly T[] {
  const barred = new Set(
    all.flatMap(({ code, start, message }) => (code === "liquidity-per-share" && PLAINLY.test(message) ? [start] : [])),
  );
  if (barred.size === 0) return all;
  return all.filter(
    ({ code, start, figures, message }) =>
      !LACKS.has(code) || !barred.has(start) || figures.length > 1 || TELLS_OF_MORE.test(message),
  );
}
