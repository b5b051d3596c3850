import { type AnyCase, anyCase, findAll, inSmall } from "../pattern.ts";
import { rememberedText } from "../remembered.ts";
import { keyOf } from "./learned.ts";
import { namedIn } from "./lexicon.ts";

/** Words that make a measure the company's own; "operating" does so of earnings, returns and their ratios alone. */
const MADE_OWN =
  /\b(?:adjusted|non gaap|core|underlying|normali[sz]ed|tangible|(?:fully )?tax(?:able)? equivalent|operating(?= (?:return|roa|roe|net|earning|efficiency|eps)))\b/g;
/** Whether there is one: a pattern that looks for all remembers where it was. */
const MAKES_OWN = new RegExp(MADE_OWN.source);
/** The same behind the noun: "as adjusted", "(non-GAAP)", "on a tax-equivalent basis". */
const BEHIND =
  /,? \(?(?:as adjusted|adjusted|non gaap|gaap|(?:on an? )?(?:adjusted|fully tax equivalent|tax equivalent) basi)\)?$/;
/** What one name says of itself and the next one does not. */
const LEFT_OUT = /\b(?:annualized|average|avg\.?|total|common|shareholder'?|stockholder'?)(?= |$)/g;

const plain = (text: string): string =>
  text
    .replace(LEFT_OUT, " ")
    .replace(/\s{2,}/g, " ")
    .trim();

/** The words of a name without those that make it the company's own, each as it is compared; undefined where nothing is left, or nothing was there to be taken off. */
export function bareName(name: string): string | undefined {
  const key = keyOf(name);
  const bare = key.replace(BEHIND, "").replace(MADE_OWN, " ");
  if (bare === key) return undefined;
  const words = plain(bare);
  return words.includes(" ") || /^ro[ae]+$/.test(words) ? words : undefined;
}

/** Whether the label of a row is such a name as it stands, with no word that makes it the company's own. */
export const isNamesake = (label: string, bare: string): boolean => {
  const key = keyOf(label)
    .replace(/^(?:gaap|reported) | \(?(?:gaap|as reported)\)?$/g, "")
    .trim();
  return !MAKES_OWN.test(key) && plain(key) === bare;
};

/**
 * Where a text names that with no such word before it, and has a figure right behind: each time what the name goes on with. A bare name that is the company's own as
 * it stands, as free cash flow is, is named by nothing.
 */
export function namesakesIn(text: string, bare: string): readonly string[] {
  if (!inSmall(text).includes(bare.split(" ").at(-1)!.slice(0, STEM))) return [];
  if (namedIn(bare).some(({ basis }) => basis === "non-GAAP")) return [];
  const key = plain(keyOf(text));
  return findAll(namedSo(bare), key)
    .map((match) => match[1] ?? "")
    .filter((behind) => FIGURE_BEHIND.test(behind));
}
/** The name is asked of each sentence and row near by. */
const namedSo = rememberedText((bare: string): AnyCase => {
  const words = bare.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return anyCase(new RegExp(`${NOT_OWN}\\b${words}\\b${NOT_ANOTHER}([^;]{0,${WITHIN}})`, "g"));
});
const STEM = 4;
const NOT_OWN =
  "(?<!\\b(?:adjusted|non gaap|core|underlying|normali[sz]ed|tangible|equivalent|excluding|before|without|net|segment) (?:[a-z]+ )?)";
/** "Net income before taxes", "net income margin": another measure, whose name begins so. */
const NOT_ANOTHER =
  "(?! ?\\(?(?:before|excluding|without|exclusive|adjusted|margin|ratio|rate|conversion|yield|from|less|net of|as an? |per(?! (?:[a-z]+ ){0,3}share)|%|percent))";
const WITHIN = 160;
const FIGURE_BEHIND = /^[^.;]{0,50}?\d/;
