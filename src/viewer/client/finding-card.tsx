import type { ComponentChildren } from "preact";
import type { ReportFinding } from "../../tieout/report/report.ts";
import { nameOf } from "./figure-words.ts";
import { findingWords, type Indexed, isAtWords, WEIGHT_MARKS, weightOf } from "./state.ts";
import { Tape } from "./tape.tsx";

/** So many figures of a finding are listed. */
const MOST_NAMED = 8;
/** The relations of a finding whose operands are listed with it; a cause that breaks more is told by these. */
const MOST_TAPES = 3;
export const tapesOf = ({ relations }: ReportFinding): readonly string[] => relations.slice(0, MOST_TAPES);

export interface FindingCardProps {
  readonly index: Indexed;
  readonly finding: number;
  /** The chosen figure. */
  readonly figure?: string | undefined;
  readonly onGo: (id: string) => void;
  readonly children?: ComponentChildren;
}

/**
 * A finding in full: what is wrong, what to do, and the sum that anyone can add up by hand. Where one relation alone cannot hold, its
 * tape is that sum.
 */
export function FindingCard(props: FindingCardProps) {
  const { index, finding, figure, onGo, children } = props;
  const { report, findings } = index.evidence;
  const found = report.findings[finding]!;
  const { certificate, excerpt, rule } = findings[finding]!;
  const weight = weightOf(found);
  return (
    <section class={`finding ${weight}`} aria-label={`${weight}: ${findingWords(found)}`}>
      <h3 class="code">
        <span class="mark" aria-hidden="true">
          {WEIGHT_MARKS[weight]}
        </span>
        <span class="words">{findingWords(found)}</span> <span class="weight">{weight}</span>
      </h3>
      {/* Beside the words themselves their line is in sight. */}
      {excerpt !== undefined && figure !== undefined && isAtWords(index, finding) && <Excerpt {...excerpt} />}
      <p class="message">{found.message}</p>
      <p class="remedy">{found.remedy}</p>
      {found.waived !== null && <p class="waived-why">Waived: {found.waived.reason}</p>}
      {rule !== undefined && <p class="rule">{rule.words}</p>}
      {tapesOf(found).map((id) => (
        <Tape
          key={id}
          index={index}
          relation={report.relations[index.relationAt.get(id)!]!}
          figure={figure}
          onGo={onGo}
        />
      ))}
      {certificate.length > 1 && (
        <div class="by-hand">
          <p class="by-hand-head">The smallest conflict, to add up by hand</p>
          <ol class="certificate">
            {certificate.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </div>
      )}
      {isAtWords(index, finding) && <Named index={index} ids={found.figures} figure={figure} onGo={onGo} />}
      {children}
    </section>
  );
}

interface NamedProps {
  readonly index: Indexed;
  readonly ids: readonly string[];
  readonly figure: string | undefined;
  readonly onGo: (id: string) => void;
}

/** The figures that words are about. */
function Named({ index, ids, figure: chosen, onGo }: NamedProps) {
  const figures = ids.flatMap((id) => index.byId.get(id) ?? []).filter(({ id }) => id !== chosen);
  if (figures.length === 0) return null;
  return (
    <ul class="tape" aria-label="Figures that it names">
      {figures.slice(0, MOST_NAMED).map((named) => (
        <li key={named.id}>
          <button type="button" class="operand-link" onClick={() => onGo(named.id)}>
            <span class="what">{nameOf(named)}</span>
            <span class="number">{named.text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Excerpt({ line, from, to }: { readonly line: string; readonly from: number; readonly to: number }) {
  return (
    <p class="excerpt">
      {line.slice(0, from)}
      <mark>{line.slice(from, to)}</mark>
      {line.slice(to)}
    </p>
  );
}
