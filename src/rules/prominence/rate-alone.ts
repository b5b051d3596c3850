import type { Family } from "../names/family.ts";
import { anyCase, findAll, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { mentionsAt } from "../reading/by-block.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, isRate, type Mention } from "../reading/mention.ts";
import { idsOf, isOfPart, quoted } from "../reading/own-measure.ts";
import type { Found } from "../rule.ts";

/** What a company is glad to see fall. */
const COSTS: ReadonlySet<Family> = new Set<Family>([
  "operating-expenses",
  "selling-and-administrative",
  "sales-and-marketing",
  "research-and-development",
  "cost-of-sales",
]);
/** "An improvement of 5.2%", "declined 12.3%": a change in percent, and no part of anything. */
const CHANGE =
  /\b(?:improv\w+|declin\w+|decreas\w+|increas\w+|reduc\w+|grew|growth|rose|fell|lower|higher|up|down)\b(?:[^.;%]|\.\d){0,60}?\d(?:\.\d{1,2})? ?(?:%|percent\b)(?! of\b)|\d ?(?:%|percent) (?:[a-z-]+ ){0,2}(?:improvement|decline|decrease|increase|reduction|growth)\b/g;
const CHANGES = anyCase(CHANGE);
/** One look tells that nothing was left out. */
const LEAVES_OUT = anyCase(/\b(?:excluding|exclusive of|without|before|adjusted|non-?gaap|core|net of)\b/);

/**
 * Costs without an item whose change is told in percent, where the paragraph has the same costs under GAAP with their change in money alone: no reader sees
 * how much more those have changed. One finding for all places.
 */
export function rateAloneFindings(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.places
    .filter(({ segment, kind }) => !segment && kind !== "outlook")
    .flatMap(({ mentions }) => mentions.filter((own) => isRateAlone(own, disclosure)));
  return toldOnce(disclosure, all, (own) => ({
    message: `The change of ${quoted(own.name)} without an item is told in percent, and that of ${heldAgainst(own.family, disclosure).words} beside it in money alone, without the amount that it has changed from.`,
    remedy: "Give both changes in percent, that of the measure under GAAP first.",
    figures: idsOf([own]),
  }));
}

function isRateAlone(own: Mention, disclosure: Disclosure): boolean {
  if (own.basis !== "non-GAAP" || own.ahead || !COSTS.has(own.family) || isOfPart(own)) return false;
  if (!own.figures.some(isRate) || !own.figures.some(isMoney)) return false;
  if (!says(LEAVES_OUT, own.sentence) || findAll(CHANGES, own.said).length === 0) return false;
  const gaap = mentionsAt(own.block, disclosure.mentions).filter(
    (m) => m.basis === "GAAP" && !m.ahead && m.figures.length > 0 && isHeldAgainst(own.family, m.family, disclosure),
  );
  return (
    gaap.some((m) => m.figures.filter(isMoney).length > 1) &&
    // Where the amount of the year before stands, a reader can tell the rate.
    !gaap.some((m) => m.figures.some(isRate) || says(COMPARED, m.said))
  );
}
const COMPARED = anyCase(/\b(?:compar\w+ (?:to|with)|versus|vs\.?|from|against) (?:an? |the )?[$€£]/);
