import type { Period } from "../../calendar/period.ts";
import type { TableReading } from "../figures/document-figures.ts";
import type { Figure, Measured } from "../figures/figure.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import type { Basis, ColumnMeaning, RowMeaning } from "../meaning/table.ts";
import type { Reading } from "../reading.ts";
import { columnsAt } from "../relations/sheet.ts";
import { headStems, isTelling, labelStems, type Name } from "./name.ts";

/** A level (no growth, no change) that a document states: whose, of what, for when. */
export interface Fact extends Name {
  /** Its index among the figures of its document. */
  readonly index: number;
  readonly figure: Figure;
  readonly measured: Measured;
  readonly period: Period;
  readonly basis: Basis;
  /** The stems of the sections it stands under; undefined for a sentence. */
  readonly section: ReadonlySet<string> | undefined;
  /** The table that it stands in, from 1. */
  readonly table: number | undefined;
  /** The author's own words for it. */
  readonly label: string;
  /** Whether it is of the period that its document reports, so that it is published there first. */
  readonly current: boolean;
  /** Whether amounts of it add up over time. */
  readonly flows: boolean;
}

const LEVELS: ReadonlySet<string> = new Set(["amount", "per-share", "shares", "percent", "count"]);
/** A document of more facts is no release. */
const MOST_FACTS = 20_000;

/** The facts of a document: the cells of its columns of amounts, and the levels in its sentences. */
export function factsOf(reading: Reading): readonly Fact[] {
  const facts: Fact[] = [];
  for (const table of reading.tables) tableFacts(table, reading, facts);
  for (const group of reading.groups) proseFacts(group, reading, facts);
  return facts.length > MOST_FACTS ? facts.slice(0, MOST_FACTS) : facts;
}

function tableFacts(table: TableReading, reading: Reading, facts: Fact[]): void {
  const { meaning, grid } = table;
  const caption = headStems(meaning.caption);
  const ofHead = remembered((head: ColumnMeaning) => (head.total ? NOTHING : headStems(head.head)));
  const ofMeasure = remembered(labelStems);
  grid.forEach((cells, r) => {
    const row = meaning.rows[r];
    if (row === undefined || row.kind !== "data" || !cells.some((c) => c !== undefined)) return;
    const label = labelStems(row.label);
    const section = headStems(row.path.join(" "));
    const words = labelOf(row);
    // Most heads only say when: then all cells of the row have one name.
    const names = new Map<string, Pick<Name, "own" | "around">>();
    columnsAt(meaning, r).forEach((head, c) => {
      const index = cells[c];
      if (index === undefined || head.kind !== "amount") return;
      const { measure } = reading.figures[index]!;
      const member = ofHead(head);
      const key = `${measure} ${[...member].join(" ")}`;
      const name = names.get(key) ?? {
        own: nameIn(label, measure === row.label ? NOTHING : ofMeasure(measure), member, section, caption),
        around: new Set([...section, ...caption, ...member]),
      };
      names.set(key, name);
      const fact = factAt(index, name.own, name.around, reading);
      if (fact === undefined) return;
      facts.push({ ...fact, section, table: table.table, label: words, flows: fact.flows && row.moment === undefined });
    });
  });
}

const NOTHING: ReadonlySet<string> = new Set();

/** The function, each value of it made once. */
function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** A row's own words; with the measure where the section or the caption names it, and the member that the head names. */
function nameIn(
  label: ReadonlySet<string>,
  measure: ReadonlySet<string>,
  member: ReadonlySet<string>,
  section: ReadonlySet<string>,
  caption: ReadonlySet<string>,
): ReadonlySet<string> {
  const own = new Set([...label, ...measure, ...member]);
  if (isTelling(own)) return own;
  for (const s of section.size > 0 ? section : caption) own.add(s);
  return own;
}

const labelOf = (row: RowMeaning): string =>
  row.label.length > 3 && !/^(?:total|basic|diluted|other|net)$/i.test(row.label)
    ? row.label
    : [...row.path.slice(-1), row.label].join(" / ");

type Stated = Omit<Fact, "section" | "table" | "label">;

function factAt(
  index: number,
  own: ReadonlySet<string>,
  around: ReadonlySet<string>,
  { figures, context }: Reading,
): Stated | undefined {
  const figure = figures[index]!;
  const { measured, period, basis, token } = figure;
  if (measured === undefined || period === undefined || own.size === 0 || !LEVELS.has(figure.kind)) return undefined;
  if (basis === "constant-currency" || basis === "organic") return undefined;
  if (token.kind === "number" && token.written === "dash") return undefined;
  const current = context.reportEnd !== undefined && period.end === context.reportEnd;
  const flows = figure.kind === "amount" && period.start !== undefined;
  return { index, figure, measured, period, basis, own, around, loose: undefined, current, flows };
}

function proseFacts(group: ProseGroup, reading: Reading, facts: Fact[]): void {
  if (group.forward || group.tabular || group.words.stems.size === 0) return;
  for (const r of group.readings) {
    if (!isLevel(r)) continue;
    const fact = proseFact(group, r, reading);
    if (fact !== undefined) facts.push(fact);
  }
}

const isLevel = ({ role, cause, listed }: ProseReading): boolean =>
  (role === "current" || role === "prior") && !cause && !listed;

/** What a sentence says a figure is, whatever its role; its period is that of the reading. */
export function proseFact(group: ProseGroup, r: ProseReading, reading: Reading): Fact | undefined {
  const own = new Set<string>();
  const loose = new Set<string>();
  for (const s of group.words.stems) {
    if (s === "non-gaap" || s === "gaap") continue;
    own.add(s);
    if (!group.words.names.has(s)) loose.add(s);
  }
  if (r.kind === "per-share") own.add("share");
  const fact = factAt(r.figure, own, new Set([...group.around.stems, ...group.above.stems]), reading);
  if (fact === undefined) return undefined;
  return { ...fact, loose, basis: r.basis, section: undefined, table: undefined, label: sayingOf(group, r) };
}

function sayingOf({ words }: ProseGroup, { kind, basis }: ProseReading): string {
  const said = words.printed
    .filter((w) => w !== "non-gaap" && w !== "gaap")
    .slice(-8)
    .join(" ");
  const name = `${basis === "non-GAAP" ? "non-GAAP " : ""}${said}`;
  return kind === "per-share" && !/\bshare\b|\beps\b/.test(said) ? `${name} per share` : name;
}
