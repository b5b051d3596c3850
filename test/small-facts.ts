import type { SourcePlace } from "../src/books/books.ts";
import type { Day } from "../src/calendar/date.ts";
import { parse } from "../src/exact/decimal.ts";
import { divide, multiply, ONE, type Rational, rational, subtract, tenTo } from "../src/exact/rational.ts";
import type { Fact, FactBasis, FactUnit, Member, NoValue } from "../src/measures/fact.ts";
import { printFigure, usualForm } from "../src/release/print.ts";
import type { BoundFigure, Inline, PrintForm } from "../src/release/release.ts";

/*
 * Facts and figures as the writer of a release makes them, but by hand: the amounts are those of a company that belongs to nobody, and they foot.
 */

export const PLACE: SourcePlace = { path: "releases/2007-q3/release.md", line: 1, column: 1 };

const decimalOf = (text: string): Rational => {
  const value = parse(text);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
};

/** First and last day of the periods that the release speaks of. */
const SPANS: Readonly<Record<string, readonly [Day, Day]>> = {
  "2006-Q3": ["2006-07-02", "2006-09-30"],
  "2006-Q4": ["2006-10-01", "2006-12-31"],
  "2007-Q1": ["2007-01-01", "2007-03-31"],
  "2007-Q2": ["2007-04-01", "2007-06-30"],
  "2007-Q3": ["2007-07-01", "2007-09-29"],
  "2006-9M": ["2006-01-01", "2006-09-30"],
  "2007-9M": ["2007-01-01", "2007-09-29"],
};

export interface FactAsk {
  readonly measure: string;
  readonly period: string;
  readonly unit?: FactUnit;
  readonly member?: Member;
  readonly basis?: FactBasis;
}

/** A fact of a value in its own unit. */
export function factOf(ask: FactAsk, value: Rational | NoValue): Fact {
  const { measure, period, unit = "money", member = {}, basis = "GAAP" } = ask;
  const [start, end] = SPANS[period] ?? ["2007-01-01", "2007-09-29"];
  return {
    measure,
    title: measure,
    version: "1",
    basis,
    period,
    start,
    end,
    member,
    unit,
    currency: unit === "money" || unit === "per-share" ? "USD" : undefined,
    value,
    working:
      typeof value === "string"
        ? { kind: "computed", text: "by hand", operation: "none", value, parts: [] }
        : { kind: "constant", text: "by hand", value },
  };
}

/** An amount written in millions. */
export const millions = (text: string): Rational => multiply(decimalOf(text), rational(tenTo(6)));
export const plain = (text: string): Rational => decimalOf(text);
/** The growth from one amount to another, as a ratio. */
export const growth = (now: Rational, base: Rational): Rational => subtract(divide(now, base), ONE);

/** How a figure is printed where it is not as usual. */
export type FormAsk = Partial<PrintForm>;

/** Hands out figures, numbered in the order in which they are asked for. */
export interface Figures {
  readonly bind: (fact: Fact, form?: FormAsk) => BoundFigure;
  readonly all: readonly BoundFigure[];
}

export function figures(): Figures {
  const all: BoundFigure[] = [];
  const bind = (fact: Fact, ask: FormAsk = {}): BoundFigure => {
    const form: PrintForm = { ...usualForm(fact.unit, "halfExpand"), ...ask };
    const { text, from, to } = printFigure(fact, form);
    const figure: BoundFigure = { id: `F${all.length + 1}`, fact, form, text, from, to, place: PLACE };
    all.push(figure);
    return figure;
  };
  return { bind, all };
}

export type SaidPiece = string | BoundFigure | Inline;

/** Text of a release from its pieces: a string that holds digits is a literal, a figure is a figure. */
export const says = (...pieces: readonly SaidPiece[]): readonly Inline[] =>
  pieces.map((piece): Inline => {
    if (typeof piece !== "string") return "kind" in piece ? piece : { kind: "figure", figure: piece };
    if (/\d/.test(piece)) return { kind: "literal", text: piece, reason: "the calendar", place: PLACE };
    return { kind: "text", text: piece, strong: false, emphasis: false };
  });
