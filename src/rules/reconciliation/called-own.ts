import { samePeriod } from "../../calendar/period.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { alsoIn, toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { foots } from "../reading/foots.ts";
import { isMoney, isRate } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { type Passage, placeIn } from "../reading/passage.ts";
import { RESULTS, sentencesOf } from "../reading/placed.ts";
import { isCalledSo, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { listedAsOwn, OF_REALIZED, REALIZED_IN } from "./called-lists.ts";

/** A measure that no family of names has, by the words that the release has for it. */
interface Called {
  /** As the release heads or begins what it says of it. */
  readonly name: string;
  /** In small letters: the name, and the letters that stand for it. */
  readonly words: readonly string[];
  /** Names of others among them that have one of these words within. */
  readonly longer: readonly string[];
}

interface Shown {
  readonly start: number;
  readonly end: number;
  readonly figures: readonly Figure[];
}

/**
 * Measures that the release itself says are not under GAAP, by names that no family of ours has: each that is shown with its amount is asked for what
 * leads to it. A roll-forward of it, or a row that repeats it, leads from nothing under GAAP. One finding for each.
 */
export function calledOwnUnled(disclosure: Disclosure): readonly Found[] {
  const called = calledOwn(disclosure);
  if (called.length === 0 || !isComplete(disclosure)) return [];
  return called.flatMap((one) => {
    const [first, ...more] = shownOf(one, disclosure);
    if (first === undefined) return [];
    if (isLed(one, disclosure)) return ofOtherDate(one, disclosure);
    return [
      {
        start: first.start,
        end: first.end,
        message: `${quoted(one.name)} is given, which the release calls a measure that is not under GAAP, and no table or sentence reconciles it with one that is.${alsoIn(disclosure, first, more)}`,
        remedy:
          "Add a reconciliation that begins with the measure under GAAP and names each adjustment with its amount, or say why it is an operating metric.",
        figures: first.figures.slice(0, 1).map((f) => f.id),
      },
    ];
  });
}

const SAYS_OWN = anyCase(
  /\bnon[-\u2010\u2011 ]?gaap (?:financial |performance |liquidity |operating )?(?:measure|metric|ratio)s?\b/,
);
/** "Assets under management is a non-GAAP measure". */
const IS_OWN =
  /^(?:the )?([A-Z][\w&’'/-]*(?: [\w&’'/-]+){0,6}(?: ?\([^()]{2,30}\))?),? (?:is|are) (?:an? |each an? |both )?(?:supplemental |additional )?[Nn]on[-\u2010\u2011 ]?GAAP (?:financial |performance |operating )?(?:measure|metric)s?\b/;
/** "Our non-GAAP Managed Loans measure may not be comparable", "on a non-GAAP “Managed Loans” basis": the name between the two words. */
const NAMED_OWN =
  /\bnon[-\u2010\u2011 ]?GAAP ["“]?([A-Z][\w&’'/-]*(?: (?:[A-Z][\w&’'/-]*|of|and|per|on)){0,6})["”]? (?:measures?|metrics?|basis|information)\b/;
/** "Management considers this non-GAAP financial measure to be useful": said of what stands above it. */
const OF_ABOVE = anyCase(
  /\b(?:this|such|the) non[-\u2010\u2011 ]?gaap (?:financial |performance |operating )?(?:measure|metric)\b/,
);
/** Words that name no one measure, or what other rules ask for. */
const NO_NAME = anyCase(
  /\bnon[-\u2010\u2011 ]?gaap\b|\bmeasures?\b|\bmetrics?\b|\breconcil|\bdefinition|\bgrowth\b|\bcurrenc|\borganic|\bnotes?\b|\binformation\b|\bresults?\b|\bstatements?\b|\boutlook\b|\bguidance\b|\bthis\b|\bthese\b|\bthey\b|\bit\b|\bwe\b|\bwhich\b|\bsuch\b|\beach\b|\bshares\b|\bbacklog\b|\bbookings\b|\bsales\b|\brevenues?\b/,
);
const LETTERS = /\(["“]?([A-Z][A-Za-z&]{1,7})["”]?\)/;
const LONGEST = 80;
const MOST = 12;
/** So many passages below its heading a measure may be said to be the company's own. */
const BELOW = 4;

/** A ratio that the release calls not to be under GAAP, with the places that show it. */
export interface CalledRatio {
  readonly name: string;
  readonly shown: readonly Shown[];
}

/** The measures of certain names among them that are shown in percents alone. */
export const calledOwnRatios = (isAsked: (name: string) => boolean, disclosure: Disclosure): readonly CalledRatio[] => {
  const called = calledOwn(disclosure);
  const asked = called.filter(({ name }) => isAsked(name));
  return asked.flatMap((one) => {
    const shown = shownOf(one, disclosure);
    const isRatio = shown.length > 0 && shown.every(({ figures }) => figures.length > 0 && figures.every(isRate));
    return isRatio ? [{ name: one.name, shown }] : [];
  });
};

