import type { Figure } from "../../tieout/figures/figure.ts";
import { type Family, RATES, SHARE_OF } from "../names/family.ts";
import type { Learned } from "../names/learned.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { MARGINS } from "../names/parts.ts";
import { anyCase, find, inSmall, type Pattern, says } from "../pattern.ts";
import { isEarningsRow } from "./bare-earnings.ts";
import { isWholeMoney } from "./mention.ts";

/** What a row names, where its amounts can be that: money is no rate, and "% of sales" is one of the row above. */
export function nameOf(
  label: string,
  path: readonly string[],
  before: Named | undefined,
  figures: readonly Figure[],
): Named | undefined {
  const own =
    (AS_MARGIN.test(label) ? undefined : rowNamed(label, path, undefined, figures)) ??
    shareNamed(label, before) ??
    onOtherBasis(label, before);
  const named = own && (isByShares(label, figures) ? shareOf(own) : inShares(own, path, figures));
  return named !== undefined && RATES.has(named.family) && isMoney(figures) ? undefined : named;
}

const SHARE_SECTION = anyCase(
  /^\W{0,4}(?:amounts? |earnings |data )?per (?:\w+ ){0,4}?(?:share|unit)s?\b(?: data| amounts?)?\W{0,4}$/,
);

/** "Net income" below "Per diluted share:" is what a share earns, where it is printed in cents. */
export function inShares(named: Named, path: readonly string[], figures: readonly Figure[]): Named {
  const family = SHARE_OF.get(named.family);
  if (family === undefined || !says(SHARE_SECTION, path.at(-1) ?? "")) return named;
  return figures.some((f) => /\.\d\d\)?$/.test(f.text)) ? { ...named, family } : named;
}

/** "Basic" and "Diluted" in cents, below "Net income:": what a share earns, though the section does not say so. */
const isByShares = (label: string, figures: readonly Figure[]): boolean =>
  /^\W{0,4}(?:basic|diluted)(?: and diluted)?\W*$/.test(inSmall(label)) &&
  figures.length > 0 &&
  figures.every(({ text }) => /^\D*\d{1,3}\.\d\d\D*$/.test(text));
/** The same measure by the share, where one of that kind has a name of its own. */
export const shareOf = (named: Named): Named => ({ ...named, family: SHARE_OF.get(named.family) ?? named.family });

/** Whether the figures are amounts, and some so large that it would be no percentage that has lost its sign. */
const isMoney = (figures: readonly Figure[]): boolean =>
  figures.every((f) => f.measured === undefined || isWholeMoney(f)) &&
  figures.some(({ text, measured }) => measured !== undefined && /\d{3}/.test(text));

/** What a label says of its row that makes it one of the standards. */
export const UNDER_GAAP: Pattern = anyCase(/(?:^|[^-\w])(?:u\.?s\.? )?gaap\b|\bas reported\b|^reported\b/);

/** What a row's label names: "Adjusted EBITDA", "Diluted" under "Net income per share", "Non-GAAP" under the same. */
export function rowNamed(
  label: string,
  path: readonly string[],
  learned?: Learned,
  figures: readonly Figure[] = [],
): Named | undefined {
  if (says(ADJUSTS, label) || says(OF_OTHERS, label) || says(COUNTS_SHARES, label)) return undefined;
  const own = namedIn(label, learned)[0];
  if (own?.basis === "non-GAAP" && says(ADDS, label)) return undefined;
  if (own === undefined && isEarningsRow(label, path))
    return { family: "net-income", basis: "GAAP", name: label, from: 0, to: label.length };
  if (own !== undefined)
    return own.from < 40
      ? onBasisAbove(inMargins(inPercent(label, ofShare(label, own)), path, figures), path)
      : undefined;
  const alone = label.replace(MARKED, "");
  const isBasis = says(BASIS_ROW, alone);
  if (
    !isBasis &&
    !says(TOTAL, alone) &&
    !/^(?:basic|diluted)\b(?! (?:weighted|average|shares|number))|^(?:three|six|nine|twelve) months ended\b|^(?:quarter|year)s? ended\b/.test(
      inSmall(alone),
    )
  )
    return undefined;
  const named = path.toReversed().flatMap((section) => namedIn(section, learned).slice(0, 1))[0];
  if (named === undefined) return undefined;
  if (says(TOTAL, alone)) return { ...named, name: `${label} ${named.name}` };
  return isBasis ? onBasis(alone, named) : named;
}

