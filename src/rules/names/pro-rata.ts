import { anyCase, findAll, inSmall } from "../pattern.ts";
import type { Named } from "./named.ts";

const PRO_RATA = anyCase(/\b(?:proportionate|pro[- ]?rata) (?:share|interest|basis)\b/);
export const isAtShare = (text: string): boolean => PRO_RATA.test(text);

/** "Its office portfolio at the REIT's proportionate share": a balance that no statement has, whatever it is of. */
const HELD = anyCase(
  /\b((?:(?!(?:its|our|the|of|in|to|and|or|a|an|total|for|from|with)\b)[a-z&-]+ ){0,2}(?:assets|portfolio|debt|mortgages|liabilities|properties))(?:\(\w{1,2}\))?(?: (?:held|located) in [^.;,$%]{2,40}?)? (?:at|on|per) (?:the |our |its )?(?:[\w&’']+ )?(?:proportionate|pro[- ]?rata) (?:share|interest|basis)\b/dg,
);

export const atShareOf = (text: string, found: readonly Named[]): readonly Named[] =>
  findAll(HELD, text).flatMap((match): readonly Named[] => {
    const [name, of] = match;
    const [from, to] = [match.index, match.index + name.length];
    // "Fair value adjustment on real estate assets" is no balance of them.
    if (found.some((n) => n.from < to && from < n.to) || / on $/.test(inSmall(text.slice(0, from).slice(-4))))
      return [];
    return [{ family: `own ${of!.toLowerCase()}`, basis: "non-GAAP", name, from, to }];
  });
