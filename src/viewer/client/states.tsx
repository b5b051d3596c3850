import { useEffect, useRef } from "preact/hooks";
import { STATE_WORDS, STATES, type State } from "../state-words.ts";
import type { Indexed } from "./state.ts";

export interface StatesProps {
  readonly index: Indexed;
  readonly states: ReadonlySet<State>;
  readonly onState: (state: State) => void;
}

/** How many measurements are in each state; each leads to those alone, and wears the mark that they have on the page. */
export function States({ index, states, onState }: StatesProps) {
  const { summary } = index.evidence.report;
  return (
    <section class="filters" aria-label="States">
      <Bar summary={summary} />
      <ul>
        {STATES.map((state) => (
          <li key={state}>
            <button
              type="button"
              class={`filter ${state}`}
              aria-pressed={states.has(state)}
              title={STATE_WORDS[state].means}
              onClick={() => onState(state)}
            >
              <span class="mark" aria-hidden="true">
                {STATE_WORDS[state].mark}
              </span>
              <span class={`sample ${state}`}>{STATE_WORDS[state].name}</span>
              <b>{summary[state]}</b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The states by their share. It says nothing that the counts below it do not. */
export function Bar({ summary }: { readonly summary: Indexed["evidence"]["report"]["summary"] }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Set through the object model, since a policy may forbid style attributes.
    for (const state of STATES)
      bar.current?.querySelector<HTMLElement>(`.${state}`)?.style.setProperty("flex-grow", `${summary[state]}`);
  }, [summary]);
  return (
    <div class="bar" ref={bar} aria-hidden="true">
      {[...STATES].reverse().map((state) => summary[state] > 0 && <span key={state} class={state} />)}
    </div>
  );
}
