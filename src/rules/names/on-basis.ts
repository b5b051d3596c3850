import { anyCase, type Pattern, says } from "../pattern.ts";
import { AS_REPORTED, amountApart, amountBehind } from "./apart.ts";
import { OF_BASIS } from "./bases.ts";
import { inTurn, isLabelledOwn, ON_GAAP_BASIS, ON_OTHER_BASIS } from "./in-turn.ts";
import type { Named } from "./named.ts";

/** How far from a name what tells its basis may stand, as a rule. */
export const NEAR = 60;

/** What growth of revenue leaves out, or at whose prices it is told, in words behind it or before it. */
const BASIS_WORDS = String.raw`(?:constant|neutral|organic|like[- ]for[- ]like|same[- ](?:day|week|period|currency)|comparable|underlying|operational|normali[sz]ed|adjusted|local[- ]currency|pro[- ]?forma|ex[- ]\w+)`;
export const ON_OWN_BASIS: string = String.raw`(?:(?:in|at|using|under) (?:[\w-]+ )?(?:constant|comparable|local)[- ](?:currenc\w+|exchange rates?|dollars?|fx|rates?|terms)|on (?:an? |the )?(?:[\w-]+[ -]){0,3}?${BASIS_WORDS}(?:[ -](?:[\w-]+[ -]){0,3}?(?:basis|terms)|,? )|(?:organic|operation)ally\b|currency[- ]neutral\b)`;
const GROWTH_FIRST = anyCase(
  new RegExp(String.raw`(?:^[^\w]{0,4}|[,;] |\bquarter,? |\b(?:19|20)\d\d,? )(?:${ON_OWN_BASIS})[^.;:]{0,80}$`),
);

/** The basis of a measure said once before its sentence, or behind its figures. */
export const ON_BASIS_FIRST: Pattern = anyCase(
  /^[^\w]{0,4}(?:on an? (?:non-?gaap|adjusted|pro[- ]?forma|core|underlying|normali[sz]ed|ongoing) basis\b|as adjusted,)/,
);
const ON_BASIS = anyCase(new RegExp(String.raw`^(?:[^.;:]|\.\d){0,110}?${ON_OTHER_BASIS.source}`));
/** "Net income would have been $20 million": without what has just been told of. */
const WOULD_BE = anyCase(/^[^.;:\d]{0,40}\bwould (?:otherwise )?have been\b/);
const WITHOUT_BEHIND = anyCase(
  /^(?:[^.;:]|\.\d){0,70}?\b(?:excluding|exclusive of|which exclude[sd]) (?!(?:[a-z-]+ )?tax|vat\b|interest|depreciation|amorti|those|this|that)/,
);
/** "Record revenue and, excluding one-time items, record adjusted EBITDA": what is left out is left out of what follows. */
const WITHOUT_NEXT = anyCase(/^[^\d.;]{0,70}?\b(?:and|but), (?:excluding|exclusive of)\b[^,;.]{1,80}, /);
const WITHOUT = anyCase(/(?:^|; )\W{0,8}(?:when )?(?:excl|adjust|without|before)/);
const WITHOUT_FIRST =
  /^[^\w]{0,4}(?:when )?(?:excluding|exclusive of|adjust(?:ing|ed) for|without|before(?= (?:[\w-]+ ){0,4}(?:items|charges|costs|adjustments)\b)) (?:(?:[^,;.]|\.\d){3,140},? (?:the company[’']s |our )?(?:total )?(?:(?:\p{Lu}[\p{L}\d&-]*|net|gross|diluted|consolidated) ){0,2}|(?:(?!\b(?:was|were|is|are|had|has|would|grew|increased|decreased|rose|fell)\b)(?:[^;.]|\.\d)){3,160}, (?:[\w’'-]+ ){0,3})$/iu;

/** What a sentence says of the basis of a measure apart from its name: "on a non-GAAP basis", "Excluding these items, ...". */
export function onBasis(text: string, gaap: Named, until: number, after: number): readonly Named[] {
  const own: Named = { ...gaap, basis: "non-GAAP" };
  const behind = text.slice(gaap.to, Math.min(until, gaap.to + 2 * NEAR));
  // "Income rose 3%; excluding charges, income rose 5%": a clause of its own.
  const start = text.slice(0, gaap.from).lastIndexOf("; ") + 1;
  const isWithout = WITHOUT.test(text) && says(WITHOUT_FIRST, text.slice(start, gaap.from));
  const apart = (): readonly Named[] =>
    (isWithout ? undefined : amountBehind(gaap, behind)) ?? amountApart(gaap, behind) ?? [own];
  if (gaap.family === "revenue") {
    const before = text.slice(Math.max(after, gaap.from - 2 * NEAR), gaap.from);
    if (says(OF_BASIS, before) && says(GROWTH_FIRST, before) && !says(AS_REPORTED, text)) return [own];
  }
  if (says(WOULD_BE, behind) || isLabelledOwn(text, gaap.family)) return [own];
  if (says(ON_BASIS, behind)) return says(ON_GAAP_BASIS, behind) ? inTurn(gaap, behind) : apart();
  if (says(ON_GAAP_BASIS, behind)) return [gaap];
  if (says(WITHOUT_BEHIND, behind) && !says(WITHOUT_NEXT, behind)) return apart();
  if (says(ON_BASIS_FIRST, text.slice(0, NEAR)) && !says(ON_GAAP_BASIS, text.slice(0, gaap.from).slice(-3 * NEAR)))
    return [own];
  const first = after <= start && gaap.from - start < 180 && gaap.family !== "other-income";
  return first && isWithout ? [own] : [gaap];
}
