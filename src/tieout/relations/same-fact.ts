import { equal, rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { ColumnMatch, Sighting } from "./column-match.ts";
import { type FactPair, factPair, type Match } from "./fact-pair.ts";
import { type FactRow, likenessOf } from "./fact-row.ts";
import type { Form, Relation } from "./relation.ts";

/** Beyond this many rows of one name, a name says nothing. */
const MOST_NAMESAKES = 24;
const MOST_PARTNERS = 4;

/**
 * One fact in several places (T04, T17, T18, T26): two rows, in two tables or in one, are held together where their columns
 * stand for the same periods, or share so many values that they must, and their figures agree. A name alone proves nothing (a
 * total of one table is not the total of the next), and equal figures alone little more: a row is believed for its name, for
 * the other columns of the two rows, and for the other rows that the two tables share.
 */
export function sameFacts(
  rows: readonly FactRow[],
  seen: readonly (readonly Sighting[])[],
  columns: ColumnMatch,
  figures: readonly Figure[],
): readonly Relation[] {
  const pairs = candidates(rows, seen).flatMap(([earlier, later, shared]) => {
    const likeness = likenessOf(earlier, later);
    if (likeness === undefined || (likeness === "unlike" && shared < 2)) return [];
    return factPair(earlier, later, likeness, columns, figures) ?? [];
  });
  const shared = sharedColumns(pairs);
  return outvoted(
    closest(pairs).flatMap((pair) => relationsOf(pair, shared)),
    figures,
  );
}

/** A figure that two other places contradict, which print one value themselves, is wrong though no slip explains it. */
function outvoted(relations: readonly Relation[], figures: readonly Figure[]): readonly Relation[] {
  const voters = new Map<string, Set<number>>();
  const votes = ({ form, strength }: Relation): readonly (readonly [string, number])[] => {
    if (form.kind !== "equal" || strength !== "fair") return [];
    const left = figures[form.left]!.measured!.value;
    const right = figures[form.right]!.measured!.value;
    if (equal(left, right)) return [];
    return [
      [`${form.left} ${right.n}/${right.d}`, form.right],
      [`${form.right} ${left.n}/${left.d}`, form.left],
    ];
  };
  for (const relation of relations)
    for (const [vote, voter] of votes(relation)) {
      const so = voters.get(vote);
      if (so === undefined) voters.set(vote, new Set([voter]));
      else so.add(voter);
    }
  return relations.map((relation) =>
    votes(relation).some(([vote]) => voters.get(vote)!.size >= 2) ? { ...relation, strength: "strong" } : relation,
  );
}

type Candidate = readonly [earlier: FactRow, later: FactRow, shared: number];

/** Rows that print a value in common, and rows of one name in two tables; with how many values they share. */
function candidates(rows: readonly FactRow[], seen: readonly (readonly Sighting[])[]): readonly Candidate[] {
  const found = new Map<FactRow, Map<FactRow, number>>();
  const note = (earlier: FactRow, later: FactRow, shared: number): void => {
    let partners = found.get(later);
    if (partners === undefined) {
      partners = new Map();
      found.set(later, partners);
    }
    partners.set(earlier, (partners.get(earlier) ?? 0) + shared);
  };
  for (const list of seen)
    for (let j = 1; j < list.length; j++)
      for (let i = 0; i < j; i++) if (list[i]!.row !== list[j]!.row) note(list[i]!.row, list[j]!.row, 1);
  const byName = new Map<string, FactRow[]>();
  for (const row of rows) {
    if (row.name === "") continue;
    const namesakes = byName.get(row.name);
    if (namesakes === undefined) byName.set(row.name, [row]);
    else namesakes.push(row);
  }
  for (const list of byName.values()) {
    if (list.length > MOST_NAMESAKES) continue;
    for (let j = 1; j < list.length; j++)
      for (let i = 0; i < j; i++) if (list[i]!.source !== list[j]!.source) note(list[i]!, list[j]!, 0);
  }
  return [...found].flatMap(([later, partners]) =>
    [...partners].map(([earlier, shared]): Candidate => [earlier, later, shared]),
  );
}

/** How often the rows of one name agree in two columns of two tables. */
interface Shared {
  agree: number;
  differ: number;
  bits: number;
}

const keyOf = ({ earlier, later }: FactPair, { left, right }: Match): string =>
  `${earlier.table} ${left.column} ${later.table} ${right.column}`;

function sharedColumns(pairs: readonly FactPair[]): ReadonlyMap<string, Shared> {
  const found = new Map<string, Shared>();
  for (const pair of pairs) {
    if (pair.likeness !== "same" || pair.earlier.source === pair.later.source) continue;
    for (const m of pair.matches) {
      const key = keyOf(pair, m);
      const so = found.get(key) ?? { agree: 0, differ: 0, bits: 0 };
      if (!m.same) so.differ++;
      else if (m.left.bits >= 6) {
        so.agree++;
        so.bits += m.left.bits;
      }
      found.set(key, so);
    }
  }
  return found;
}

const RANK = { same: 3, closes: 2, like: 1, unlike: 0 } as const;

/** Of each row's partners those that are most alike and agree most, one of each table. */
function closest(pairs: readonly FactPair[]): readonly FactPair[] {
  const byLater = new Map<FactRow, FactPair[]>();
  for (const pair of pairs) {
    const list = byLater.get(pair.later);
    if (list === undefined) byLater.set(pair.later, [pair]);
    else list.push(pair);
  }
  return [...byLater.values()].flatMap((list) => {
    const tables = new Set<number>();
    return list
      .sort((a, b) => RANK[b.likeness] - RANK[a.likeness] || bitsOf(b) - bitsOf(a))
      .filter(({ earlier }) => !tables.has(earlier.table) && tables.add(earlier.table))
      .slice(0, MOST_PARTNERS);
  });
}

const bitsOf = (pair: FactPair): number => pair.matches.reduce((sum, m) => sum + m.bits, 0);

function relationsOf(pair: FactPair, shared: ReadonlyMap<string, Shared>): readonly Relation[] {
  const { earlier, later } = pair;
  const totals = earlier.source.meaning.rows[earlier.row]!.total && later.source.meaning.rows[later.row]!.total;
  const total = bitsOf(pair);
  return pair.matches.map((m): Relation => {
    const others = pair.matches.filter((o) => o !== m && o.bits > 0).length;
    const column = shared.get(keyOf(pair, m));
    return {
      rule: pair.likeness === "closes" ? "T18" : totals ? "T04" : "T26",
      kind: totals ? "same total" : "equality",
      text: wording(pair),
      form: formOf(pair, m),
      strength: strengthOf(pair, m, column),
      evidence: evidenceOf(pair, others, column),
      bits: total,
      allowance: 1,
    };
  });
}

/**
 * What holds is believed where its breaking would be believed to be an error, so that "tied" means something; what breaks is
 * an error only where one slip explains it, for two things of one name do differ now and then.
 */
function strengthOf(pair: FactPair, m: Match, column: Shared | undefined): Relation["strength"] {
  const others = pair.matches.filter((o) => o !== m && o.bits > 0);
  const bits = others.reduce((sum, o) => sum + o.bits, 0);
  const agree = (column?.agree ?? 0) - (m.same && pair.likeness === "same" && m.left.bits >= 6 ? 1 : 0);
  const differ = (column?.differ ?? 0) - (m.same || pair.likeness !== "same" ? 0 : 1);
  // Several rows that differ in the same two columns: the columns are not the same, or were not read as they stand.
  const apart = differ > 0 && differ * 4 > agree;
  const enough = isEnough(pair, others.length, bits, apart ? 0 : agree);
  if (m.same) return enough && m.firm ? "strong" : "weak";
  if (!enough || apart) return "weak";
  if (m.slip) return "strong";
  return pair.likeness === "same" && others.length >= 2 && bits >= 18 ? "fair" : "weak";
}

function isEnough(pair: FactPair, others: number, bits: number, rows: number): boolean {
  if (pair.likeness === "same")
    return (others >= 2 && bits >= 18) || (others >= 1 && bits >= 13) || (others + rows >= 3 && bits + 6 * rows >= 20);
  if (pair.likeness === "closes") return others >= 1 && bits >= 10;
  if (pair.likeness === "like") return (others >= 2 && bits >= 20) || (others >= 1 && bits >= 12 && rows >= 2);
  return others >= 3 && bits >= 36;
}

function formOf({ sign }: FactPair, { left, right }: Match): Form {
  if (sign === 1) return { kind: "equal", left: left.figure, right: right.figure };
  return { kind: "sum", terms: [{ figure: left.figure, times: rational(-1n) }], result: right.figure };
}

function wording({ earlier, later, sign }: FactPair): string {
  const place = (row: FactRow): string =>
    `${row.label || `row ${row.row + 1}`}${earlier.source === later.source ? "" : ` in table ${row.source.table}`}`;
  return `${sign === 1 ? "" : "- "}${place(earlier)} = ${place(later)}`;
}

const NAMES = {
  same: "one name, ",
  closes: "both sides of a balance sheet, ",
  like: "names alike, ",
  unlike: "",
} as const;

function evidenceOf({ likeness }: FactPair, others: number, column: Shared | undefined): string {
  const name = NAMES[likeness];
  const rows = column === undefined || column.agree < 2 ? "" : `, and ${column.agree} rows that the two columns share`;
  return `${name}one period, and ${others} other column${others === 1 ? "" : "s"}${rows}`;
}
