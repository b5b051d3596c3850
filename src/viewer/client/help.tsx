import { useEffect, useRef } from "preact/hooks";
import { STATE_WORDS, STATES } from "../state-words.ts";
import { KEY_WORDS } from "./keyboard.ts";

interface HelpProps {
  readonly onClose: () => void;
  /** Keys of whoever shows the viewer, beside its own. */
  readonly more: readonly (readonly [string, string])[];
}

/** The keys, and what the marks below the figures mean. */
export function Help({ onClose, more }: HelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const list = (keys: readonly (readonly [string, string])[]) => (
    <dl>
      {keys.map(([key, words]) => (
        <div key={key}>
          <dt>{key.split(/ {2}| /).map((one) => (one === "…" ? " … " : <kbd key={one}>{one}</kbd>))}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <dialog ref={dialog} class="help" aria-label="Keys and marks" onClose={onClose}>
      <header>
        <h2>Keys and marks</h2>
        <button type="button" class="icon" aria-label="Close" onClick={() => dialog.current?.close()}>
          ✕
        </button>
      </header>
      <div class="columns">
        <section>
          <h3>Reading</h3>
          {list(KEY_WORDS)}
        </section>
        {more.length > 0 && (
          <section>
            <h3>Deciding</h3>
            {list(more)}
          </section>
        )}
        <section>
          <h3>Marks</h3>
          <dl class="marks">
            {STATES.map((state) => (
              <div key={state}>
                <dt>
                  <span class={`sample ${state}`}>371.2</span>
                </dt>
                <dd>
                  <b class={`state ${state}`}>
                    <span aria-hidden="true">{STATE_WORDS[state].mark}</span> {STATE_WORDS[state].name}
                  </b>
                  <br />
                  {STATE_WORDS[state].means}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </dialog>
  );
}
