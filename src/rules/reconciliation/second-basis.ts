import { isComparable } from "../names/comparable.ts";
import { type Family, SHARE_OF } from "../names/family.ts";
import { namedIn } from "../names/lexicon.ts";
import { anyCase } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isGrowthIn } from "../reading/grown.ts";
import { isMoney, isRate, type Mention } from "../reading/mention.ts";
import { idsOf, isOfPart, isShown, quoted, RATIOS } from "../reading/own-measure.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { groupOf, isReconciled } from "./reconciled.ts";
import { namesOf } from "./ways.ts";

/** What leaves something more out of a measure, and what it leaves out; an amount right there is a sum that the reader can do. */
const LEAVES_OUT = String.raw`(?:excluding|exclusive of|without|adjust(?:ed|ing) for|net of the (?:impacts?|effects?) of|before the (?:impacts?|effects?) of) (?:the )?[^.;,:()$€£%\d]{3,90}`;
/** The rates of exchange of the year before. */
const AT_RATES = String.raw`(?:in|at|on an?|using) (?:constant|comparable|local|neutral)[- ](?:currenc\w+|exchange rates?|dollars?|fx)(?: basis| terms)?|on an? (?:currency|fx)[- ]neutral basis|on an organic basis|organically`;
const FIRST = anyCase(new RegExp(String.raw`^\W{0,4}(?:when )?(${LEAVES_OUT}|${AT_RATES}),? [^.;,$€£%\d]{0,60}$`, "d"));
/** Right behind the name, or as a part of it. */
const AT_NAME = anyCase(new RegExp(String.raw`^[^.;,$€£%\d]{0,40}? \(?(${LEAVES_OUT})`, "d"));
const BEHIND = anyCase(
  new RegExp(
    String.raw`^[^;]{0,140}?\d ?(?:%|percent)[^.;,%]{0,40}?,? \(?(${LEAVES_OUT}|${AT_RATES})|^[^;]{0,140}?\b(?:and|or|but),? (${LEAVES_OUT}|${AT_RATES}),? [^.;,$€£%\d]{0,40}\d[\d.]{0,5} ?(?:%|percent)`,
    "d",
  ),
);
const ARE_RATES = anyCase(new RegExp(String.raw`^(?:${AT_RATES})`));
const IS_RATES = anyCase(/\b(?:currenc\w+|exchange|dollars?|fx|organic(?:ally)?)\b/);
/** A table that has amounts or growth at other rates than those of the period. */
const OF_RATES = anyCase(/\bcurrenc|\bexchange\b|\bfx\b|\bconstant\b|\borganic|\btranslation\b|\bneutral\b/);

/** Where the words of what is left out end. */
const ENDS =
  / (?:was|were|is|are|would|grew|increased|decreased|declined|rose|fell|improved|up|down|for the|in the|during|compared|versus|our|adjusted|non-?gaap|core)\b.*$/i;
/** Words that say no more than the measure's own: "excluding special items". */
const SAYS_NOTHING = anyCase(
  /\b(?:these|those|this|that|such|both|special|one-?time|non-?recurring|unusual|certain|exceptional|non-?core|certain|other|discrete|adjust\w+|items?)\b/,
);
/** Words that tell nothing of what is left out. */
const EMPTY = anyCase(
  /^(?:impacts?|effects?|related|contributions?|prior|year|quarter|periods?|from|with|changes?|results|costs?|expenses?|charges?|benefits?|gains?|loss(?:es)?|income|revenues?|sales|company|growth|business|recent|recently|previously|announced|first|second|third|fourth|fiscal|total|non-?cash|amortization|depreciation|compensation)$/,
);

const MOST = 60;

/**
 * Growth of a measure of the company's own with one thing more left out, or at the rates of another year: a second measure, which is not
 * reconciled by what leads to the first. One finding for each such basis.
 */
