import { decimal, negate, type Rational } from "../../exact/rational.ts";
import type { NumberToken } from "../lex/token.ts";
import type { Measured } from "./figure.ts";
import type { MeasureKind } from "./kind.ts";

/** What is known of a number from where it stands. Scales are powers of ten. */
export interface Situation {
  /** Of money, and of all else that the caption does not except; 0 in prose. */
  readonly scale: number;
  readonly shares: number;
  /** Of counts of other things: only where their own row or column says so. */
  readonly counts: number;
  /** Of amounts that name no currency; undefined where nothing says. */
  readonly currency: string | undefined;
  /** What "$" alone stands for. */
  readonly dollar: string;
  /** What the row or the column says it counts. */
  readonly kind: MeasureKind | undefined;
  /** What a number is that has neither sign nor unit and of which nothing is said: an amount in a table of money, else a count. */
  readonly bare: "amount" | "count";
  /** Whether a count counts days. */
  readonly days: boolean;
}

export interface Quantity {
  readonly kind: MeasureKind;
  readonly measured: Measured;
}

const ofBeside = {
  percent: "percent",
  points: "percentage-points",
  "basis-points": "basis-points",
  "per-share": "per-share",
  shares: "shares",
  days: "count",
  times: "ratio",
  count: "count",
} as const satisfies Record<NonNullable<NumberToken["unit"]>, MeasureKind>;

/** The kind, the value in base units, the grid step and the unit of a printed number. */
export function quantity(token: NumberToken, situation: Situation): Quantity {
  const kind = kindOf(token, situation);
  const exponent = exponentOf(kind, token, situation) - token.places;
  const size = token.digits === 0n ? { n: 0n, d: 1n } : decimal(token.digits, exponent);
  return {
    kind,
    measured: {
      value: token.negative ? negate(size) : size,
      quantum: stepOf(exponent),
      unit: unitOf(kind, token, situation),
      hedge: token.hedge,
    },
  };
}

function kindOf(token: NumberToken, { kind, bare }: Situation): MeasureKind {
  if (token.unit !== undefined) {
    // "1.5 points" in a row of basis points is still points; "2.1%" in a column of points is points.
    if (token.unit === "percent" && kind === "percentage-points") return kind;
    return ofBeside[token.unit];
  }
  if (token.currency !== undefined) return kind === "per-share" ? kind : "amount";
  return kind ?? bare;
}

/** The power of ten of one printed unit. */
function exponentOf(kind: MeasureKind, token: NumberToken, { scale, shares, counts }: Situation): number {
  switch (kind) {
    case "percent":
    case "percentage-points":
      return -2;
    case "amount":
      // Cents are below one: "67 cents" is no whole number of what a caption counts in.
      return token.scale !== 0 ? token.scale : scale;
    case "shares":
      return token.scale > 0 ? token.scale : shares;
    case "count":
      return token.scale > 0 ? token.scale : counts;
    default:
      return token.scale;
  }
}

function unitOf(kind: MeasureKind, token: NumberToken, { currency, dollar, days }: Situation): string {
  switch (kind) {
    case "percent":
    case "percentage-points":
    case "ratio":
      return "ratio";
    case "basis-points":
      return "bp";
    case "shares":
      return "shares";
    case "count":
      return token.unit === "days" || (token.unit === undefined && days) ? "days" : "count";
    default: {
      const code = token.currency === "$" ? dollar : (token.currency ?? currency ?? "currency");
      return kind === "per-share" ? `${code}/share` : code;
    }
  }
}

const STEPS = new Map<number, Rational>();

/** 10 to the exponent. */
function stepOf(exponent: number): Rational {
  const known = STEPS.get(exponent);
  if (known !== undefined) return known;
  const step = decimal(1n, exponent);
  if (exponent > -40 && exponent < 40) STEPS.set(exponent, step);
  return step;
}
