import { anyCase, find, type Pattern, says } from "../pattern.ts";
import { BASES, BETWEEN } from "./family-names.ts";

/** One look at the words beside a name tells that none of them is of such a basis. */
export const OF_BASIS: Pattern = anyCase(
  /organic|constant|comparable|local|neutral|currency|fx|ex[- ]|like[- ]for|same[- ]|underlying|operational|normali|adjusted|pro[- ]?forma/,
);
const GROWTH_OWN = anyCase(new RegExp(String.raw`\b(?:${BASES}|like[- ]for[- ]like|same-day)${BETWEEN} $`, "d"));
/** "Operational sales grew 4%": without the rates of exchange, in the words of the makers of drugs and devices. */
const OPERATIONAL = anyCase(/\boperational (?:net )?$/);
const GROWN = anyCase(/^sales(?: growth)?$|^revenues? growth$/);
/** "Ex-fuel gross margin": what is left out, before what it is left out of. */
const WITHOUT_BEFORE = anyCase(
  /\bex-(?!tax|vat|interest|dividend|works|post|ante)[a-z]{2,14} (?:(?:net|total|adjusted|underlying|consolidated|reported|operating|diluted) ){0,2}$/,
);

/** The basis of growth, or what is left out, that stands right before a name: "organic", "constant currency", "ex-fuel". */
export const basisBefore = (before: string): RegExpExecArray | null =>
  says(OF_BASIS, before) ? (find(GROWTH_OWN, before) ?? find(WITHOUT_BEFORE, before)) : null;

/** "Operational" right before the growth of sales. */
export const operationalBefore = (before: string, name: string): RegExpExecArray | null =>
  GROWN.test(name) ? find(OPERATIONAL, before) : null;
