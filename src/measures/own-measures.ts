import type { OwnMeasure, SourcePlace } from "../books/books.ts";
import type { BooksFinding } from "../books/books-finding.ts";
import { gathered, type Say } from "../books/said.ts";
import { nearestTo } from "../text/nearest.ts";
import { unitOf, unitText } from "./_formula-unit.ts";
import { absentPeriod, formulaValue } from "./_formula-value.ts";
import type { Working } from "./fact.ts";
import { type Formula, isTrouble, namesIn, readFormula } from "./formula.ts";
import { growthOf } from "./growth.ts";
import { type Ask, type Measure, measure, type Reach } from "./measure.ts";
import type { MemberNames } from "./member.ts";
import { none } from "./working.ts";

/** One of the company's measures whose formula could be read. */
interface Read {
  readonly own: OwnMeasure;
  readonly formula: Formula;
}

/** Formulas may stand on each other this deep. */
const DEEPEST_CHAIN = 30;

/** What is known while formulas are looked through. */
interface World {
  readonly known: ReadonlyMap<string, Measure>;
  readonly made: Map<string, Measure>;
  readonly byName: ReadonlyMap<string, Read>;
  readonly refused: Set<string>;
  readonly names: MemberNames;
  readonly say: Say;
  /** How many names were not found: the nearest is looked for the first ones alone, as findings beyond them are counted and not listed. */
  unknown: number;
}

const MOST_NEAREST = 50;

/**
 * The company's own measures as measures of the catalogue, each with its growth and change. What cannot be one (an unknown name, a circle, a taken name)
 * is a finding and left out, with whatever stands on it.
 */
export function ownMeasures(
  own: readonly OwnMeasure[],
  known: ReadonlyMap<string, Measure>,
  names: MemberNames,
): { readonly measures: readonly Measure[]; readonly findings: readonly BooksFinding[] } {
  const { say, findings } = gathered();
  const read = readable(own, known, say);
  const byName = new Map(read.map((one) => [one.own.measure, one]));
  const world: World = { known, made: new Map(), byName, refused: new Set(), names, say, unknown: 0 };
  for (const one of read) make(world, one, []);
  return { measures: [...world.made.values()], findings: findings() };
}

/** Makes a measure after those that it stands on. */
function make(world: World, one: Read, above: readonly string[]): void {
  const { made, refused, byName } = world;
  const name = one.own.measure;
  if (made.has(name) || refused.has(name)) return;
  const chain = [...above, name];
  for (const used of namesIn(one.formula)) {
    const on = byName.get(ownNameOf(used.name, byName));
    if (on === undefined || refused.has(name)) continue;
    const circle = chain.indexOf(on.own.measure);
    if (circle >= 0) tellCircle(world, chain.slice(circle));
    else if (chain.length >= DEEPEST_CHAIN) tellDeep(world, one, chain.length);
    else make(world, on, chain);
  }
  if (refused.has(name)) return;
  if (!isSound(world, one)) refused.add(name);
  else for (const each of withGrowth(world, one)) if (!world.known.has(each.name)) made.set(each.name, each);
}

const lookup = ({ known, made }: World, name: string): Measure | undefined =>
  known.get(bare(name)) ?? made.get(bare(name));

const bare = (name: string): string => name.split("@")[0] ?? name;

/** The measure of the company that a name stands for, be it itself or its growth or change. */
function ownNameOf(name: string, byName: ReadonlyMap<string, Read>): string {
  const plain = bare(name);
  return byName.has(plain) ? plain : plain.replace(/-(growth|change)$/, "");
}

function readable(own: readonly OwnMeasure[], known: ReadonlyMap<string, Measure>, say: Say): readonly Read[] {
  return own.flatMap((one) => {
    const taken = known.get(one.measure);
    if (taken !== undefined) {
      say(
        "measure-name-taken",
        one.place,
        `The measure "${one.measure}" has the name of one that is there already: ${taken.title}.`,
        "Give it another name; two measures of one name could not be told apart in a release.",
      );
      return [];
    }
    const formula = readFormula(one.formula);
    if (!isTrouble(formula)) return [{ own: one, formula }];
    const large = formula.large === true;
    say(
      large ? "formula-too-large" : "formula-not-read",
      placeAt(one, formula.at),
      `The formula of "${one.measure}": ${formula.message}`,
      large
        ? "Break it into measures of their own."
        : "Write it as docs/measures.md has it, with spaces around a minus: revenue - cost-of-sales.",
    );
    return [];
  });
}

/** Where a character of a formula stands in measures.yaml. */
function placeAt(own: OwnMeasure, at: number): SourcePlace {
  const { path, line, column } = own.place;
  if (line === undefined || column === undefined) return own.place;
  const before = own.formula.slice(0, at).split("\n");
  const last = before.at(-1)?.length ?? 0;
  return before.length === 1
    ? { path, line, column: column + last }
    : { path, line: line + before.length - 1, column: last + 1 };
}

function tellCircle({ byName, refused, say }: World, circle: readonly string[]): void {
  for (const name of circle) refused.add(name);
  const places = circle.flatMap((name) => byName.get(name)?.own.place ?? []);
  const told = [...circle, circle[0]].map((name) => `"${name}"`).join(" on ");
  say(
    "formula-circle",
    places,
    circle.length === 1
      ? `The formula of "${circle[0]}" names itself.`
      : `Formulas stand on each other in a circle: ${told}.`,
    "Take one of the names out of one of the formulas.",
  );
}

