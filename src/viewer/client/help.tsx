import { useEffect, useRef } from "preact/hooks";

const KEYS: readonly (readonly [string, string])[] = [
  ["n  j", "next figure"],
  ["p  k", "previous figure"],
  ["e", "next finding"],
  ["Shift e", "previous finding"],
  ["/", "find a number or words"],
  ["Esc", "let go of what is chosen"],
  ["?", "these keys"],
];

interface HelpProps {
  readonly onClose: () => void;
  /** Keys of whoever shows the viewer, beside its own. */
  readonly more: readonly (readonly [string, string])[];
}

export function Help({ onClose, more }: HelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-label="Keys" onClose={onClose}>
      <h2>Keys</h2>
      <dl>
        {[...KEYS, ...more].map(([keys, words]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
