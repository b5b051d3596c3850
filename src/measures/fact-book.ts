import type { Books } from "../books/books.ts";
import type { BooksFinding, Passed } from "../books/books-finding.ts";
import { comparativeCode, type FiscalPeriod, periodCodes, periodOf } from "../books/periods.ts";
import { gathered, type Say } from "../books/said.ts";
import type { Group } from "../consolidation/group.ts";
import { averageRates } from "./_average-rates.ts";
import { ledgerOf } from "./_ledger.ts";
import { catalogue } from "./catalogue.ts";
import { checkRows } from "./checks.ts";
import type { Fact, FactBasis, FactUnit, Member, Working } from "./fact.ts";
import { growthOf } from "./growth.ts";
import { guidance } from "./guidance.ts";
import { checkLineages, type Lineage, lineages } from "./lineage.ts";
import type { Ask, Desk, Measure, MemberKind } from "./measure.ts";
import { GROUP, type MemberNames, memberText } from "./member.ts";
import { ownMeasures } from "./own-measures.ts";
import { type Reconciliation, reconciled } from "./reconciliation.ts";
import { registerName, registers } from "./registers.ts";
import { none } from "./working.ts";

/** What is known of a measure without asking for any fact of it. */
export interface MeasureInfo {
  readonly name: string;
  readonly title: string;
  readonly basis: FactBasis;
  readonly unit: FactUnit;
  /** Of non-GAAP measures, the definition in force. */
  readonly version: string;
  /** How it is defined, in a sentence or two. */
  readonly text: string;
  /** The group first, if the measure has a figure of it. */
  readonly members: readonly Member[];
  /** The codes that it can be asked for; a member may still have nothing in one of them. */
  readonly periods: readonly string[];
}

/**
 * What `all` is narrowed to; a list that is not given asks for everything. Members that are given may be of a division and a region at once, which
 * are not listed otherwise.
 */
export interface FactChoice {
  readonly measures?: readonly string[];
  readonly periods?: readonly string[];
  readonly members?: readonly Member[];
}

/** Every figure of the group, made when it is asked for, and then kept. */
export interface FactBook {
  /**
   * Undefined where there is no such measure, period or member. "non-gaap-net-income@v2006" asks for another version of the definitions than the
   * one in force. A fact without a number has a `NoValue`, and its working says why.
   */
  readonly fact: (measure: string, period: string, member?: Member) => Fact | undefined;
  /** The facts of a choice that have a number or are not meaningful, by measure, period, member in the order of the catalogue. */
  readonly all: (choice: FactChoice) => readonly Fact[];
  readonly measures: readonly MeasureInfo[];
  readonly names: MemberNames;
  /**
   * How a non-GAAP measure comes from its GAAP one, under the definition in force or another. `measure` is "net-income", "diluted-eps" and so on; undefined
   * where it has no reconciliation or the period is not in the books.
   */
  readonly reconciliation: (measure: string, period: string, definition?: string) => Reconciliation | undefined;
  /** What earlier releases published beside what the books make of it now. */
  readonly lineages: readonly Lineage[];
}

/** The figures of the group. Never throws; what is wrong with the company's own measures is among the findings. */
export function factBook({ books, group }: { readonly books: Books; readonly group: Group }): Passed<FactBook> {
  const { say, findings } = gathered();
  const names = namesOf(books, group);
  const measures = new Map<string, Measure>();
  const kept = new Map<string, Fact | undefined>();
  const desk: Desk = {
    books,
    group,
    ledger: ledgerOf(group),
    names,
    measures,
    definitions: new Set([books.company.definition, ...books.adjustments.flatMap((row) => row.definitions)]),
    averageRate: averageRates(books, group),
    period: periodsOf(books),
    fact: (name, period, member) => {
      const key = JSON.stringify([name, period, member.division, member.region, member.category]);
      if (kept.has(key)) return kept.get(key);
      // A fact that is asked for while it is being made has no value; own formulas in a circle are refused before they come here.
      kept.set(key, undefined);
      const fact = madeFact(desk, name, period, member);
      kept.set(key, fact);
      return fact;
    },
  };
  const own = fill(desk, measures, say);
  checkRows(desk, say);
  const lineage = lineages(desk, say);
  checkLineages(desk, lineage, say);
  const periods = periodsFor(desk);
  const infos = [...measures.values()].map((measure) => infoOf(desk, measure, periods(measure)));
  const fact = (name: string, period: string, member: Member = GROUP): Fact | undefined =>
    desk.fact(name, period, member);
  const all = (choice: FactChoice): readonly Fact[] => chosen(infos, choice, fact);
  const reconciliation = (of: string, period: string, definition?: string): Reconciliation | undefined =>
    reconciled(desk, of, period, definition ?? books.company.definition);
  const value: FactBook = { fact, all, measures: infos, names, reconciliation, lineages: lineage };
  return { value, findings: [...own, ...findings()] };
}

