import { yearOf } from "../../calendar/date.ts";
import { comparableTo, isComparable } from "../names/comparable.ts";
import { anyCase, findAll } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { mentionsAt } from "../reading/by-block.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import { givesGrowth, idsOf, isOfPart, isShown, quoted } from "../reading/own-measure.ts";
import type { Found } from "../rule.ts";

/** What leads up to the amount that another is held against. */
const AGAINST = anyCase(/\b(?:compar\w+ (?:to|with)|versus|vs\.?|against)(?: an?| the| our)? $/);
/** An earlier period in words, behind the name. */
const EARLIER = anyCase(
  /\b(?:prior|previous|preceding|last|corresponding|same|comparable)[- ](?:\w+[- ]){0,2}?(?:period|quarter|year|months)\b|\byear[- ](?:ago|earlier)\b/,
);
/** "2024", and "3Q24", "Q3 24" for short. */
const YEAR = anyCase(/\b20(\d\d)\b|\b[1-4]q ?[’']?(\d\d)\b|\bq[1-4] ?[’']?(\d\d)\b/dg);
/** What a result is aimed at is of no period that is over. */
const AIMED_AT = anyCase(/\b(?:targets?|targeted|guidance|guided|plan|planned|budget\w*|forecasts?|goals?|outlook)\b/);
const REACH = 160;

/** The years that a text names, the shortened ones in full. */
const yearsNamed = (text: string): readonly string[] =>
  findAll(YEAR, text).map(([, full, first, second]) => `20${full ?? first ?? second}`);

/** Whether words behind a name tell of a period before the one that words before it tell of, or else before that of the release. */
function isEarlier(behind: string, before: string, { context: { released } }: Disclosure): boolean {
  if (AIMED_AT.test(behind)) return false;
  if (EARLIER.test(behind)) return true;
  const now = yearsNamed(before).toSorted().at(-1) ?? (released === undefined ? undefined : `${yearOf(released)}`);
  const years = yearsNamed(behind);
  return now !== undefined && years.length > 0 && years.every((year) => year < now);
}

/** The measure under GAAP of this period, where a sentence holds it against the company's own of an earlier one and has that of no earlier one. */
function currentGaap(own: Mention, disclosure: Disclosure): Mention | undefined {
  if (own.basis !== "non-GAAP" || !isShown(own) || isOfPart(own)) return undefined;
  const { sentence, block, from, to } = own;
  if (!AGAINST.test(sentence.slice(Math.max(0, from - REACH), from))) return undefined;
  if (!isEarlier(sentence.slice(to, to + REACH), sentence.slice(0, from), disclosure)) return undefined;
  const mentions = mentionsAt(block, disclosure.mentions);
  const alike = mentions.filter(
    (m) => m.basis === "GAAP" && m.figures.length > 0 && isComparable(own.family, m.family),
  );
  const [gaap, other] = alike;
  // The nearest name is what is held against it.
  const last = mentions.findLast((m) => m.sentence === sentence && m.to <= from);
  if (last?.basis !== "GAAP") return undefined;
  const isAlone = other === undefined && gaap?.sentence === sentence && gaap.to < from;
  return isAlone && !gaap.ahead && !givesGrowth({ ...gaap, sentence: sentence.slice(0, from) }) ? gaap : undefined;
}

/** A result as reported that is held against one of the company's own of the year before: the one as reported of that year is left out. */
export const heldAgainstFindings = (disclosure: Disclosure): readonly Found[] =>
  toldOnce(
    disclosure,
    disclosure.mentions.flatMap((own) => {
      const gaap = currentGaap(own, disclosure);
      return gaap === undefined ? [] : [{ ...own, gaap }];
    }),
    (own) => ({
      message: `${quoted(own.gaap.name)} is held against ${quoted(own.name)} of an earlier period, and ${comparableTo(own.family).words} of that period is not with it.`,
      remedy: "Give both periods on the one basis, that of GAAP no less prominently.",
      figures: idsOf([own]),
    }),
  );