/** A measure on the basis that a row says. */
const onBasis = (said: string, named: Named): Named => ({
  ...named,
  basis: UNDER_GAAP.test(said) ? "GAAP" : "non-GAAP",
  name: `${said} ${named.name}`,
});

/** The dash or point that sets off a row as one of those below a section, or as another of the row above. */
const MARKED = /^\s{0,3}[-\u2010-\u2015\u2022\u00b7]{1,2}\s{0,3}/;

/** "- As reported", right below "Net income excluding special items": the same measure on the other basis. */
function onOtherBasis(label: string, before: Named | undefined): Named | undefined {
  const said = label.replace(MARKED, "");
  if (before === undefined || said === label || !says(BASIS_ROW, said)) return undefined;
  const other = onBasis(said, before);
  return other.basis === before.basis ? undefined : other;
}

/** "Weighted average shares used in non-GAAP earnings per share calculation". */
const COUNTS_SHARES = anyCase(
  /\bweighted[- ]average (?:[\w-]+ ){0,5}(?:shares|units)\b|\b(?:shares|units) used (?:in|to|for)\b|^\W{0,4}(?:numer|denomin)ator (?:for|of|in|used)\b/,
);

/** A line of what is left out, whatever measure it says that it is left out of. */
const ADJUSTS = anyCase(
  /^\W{0,4}(?:(?:less|add|plus|total)[:,]? )?(?:(?:the )?(?:income |related )?tax (?:effects?|impacts?)|(?:the )?(?:impacts?|effects?) (?:of|on)|(?:total |net )?(?:non-?gaap |reconciling |pre-?tax )?adjustments?(?: to| for| excluded from)?)\b/,
);

/** "Add: adjusted revenue impact": what is added to a measure is none. */
const ADDS = anyCase(/^\W{0,4}(?:add|plus|adjust)(?: back)?:/);

/** What others have earned, of which the company takes its share. */
const OF_OTHERS = anyCase(
  /\bnet (?:income|loss|earnings|profit|\(loss\))[^|]{0,20} (?:from|of|in) (?:the |its |our )?(?:equity[- ](?:accounted|method)|associates?\b|joint ventures?|affiliates?\b|unconsolidated)/,
);

/** "Adjusted operating earnings %", "Adjusted EBITDA (% of sales)", "EBIT / sales %": what is printed as a part is the margin, whatever it is a part of. */
export function inPercent(label: string, own: Named): Named {
  const [behindName, of] = find(RETURN_BEHIND, label.slice(own.to)) ?? [];
  if (behindName !== undefined && of !== undefined && !RATES.has(own.family))
    return {
      ...own,
      family: RETURN_OF[of.toLowerCase()]!,
      name: `${own.name}${behindName}`,
      to: own.to + behindName.length,
    };
  const margin = MARGINS.get(own.family);
  const behind = margin === undefined ? null : PERCENT_BEHIND.exec(label.slice(own.to));
  return margin === undefined || behind === null
    ? own
    : { ...own, family: margin, name: `${own.name}${behind[0]}`, to: own.to + behind[0].length };
}

/** "Distributable earnings return on average equity": the return, and no amount of those earnings. */
const RETURN_BEHIND = anyCase(
  /^(?: \(\w{1,3}\))?,? (?:annuali[sz]ed )?return on (?:average )?(?:(?:total|common|shareholders[’']?|stockholders[’']?) ){0,2}(tangible|equity|assets)(?![a-z])/d,
);
const RETURN_OF: Readonly<Record<string, Family>> = {
  tangible: "return-on-tangible-equity",
  equity: "return-on-equity",
  assets: "return-on-assets",
};

const PERCENT_BEHIND = anyCase(
  /^(?:,? ?(?:\(|\/ ?|as )?(?:an? )?(?:%|percent(?:age)?|margin %)(?: (?:of )?(?:(?:total|net) )*(?:revenues?|sales))?\)?| (?:excluding|before|without|ex|net of|including) [^|%$]{3,80} margins?(?: ?%)?| ?\/ ?(?:(?:total|net) )*(?:revenues?|sales)(?: ?\(?%\)?)?)(?=[\s\d(),*†‡]{0,8}$)/,
);