/** The measures of the catalogue, then those of the company: registers, its own formulas, and what was planned of any. */
function fill(desk: Desk, measures: Map<string, Measure>, say: Say): readonly BooksFinding[] {
  for (const measure of catalogue(desk.books.company)) measures.set(measure.name, measure);
  const { books, names } = desk;
  const kept = registers(books.registers, names);
  for (const measure of [...kept, ...growthOf(kept)]) {
    if (!measures.has(measure.name)) measures.set(measure.name, measure);
    else if (kept.includes(measure)) tellTaken(books, measure.name, say);
  }
  const plan = (of: readonly Measure[]): void => {
    for (const measure of guidance(of, books.plan, names))
      if (!measures.has(measure.name)) measures.set(measure.name, measure);
  };
  // What was planned of the catalogue comes before the company's formulas, which may speak of it; of these themselves, after them.
  plan([...measures.values()]);
  const own = ownMeasures(books.ownMeasures, measures, names);
  for (const measure of own.measures) measures.set(measure.name, measure);
  plan(own.measures);
  return own.findings;
}

function tellTaken(books: Books, name: string, say: Say): void {
  const row = books.registers.find((one) => registerName(one.register) === name);
  say(
    "measure-name-taken",
    row?.place ?? [],
    `The register "${row?.register}" has the name of a measure that is there already.`,
    "Give the register another name; a fact is asked for by it.",
  );
}

function chosen(
  infos: readonly MeasureInfo[],
  choice: FactChoice,
  fact: (name: string, period: string, member: Member) => Fact | undefined,
): readonly Fact[] {
  const wanted = choice.measures;
  const found: Fact[] = [];
  for (const info of infos) {
    const names = wanted === undefined ? [info.name] : wanted.filter((name) => name.split("@")[0] === info.name);
    for (const name of names)
      for (const period of choice.periods ?? info.periods)
        for (const member of choice.members ?? info.members) {
          const made = fact(name, period, member);
          if (made !== undefined && made.value !== "nil") found.push(made);
        }
  }
  return found;
}

function madeFact(desk: Desk, asked: string, code: string, member: Member): Fact | undefined {
  const at = asked.indexOf("@");
  const measure = desk.measures.get(at < 0 ? asked : asked.slice(0, at));
  const span = desk.period(code);
  if (measure === undefined || span === undefined || !hasMember(desk, measure.members, member)) return undefined;
  const inForce = desk.books.company.definition;
  const suffix = at < 0 ? undefined : asked.slice(at + 1);
  const versioned = measure.version === "definition";
  if (suffix !== undefined && suffix !== (versioned ? suffix : measure.version)) return undefined;
  if (versioned && suffix !== undefined && !desk.definitions.has(suffix)) return undefined;
  const definition = versioned && suffix !== undefined ? suffix : inForce;
  const working = workingOf(measure, { span, member, definition, desk });
  const currency =
    measure.unit === "money" || measure.unit === "per-share" ? desk.books.company.presentation : undefined;
  return {
    measure: measure.name,
    title: measure.title,
    version: versioned ? definition : measure.version,
    basis: measure.basis,
    period: code,
    start: measure.instant ? undefined : span.start,
    end: span.end,
    member,
    unit: measure.unit,
    currency,
    value: working.value,
    working,
  };
}

