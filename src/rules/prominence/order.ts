import { samePeriod } from "../../calendar/period.ts";
import { isComparable } from "../names/comparable.ts";
import { RATES } from "../names/family.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import { EARNED, gaapMentions, idsOf, isOfPart, ownQuoted, quoted } from "../reading/own-measure.ts";
import type { Place } from "../reading/place.ts";
import { at } from "../reading/placed.ts";
import { areOfOtherTerms, termAhead } from "../reading/term-ahead.ts";
import { yearsIn } from "../reading/years.ts";
import type { Found } from "../rule.ts";
import { OF_DEBT_AND_CASH } from "./answered.ts";
import { ACROSS, hasGaapRow, isOwn, isRead } from "./bare.ts";
import { isAnsweredByStatement } from "./by-statement.ts";
import { OF_EARLIER } from "./compared.ts";
import { saysReported } from "./reported-behind.ts";

interface Turned {
  readonly own: Mention;
  readonly gaap: Mention;
  readonly others: Mention[];
}

/** Where a place has both, the company's own first. */
export function orderFindings(disclosure: Disclosure): readonly Found[] {
  const found = new Map<string, Turned>();
  for (const place of disclosure.places.filter(({ segment }) => !segment)) {
    const firsts = new Map<string, Mention | undefined>();
    place.mentions.forEach((own, i) => {
      if (!isOwn(own, place) || own.figures.length === 0 || own.family === "revenue" || isOfPart(own)) return;
      const firstOf = `${own.family} ${own.ahead}`;
      if (!firsts.has(firstOf)) firsts.set(firstOf, firstUnderGaap(own, place, disclosure));
      const gaap = firsts.get(firstOf);
      // Debt to capital is no ratio of debt to earnings, which debt to EBITDA is to be read with.
      if (own.family === "leverage" && !/\b(?:income|earnings)\b/.test(inSmall(gaap?.name ?? ""))) return;
      if (gaap === undefined || isAhead(gaap, own) || areOfTwoPeriods(gaap, own) || isInBrackets(i, place.mentions))
        return;
      // "Net debt was $410 million, the result of debt of $520 million less cash" is its own bridge.
      if (own.family === "net-debt" && OF_DEBT_AND_CASH.test(own.sentence)) return;
      // What a paragraph of results says of what is to come has the table of the outlook.
      if (own.ahead ? place.kind === "text" : isBefore(own, place, disclosure)) return;
      // The second time the bare name may be said of what was just given.
      const isSameName = gaap.name.toLowerCase() === own.name.toLowerCase() && !saysReported(gaap);
      if (isSameName && (gaap.block === own.block || isSameFigure(gaap, own))) return;
      if (gaap.sentence === own.sentence && isHeldAgainst(own, gaap)) return;
      // What the statements have of it stands before it, though no name tells so.
      if (isAnsweredByStatement(own, place, false, disclosure, own.start)) return;
      const key = `${place.kind} ${own.family} ${own.ahead}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { own, gaap, others: [] });
      else known.others.push(own);
    });
  }
  return [...found.values()].map(({ own, gaap, others }) => ({
    ...at(own),
    message: `${own.name.toLowerCase() === gaap.name.toLowerCase() ? ownQuoted(own) : quoted(own.name)} comes before ${quoted(gaap.name)}, the measure under GAAP that it is to be read with.${alsoIn(disclosure, own, others)}`,
    remedy: "Put the measure under GAAP first.",
    figures: idsOf([own, gaap]),
  }));
}

/** The measure under GAAP in the place itself; or, behind a paragraph, in what follows below the same title. */
function firstUnderGaap(own: Mention, place: Place, disclosure: Disclosure): Mention | undefined {
  const here = gaapMentions(own.family, place.mentions, disclosure).find(
    (m) => m.ahead === own.ahead && isOfOneTerm(own, m, disclosure),
  );
  if (here !== undefined || own.ahead || place.kind !== "text") return here;
  return gaapMentions(own.family, disclosure.mentions, disclosure).find(
    (m) => !m.ahead && m.part === "results" && m.block > own.block && m.block < place.until && !isOfPart(m),
  );
}

/** What is guided for is asked for the period that it is of: in one paragraph by what plainly tells two apart, in another by all that is told. */
const isOfOneTerm = (own: Mention, gaap: Mention, disclosure: Disclosure): boolean =>
  !own.ahead ||
  (own.block === gaap.block
    ? !areOfOtherTerms(own, gaap, disclosure)
    : termAhead(own, disclosure) === termAhead(gaap, disclosure));

const isSameFigure = (one: Mention, other: Mention): boolean => one.figures[0]?.text === other.figures[0]?.text;

/** "The adjusted rate of the year was 22.1%", and behind it the rate of the quarter: what is of another period is no counterpart, first or last. */
const areOfTwoPeriods = (one: Mention, other: Mention): boolean =>
  !one.ahead &&
  RATES.has(other.family) &&
  one.figures.every(({ period: a }) =>
    other.figures.every(({ period: b }) => a !== undefined && b !== undefined && !samePeriod(a, b)),
  );

/** The place in the source of the first amount of a measure, or of its name where that comes first. */
const amountAt = (m: Mention): number => m.figures[0]?.start ?? m.start;

/** Whether the measure under GAAP, or its amount, comes first: "$0.95 of EPS and $1.20 of adjusted EPS". */
const isAhead = (gaap: Mention, own: Mention): boolean =>
  gaap.start <= own.start || amountAt(gaap) < Math.min(own.start, amountAt(own));

/** "A net loss of $0.01 per share (adjusted net income of $0.01)": what stands in brackets behind a measure under GAAP comes second. */
function isInBrackets(index: number, mentions: readonly Mention[]): boolean {
  const own = mentions[index]!;
  const before = own.sentence.slice(Math.max(0, own.from - IN_BRACKETS), own.from);
  const open = before.lastIndexOf("(");
  if (open < 0 || before.includes(")", open)) return false;
  const end = own.from - before.length + open;
  for (let i = index - 1; i >= Math.max(0, index - FEW); i--) {
    const m = mentions[i]!;
    if (m.block !== own.block || m.sentence !== own.sentence) return false;
    if (m.basis !== "GAAP" || m.to > end) continue;
    const isSame = isComparable(own.family, m.family) || (EARNED.has(own.family) && EARNED.has(m.family));
    if (isSame && /\d/.test(m.sentence.slice(m.to, end))) return true;
  }
  return false;
}

/** How many names before it are looked at. */
const FEW = 20;
/** How far before a name the bracket may open that it stands in. */
const IN_BRACKETS = 60;

/** Whether the measure under GAAP stands above the place, below its title: in the text or in a table. */
function isBefore(own: Mention, place: Place, disclosure: Disclosure): boolean {
  const { mentions, tables } = disclosure;
  if (place.kind === "headline" || place.kind === "quotation") return false;
  const within = (block: number): boolean => block >= place.since - ACROSS && block < own.block;
  return (
    gaapMentions(own.family, mentions, disclosure).some((m) => within(m.block) && !place.blocks.has(m.block)) ||
    tables.some((t) => within(t.block) && isRead(t) && hasGaapRow(t, own.family, disclosure))
  );
}

const COMPARED = anyCase(/\b(?:compar\w+|versus|vs|against|from)\b/);
/** "Adjusted EPS was $0.95, compared to GAAP EPS of $0.84" is no comparison with another period. */
const SAYS_GAAP = anyCase(/\bgaap (?:\w+ ){0,2}$/);

const isHeldAgainst = (own: Mention, gaap: Mention): boolean =>
  COMPARED.test(own.sentence.slice(own.to, gaap.from)) &&
  (!(SAYS_GAAP.test(own.sentence.slice(0, gaap.from)) || /^gaap /.test(inSmall(gaap.name))) ||
    OF_EARLIER.test(gaap.said) ||
    yearsIn(gaap.said).length > 0);
