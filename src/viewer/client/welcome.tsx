import { STATE_WORDS, STATES } from "../state-words.ts";
import type { Indexed } from "./state.ts";
import { Bar } from "./states.tsx";

/** What stands beside the page while nothing is chosen: how the document stands as a whole. */
export function Welcome({ index }: { readonly index: Indexed }) {
  const { summary, sha256, path } = index.evidence.report;
  const { errors, warnings, notes } = summary;
  return (
    <div class="welcome">
      <h2 class="big">
        {summary.tied} <span>of {summary.measurements} measurements tie.</span>
      </h2>
      <Bar summary={summary} />
      <ul class="sums">
        {STATES.map((state) => (
          <li key={state} class={summary[state] === 0 ? "nil" : undefined}>
            <span class={`state ${state}`} aria-hidden="true">
              {STATE_WORDS[state].mark}
            </span>
            <b>{summary[state]}</b> {STATE_WORDS[state].name}
          </li>
        ))}
      </ul>
      <p class="verdict-of-all">
        {told([counted(errors, "error"), counted(warnings, "warning"), counted(notes, "note")])}
      </p>
      <p class="hint">
        Choose a figure to see what it rests on
        <span class="by-key">
          , or press <kbd>n</kbd> for the next figure and <kbd>e</kbd> for the next finding
        </span>
        .
      </p>
      <p class="why">A tie proves that figures of the page can stand together, not that they are true.</p>
      <dl class="origin">
        <dt>Document</dt>
        <dd>{path}</dd>
        {sha256 !== null && (
          <>
            <dt>SHA-256</dt>
            <dd class="hash">{sha256}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

const counted = (n: number, word: string): string => (n === 0 ? "" : `${n} ${word}${n === 1 ? "" : "s"}`);

function told(counts: readonly string[]): string {
  const said = counts.filter((count) => count !== "");
  if (said.length === 0) return "No findings.";
  return `${said.length === 1 ? said[0] : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`}.`;
}
