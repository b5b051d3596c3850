import { ordinal } from "../../calendar/date.ts";
import { daysOf, type Period } from "../../calendar/period.ts";
import { compare } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { anyCase, find } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { EARNED, isOfPart, quoted } from "../reading/own-measure.ts";
import { placeIn } from "../reading/passage.ts";
import { RESULTS, sentencesOf } from "../reading/placed.ts";
import type { Found } from "../rule.ts";
import { praisedIn } from "./praise.ts";

const OF_WHEN =
  "(?:first|second|third|fourth|full|half|fiscal|calendar|annual|quarterly|quarter|year|q[1-4]|20\\d\\d|and|-)";
/** "Record financial results", "record fourth quarter and full year 2025 results", "results were a record": said of no part of the company, and of no one line. */
const RECORD_RESULTS = anyCase(
  new RegExp(
    String.raw`\brecord (?:${OF_WHEN}[ -]?|(?:financial|overall|consolidated|operating) ){0,8}results\b(?! (?:in|at|from|across|by|for|of) (?!(?:the |our |its |fiscal |calendar )?(?:first|second|third|fourth|full|half|quarter|year|period|three|six|nine|twelve|q[1-4]|20\d\d)))|\b(?:financial|quarterly|annual|full[- ]year|our|the company[’']s) results (?:were|are|was|set) (?:an? |another |our |new )?(?:all[- ]time )?record\b`,
  ),
);
/** One look at a text tells that it calls nothing so. */
const RECORD = anyCase(/\brecord\b/);

/**
 * Results as a whole that are called a record where net income and what a share earns have fallen, in every table and over every period, and only measures
 * of the company's own are a record by the release's own words (C&DI 102.10(a)(5)). One finding for all places.
 */
export function recordResults(disclosure: Disclosure): readonly Found[] {
  const said = sentencesOf(disclosure, ({ part, text }) => RESULTS.has(part) && RECORD.test(text)).flatMap(
    ({ passage, sentence }) => {
      const match = RECORD.test(sentence.text) ? find(RECORD_RESULTS, sentence.text) : null;
      if (match === null) return [];
      return [{ ...placeIn(passage, sentence, match.index, match.index + match[0].length), words: match[0] }];
    },
  );
  if (said.length === 0) return [];
  const praised = praisedIn(disclosure).flatMap((place) => place.praised);
  const own = praised.find((m) => m.basis === "non-GAAP" && !isOfPart(m));
  // A record of revenue, or of anything else under GAAP, may be what the words stand for.
  if (own === undefined || praised.some((m) => m.basis === "GAAP")) return [];
  const fallen = earnedSince(disclosure);
  const first = fallen.find(({ of }) => of === "net-income");
  if (first === undefined || !fallen.every(({ now, then }) => isBelow(now, then))) return [];
  return toldOnce(disclosure, said, ({ words }) => ({
    message: `${quoted(words)} is said of the results as a whole, and ${quoted(own.name)} is such; net income has fallen from ${first.then.text} to ${first.now.text}.`,
    remedy: "Say of which measure it is a record, and as prominently how net income has changed; or take the word out.",
    figures: [first.now.id, first.then.id],
  }));
}

interface Since {
  readonly of: string;
  readonly now: Figure;
  readonly then: Figure;
}

/** What the tables have of earnings under GAAP for the periods that the release reports, the longest first, each with that of the year before. */
const earnedSince = ({ tables, context: { reportEnd } }: Disclosure): readonly Since[] =>
  reportEnd === undefined
    ? []
    : tables
        // On the way of a reconciliation parts of net income are named after it, and turned round.
        .filter(({ kind }) => kind === "statement" || kind === "figures")
        .flatMap(({ rows }) => rows)
        .filter(({ named }) => named?.basis === "GAAP" && EARNED.has(named.family))
        .flatMap(({ named, figures }) =>
          figures.flatMap((now): readonly Since[] => {
            const then = now.period?.end === reportEnd ? figures.find((f) => isYearBefore(f, now)) : undefined;
            return then === undefined ? [] : [{ of: named!.family, now, then }];
          }),
        )
        .toSorted((a, b) => daysOf(b.now.period!) - daysOf(a.now.period!));

/** In days, with what a year of 53 weeks or a leap year has more. */
const YEAR = 365;
const WITHIN = 8;
const isAbout = (days: number, wanted: number): boolean => Math.abs(days - wanted) <= WITHIN;
const isYearBefore = (then: Figure, now: Figure): boolean =>
  then.measured !== undefined &&
  then.measured.unit === now.measured?.unit &&
  then.kind === now.kind &&
  then.period !== undefined &&
  isEndedBefore(then.period, now.period!);
const isEndedBefore = (then: Period, now: Period): boolean =>
  isAbout(ordinal(now.end) - ordinal(then.end), YEAR) && isAbout(daysOf(then), daysOf(now));

const isBelow = (now: Figure, then: Figure): boolean => compare(now.measured!.value, then.measured!.value) < 0;
