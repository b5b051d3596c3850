import { find, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, type Mention } from "../reading/mention.ts";
import { isOfPart, quoted, RATIOS } from "../reading/own-measure.ts";
import { RESULTS } from "../reading/placed.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

/** What companies count and divide by; a share, a period and a currency are none of these. */
const UNIT =
  "(?:(?:metric|short|long) )?(?:tons?|tonnes?|boes?|mboe|mcfes?|mcf|barrels?|bbl|gallons?|ounces?|oz|pounds?|lbs?|mwh|customers?|subscribers?|users?|members?|patients?|rooms?|guests?|passengers?|miles?|homes?|stores?|square (?:foot|feet)|employees?|p?apcds?|pcds?|lots?|containers?|cases?|unit cases?|transactions?|loads?|vehicles?|acres?)";
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
    .replace(/^(?:metric|short|long) /, "")
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
const RIGHT_BEHIND = new RegExp(String.raw`^ ?(?:\([^()]{1,20}\) ?)?(?:per|/) ?(${UNIT})(?![a-z])`, "i");
/** "..., or $14.54 per ton": the amount, and the word that leads up to it. */
const AMOUNT_BY = new RegExp(
  String.raw`(?:\b(?:or|of|was|were|to|at|and)|[(,]) ?(?:approximately |about )?[$€£] ?\(?\d[\d.,]{0,12}\)? ?(?:per|/) ?(${UNIT})(?![a-z])`,
  "i",
);
/** What else has a price or costs something by the unit. */
const OF_ANOTHER =
  /\b(?:prices?|pricing|costs?|spending|expenses?|expenditures?|capex|rates?|revenues?|sales|wages?|fees?|volumes?|fuel|dividends?)\b/i;

/** The unit by which a measure is given, right behind its name or at its amount; undefined where by none. */
function unitOf({ sentence, to, from, said }: Mention): string | undefined {
  const behind = sentence.slice(to, Math.min(to + REACH, from + said.length));
  if (!/per|\//i.test(behind)) return undefined;
  const unit = find(RIGHT_BEHIND, behind)?.[1];
  if (unit !== undefined) return calledOnce(unit);
  const amount = find(AMOUNT_BY, behind);
  return amount === null || says(OF_ANOTHER, behind.slice(0, amount.index)) ? undefined : calledOnce(amount[1]!);
}

interface PerUnit {
  readonly words: string;
  readonly unit: string;
  readonly family: Mention["family"];
  readonly start: number;
  readonly end: number;
  readonly figures: readonly string[];
}

/** Costs by the unit have a counterpart of their own. */
const isAsked = ({ basis, family }: Pick<Mention, "basis" | "family">): boolean =>
  basis === "non-GAAP" && family !== "revenue" && family !== "unit-cost" && !RATIOS.has(family);

/** An amount of the company's own by the ton, the room or the customer, where the release has the measure under GAAP by that unit nowhere (C&DI 102.10(a)(3)). */
export function perUnitFindings(disclosure: Disclosure): readonly Found[] {
  const { mentions, tables } = disclosure;
  const told = mentions.flatMap((m): readonly PerUnit[] => {
    const isTold = isAsked(m) && !m.ahead && RESULTS.has(m.part) && m.figures.some(isMoney) && !isOfPart(m);
    const unit = isTold ? unitOf(m) : undefined;
    return unit === undefined ? [] : [{ ...m, words: m.name, unit, figures: m.figures.slice(0, 1).map((f) => f.id) }];
  });
  if (told.length === 0) return [];
  const tabled = tables
    .filter((t) => t.kind === "figures" && (RESULTS.has(t.part) || t.part === "statements"))
    .flatMap((t) =>
      t.rows.flatMap((r): readonly PerUnit[] => {
        const unit = r.named !== undefined && isAsked(r.named) && r.figures.some(isMoney) ? unitIn(r.label) : undefined;
        if (unit === undefined || !bare.some((one) => one.unit === unit && one.family === r.named!.family)) return [];
        return [{ words: r.label, unit, family: r.named!.family, start: r.start, end: r.end, figures: [] }];
      }),
    );
  const isGiven = ({ family, unit }: PerUnit): boolean => {
    const isIt = (named: RuleRow["named"]): boolean =>
      named?.basis === "GAAP" && isHeldAgainst(family, named.family, disclosure);
    return (
      mentions.some((m) => isIt(m) && unitOf(m) === unit) ||
      tables.some((t) =>
        t.rows.some(
          (r) =>
            isIt(r.named) && [r.label, ...(t.reading.meaning.rows[r.row]?.path ?? [])].some((l) => unitIn(l) === unit),
        ),
      )
    );
  };
  const bare = told.filter((one) => !isGiven(one));
  return [...new Set(bare.map(({ unit }) => unit))].flatMap((unit) =>
    toldOnce(
      disclosure,
      [...bare, ...tabled].filter((one) => one.unit === unit),
      ({ words, family, figures }) => ({
        message: `${quoted(words)} per ${unit} is a ratio of the company's own, and ${heldAgainst(family, disclosure).words} per ${unit} is given nowhere.`,
        remedy: `Print ${heldAgainst(family, disclosure).words} per ${unit} beside it, no less prominently.`,
        figures,
      }),
    ),
  );
}
