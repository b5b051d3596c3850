import type { Figure } from "../../tieout/figures/figure.ts";
import { keyOf } from "../names/learned.ts";
import { anyCase, find, inSmall, says } from "../pattern.ts";
import { toldOnceOfAll } from "../reading/also.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import { digitsPrinted } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, type Mention } from "../reading/mention.ts";
import { isOfPart, quoted, RATIOS } from "../reading/own-measure.ts";
import { placeIn } from "../reading/passage.ts";
import { RESULTS, sentencesOf } from "../reading/placed.ts";
import { isOfWhole, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { hasCostOfSales } from "./bare.ts";
import { isOfOnePart, isOfParts } from "./prominent-tables.ts";

/** What companies count and divide by; a share, a period and a currency are none of these. */
const UNIT =
  "(?:(?:metric|short|long|net|gold|silver|copper|equivalent|payable|pay) )*(?:tons?|tonnes?|boes?|mboe|mcfes?|mcf|barrels?|bbl|gallons?|ounces?|oz|pounds?|lbs?|mwh|customers?|subscribers?|users?|members?|patients?|rooms?|guests?|passengers?|miles?|homes?|stores?|square (?:foot|feet)|employees?|p?apcds?|pcds?|lots?|containers?|cases?|unit cases?|transactions?|loads?|vehicles?|acres?)";
const PER_UNIT = new RegExp(String.raw`(?:\bper|/) ?(${UNIT})(?![a-z])`, "i");

/** What is one unit under two names. */
const ALIKE: Readonly<Record<string, string>> = {
  oz: "ounce",
  lb: "pound",
  bbl: "barrel",
  tonne: "ton",
  "square feet": "square foot",
};
const calledOnce = (unit: string): string => {
  const one = unit
    .toLowerCase()
    .replace(/^(?:(?:metric|short|long|net|gold|silver|copper|equivalent|payable|pay) )+/, "")
    .replace(/s$/, "");
  return ALIKE[one] ?? one;
};

/** "Net income per ton": the unit that stands in a name or a label; undefined where none does. */
const unitIn = (words: string): string | undefined => {
  const unit = PER_UNIT.exec(words)?.[1];
  return unit === undefined ? undefined : calledOnce(unit);
};

/** How far behind a name its amount by the unit may stand. */
const REACH = 140;
const RIGHT_BEHIND = anyCase(new RegExp(String.raw`^ ?(?:\([^()]{1,20}\) ?)?(?:per|/) ?(${UNIT})(?![a-z])`, "d"));
/** "..., or $14.54 per ton": the amount, and the word that leads up to it. */
const AMOUNT_BY = anyCase(
  new RegExp(
    String.raw`(?:^|\b(?:or|of|was|were|to|at|and)|[(,]) ?(?:approximately |about )?[$€£] ?\(?\d[\d.,]{0,12}\)? ?(?:per|/) ?(${UNIT})(?![a-z])`,
    "d",
  ),
);
/** What else has a price or costs something by the unit. */
const OF_ANOTHER = anyCase(
  /\b(?:prices?|pricing|costs?|spending|expenses?|expenditures?|capex|rates?|revenues?|sales|wages?|fees?|volumes?|fuel|dividends?)\b/,
);

/** The unit by which a measure is given, right behind its name or at its amount; undefined where by none. */
function unitOf({ sentence, to, from, said, name }: Mention): string | undefined {
  const named = unitIn(name);
  if (named !== undefined) return named;
  const behind = sentence.slice(to, Math.min(to + REACH, from + said.length));
  if (!/per|\//.test(inSmall(behind))) return undefined;
  const unit = find(RIGHT_BEHIND, behind)?.[1];
  if (unit !== undefined) return calledOnce(unit);
  const amount = find(AMOUNT_BY, behind);
  return amount === null || says(OF_ANOTHER, behind.slice(0, amount.index)) ? undefined : calledOnce(amount[1]!);
}

interface PerUnit {
  readonly words: string;
  readonly unit: string;
  /** Undefined of a row that no family names. */
  readonly family: Mention["family"] | undefined;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly Figure[];
}

/** What a word or the release makes of revenue; its growth on another basis is by no unit. */
const ADJUSTED = anyCase(/^(?:adjusted|non[-\u2010\u2011 ]?gaap|core|underlying)\b/);
/** A label of a row that says itself that its amount is none of the standards. */
const OWN_LABEL = anyCase(
  /^\W{0,3}(?:(?:total|average|unit|net) )*(?:(?:adjusted|non[-\u2010\u2011 ]?gaap|core|underlying|all-?in)\b|cash (?:operating |production |unit )*(?:costs?|margins?|netbacks?)\b)/,
);
const OF_COSTS = anyCase(/\b(?:costs?|expenses?|aisc)\b/);

const isAsked = (
  { basis, family, name }: Pick<Mention, "basis" | "family" | "name">,
  disclosure: Disclosure,
): boolean =>
  basis === "non-GAAP" &&
  !RATIOS.has(family) &&
  (family !== "revenue" || ADJUSTED.test(name)) &&
  (family !== "unit-cost" || hasCostOfSales(disclosure));

/** What is left of a name without its unit and the word that makes it the company's own: what the amount under GAAP would be called. */
const stemOf = (words: string): string =>
  keyOf(words.replace(PER_UNIT, " ").replace(/\(per\b[^()]*\)/i, " "))
    .replace(/^(?:(?:total|average|unit|net|adjusted|non gaap|core|underlying|cash|all in) )+/, "")
    .trim();

/** An amount of the company's own by a unit in a row, whatever kind of table has it. */
function ofRow(row: RuleRow, table: RuleTable, disclosure: Disclosure): PerUnit | undefined {
  const { label, named, figures, start, end } = row;
  const unit = /per|\//.test(inSmall(label)) ? unitIn(label) : undefined;
  if (unit === undefined || !figures.some(isMoney)) return undefined;
  const isOwn =
    named === undefined
      ? OWN_LABEL.test(label) && (!OF_COSTS.test(label) || hasCostOfSales(disclosure))
      : isAsked(named, disclosure);
  if (!isOwn || /\bsegments?\b/.test(inSmall(label)) || isOfOnePart(row, disclosure)) return undefined;
  if (isOfParts(table, disclosure) && !isOfWhole(row) && !OWN_LABEL.test(label)) return undefined;
  return { words: label, unit, family: named?.family, start, end, figures };
}

/** The amounts of the company's own by a unit, in the prose of the results and in tables, whose amount under GAAP by that unit the release has nowhere. */
const bareByUnit = remembered((disclosure: Disclosure): readonly PerUnit[] => {
  const { mentions, tables } = disclosure;
  const told = mentions.flatMap((m): readonly PerUnit[] => {
    const isTold = isAsked(m, disclosure) && !m.ahead && RESULTS.has(m.part) && m.figures.some(isMoney) && !isOfPart(m);
    const unit = isTold ? unitOf(m) : undefined;
    return unit === undefined ? [] : [{ ...m, words: m.name, unit }];
  });
  const tabled = tables
    .filter((t) => t.kind !== "statement" && t.kind !== "guidance")
    .flatMap((t) => t.rows.flatMap((row) => ofRow(row, t, disclosure) ?? []));
  const all = [...told, ...tabled];
  if (all.length === 0) return all;
  const labels = tables.flatMap((t) =>
    t.rows.flatMap(({ label, named, row }): readonly Labelled[] => {
      const path = t.reading.meaning.rows[row]?.path ?? [];
      const unit = [label, ...path].flatMap((words) => unitIn(words) ?? [])[0];
      const isOwn = named?.basis === "non-GAAP" || OWN_LABEL.test(label);
      return unit === undefined || isOwn ? [] : [{ label, named, unit, stem: stemOf(label) }];
    }),
  );
  const printed = new Set(all.flatMap(({ figures }) => figures.filter(isMoney).map(digitsPrinted)));
  // "Cost of sales was $103.07 per ton" is no amount under GAAP where a row of the company's own has that amount.
  const gaap = mentions.filter(
    (m) =>
      m.basis === "GAAP" && /per|\//.test(inSmall(m.said)) && !m.figures.some((f) => printed.has(digitsPrinted(f))),
  );
  return all.filter((one) => !isGiven(one, gaap, labels, disclosure));
});

/** A row by a unit that is not the company's own. */
interface Labelled {
  readonly label: string;
  readonly named: RuleRow["named"];
  readonly unit: string;
  readonly stem: string;
}

/** Whether the amount under GAAP stands anywhere by the same unit: by its family, by the same words, or among costs as any cost of the statements. */
function isGiven(
  { family, unit, words }: PerUnit,
  gaap: readonly Mention[],
  labels: readonly Labelled[],
  disclosure: Disclosure,
): boolean {
  const isIt = (named: RuleRow["named"]): boolean =>
    named?.basis === "GAAP" && family !== undefined && isHeldAgainst(family, named.family, disclosure);
  const stem = stemOf(words);
  const isCost = family === "unit-cost" || OF_COSTS.test(words);
  return (
    gaap.some((m) => isIt(m) && unitOf(m) === unit) ||
    labels.some(
      (l) =>
        l.unit === unit &&
        (isIt(l.named) || (stem.length > 3 && l.stem.includes(stem)) || (isCost && OF_COSTS.test(l.label))),
    )
  );
}

/** Whether a cost by the unit is told of as the ratio that it is. */
export const isToldByUnit = (m: Mention, disclosure: Disclosure): boolean =>
  m.family === "unit-cost" && bareByUnit(disclosure).some(({ start }) => start === m.start);

/** The words for what is asked for. */
const wantedOf = ({ family, unit }: PerUnit, disclosure: Disclosure): string =>
  family === undefined
    ? `the same amount under GAAP per ${unit}`
    : `${heldAgainst(family, disclosure).words} per ${unit}`;

/** "Net realized pricing was $118.71 per ton": an amount of so many digits that a row of the company's own has is that, whatever it is called here. */
const DIGITS = 4;
function printedAgain(bare: readonly PerUnit[], disclosure: Disclosure): readonly PerUnit[] {
  const known = new Map<string, PerUnit>();
  for (const one of bare)
    for (const figure of one.figures)
      if (isMoney(figure) && /\.\d\d/.test(figure.text) && digitsPrinted(figure).length >= DIGITS)
        known.set(digitsPrinted(figure), one);
  if (known.size === 0) return [];
  const [units, starts] = [new Set(bare.map(({ unit }) => unit)), new Set(bare.map(({ start }) => start))];
  const said = sentencesOf(disclosure, (p) => RESULTS.has(p.part) && PER_UNIT.test(p.text)).flatMap(
    ({ passage, sentence }): readonly PerUnit[] => {
      const figure = sentence.figures.find((f) => isMoney(f) && known.has(digitsPrinted(f)));
      if (figure === undefined || sentence.mentions.some((m) => starts.has(m.start))) return [];
      const from = sentence.text.indexOf(figure.text);
      const unit = unitIn(sentence.text.slice(from, from + REACH / 4));
      if (unit === undefined || !units.has(unit)) return [];
      const place = placeIn(passage, sentence, from, from + figure.text.length);
      return [{ ...known.get(digitsPrinted(figure))!, ...place, figures: [figure] }];
    },
  );
  const rows = disclosure.tables
    .filter((t) => t.kind === "figures" && RESULTS.has(t.part))
    .flatMap((t) =>
      t.rows.flatMap((row): readonly PerUnit[] => {
        const figure = row.figures.find((f) => isMoney(f) && /\.\d\d/.test(f.text) && known.has(digitsPrinted(f)));
        if (figure === undefined || starts.has(row.start)) return [];
        return [{ ...known.get(digitsPrinted(figure))!, start: row.start, end: row.end, figures: [figure] }];
      }),
    );
  return [...said, ...rows];
}

/**
 * An amount of the company's own by the ton, the room or the customer, earnings as well as costs and prices, where the release has the measure under GAAP
 * by that unit nowhere (C&DI 102.10(a)(3)). One finding for each unit and measure under GAAP, with all its places.
 */
export function perUnitFindings(disclosure: Disclosure): readonly Found[] {
  const bare = bareByUnit(disclosure);
  if (bare.length === 0) return [];
  const all = [...bare, ...printedAgain(bare, disclosure)].toSorted((a, b) => a.start - b.start);
  const nameOf = ({ words, unit }: PerUnit): string =>
    unitIn(words) === undefined ? `${quoted(words)} per ${unit}` : quoted(words);
  return [...new Set(all.map((one) => wantedOf(one, disclosure)))].flatMap((wanted) =>
    toldOnceOfAll(
      disclosure,
      all.filter((one) => wantedOf(one, disclosure) === wanted),
      ({ words }) => stemOf(words),
      nameOf,
      (first) => ({
        message: `${nameOf(first)} is a ratio of the company's own, and ${wanted} is given nowhere.`,
        remedy: `Print ${wanted} beside it, no less prominently.`,
        figures: first.figures.slice(0, 1).map(({ id }) => id),
      }),
    ),
  );
}
