import type { ReportFigure, ReportRelation } from "../../tieout/report/report.ts";
import type { Evidence } from "../evidence.ts";

export type State = NonNullable<ReportFigure["status"]>;
export const STATES: readonly State[] = ["contradicted", "attainable", "untied", "tied"];

/** Each state by a mark of its own and in words, so that nobody needs the colour. */
export const STATE_WORDS: Readonly<
  Record<State, { readonly mark: string; readonly name: string; readonly means: string }>
> = {
  contradicted: { mark: "✕", name: "contradicted", means: "It cannot be right together with what else is printed." },
  attainable: {
    mark: "≈",
    name: "attainable only",
    means: "Amounts that print so exist, though the printed digits do not add up.",
  },
  untied: { mark: "○", name: "untied", means: "Nothing in the document reaches it: nothing is proved of it." },
  tied: { mark: "✓", name: "tied", means: "A relation that is believed for its own reason holds for it." },
};

/** The evidence with what is asked of it at every step looked up once. */
export interface Indexed {
  readonly evidence: Evidence;
  readonly measurements: readonly ReportFigure[];
  readonly byId: ReadonlyMap<string, ReportFigure>;
  /** The places in the report's lists, by figure. */
  readonly relationsOf: ReadonlyMap<string, readonly number[]>;
  readonly findingsOf: ReadonlyMap<string, readonly number[]>;
  readonly relationAt: ReadonlyMap<string, number>;
  /** The findings in the order of their weight, and in reading order among equals. */
  readonly ranked: readonly number[];
}

const WEIGHT = { error: 0, warning: 1, note: 2 } as const;

export function indexed(evidence: Evidence): Indexed {
  const { figures, relations, findings } = evidence.report;
  const rank = (i: number): number => WEIGHT[findings[i]!.severity] + (findings[i]!.waived === null ? 0 : 3);
  return {
    evidence,
    measurements: figures.filter((f) => f.status !== undefined),
    byId: new Map(figures.map((f) => [f.id, f])),
    relationsOf: placesBy(relations),
    findingsOf: placesBy(findings),
    relationAt: new Map(relations.map((r: ReportRelation, i) => [r.id, i])),
    ranked: findings.map((_, i) => i).sort((a, b) => rank(a) - rank(b) || findings[a]!.start - findings[b]!.start),
  };
}

function placesBy(list: readonly { readonly figures: readonly string[] }[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, { figures }] of list.entries())
    for (const id of new Set(figures)) {
      const at = places.get(id);
      if (at === undefined) places.set(id, [i]);
      else at.push(i);
    }
  return places;
}

/** The element that a finding means: its first figure, or its passage. */
export function targetOf({ evidence }: Indexed, finding: number): string {
  return evidence.report.findings[finding]!.figures[0] ?? `p${finding + 1}`;
}
