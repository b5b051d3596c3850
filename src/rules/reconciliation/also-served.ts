import type { Family } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import { anyCase, type Pattern } from "../pattern.ts";

/** "Net debt-to-CFFO", "net debt / net income": what net debt is divided by here is printed in the statements. */
const NET_OVER = anyCase(/^net (?:homebuilding )?debt\b(?!.*\b(?:adjusted|core|capital\w*)\b)/);

/** What a payout is a part of, where it is not funds from operations. */
const PAID_OUT_OF: readonly { readonly said: Pattern; readonly of: readonly Family[] }[] = [
  { said: anyCase(/\bfree cash|\bfcf\b/), of: ["free-cash-flow"] },
  { said: anyCase(/\bdistributable\b/), of: ["distributable-earnings", "distributable-earnings-per-share"] },
  {
    said: anyCase(
      /\b(?:adjusted|core|underlying|normali[sz]ed) (?:[a-z]+ )?(?:net income|net earnings|earnings|profit|income|eps)\b/,
    ),
    of: ["net-income", "eps"],
  },
];

/** The measures that a ratio is reconciled by where its own name tells of what it is one: none where its family tells enough. */
export function servedByParts({ family, name }: Named): readonly Family[] | undefined {
  if (family === "debt-ratio") return NET_OVER.test(name) ? [family, "net-debt"] : undefined;
  return family === "ffo-payout" ? PAID_OUT_OF.find(({ said }) => said.test(name))?.of : undefined;
}
