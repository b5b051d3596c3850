import type { ComponentChildren } from "preact";
import type { ReportFigure } from "../../tieout/report/report.ts";
import { STATE_WORDS } from "../state-words.ts";
import { worded } from "./amounts.ts";
import type { Choice } from "./choice.ts";
import { nameOf, periodWords, placeWords } from "./figure-words.ts";
import { FindingCard, tapesOf } from "./finding-card.tsx";
import { IntervalDrawing } from "./interval-drawing.tsx";
import { RelationList } from "./relation-list.tsx";
import type { Indexed } from "./state.ts";

export interface FigurePanelProps {
  readonly index: Indexed;
  readonly figure: ReportFigure;
  readonly choice: Choice;
  /** What can be done with the figure. */
  readonly children?: ComponentChildren;
}

/** All that is known of the chosen figure. */
export function FigurePanel({ index, figure, choice, children }: FigurePanelProps) {
  const state = figure.status === undefined ? undefined : STATE_WORDS[figure.status];
  const findings = index.findingsOf.get(figure.id) ?? [];
  const told = new Set(findings.flatMap((i) => tapesOf(index.evidence.report.findings[i]!)));
  return (
    <article class="chosen-figure">
      <header>
        <h2 id="chosen-name" tabindex={-1}>
          {nameOf(figure)}
        </h2>
        <p class="print">{figure.text}</p>
        {state !== undefined && (
          <p class={`state ${figure.status}`}>
            <span aria-hidden="true">{state.mark}</span> {state.name}
          </p>
        )}
      </header>
      {state !== undefined && <p class="means">{state.means}</p>}
      <Facts figure={figure} />
      {figure.status !== undefined && <IntervalDrawing figure={figure} />}
      {children}
      {findings.map((i) => (
        <FindingCard key={i} index={index} finding={i} figure={figure.id} onGo={choice.go} />
      ))}
      <RelationList index={index} figure={figure} choice={choice} told={told} />
    </article>
  );
}

function Facts({ figure }: { readonly figure: ReportFigure }) {
  const { period, value, unit = "", hedge, basis, kind } = figure;
  const facts: (readonly [string, string])[] = [];
  if (value !== undefined) facts.push(["Value", worded(value, unit)]);
  if (period !== undefined) facts.push(["Period", periodWords(period)]);
  if (basis !== undefined && basis !== "unknown") facts.push(["Basis", basis.replaceAll("-", " ")]);
  if (hedge !== undefined && hedge !== null) facts.push(["Hedge", `“${hedge}”`]);
  // The unit says it of the others.
  if (value === undefined || ["percentage-points", "basis-points", "ratio"].includes(kind))
    facts.push(["Kind", kind.replaceAll("-", " ")]);
  facts.push(["Place", placeWords(figure)]);
  return (
    <dl class="facts">
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
