import type { SourcePlace } from "../books/books.ts";
import type { Rational } from "../exact/rational.ts";
import type { Fact, Member } from "../measures/fact.ts";
import type { ScaleWord } from "./table-file.ts";
import { type Footing, infoOf, type RowPlan, type RowsPlan, type TableDesk } from "./table-plan.ts";
import type { Placed } from "./table-settings.ts";

/** Terms of a sum by the names of their rows: a measure, or what a row was given as its key. */
export type NamedTerms = readonly (readonly [key: string, sign: 1 | -1])[];

export interface RowOptions {
  /** What the row is known by in sums and among labels; its measure where it is left out. */
  readonly key?: string;
  readonly member?: Member;
  readonly level?: number;
  readonly kind?: RowPlan["kind"];
  readonly periodFor?: (columnPeriod: string) => string | undefined;
  readonly factFor?: (measure: string, period: string) => Fact | undefined;
  readonly unit?: ScaleWord;
  readonly step?: Rational | undefined;
}

/** Rows put one below the other, and the sums among them. */
export interface RowList {
  readonly section: (label: string) => void;
  readonly line: (measure: string, level?: number, label?: string) => void;
  readonly subtotal: (measure: string, terms: NamedTerms, label?: string) => void;
  readonly total: (measure: string, terms: NamedTerms, label?: string) => void;
  readonly row: (measure: string, label: string, options: RowOptions, terms?: NamedTerms) => void;
  readonly plan: () => RowsPlan;
}

/** `labels` stand in place of the titles of measures and of the names of categories. */
export function rowList(desk: TableDesk, labels: ReadonlyMap<string, Placed<string>>, place: SourcePlace): RowList {
  const rows: RowPlan[] = [];
  const footings: Footing[] = [];
  const keys = new Map<string, number>();
  const row = (measure: string, label: string, options: RowOptions, terms: NamedTerms = []): void => {
    const { key, level = 0, kind = "line", member = {}, periodFor, factFor, unit, step } = options;
    const found = terms.flatMap(([name, sign]) => {
      const at = keys.get(name);
      return at === undefined ? [] : [{ row: at, sign }];
    });
    const isOfAmounts = found.some((term) => rows[term.row]?.factFor !== undefined) || factFor !== undefined;
    if (found.length > 0) footings.push({ total: rows.length, terms: found, otherwise: [], isOfAmounts });
    keys.set(key ?? measure, rows.length);
    const name = member.category ?? key ?? measure.split("@")[0] ?? "";
    rows.push({
      label: labels.get(name)?.value ?? label,
      level,
      kind,
      measure,
      member,
      hasZeros: true,
      place,
      ...(periodFor === undefined ? {} : { periodFor }),
      ...(factFor === undefined ? {} : { factFor }),
      ...(unit === undefined ? {} : { unit }),
      ...(step === undefined ? {} : { step }),
    });
  };
  const titled = (measure: string, label: string | undefined): string =>
    label ?? infoOf(desk, measure)?.title ?? measure;
  return {
    row,
    section: (label) =>
      rows.push({
        label: labels.get(label)?.value ?? label,
        level: 0,
        kind: "section",
        measure: undefined,
        member: {},
        place,
      }),
    line: (measure, level = 0, label) => row(measure, titled(measure, label), { level }),
    subtotal: (measure, terms, label) => row(measure, titled(measure, label), { kind: "subtotal" }, terms),
    total: (measure, terms, label) => row(measure, titled(measure, label), { kind: "total" }, terms),
    plan: () => ({ rows, footings }),
  };
}
