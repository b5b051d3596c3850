import { anyCase } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isRate, type Mention } from "../reading/mention.ts";
import { idsOf, isOfPart, ownQuoted, quoted } from "../reading/own-measure.ts";
import type { Place } from "../reading/place.ts";
import { at } from "../reading/placed.ts";
import { outlookRows } from "../reading/rule-table.ts";
import { isOfTerm, TERMS, termAhead } from "../reading/term-ahead.ts";
import type { Found } from "../rule.ts";
import { ACROSS, isOfAll } from "./bare.ts";

interface Turned {
  readonly own: Mention;
  /** Growth as reported, as a message calls it, and its figures. */
  readonly gaap: { readonly words: string; readonly figures: readonly string[] };
}

/**
 * Growth on a basis of the company's own that is guided for before growth as reported, in one paragraph or in bullets of one list. What has
 * come out is left alone: there the amount as reported stands before either as a rule.
 */
export function growthAheadFirst(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.places
    .filter(({ kind, segment }) => !segment && kind !== "text")
    .flatMap((place) => turnedIn(place, disclosure));
  const [first] = all;
  if (first === undefined) return [];
  const { own, gaap } = first;
  return [
    {
      ...at(own),
      message: `${ownQuoted(own)} for the period to come stands before ${gaap.words}, the growth as reported.${alsoIn(
        disclosure,
        own,
        all.map((one) => one.own),
      )}`,
      remedy: "Put the growth as reported first.",
      figures: [...idsOf([own]), ...gaap.figures],
    },
  ];
}

function turnedIn(place: Place, disclosure: Disclosure): readonly Turned[] {
  const ahead = place.mentions
    .filter((m) => m.family === "revenue" && (m.ahead || isRaised(m)) && m.figures.length > 0 && !isOfPart(m))
    .slice(0, FEW);
  const under = ahead.filter((m) => m.basis === "GAAP" && isOfAll(m) && !isOfSame(m));
  const ofTerm = new Map(TERMS.map((term) => [term, under.filter((m) => isOfTerm(m, term, disclosure))]));
  return ahead.flatMap((own): readonly Turned[] => {
    if (own.basis !== "non-GAAP" || !own.ahead || !own.figures.some(isRate)) return [];
    const term = termAhead(own, disclosure);
    const gaap = (term && ofTerm.get(term)) ?? under;
    const next = gaap.find((m) => m.start > own.start && m.figures.some(isRate) && isBeside(own, m));
    if (next === undefined)
      return under.length > 0 || own.part !== "guidance" ? [] : tabledBehind(own, place, disclosure);
    if (gaap.some((m) => isBefore(m, own, disclosure) || isLedBy(m, own))) return [];
    return isTabledAbove(own, place, disclosure)
      ? []
      : [{ own, gaap: { words: quoted(next.name), figures: idsOf([next]) } }];
  });
}

/** Growth as reported that a table of the outlook further behind has alone: no words before it have told of it. */
function tabledBehind(own: Mention, place: Place, disclosure: Disclosure): readonly Turned[] {
  const { tables, mentions } = disclosure;
  const isTold = mentions.some(
    (m) => m.family === "revenue" && m.basis === "GAAP" && m.ahead && m.figures.some(isRate) && m.start < own.start,
  );
  if (isTold || isTabledAbove(own, place, disclosure)) return [];
  const found = tables.flatMap((t) =>
    t.kind === "guidance" && t.block > own.block
      ? t.rows
          .filter(({ named, figures }) => named?.family === "revenue" && named.basis === "GAAP" && figures.some(isRate))
          .map((row) => ({
            words: `${quoted(row.label)} in table ${t.table}`,
            figures: row.figures.slice(0, 1).map((f) => f.id),
          }))
      : [],
  );
  return found.slice(0, 1).map((gaap) => ({ own, gaap }));
}

/** So many names of sales in one place are held against each other: no outlook that was written for readers has more. */
const FEW = 60;

/** Sales of the same stores are those of a part, and their growth is not that of the whole. */
const isOfSame = ({ sentence, from }: Mention): boolean =>
  OF_SAME.test(sentence.slice(Math.max(0, from - BEFORE), from));
const OF_SAME = anyCase(
  /\b(?:comparable|comps?|same|like-for-like|system-?wide|recurring|subscription)(?:[- ](?:store|restaurant|club|site|property))? $/,
);

/** "We have also raised our reported sales to 2%": who raises what it is going to be. */
const isRaised = ({ sentence, from }: Mention): boolean =>
  RAISED.test(sentence.slice(Math.max(0, from - BEFORE), from));
const RAISED = anyCase(
  /\b(?:rais(?:es?|ed|ing)|lower(?:s|ed|ing)|narrow(?:s|ed|ing)|tighten(?:s|ed|ing)|updat(?:es?|ed|ing)|revis(?:es?|ed|ing)) (?:our|the|its) (?:[\w-]+ ){0,4}$/,
);
const BEFORE = 60;

/** Two sentences of a paragraph, or two bullets that a reader sees together. */
const isBeside = (own: Mention, gaap: Mention): boolean =>
  gaap.block === own.block || (own.bullet && gaap.bullet && gaap.block - own.block <= NEAR);
const NEAR = 3;

/** What stands in another paragraph and tells no period is no answer to what is guided for a quarter. */
const isBefore = (gaap: Mention, own: Mention, disclosure: Disclosure): boolean =>
  gaap.start < own.start &&
  (gaap.block === own.block || termAhead(own, disclosure) !== "quarter" || termAhead(gaap, disclosure) !== undefined);

/** "A decline of 1%, or organic growth of 3%": the rate of the one before the names of both. */
const isLedBy = (gaap: Mention, own: Mention): boolean =>
  gaap.block === own.block &&
  gaap.sentence === own.sentence &&
  (gaap.figures[0]?.start ?? gaap.start) < Math.min(own.start, own.figures[0]?.start ?? own.start);

const isTabledAbove = (own: Mention, { since }: Place, { tables }: Disclosure): boolean =>
  tables.some(
    (t) =>
      t.block >= since - ACROSS &&
      t.block < own.block &&
      outlookRows(t).some(({ named }) => named.family === "revenue" && named.basis === "GAAP"),
  );
