import type { ReportFigure } from "../tieout/report/report.ts";

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
  untied: {
    mark: "○",
    name: "untied",
    means: "Nothing that is believed would break if it were wrong: nothing is proved of it.",
  },
  tied: { mark: "✓", name: "tied", means: "A relation that is believed for its own reason holds for it." },
};