const calledOwn = remembered((disclosure: Disclosure): readonly Called[] => {
  const all = namesCalledOwn(disclosure);
  return all.map((one) => ({
    ...one,
    longer: all.flatMap(({ words }) =>
      words.filter((other) => !one.words.includes(other) && one.words.some((word) => other.includes(word))),
    ),
  }));
});

function namesCalledOwn({ passages, tables, learned }: Disclosure): readonly Omit<Called, "longer">[] {
  const found = new Map<string, Omit<Called, "longer">>();
  passages.forEach((passage, i) => {
    if (found.size >= MOST || !(SAYS_OWN.test(passage.text) || NAMED_OWN.test(passage.text))) return;
    const listed = passage.sentences.flatMap(({ text }) => listedAsOwn(text));
    for (const raw of [...rawNames(passage, i, passages), ...listed]) {
      const letters = LETTERS.exec(raw)?.[1];
      const name = raw
        .replace(/\([^()]*\)/g, " ")
        .replace(/\s+/g, " ")
        .trim();
      if (!(isName(name) || listed.includes(name)) || NO_NAME.test(name)) continue;
      if ([name, letters ?? ""].some((one) => namedIn(one, learned).length > 0)) continue;
      const words = [name, ...(letters === undefined || letters.length < 3 ? [] : [letters])];
      const own = OF_REALIZED.test(name) ? realizedIn(tables) : [];
      found.set(name.toLowerCase(), { name, words: [...words.map((one) => one.toLowerCase()), ...own] });
    }
  });
  for (const name of learned.unnamed.filter((one) => isName(one) && !found.has(one.toLowerCase())).slice(0, MOST))
    found.set(name.toLowerCase(), { name, words: [name.toLowerCase()] });
  return [...found.values()];
}

/** What rows call such prices, each by its metal. */
const realizedIn = (tables: readonly RuleTable[]): readonly string[] => [
  ...new Set(tables.flatMap((t) => t.rows.flatMap(({ label }) => REALIZED_IN.exec(label)?.[0].toLowerCase() ?? []))),
];

const isName = (name: string): boolean =>
  name.length > 2 && name.length <= LONGEST && !NO_NAME.test(name) && /[ -]|^[A-Z]{3,8}$/.test(name);

/** The names that a passage says are the company's own, by a sentence or by the heading right above. */
function rawNames(passage: Passage, at: number, passages: readonly Passage[]): readonly string[] {
  const said = passage.sentences.flatMap(({ text }) => IS_OWN.exec(text)?.[1] ?? NAMED_OWN.exec(text)?.[1] ?? []);
  if (said.length > 0 || !OF_ABOVE.test(passage.text)) return said;
  const above = passages.slice(Math.max(0, at - BELOW), at).findLast((p) => p.heading || isLead(p));
  return above === undefined ? [] : [above.text];
}
/** A short line of its own, which heads what follows. */
const isLead = ({ text, sentences }: Passage): boolean =>
  text.length <= LONGEST && sentences.length === 1 && !/[.:;,]\s*$/.test(text);

/** Whether a text has one of the words, and no longer name of the release's around it. */
function names(text: string, { words, longer }: Called): boolean {
  const lower = text.toLowerCase().replace(/\s+/g, " ");
  const rest = longer.reduce((left, one) => left.replaceAll(one, " "), lower);
  return words.some((word) => indexOfWord(rest, word) >= 0);
}

function indexOfWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[a-z-]/.test(text[at - 1] ?? " ") && !/[a-z-]/.test(text[at + word.length] ?? " ")) return at;
  }
  return -1;
}

const isGiven = (f: Figure): boolean => isMoney(f) || isRate(f);

/** Where the measure is shown with its amount: rows of tables, and what is told of results. */
function shownOf(one: Called, disclosure: Disclosure): readonly Shown[] {
  const tabled = disclosure.tables
    .filter((t) => t.kind !== "statement" && t.kind !== "guidance")
    .flatMap((t) => t.rows.filter((r) => r.figures.some(isGiven) && names(r.label, one)));
  const said = sentencesOf(disclosure, (p) => RESULTS.has(p.part) && names(p.text, one)).flatMap(
    ({ passage, sentence }): readonly Shown[] => {
      const lower = sentence.text.toLowerCase();
      const from = one.words.map((word) => ({ word, at: indexOfWord(lower, word) })).find(({ at }) => at >= 0);
      if (from === undefined || AHEAD.test(sentence.text)) return [];
      const to = from.at + from.word.length;
      if (!GIVEN.test(sentence.text.slice(to, to + GIVEN_WITHIN)) || !sentence.figures.some(isGiven)) return [];
      return [{ ...placeIn(passage, sentence, from.at, to), figures: sentence.figures.filter(isGiven) }];
    },
  );
  return [...said, ...tabled].toSorted((a, b) => a.start - b.start);
}
/** "AUM of $55.9 billion", "adjusted yield was 6.1%". */
const GIVEN = anyCase(
  /^(?: ?\([^()]{1,30}\))?(?: [a-z]+){0,6}? (?:of|was|were|totall?ed|reached|to|stood at)(?: [a-z]+){0,3} ?(?:[$€£] ?\d|\d[\d.,]{0,9} ?(?:%|percent|basis points))/,
);
const GIVEN_WITHIN = 120;
const AHEAD = anyCase(/\b(?:expect\w*|anticipat\w*|outlook|guidance|forecast|will)\b/);