function tellDeep({ refused, say }: World, one: Read, depth: number): void {
  refused.add(one.own.measure);
  say(
    "formula-too-large",
    one.own.place,
    `"${one.own.measure}" is number ${depth} of formulas that each stand on the next; at most ${DEEPEST_CHAIN} may.`,
    "Let formulas stand on measures of the catalogue directly.",
  );
}

/** Whether every name is one of a measure and every member one of the books; units are told but refuse nothing. */
function isSound(world: World, one: Read): boolean {
  const unknown = namesIn(one.formula).filter(({ name }) => lookup(world, name) === undefined);
  for (const { name, at } of unknown) tellUnknown(world, one, name, at);
  const strangers = membersIn(one.formula).filter(
    ({ dimension, member }) => !namesOf(world, dimension).includes(member),
  );
  for (const { dimension, member, memberAt } of strangers)
    world.say(
      "formula-name-unknown",
      placeAt(one.own, memberAt),
      `The formula of "${one.own.measure}" speaks of the ${dimension} "${member}", and the books have none of that name.`,
      `They have: ${namesOf(world, dimension).join(", ") || "none"}.`,
    );
  if (unknown.length > 0 || strangers.length > 0) return false;
  tellUnits(world, one);
  return true;
}

type In = Extract<Formula, { kind: "in" }>;

const namesOf = ({ names }: World, dimension: In["dimension"]): readonly string[] =>
  ({ division: names.divisions, region: names.regions, category: names.categories })[dimension];

function membersIn(formula: Formula): readonly In[] {
  switch (formula.kind) {
    case "in":
      return [formula, ...membersIn(formula.of)];
    case "operation":
      return [...membersIn(formula.left), ...membersIn(formula.right)];
    case "call":
      return formula.of.flatMap(membersIn);
    case "negative":
      return membersIn(formula.of);
    default:
      return [];
  }
}

function tellUnknown(world: World, one: Read, name: string, at: number): void {
  const { known, made, byName, refused, say } = world;
  const place = placeAt(one.own, at);
  if (refused.has(ownNameOf(name, byName))) {
    say(
      "formula-name-unknown",
      place,
      `The formula of "${one.own.measure}" stands on "${name}", which could not be made.`,
      `Set the formula of "${ownNameOf(name, byName)}" right first.`,
    );
    return;
  }
  const isKnown = (part: string): boolean => lookup(world, part) !== undefined;
  const minus = [...name.matchAll(/-/g)]
    .map((m) => m.index)
    .find((i) => isKnown(name.slice(0, i)) && isKnown(name.slice(i + 1)));
  say(
    "formula-name-unknown",
    place,
    `The formula of "${one.own.measure}" names "${name}", and no measure is called so.`,
    minus === undefined
      ? ++world.unknown > MOST_NEAREST
        ? "Write the name of a measure."
        : `The nearest name is "${nearestTo(name, [...known.keys(), ...made.keys()])}".`
      : `If a difference is meant, write spaces around the minus: ${name.slice(0, minus)} - ${name.slice(minus + 1)}.`,
  );
}

function tellUnits(world: World, one: Read): void {
  const { own, formula } = one;
  const found = unitOf(formula, (name) => lookup(world, name)?.unit);
  if (found.kind === "mixed")
    world.say(
      "formula-unit-differs",
      placeAt(own, found.at),
      `The formula of "${own.measure}" adds or compares ${found.left} and ${found.right}.`,
      "Only amounts of one unit can be added.",
      "warning",
    );
  else if (found.kind === "unit" && found.text !== unitText(own.unit))
    world.say(
      "formula-unit-differs",
      own.place,
      `"${own.measure}" is declared as ${own.unit}, and its formula comes to ${found.text}.`,
      "Set the unit, or the formula, right: it decides how the figure is printed.",
      "warning",
    );
}

const LOOKS_BACK: readonly string[] = ["prior", "change", "growth"];

const looksBack = (formula: Formula): boolean => {
  switch (formula.kind) {
    case "call":
      return LOOKS_BACK.includes(formula.name) || formula.of.some(looksBack);
    case "operation":
      return looksBack(formula.left) || looksBack(formula.right);
    case "negative":
    case "in":
      return looksBack(formula.of);
    default:
      return false;
  }
};

function reachOf(formula: Formula, used: readonly Measure[]): Reach {
  if (looksBack(formula) || used.some((one) => one.reach === "comparative")) return "comparative";
  return used.length > 0 && used.every((one) => one.reach === "calendar") ? "calendar" : "books";
}

function reckoned(formula: Formula, ask: Ask): Working {
  const absent = absentPeriod(formula, ask);
  return absent === undefined ? formulaValue(formula, ask) : none(absent);
}

/** The measure and its growth and change. It has divisions and regions where all that it stands on has. */
function withGrowth(world: World, { own, formula }: Read): readonly Measure[] {
  const used = namesIn(formula).flatMap(({ name }) => lookup(world, name) ?? []);
  const one = measure(own.measure, own.title, own.text, (ask) => reckoned(formula, ask), {
    unit: own.unit,
    version: own.version,
    // Whatever is not of the catalogue of GAAP measures is none (domain D11); a number of things is no financial measure.
    basis: own.unit === "count" || own.unit === "shares" ? "operating" : "non-GAAP",
    members: used.length > 0 && used.every((each) => each.members === "parts") ? "parts" : "group",
    reach: reachOf(formula, used),
    instant: used.length > 0 && used.every((each) => each.instant),
  });
  return [one, ...growthOf([one])];
}
