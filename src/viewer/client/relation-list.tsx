import type { ReportFigure, ReportRelation } from "../../tieout/report/report.ts";
import type { Choice } from "./choice.ts";
import type { Indexed } from "./state.ts";
import { Tape } from "./tape.tsx";

type Verdict = ReportRelation["verdict"];

const VERDICTS: Readonly<Record<Verdict, { readonly mark: string; readonly words: string }>> = {
  unattainable: { mark: "✕", words: "cannot hold" },
  attainable: { mark: "≈", words: "holds only by rounding" },
  consistent: { mark: "✓", words: "holds on the printed digits" },
  forced: { mark: "✓", words: "holds however it was rounded" },
  unverifiable: { mark: "–", words: "cannot be tested" },
};
const STRENGTHS: Readonly<Record<ReportRelation["strength"], string>> = {
  strong: "Strongly believed",
  fair: "Believed",
  weak: "Weakly believed",
};
/** What needs looking at stands first, then what is believed most. */
const GRAVITY: readonly Verdict[] = ["unattainable", "attainable", "forced", "consistent", "unverifiable"];
const TRUST: readonly ReportRelation["strength"][] = ["strong", "fair", "weak"];

/** The places of a figure's relations in the order that they are shown and numbered in. */
export function relationsOf({ relationsOf: all, evidence }: Indexed, figure: string): readonly number[] {
  const { relations } = evidence.report;
  const weight = (i: number): number =>
    GRAVITY.indexOf(relations[i]!.verdict) + TRUST.indexOf(relations[i]!.strength) * GRAVITY.length;
  const isBroken = (i: number): number => (relations[i]!.verdict === "unattainable" ? 0 : 1);
  return [...(all.get(figure) ?? [])].sort((a, b) => isBroken(a) - isBroken(b) || weight(a) - weight(b) || a - b);
}

/** More than these are not read; a total that so much hangs on is told by them. */
const MOST_SHOWN = 60;

export interface RelationListProps {
  readonly index: Indexed;
  readonly figure: ReportFigure;
  readonly choice: Choice;
  /** The relations whose tapes stand with a finding above. */
  readonly told: ReadonlySet<string>;
}

/** All that a figure stands in. The one that is chosen is open, and its operands are lit up on the page. */
export function RelationList({ index, figure, choice, told }: RelationListProps) {
  const places = relationsOf(index, figure.id);
  if (places.length === 0)
    return figure.status === undefined ? null : <p class="none">No relation names this figure.</p>;
  return (
    <section class="relations-of" aria-label="Relations">
      <h3>
        What it stands in <span class="count">{places.length}</span>
      </h3>
      <ol class="relations">
        {places.slice(0, MOST_SHOWN).map((place, i) => (
          <Relation
            key={place}
            place={place}
            number={i + 1}
            index={index}
            figure={figure}
            choice={choice}
            told={told}
          />
        ))}
      </ol>
      {places.length > MOST_SHOWN && <p class="none">{places.length - MOST_SHOWN} more stand in the report.</p>}
    </section>
  );
}

interface RelationProps extends RelationListProps {
  readonly place: number;
  readonly number: number;
}

function Relation({ place, number, index, figure, choice, told }: RelationProps) {
  const relation = index.evidence.report.relations[place]!;
  const words = index.evidence.relations[place]!;
  const { mark, words: verdict } = VERDICTS[relation.verdict];
  const isOpen = choice.pinned === place;
  return (
    <li
      class={`relation ${relation.verdict}${choice.lit === place ? " lit" : ""}`}
      onMouseEnter={() => choice.hover(place)}
      onMouseLeave={() => choice.hover(undefined)}
    >
      <button
        type="button"
        class="line"
        aria-expanded={isOpen}
        onClick={() => choice.pin(isOpen ? undefined : place)}
        title={number <= 9 ? `Key ${number}` : undefined}
      >
        <span class="verdict">
          <span aria-hidden="true">{mark}</span> {verdict}
          {relation.strength === "weak" && <span class="weak"> · weakly believed</span>}
        </span>
        <span class="words">{words.line}</span>
      </button>
      {isOpen && (
        <div class="open">
          {!told.has(relation.id) && <Tape index={index} relation={relation} figure={figure.id} onGo={choice.go} />}
          <p>{words.verdict}</p>
          <p class="why">
            {STRENGTHS[relation.strength]}
            {relation.evidence === "" ? "." : `: ${relation.evidence}.`} <span class="rule">{relation.rule}</span>
          </p>
        </div>
      )}
    </li>
  );
}
