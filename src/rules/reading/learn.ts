import { type Family, isOwnFamily, LEADING_RESULTS } from "../names/family.ts";
import { keyOf, type Learned, NOTHING_LEARNED, patternOf } from "../names/learned.ts";
import { namedIn } from "../names/lexicon.ts";
import type { LearnedName } from "../names/named.ts";
import { MARGINS } from "../names/parts.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { taughtByCalled, taughtByCaptions } from "./_learn-called.ts";
import { captionsTold, ebitTold } from "./_learn-captions.ts";
import { familyOf, isKeyFigure, isKnown, isOfStandards, type Taught } from "./_learn-name.ts";
import { lettersBehind, shortNames, taughtByNotes } from "./_learn-notes.ts";
import { opensOwnSection, type Told, taughtByText } from "./_learn-prose.ts";
import { taughtByTable } from "./_learn-tables.ts";
import { type RuleTable, renamed } from "./rule-table.ts";

/** Nobody's release has more measures of its own. */
const MOST = 120;

/**
 * What a release teaches of names: in its statements those of the standards' lines, and in its reconciliations, its definitions, its lists
 * and its notes those of its own measures. `isAbroad` says that its statements are prepared under other standards than those of the United States.
 */
export function learn(printed: readonly RuleTable[], told: readonly Told[], isAbroad = false): Learned {
  const ebit = ebitTold(
    printed,
    told.map(({ text }) => text),
    isAbroad,
  );
  const base: Learned = { ...NOTHING_LEARNED, captions: new Map([...captionsTold(printed), ...ebit]) };
  const tables = printed.map((table) => renamed(table, base));
  const said = [...taughtByAll(told), ...taughtByNotes(told)];
  const called = said.flatMap(({ name, by }) => (by === "listed" ? [name] : []));
  const taught = [
    ...tables.flatMap(taughtByTable),
    ...said.filter(({ headless }) => headless !== true),
    ...taughtByCalled(tables, called),
    ...taughtByCaptions(tables, told),
  ];
  const shorts = shortNames(told);
  if (taught.length === 0 && shorts.length === 0) return base;
  const captions = captionsOf(tables);
  const hasOperating = captions.size === 0 || [...captions].some((key) => OPERATING.test(key));
  let prose: string | undefined;
  const isUsed = (key: string): boolean => {
    prose ??= told.map(({ text }) => keyOf(text)).join("\n");
    return prose.includes(key);
  };
  const byKey = new Map<string, LearnedName>();
  const unnamed: string[] = [];
  const groups = new Map<string, Taught[]>();
  for (const one of taught) {
    const key = keyOf(one.name);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const [key, all] of groups) {
    // No statement has a line that is called adjusted: what looks like one and has it is none.
    const isCaption = captions.has(key) && !/^(?:adjusted|non gaap) /.test(key) && !all.some(({ surely }) => surely);
    if (byKey.size >= MOST || key.length < 3 || isCaption) continue;
    // A name that only columns make is one where somebody uses it.
    if (all.every(({ by }) => by === "column") && !isUsed(key)) continue;
    const learned = learnedOf(all, hasOperating, base);
    if (learned !== undefined) byKey.set(key, learned);
    else if (isListedAlone(all, base)) unnamed.push(all[0]!.name);
  }
  // "Adjusted underwriting income" is led from "underwriting income", which is led from income before taxes.
  for (const [key, one] of byKey) {
    const before = isOwnFamily(one.family) ? byKey.get(keyOf(one.family.slice("own ".length))) : undefined;
    if (before !== undefined) byKey.set(key, { ...one, family: before.family });
  }
  const unheard = taught.flatMap(({ name, headless }) => (headless === true && byKey.has(keyOf(name)) ? [name] : []));
  for (const [name, short] of lettersBehind([...new Set(unheard)], told))
    if (!byKey.has(keyOf(short))) byKey.set(keyOf(short), byKey.get(keyOf(name))!);
  againstGross(byKey);
  for (const [key, one] of marginsOf([...byKey])) if (!byKey.has(key) && !captions.has(key)) byKey.set(key, one);
  for (const { short, of } of shorts)
    if (of.basis === "non-GAAP" && !byKey.has(keyOf(short)))
      byKey.set(keyOf(short), { name: of.name, family: of.family, reconciled: false, defined: true, listed: true });
  const names = [...byKey.values()];
  const unknown = [...byKey]
    .filter(([key, { name, family }]) => keyOf(name) !== key || !isKnown(name, family, base))
    .map(([key]) => key);
  const lines = new Map([
    ...linesOf(names.map(({ family }) => family)),
    ...labelsOf(taught, byKey),
    ...shorts.flatMap(({ short, of }): [string, Family][] =>
      of.basis === "GAAP" && !byKey.has(keyOf(short)) ? [[keyOf(short), of.family]] : [],
    ),
  ]);
  return { ...base, names, byKey, lines, unnamed, pattern: patternOf([...new Set([...unknown, ...lines.keys()])]) };
}

