/** What a measurement counts. */
export type MeasureKind =
  | "amount"
  | "percent"
  | "percentage-points"
  | "basis-points"
  | "per-share"
  | "shares"
  | "count"
  | "ratio";

export type FigureKind = MeasureKind | "date" | "time" | "period" | "phone" | "code" | "name" | "other";
