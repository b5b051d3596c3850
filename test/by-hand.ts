import { parse } from "../src/exact/decimal.ts";
import { ONE, type Rational, rational, tenTo } from "../src/exact/rational.ts";
import type { Figure } from "../src/tieout/figures/figure.ts";
import type { Form, Relation, Term } from "../src/tieout/relations/relation.ts";

const SCALES: Readonly<Record<string, bigint>> = { k: 1_000n, m: 1_000_000n };

/** A figure of a table, as printed: "1,204.3" dollars, "5.2m" for millions of them, "12%". */
export function figureOf(text: string, index: number): Figure {
  const isPercent = text.endsWith("%");
  const scale = SCALES[text.at(-1)!] ?? 1n;
  const digits = text.replace(/[,%km]/g, "");
  const places = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  const value = parse(digits)!;
  const hundredth = isPercent ? 100n : 1n;
  const at = { from: index * 20, to: index * 20 + text.length };
  return {
    id: `f${index + 1}`,
    kind: isPercent ? "percent" : "amount",
    text,
    start: at.from,
    end: at.to,
    split: false,
    measured: {
      value: rational(value.n * scale, value.d * hundredth),
      quantum: rational(scale, tenTo(places) * hundredth),
      unit: isPercent ? "ratio" : "USD",
      hedge: undefined,
    },
    token: {
      kind: "number",
      ...at,
      outer: at,
      written: "digits",
      digits: 0n,
      places,
      negative: digits.startsWith("-"),
      bracketed: false,
      currency: undefined,
      scale: 0,
      unit: undefined,
      hedge: undefined,
      doubt: undefined,
    },
    where: { kind: "table", table: 1, row: index + 1, column: 2 },
    label: `line ${index + 1}`,
    measure: "",
    member: "",
    basis: "unknown",
    period: undefined,
  };
}

export const figuresOf = (...texts: readonly string[]): readonly Figure[] => texts.map(figureOf);

const term = (figure: number, times: Rational = ONE): Term => ({ figure, times });

export const sum = (terms: readonly (number | readonly [number, Rational])[], result: number): Form => ({
  kind: "sum",
  terms: terms.map((t) => (typeof t === "number" ? term(t) : term(...t))),
  result,
});

/** over / under = result, or with `plus` -1 the growth of it. */
export const ratio = (over: number, under: number, result: number, plus: Rational = rational(0n)): Form => ({
  kind: "quotient",
  numerator: [term(over)],
  denominator: [term(under)],
  plus,
  times: ONE,
  result,
});

export const same = (left: number, right: number): Form => ({ kind: "equal", left, right });

/** A relation that is believed, of a form. */
export const believed = (form: Form, more: Partial<Relation> = {}): Relation => ({
  rule: "T01",
  kind: form.kind === "sum" ? "footing" : form.kind === "equal" ? "equality" : "margin",
  text: "what adds up",
  form,
  strength: "strong",
  evidence: "made up for a test",
  bits: 20,
  allowance: 0,
  ...more,
});