/** A row that gives the measure for a date or a period that no table which leads to it has, beside one that it has. */
function ofOtherDate(one: Called, disclosure: Disclosure): readonly Found[] {
  const rowsOf = (t: RuleTable): readonly RuleRow[] => t.rows.filter((r) => names(r.label, one));
  const leading = disclosure.tables.filter((t) => isLedIn(t, one) && rowsOf(t).length > 0);
  const led = leading.flatMap(rowsOf).flatMap(({ figures }) => figures.filter(isGiven));
  // Where the heads of what leads to it are not known to be periods, nothing tells which of them it has.
  if (led.length === 0 || led.some(({ period }) => period === undefined)) return [];
  // What is measured at a date may be read as of the period that ends there.
  const isOfLed = ({ period }: Figure): boolean =>
    led.some((l) => samePeriod(l.period!, period!) || (l.period!.start === undefined && l.period!.end === period!.end));
  const shown = disclosure.tables
    .filter((t) => t.kind !== "statement" && t.kind !== "guidance" && !leading.includes(t))
    .flatMap((t) =>
      rowsOf(t).flatMap((row) => {
        const given = row.figures.filter((f) => isGiven(f) && f.period !== undefined);
        const other = given.find((f) => !isOfLed(f) && !led.some((l) => digitsOf(l) === digitsOf(f)));
        return other !== undefined && given.some(isOfLed) ? [{ ...row, table: t.table, other }] : [];
      }),
    );
  return toldOnce(disclosure, shown, ({ table, other }) => ({
    message: `Table ${table} gives ${quoted(one.name)} for a date or a period that no reconciliation of it has (${other.text}).`,
    remedy: "Reconcile each date and period that is shown, or leave out what is not reconciled.",
    figures: [other.id],
  }));
}

const ENDS = anyCase(/\b(?:beginning|opening|end) of\b|\bbeginning\b/);

/** Whether a table that is called a reconciliation or a computation has the measure, or lines of one add up to it from another one. */
const isLed = (one: Called, disclosure: Disclosure): boolean =>
  [...disclosure.tables, ...disclosure.parted.wholes].some((t) => isLedIn(t, one)) ||
  disclosure.passages.some((p) =>
    p.sentences.some(({ text }) => names(text, { ...one, longer: [] }) && SUMS.test(text)),
  );
const SUMS = anyCase(
  /\d(?:[^.]|\.\d){0,120}\b(?:less|minus|plus|adding back|net of|divided by|consist\w+ of|compris\w+)\b(?:[^.]|\.\d){0,120}\d/,
);

/** Of what stands above a table, what tells of a reconciliation: the definitions of other measures stand there as well. */
const titles = (title: string): readonly string[] =>
  title.split(/(?<=[.:;]) /).filter((one) => !one.endsWith(".") || /\breconcil/.test(inSmall(one)));

function isLedIn(table: RuleTable, one: Called): boolean {
  const { rows, title } = table;
  const heads = table.reading.meaning.columns.map(({ head }) => head);
  const isOne = (text: string): boolean => names(text, { ...one, longer: [] });
  if (
    table.kind === "reconciliation" &&
    isCalledSo(table) &&
    [...titles(title), ...heads, ...rows.map((r) => r.label)].some(isOne)
  )
    return true;
  if (/\b(?:calculation|computation) of\b/.test(inSmall(title)) && rows.some((r) => isOne(r.label))) return true;
  // A price is one amount by another: what lines of one come to adds up by chance.
  if (OF_REALIZED.test(one.name)) return false;
  return rows.some((to, i) => isOne(to.label) && isSum(to, rows.slice(Math.max(0, i - ABOVE), i), isOne));
}
const ABOVE = 14;

/** Whether lines above add up to a row from one that is not the measure itself at an earlier date, or the row is a ratio below what it is one of. */
function isSum(to: RuleRow, above: readonly RuleRow[], isOne: (text: string) => boolean): boolean {
  const isRolled = above.some(({ label }) => isOne(label) && ENDS.test(label));
  return (
    !isRolled &&
    above.some((from, i) => !isOne(from.label) && i + 1 < above.length && foots(from, to, above.slice(i + 1)))
  );
}