/** Keys have no plural, nor its letter where a word ends in it otherwise. */
const GROSS = "gros ";

/**
 * "Net cruise costs" are read with "gross cruise costs", where a release has both: what nothing has been taken off yet is the sum of lines of its
 * statements, and no measure of its own.
 */
function againstGross(byKey: Map<string, LearnedName>): void {
  for (const key of [...byKey.keys()].filter((one) => one.startsWith(GROSS))) {
    const stem = key.slice(GROSS.length);
    const nets = [...byKey].filter(([net]) => net.replace(/^adjusted /, "").startsWith(`net ${stem}`));
    if (nets.length === 0 || namedIn(`gross ${stem}`).length > 0) continue;
    byKey.delete(key);
    for (const [net, one] of nets) byKey.set(net, { ...one, family: `own gross ${stem}` });
  }
}

function taughtByAll(told: readonly Told[]): readonly Taught[] {
  let inOwnSection = false;
  return told.flatMap((one) => {
    if (one.heading) inOwnSection = opensOwnSection(one.text) ?? inOwnSection;
    return taughtByText(one, inOwnSection && one.part === "definitions");
  });
}

/** Captions of statements: names under which the standards' own lines are printed. */
const captionsOf = (tables: readonly RuleTable[]): ReadonlySet<string> =>
  new Set(
    tables
      .filter((t) => t.kind === "statement")
      .flatMap((t) => t.rows.map((r) => keyOf(r.label)))
      .flatMap((key) => [key, key.replace(/^total /, "")]),
  );

/** The line of operating income, as statements call it. */
const OPERATING =
  /\boperating (?:\(?(?:loss|income)\)? )?\(?(?:income|loss|profit|earning)|\b(?:income|loss|profit|earning)\)? from operation/;

/** Whether a name is listed among the company's own measures, and neither counts something nor is a line of the standards by its words. */
const isListedAlone = (all: readonly Taught[], base: Learned): boolean =>
  all.some(({ by }) => by === "listed") && !isKeyFigure(all[0]!.name) && !isOfStandards(all[0]!.name, base);

function learnedOf(all: readonly Taught[], hasOperating: boolean, base: Learned): LearnedName | undefined {
  const { name } = all[0]!;
  const has = (by: Taught["by"]): boolean => all.some((one) => one.by === by);
  // One word is too little of a name, if it is no letters that stand for several, and the release does not both say that it is its own and lead to it.
  // "Calculated billings are revenue plus the change in what is deferred" begin with a line of the standards and change it, whatever they are counted among.
  const isChanged =
    /\bbillings\b/.test(inSmall(name)) && all.some(({ by, from }) => by === "defined" && from !== undefined);
  if (isKeyFigure(name) && !has("listed") && !isChanged) return undefined;
  // The total of the segments is the company's own where it stands apart from their reconciliation (C&DI 104.04).
  if (
    /\bsegments?\b/.test(inSmall(name)) &&
    !(has("listed") && /^(?:total|consolidated|combined) /.test(inSmall(name)))
  )
    return undefined;
  const isSaidAndLed = has("listed") && has("reconciled");
  if (!isSaidAndLed && !/[ -]/.test(name) && !/^[A-Z&]{3,8}$/.test(name)) return undefined;
  const from = firstOf(all);
  const isOwn = !hasOperating || has("defined") || has("listed");
  const isSure = all.some(({ surely }) => surely) || isSaidAndLed;
  if (isOfStandards(name, base) && !isLeftOver(name, from, isOwn) && !isSure) return undefined;
  const inMoney = all.some((one) => one.inMoney === true);
  const headless = all.some((one) => one.headless === true);
  const family = familyOf({ name, by: "listed", from, inMoney, headless }, hasOperating, base);
  return family === undefined
    ? undefined
    : { name, family, reconciled: has("reconciled") || has("column"), defined: has("defined"), listed: has("listed") };
}

