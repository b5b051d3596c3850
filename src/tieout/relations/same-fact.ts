import { equal, type Rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { bitsOf } from "./bits.ts";
import type { Relation } from "./relation.ts";
import { columnsAt, type SheetSource } from "./sheet.ts";

/** One labelled row of a table, its figures by what their columns say they are. */
interface FactRow {
  readonly source: SheetSource;
  readonly row: number;
  readonly label: string;
  /** Period, basis and unit of a column -> figure; a key that two columns share is left out. */
  readonly facts: ReadonlyMap<string, number>;
}

interface Match {
  readonly left: number;
  readonly right: number;
  readonly same: boolean;
  readonly bits: number;
}

/** Beyond this many rows of one name, a name says nothing. */
const MOST_NAMESAKES = 24;
const MOST_PARTNERS = 4;

/**
 * One fact in several tables (T04, T26): rows of one name are held together where their columns stand for the same periods
 * and their figures agree; a name alone proves nothing (a total of one table is not the total of the next).
 */
export function sameFacts(sources: readonly SheetSource[], figures: readonly Figure[]): readonly Relation[] {
  const byName = new Map<string, FactRow[]>();
  for (const source of sources)
    source.grid.forEach((_, row) => {
      const fact = factRow(source, row, figures);
      if (fact === undefined) return;
      const namesakes = byName.get(fact.label);
      if (namesakes === undefined) byName.set(fact.label, [fact]);
      else namesakes.push(fact);
    });
  const relations: Relation[] = [];
  for (const rows of byName.values())
    if (rows.length > 1 && rows.length <= MOST_NAMESAKES) relations.push(...pairs(rows, figures));
  return relations;
}

function factRow(source: SheetSource, row: number, figures: readonly Figure[]): FactRow | undefined {
  const meaning = source.meaning.rows[row];
  if (meaning === undefined || meaning.kind !== "data") return undefined;
  const label = nameOf(meaning.label);
  if (label === "") return undefined;
  const heads = columnsAt(source.meaning, row);
  const facts = new Map<string, number>();
  const shared = new Set<string>();
  source.grid[row]!.forEach((index, c) => {
    const head = heads[c];
    if (index === undefined || head === undefined || head.kind !== "amount") return;
    const figure = figures[index]!;
    if (figure.measured === undefined || figure.period === undefined) return;
    const key = `${figure.period.start ?? ""}..${figure.period.end} ${figure.basis} ${figure.kind} ${figure.measured.unit}`;
    if (facts.has(key)) shared.add(key);
    facts.set(key, index);
  });
  for (const key of shared) facts.delete(key);
  return facts.size === 0 ? undefined : { source, row, label, facts };
}

function nameOf(label: string): string {
  const words = label.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
  const telling = words.filter((w) => w !== "total" && w !== "the" && w !== "of" && w !== "and");
  return (telling.length > 0 ? telling : words).join(" ");
}

function pairs(rows: readonly FactRow[], figures: readonly Figure[]): readonly Relation[] {
  const relations: Relation[] = [];
  rows.forEach((later, i) => {
    let partners = 0;
    for (let j = i - 1; j >= 0 && partners < MOST_PARTNERS; j--) {
      const earlier = rows[j]!;
      if (earlier.source === later.source) continue;
      const made = relate(earlier, later, figures);
      if (made.length > 0) partners++;
      relations.push(...made);
    }
  });
  return relations;
}

function relate(earlier: FactRow, later: FactRow, figures: readonly Figure[]): readonly Relation[] {
  const matches: Match[] = [];
  const values = new Set<string>();
  for (const [key, left] of earlier.facts) {
    const right = later.facts.get(key);
    if (right === undefined) continue;
    const match = matchOf(left, right, figures);
    const print = `${figures[left]!.text}`;
    matches.push(values.has(print) ? { ...match, bits: 0 } : match);
    values.add(print);
  }
  const holding = matches.filter((m) => m.same && m.bits > 0);
  const fails = matches.filter((m) => !m.same).length;
  if (holding.length === 0 || fails > holding.length / 2) return [];
  const total = holding.reduce((sum, m) => sum + m.bits, 0);
  const { rule, kind } =
    earlier.source.meaning.rows[earlier.row]!.total && later.source.meaning.rows[later.row]!.total
      ? { rule: "T04", kind: "same total" }
      : { rule: "T26", kind: "equality" };
  return matches.map((m): Relation => {
    const others = holding.filter((h) => h !== m);
    const rest = total - (m.same ? m.bits : 0);
    const label = later.source.meaning.rows[later.row]!.label;
    return {
      rule,
      kind,
      text: `${label} in table ${earlier.source.table} = ${label} in table ${later.source.table}`,
      form: { kind: "equal", left: m.left, right: m.right },
      strength: others.length >= 2 && rest >= 18 ? "strong" : others.length >= 1 || m.bits >= 10 ? "fair" : "weak",
      evidence: `one name, one period, and ${others.length} other column${others.length === 1 ? "" : "s"}`,
      bits: total,
      allowance: 1,
    };
  });
}

function matchOf(left: number, right: number, figures: readonly Figure[]): Match {
  const a = figures[left]!.measured!;
  const b = figures[right]!.measured!;
  const same = equal(a.value, b.value);
  return { left, right, same, bits: same && a.value.n !== 0n ? digitsOf(a.value, a.quantum) : 0 };
}

/** The bits that the digits of a print carry. */
function digitsOf(value: Rational, quantum: Rational): number {
  const steps = (value.n * quantum.d) / (value.d * quantum.n);
  const size = steps < 0n ? -steps : steps;
  let n = 1;
  for (let rest = size; rest > 1n; rest >>= 1n) n *= 2;
  return bitsOf(n);
}