/** A period that the books do not hold to its end has no figures: a sum over the months that are there would look like one. */
function workingOf(measure: Measure, ask: Ask): Working {
  const { desk, span } = ask;
  if (measure.reach === "calendar") return measure.make(ask);
  const missing = missingMonth(desk, span, measure.instant);
  if (missing !== undefined) return none(`${span.code}: the books hold nothing of ${missing}`);
  if (measure.reach === "comparative") {
    const code = comparativeCode(span.code) ?? "";
    const base = desk.period(code);
    if (base === undefined) return none(`${code} is not in the calendar of the company`);
    const gone = missingMonth(desk, base, measure.instant);
    if (gone !== undefined) return none(`${code}: the books hold nothing of ${gone}`);
  }
  return measure.make(ask);
}

const missingMonth = (desk: Desk, span: FiscalPeriod, instant: boolean): string | undefined =>
  (instant ? span.months.slice(-1) : span.months).find((month) => !desk.ledger.months.has(month.month))?.month;

function hasMember(desk: Desk, kind: MemberKind, member: Member): boolean {
  const { division, region, category } = member;
  if (typeof kind !== "string") return kind.some((one) => memberText(one) === memberText(member));
  if (kind === "group") return division === undefined && region === undefined && category === undefined;
  if (kind === "parts" && category !== undefined) return false;
  return (
    (division === undefined || desk.names.divisions.includes(division)) &&
    (region === undefined || desk.names.regions.includes(region)) &&
    (category === undefined || desk.names.categories.includes(category))
  );
}

function membersOf(names: MemberNames, kind: MemberKind): readonly Member[] {
  if (typeof kind !== "string") return kind;
  if (kind === "group") return [GROUP];
  if (kind === "categories") return [GROUP, ...names.categories.map((category) => ({ category }))];
  const divisions = names.divisions.map((division) => ({ division }));
  const regions = names.regions.map((region) => ({ region }));
  return [GROUP, ...divisions, ...regions];
}

/** Stretches by their codes; whatever else is asked for is not kept, since what is asked comes from outside. */
function periodsOf(books: Books): (code: string) => FiscalPeriod | undefined {
  const kept = new Map<string, FiscalPeriod>();
  return (code) => {
    const found = kept.get(code) ?? periodOf(books.company, code);
    if (found !== undefined) kept.set(code, found);
    return found;
  };
}

/** The codes that measures of one reach can be asked for; most measures share a list. */
function periodsFor(desk: Desk): (measure: Measure) => readonly string[] {
  const codes = periodCodes(desk.books.company);
  const kept = new Map<string, readonly string[]>();
  return ({ reach, instant }) => {
    const key = `${reach} ${instant}`;
    const found = kept.get(key) ?? codes.filter((code) => isThere(desk, code, reach, instant));
    kept.set(key, found);
    return found;
  };
}

function isThere(desk: Desk, code: string, reach: Measure["reach"], instant: boolean): boolean {
  const held = (span: FiscalPeriod | undefined): boolean =>
    span !== undefined && missingMonth(desk, span, instant) === undefined;
  const span = desk.period(code);
  if (reach === "calendar") return span !== undefined;
  return held(span) && (reach === "books" || held(desk.period(comparativeCode(code) ?? "")));
}

function infoOf(desk: Desk, measure: Measure, periods: readonly string[]): MeasureInfo {
  const { name, title, basis, unit, text } = measure;
  const version = measure.version === "definition" ? desk.books.company.definition : measure.version;
  return { name, title, basis, unit, version, text, members: membersOf(desk.names, measure.members), periods };
}

/** Names in the order of text, so that the order of lines in the journals changes nothing. */
function namesOf(books: Books, group: Group): MemberNames {
  const ordered = (names: Iterable<string>): readonly string[] =>
    [...new Set(names)].filter((name) => name !== "").sort();
  return {
    divisions: ordered(group.income.map((entry) => entry.division)),
    regions: ordered(group.income.map((entry) => entry.region)),
    categories: [...new Set(books.adjustments.map((row) => row.category))],
  };
}
