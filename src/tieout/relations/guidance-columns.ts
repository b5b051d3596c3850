import { ONE, rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { bitsOfPrint, term } from "./prose-fit.ts";
import type { Form, Relation } from "./relation.ts";
import { columnsAt, type SheetSource } from "./sheet.ts";

const HALF = rational(1n, 2n);
const MINUS_ONE = rational(-1n);
const LOW = /\blow(?:er)?(?: end)?$/i;
const HIGH = /\bhigh(?:er)?(?: end)?$/i;
const MIDPOINT = /\bmid-?point$/i;
const AGAINST = /\b(?:against|versus|vs\.?|less|above|over|from)(?: the)? mid-?point$/i;
const ACTUAL = /\bactuals?\b|\bas reported\b|\bresults?\b/i;

/**
 * Tables of guidance whose heads name the ends of a range (T33): the midpoint is half the sum of both, and what came stands
 * against it by their difference. The heads say so; nothing is searched for.
 */
export function guidanceColumns(source: SheetSource, figures: readonly Figure[]): readonly Relation[] {
  return source.grid.flatMap((row, r) => {
    const heads = columnsAt(source.meaning, r).map(({ head }) => head);
    const at = (column: number): number | undefined => {
      const figure = row[column];
      return figure === undefined || figures[figure]?.measured === undefined ? undefined : figure;
    };
    return heads.flatMap((head, column): Relation[] => {
      if (!MIDPOINT.test(head)) return [];
      const found = AGAINST.test(head) ? difference(heads, column, at) : midpoint(heads, column, at);
      return found === undefined || !isOneUnit(found.form, figures) ? [] : [withBits(found, figures)];
    });
  });
}

type Found = Omit<Relation, "bits">;
type At = (column: number) => number | undefined;

/** The nearest column to the left of another whose head says so. */
function before(heads: readonly string[], column: number, says: (head: string) => boolean): number {
  for (let c = column - 1; c >= 0; c--) if (says(heads[c]!)) return c;
  return -1;
}

function midpoint(heads: readonly string[], column: number, at: At): Found | undefined {
  const high = before(heads, column, (head) => HIGH.test(head));
  const low = before(heads, high, (head) => LOW.test(head));
  const [a, b, result] = [at(low), at(high), at(column)];
  if (a === undefined || b === undefined || result === undefined) return undefined;
  return {
    rule: "T33",
    kind: "midpoint",
    text: `midpoint of ${heads[low]} and ${heads[high]}`,
    form: { kind: "sum", terms: [term(a, HALF), term(b, HALF)], result },
    strength: "strong",
    evidence: "the heads name both ends and the midpoint",
    allowance: 0,
  };
}

function difference(heads: readonly string[], column: number, at: At): Found | undefined {
  const actual = before(heads, column, (head) => ACTUAL.test(head) && !MIDPOINT.test(head));
  const middle = before(heads, column, (head) => MIDPOINT.test(head) && !AGAINST.test(head));
  const [came, meant, result] = [at(actual), at(middle), at(column)];
  if (came === undefined || meant === undefined || result === undefined) return undefined;
  return {
    rule: "T05",
    kind: "change",
    text: `${heads[actual]} - ${heads[middle]} = ${heads[column]}`,
    form: { kind: "sum", terms: [term(came, ONE), term(meant, MINUS_ONE)], result },
    strength: "strong",
    evidence: "the heads name what came, the midpoint and what is between them",
    allowance: 0,
  };
}

function isOneUnit(form: Form, figures: readonly Figure[]): boolean {
  if (form.kind !== "sum") return false;
  const unit = figures[form.result]!.measured!.unit;
  return form.terms.every(({ figure }) => figures[figure]!.measured!.unit === unit);
}

const withBits = (found: Found, figures: readonly Figure[]): Relation => ({
  ...found,
  bits: 10 + (found.form.kind === "sum" ? bitsOfPrint(figures[found.form.result]!) : 0),
});
