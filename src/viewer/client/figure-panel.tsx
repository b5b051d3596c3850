import type { ComponentChildren } from "preact";
import type { ReportFigure } from "../../tieout/report/report.ts";
import { worded } from "./amounts.ts";
import { FindingCard } from "./finding-list.tsx";
import { IntervalDrawing } from "./interval-drawing.tsx";
import { type Indexed, STATE_WORDS } from "./state.ts";

export interface FigurePanelProps {
  readonly index: Indexed;
  readonly figure: ReportFigure;
  /** The relation whose operands are lit up, and the one that stays so when the pointer leaves it. */
  readonly lit: number | undefined;
  readonly pinned: number | undefined;
  readonly onPin: (relation: number | undefined) => void;
  readonly onHover: (relation: number | undefined) => void;
  readonly onGo: (id: string) => void;
  readonly children?: ComponentChildren;
}

/** All that is known of the chosen figure. `children` is where the review desk puts what can be done with it. */
export function FigurePanel(props: FigurePanelProps) {
  const { index, figure, children } = props;
  const state = figure.status === undefined ? undefined : STATE_WORDS[figure.status];
  const findings = index.findingsOf.get(figure.id) ?? [];
  return (
    <article class="chosen-figure">
      <header>
        <p class="print">{figure.text}</p>
        {state !== undefined && (
          <p class={`state ${figure.status}`}>
            <span aria-hidden="true">{state.mark}</span> {state.name}
          </p>
        )}
      </header>
      {figure.label !== undefined && figure.label !== "" && <p class="label">{figure.label}</p>}
      {state !== undefined && <p class="means">{state.means}</p>}
      <Facts figure={figure} />
      {figure.status !== undefined && <IntervalDrawing figure={figure} />}
      {children}
      {findings.map((i) => (
        <FindingCard key={i} index={index} finding={i} isOpen={true} onGo={props.onGo} />
      ))}
      <Relations {...props} />
    </article>
  );
}

function Facts({ figure }: { readonly figure: ReportFigure }) {
  const { period, where, value, unit = "", hedge, basis } = figure;
  const facts: (readonly [string, string])[] = [["Kind", figure.kind.replaceAll("-", " ")]];
  if (value !== undefined) facts.unshift(["Value", worded(value, unit)]);
  if (period !== undefined)
    facts.push(["Period", period.start === undefined ? `at ${period.end}` : `${period.start} to ${period.end}`]);
  if (basis !== undefined && basis !== "unknown") facts.push(["Basis", basis]);
  if (hedge !== undefined && hedge !== null) facts.push(["Hedge", hedge]);
  facts.push([
    "Place",
    "table" in where
      ? `table ${where.table}, row ${where.row}, column ${where.column}`
      : `paragraph ${where.paragraph}`,
  ]);
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

const MOST_SHOWN = 40;

function Relations({ index, figure, lit, pinned, onPin, onHover, onGo }: FigurePanelProps) {
  const places = index.relationsOf.get(figure.id) ?? [];
  const { report, relations } = index.evidence;
  if (places.length === 0)
    return figure.status === undefined ? null : <p class="none">No relation names this figure.</p>;
  return (
    <section aria-label="Relations">
      <h3>
        Relations <span class="count">{places.length}</span>
      </h3>
      <ul class="relations">
        {places.slice(0, MOST_SHOWN).map((i) => {
          const relation = report.relations[i]!;
          const words = relations[i]!;
          return (
            <li
              key={i}
              class={lit === i ? "lit" : undefined}
              onMouseEnter={() => onHover(i)}
              onMouseLeave={() => onHover(undefined)}
            >
              <button
                type="button"
                class="line"
                aria-pressed={pinned === i}
                onClick={() => onPin(pinned === i ? undefined : i)}
              >
                <span class={`verdict ${relation.verdict}`}>{relation.verdict}</span> {words.line}
              </button>
              <p>{words.verdict}</p>
              <p class="why">
                {relation.strength} · {relation.evidence} · {relation.rule}
              </p>
              <p class="operands">
                {relation.figures.map((id) => (
                  <button key={id} type="button" class="chip" onClick={() => onGo(id)}>
                    {index.byId.get(id)?.text ?? id}
                  </button>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
      {places.length > MOST_SHOWN && <p class="none">{places.length - MOST_SHOWN} more stand in the report.</p>}
    </section>
  );
}