export function secondBasis(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const groups = new Map<string, (Mention & { readonly words: string })[]>();
  for (const m of disclosure.mentions.filter(isOwnGrowth).slice(0, MOST)) {
    const all = leftOut(m);
    if (all.length === 0 || !isReconciled(m, disclosure)) continue;
    const words = all.find((one) => !isPrinted(one, m, disclosure));
    if (words === undefined || isRateOfTabled(m, disclosure)) continue;
    const key = `${m.family} ${words.toLowerCase()}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [{ ...m, words }]);
    else known.push({ ...m, words });
  }
  return [...groups.values()].flatMap((all) =>
    toldOnce(disclosure, all, (first) => ({
      message: `Growth of ${quoted(first.name)} is given ${quoted(first.words)}, and no table or sentence leads to the measure on that basis.`,
      remedy: "Reconcile the measure on this basis as well, for both periods, or leave its growth out.",
      figures: idsOf([first]),
    })),
  );
}

const isOwnGrowth = (m: Mention): boolean =>
  m.basis === "non-GAAP" &&
  m.family !== "revenue" &&
  !RATIOS.has(m.family) &&
  isShown(m) &&
  !isOfPart(m) &&
  m.figures.some(isRate);

/** Whether the growth is that of a row of the measure's own: then the words say in other terms what the tables leave out. */
const isRateOfTabled = ({ family, figures }: Mention, { tables }: Disclosure): boolean => {
  // With two rates the one may be that of the measure as the tables have it, and the other that on the further basis.
  const [rate, other] = figures.filter(isRate);
  return (
    rate !== undefined &&
    other === undefined &&
    tables.some((t) => t.rows.some((r) => isOwn(r) && groupOf(family).includes(r.named!.family) && isGrowthIn(rate, r)))
  );
};

/** The words of further bases, before the measure, with its name or behind its growth: the first that are of one that nothing leads to are told of. */
function leftOut({ sentence, from, to, said }: Mention): readonly string[] {
  const behind = said.slice(Math.max(0, said.indexOf(sentence.slice(from, to))) + to - from);
  const named = FIRST.exec(sentence.slice(0, from)) ?? AT_NAME.exec(sentence.slice(from));
  return [named, BEHIND.exec(behind)].flatMap((match) => {
    const words = (match?.[1] ?? match?.[2])?.replace(ENDS, "").trim();
    return words === undefined || SAYS_NOTHING.test(words.replace(OF_CAUSE, "")) ? [] : [words];
  });
}
/** "A one-time benefit from tariff refunds" says what has come once. */
const OF_CAUSE =
  /\b(?:one-?time|non-?recurring|unusual) (?=[a-z]+ (?:from|of|for|on|related to|associated with) [a-z])/i;

const tellingOf = (words: string): readonly string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\d’'&-]+/u)
    .slice(1)
    .filter((word) => word.length > 3 && !EMPTY.test(word));

/** What the tables say outside of the statements: their titles, heads and labels. */
const tabled = remembered(({ tables }: Disclosure): readonly string[] =>
  tables.flatMap((t) => (t.kind === "statement" ? [] : textsOf(t))),
);
const textsOf = ({ title, reading: { meaning } }: RuleTable): readonly string[] => [
  title,
  ...meaning.columns.map((c) => c.head),
  ...meaning.rows.map((r) => r.label),
];
/** A table's words for a measure without something. */
const WITHOUT = anyCase(/\b(?:excl\w*|ex|without|before|net of|adjusted)\b/);

/** The lines that lead from a measure under GAAP to one of the company's own of these families: what is left out there is left out of the measure itself. */
const adjustments = ({ tables }: Disclosure, within: readonly Family[]): readonly RuleRow[] =>
  tables.flatMap((t) => {
    const to = t.rows.findLastIndex((r) => isOwn(r) && within.includes(r.named!.family));
    const from = t.rows.findIndex(
      ({ named }) => named?.basis === "GAAP" && within.some((family) => isComparable(family, named.family)),
    );
    return from < 0 ? [] : t.rows.slice(from + 1, Math.max(to, 0));
  });

/** The tables outside of the statements that have anything at other rates than those of the period; a column of growth alone leads to nothing. */
const ofRates = remembered(({ tables }: Disclosure): readonly RuleTable[] =>
  tables.filter(({ kind, title, reading: { meaning } }) => {
    const isLed = kind === "reconciliation";
    const heads = meaning.columns.map((c) => c.head).filter((head) => isLed || !OF_GROWTH.test(head));
    return (
      kind !== "statement" &&
      [...(isLed ? [title] : titlesIn(meaning.caption)), ...heads, ...meaning.rows.map((r) => r.label)].some((text) =>
        OF_RATES.test(text),
      )
    );
  }),
);
/** A short sentence before a table counts as a part of its caption, and is no title. */
const titlesIn = (caption: string): readonly string[] => caption.split(/(?<=\.) /).filter((one) => !one.endsWith("."));
const OF_GROWTH = anyCase(/%|\bgrowth\b|\bchange\b|\b(?:in|de)crease\b/);
/** "Foreign exchange losses": what has been lost on balances, and no amounts at other rates. */
const ON_BALANCES = anyCase(/\b(?:gains?|loss(?:es)?|remeasurement|on cash)\b/);

/** Whether a table at such rates names the measure, or says of no measure that it is for that alone, or a sentence has what the rates have done to it. */
function isAtRates({ family }: Mention, words: string, disclosure: Disclosure): boolean {
  const within = groupOf(family);
  const part = SHARE_OF.get(family);
  const isIt = (f: Family): boolean =>
    within.includes(f) || f === part || SHARE_OF.get(f) === family || isComparable(family, f);
  return (
    ofRates(disclosure).some((t) => {
      const families = namesOf(t).map((n) => n.family);
      // "In constant currency" says of which rates; "excluding currency" may say again what the measure leaves out.
      const isSure = families.length > 0 && !ARE_RATES.test(words);
      if (!isSure && !textsOf(t).some((text) => OF_RATES.test(text) && !ON_BALANCES.test(text))) return false;
      return families.every((f) => f === "revenue") ? !families.includes("revenue") : families.some(isIt);
    }) ||
    disclosure.passages.some((p) =>
      p.sentences.some(
        ({ text, mentions }) =>
          IS_RATES.test(text) && mentions.some((other) => isIt(other.family)) && EFFECT.test(text),
      ),
    )
  );
}
/** "Exchange rates reduced adjusted EBITDA by $0.2 million", "a currency headwind of $0.2 million". */
const EFFECT = anyCase(
  /\b(?:currenc\w+|exchange(?: rates?)?|fx)\b[^.;%$€£]{0,40}\b(?:impact|effect|benefit|headwind|tailwind|reduc|lower|rais|increas|decreas)\w*\b[^.;%]{0,60}?[$€£] ?\d|[$€£] ?\d[\d.,]{0,12}(?: [mb]illion)?[^.;%$€£]{0,30}\b(?:impact|effect|benefit|headwind|tailwind)\b[^.;%$€£]{0,40}\b(?:currenc|exchange|fx\b)/,
);

/**
 * Whether a column of a table that has the measure names what is left out: "Acquisitions" beside growth as reported. Of a line of the statements a line
 * of any reconciliation tells as much, since it has no name of its own that the lines could lead to.
 */
const isInTableOf = (
  { family, name, learned }: Mention,
  has: (text: string) => boolean,
  { tables }: Disclosure,
): boolean => {
  const isLine = learned === undefined && namedIn(name)[0]?.basis === "GAAP";
  return tables.some(
    ({ kind, rows, reading: { meaning } }) =>
      kind !== "statement" &&
      ((rows.some(({ named }) => named !== undefined && groupOf(family).includes(named.family)) &&
        meaning.columns.some(({ head }) => has(head))) ||
        (isLine && kind === "reconciliation" && rows.some(({ label }) => has(label)))),
  );
};

/** Whether all that is left out is printed: of "currency and social charges" a table may have the one thing alone. */
const isPrinted = (words: string, m: Mention, disclosure: Disclosure): boolean =>
  words
    .split(/ (?:and|or|as well as) (?:the )?/i)
    .every((one, i) => isOnePrinted(i === 0 ? one : `${LEAD} ${one}`, m, disclosure));
/** What stands before the first thing that is left out. */
const LEAD = "excluding";

/** Whether a table has what is left out, or a sentence its amount, or the measure is defined so. */
function isOnePrinted(words: string, m: Mention, disclosure: Disclosure): boolean {
  if (IS_RATES.test(words)) return isAtRates(m, words, disclosure);
  const telling = tellingOf(words);
  if (telling.length === 0) return true;
  const has = (text: string): boolean => telling.some((word) => text.toLowerCase().includes(word));
  return (
    tabled(disclosure).some((text) => has(text) && WITHOUT.test(text)) ||
    adjustments(disclosure, groupOf(m.family)).some((r) => has(r.label)) ||
    isInTableOf(m, has, disclosure) ||
    disclosure.passages.some((p) =>
      p.sentences.some(
        ({ text, figures, mentions }) =>
          (has(text) || (p.block === m.block && ITEM_OF.test(text))) &&
          (p.part === "definitions"
            ? mentions.some(({ family }) => family === m.family)
            : ITEM_OF.test(text) ||
              figures.some((f) => isMoney(f) && !mentions.some((other) => other.figures.includes(f)))),
      ),
    )
  );
}
/**
 * "Expenses rose, driven by charges of $4.3 million", "which included a $4.3 million charge": the amount of an item stands with it, whichever measure it
 * has been taken for. In the paragraph of the growth it is what that leaves out, though it be called by another name. A net loss is a result, and no item.
 */
const ITEM_OF = anyCase(
  /\b(?:charges?|impairments?|gains?|benefits?|(?<!\b(?:net|operating|comprehensive) )loss(?:es)?|write-?(?:down|off)s?) of (?:approximately )?[$€£] ?\d|[$€£] ?\d[\d.,]{0,12}(?: [mb]illion)? (?:[\w-]+ ){0,4}(?:charges?|impairments?|gains?|write-?(?:down|off)s?)\b/,
);