/** "Operating income 6.0%" below "Percentage of total net revenue:" is the margin. */
const PART_SECTION = anyCase(
  /^\W{0,4}(?:as an? )?(?:%|percent(?:age)?s?)(?: of)? (?:(?:total|net|our) )*(?:revenues?|sales)\W{0,4}$/,
);

/** "Comparable adjusted EBITDA" below "Adjusted EBITDA margin:" is the margin of it, where it is no amount of money on the way to the margin. */
function inMargins(own: Named, path: readonly string[], figures: readonly Figure[]): Named {
  const margin = figures.length > 0 && isMoney(figures) ? undefined : MARGINS.get(own.family);
  const section = path.at(-1) ?? "";
  if (margin === undefined || !(says(PART_SECTION, section) || namedIn(section).some((n) => n.family === margin)))
    return own;
  return { ...own, family: margin, name: `${own.name} margin` };
}

/** "Earnings excluding special items per common share": what is left out stands between the measure and the share that it is given by. */
function ofShare(label: string, own: Named): Named {
  const whole = SHARE_OF.get(own.family);
  if (whole !== undefined && says(SHARE_SET_OFF, label.slice(own.to)))
    return { ...own, family: whole, name: `${own.name} per share` };
  const share = own.basis === "non-GAAP" ? whole : undefined;
  if (share === undefined || !says(EXCLUDES_PER_SHARE, label.slice(own.to))) return own;
  return { ...own, family: share, name: `${own.name} per share` };
}
/** "Net income \u2013 per share basic", "recurrent net income (group share, ps, EUR)". */
const SHARE_SET_OFF = anyCase(
  /^,? ?(?:[-\u2013\u2014:] ?|\()(?:(?:basic|diluted|basic and diluted) )?per (?:\w+ ){0,2}(?:share|unit)\b|^ \((?:[a-z -]{3,20}, ?)?(?:p\.s\.|ps)(?:, ?[a-z€£$]{1,4})?\)/,
);
const EXCLUDES_PER_SHARE = anyCase(
  /^ (?:excluding|before|adjusted for|exclusive of) [^|$%\d]{3,90}? per (?:\w+ ){0,2}(?:share|unit)\b/,
);

/** "Diluted earnings per share" below "Net earnings on a non-GAAP basis" is on that basis as well. */
const onBasisAbove = (own: Named, path: readonly string[]): Named =>
  own.basis === "GAAP" && EARNED.has(own.family) && /\bon (?:an? )?non-?gaap basis\W*$/.test(inSmall(path.at(-1) ?? ""))
    ? { ...own, basis: "non-GAAP", name: `${own.name} on a non-GAAP basis` }
    : own;
const EARNED: ReadonlySet<Family> = new Set<Family>(["net-income", "eps"]);

/** The company's own line below those of its parts, which are named by the section that they stand in. */
const TOTAL = anyCase(/^(?:consolidated |company )?total(?: company| consolidated)?$|^consolidated$/);

/** A row that says its basis alone: its section says of what. */
const BASIS_ROW = anyCase(
  /^(?:(?:u\.?s\.? )?gaap|as reported|reported|(?:as )?adjusted|non-?gaap|core|underlying|(?:excluding|before) (?:[a-z][\w-]{1,16} ){0,3}(?:items|charges|adjustments))(?:[,:]? (?:\(?(?:basic|diluted|non-?gaap|gaap|see notes?)\)?))?[\s\d(),*]{0,6}$/,
);

/** "% of net sales", "Margin %", right below an amount. */
export const AS_MARGIN: Pattern = anyCase(
  /^\W{0,4}(?:as an? )?(?:%|percent(?:age)?|margin)(?: %| margin)?(?: (?:of )?(?:(?:total|net) )*(?:revenues?|sales))?\W{0,4}$/,
);

/** "Per share" and "- per diluted share" are the part of the row above. */
function shareNamed(label: string, before: Named | undefined): Named | undefined {
  if (before === undefined) return undefined;
  const margin = MARGINS.get(before.family);
  if (margin !== undefined && AS_MARGIN.test(label))
    return { ...before, family: margin, name: `${before.name} ${label}` };
  const family = SHARE_OF.get(before.family);
  if (family === undefined) return undefined;
  const match = /^\W{0,4}(?:amount )?(?:per (?:\w+ ){0,4}?(?:share|unit)s?\b|\/ ?share\b)/i.exec(label);
  return match === null ? undefined : { ...before, family, name: `${before.name} ${match[0].replace(/^\W+/, "")}` };
}
