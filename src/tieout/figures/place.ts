import { type Printed, placeOf } from "../../text/printed.ts";
import type { Token } from "../lex/token.ts";
import type { Figure, Measured, ProsePlace, TablePlace } from "./figure.ts";
import type { FigureKind } from "./kind.ts";

/** What a figure is made of before it has its number. */
export type Draft = Omit<Figure, "id">;

/** What is known of a token beside its place: nothing but the kind, for tokens that measure nothing. */
export interface Known {
  readonly kind: FigureKind;
  readonly measured?: Measured;
  readonly label?: string;
  readonly measure?: string;
  readonly member?: string;
  readonly basis?: Figure["basis"];
  readonly period?: Figure["period"];
}

/** The figure of a token of the text, at its place in the source. */
export function drafted(
  source: string,
  text: Printed,
  token: Token,
  where: TablePlace | ProsePlace,
  known: Known,
): Draft {
  const { start, end } = placeOf(text, token.from, token.to);
  const printed = text.text.slice(token.from, token.to);
  return {
    kind: known.kind,
    text: printed,
    start,
    end,
    split: end - start !== printed.length || source.slice(start, end) !== printed,
    measured: known.measured,
    token,
    where,
    label: known.label ?? "",
    measure: known.measure ?? "",
    member: known.member ?? "",
    basis: known.basis ?? "unknown",
    period: known.period,
  };
}

/** The kind of a token that is no measurement, or undefined where it may be one. */
export function plainKind(token: Token): FigureKind | undefined {
  if (token.kind !== "number") return token.kind;
  return token.doubt === "year" ? "period" : token.doubt === "mark" ? "other" : undefined;
}