/**
 * The line that a name is led from: a table's before a definition's, but a result that either begins with before what a summary has above the name,
 * which is what was sold.
 */
function firstOf(all: readonly Taught[]): Taught["from"] {
  const led = all.filter((one) => one.from !== undefined);
  const tabled = led.filter(({ by }) => by === "reconciled" || by === "column");
  const fromResult = [...tabled, ...led].find(
    ({ from }) => from?.named?.basis === "GAAP" && LEADING_RESULTS.has(from.named.family),
  );
  const isFromSold = tabled[0]?.from?.named?.family === "revenue" || tabled.length === 0;
  return (isFromSold ? (fromResult ?? tabled[0] ?? led[0]) : tabled[0])?.from;
}

const OPERATING_RESULT = anyCase(/\boperating (?:earnings|income)\b/);
const OPERATING_EARNINGS = anyCase(/\boperating earnings\b/);
/** "Operating earnings" that are led from net income are no line of the statement, nor is operating income that the release tells of as its own. */
const isLeftOver = (name: string, from: Taught["from"], isOwn: boolean): boolean =>
  (isOwn ? OPERATING_RESULT : OPERATING_EARNINGS).test(name) &&
  from?.named?.basis === "GAAP" &&
  (from.named.family === "net-income" || from.named.family === "eps");

/**
 * "Restaurant-level operating profit" is what "restaurant-level margin" is the margin of: what tells such a measure from the line of the
 * statement is the word before its noun, and the noun goes when it is divided by revenue.
 */
const marginsOf = (all: readonly (readonly [string, LearnedName])[]): readonly (readonly [string, LearnedName])[] =>
  all.flatMap(([key, one]) => {
    const family = MARGINS.get(one.family);
    const [, stem] = OF_LEVEL.exec(key) ?? [];
    return family === undefined || stem === undefined
      ? []
      : ["margin", "operating margin", "profit margin"].map(
          (noun) => [`${stem} ${noun}`, { ...one, name: `${stem} ${noun}`, family }] as const,
        );
  });
const OF_LEVEL =
  /^((?:adjusted )?(?:[a-z]+ (?:level|wall)|fleet|club|clinic|shop|store|restaurant|theat(?:er|re)|center|hotel|property|resort|park|campus)) (?:operating )?(?:profit|income|earning|contribution)$/;

/** "GAAP-based portfolio": what leads to such a measure by all of its label, where the words of its family alone would be too few to be known again. */
const labelsOf = (taught: readonly Taught[], byKey: ReadonlyMap<string, LearnedName>): readonly [string, Family][] =>
  taught.flatMap(({ name, from, headless }): readonly [string, Family][] => {
    const family = headless === true ? byKey.get(keyOf(name))?.family : undefined;
    const key = from === undefined ? "" : keyOf(from.label.replace(/\([^()]*\)/g, " "));
    return family !== undefined &&
      isOwnFamily(family) &&
      key.includes(" ") &&
      !byKey.has(key) &&
      namedIn(key).length === 0
      ? [[key, family]]
      : [];
  });

/** The lines that families of this release are named after, under which its statements have them. */
const linesOf = (families: readonly Family[]): ReadonlyMap<string, Family> =>
  new Map(
    families
      .filter(isOwnFamily)
      .map((family): [string, Family] => [keyOf(family.slice("own ".length)), family])
      .filter(([key]) => key.includes(" ") && namedIn(key).length === 0),
  );
