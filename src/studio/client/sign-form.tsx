import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Signed } from "./api.ts";
import { keepName, knownName } from "./name.ts";

export interface SignFormProps {
  readonly title: string;
  /** What the words are called, and whether there must be some. */
  readonly words: string;
  readonly isNeeded: boolean;
  readonly act: string;
  readonly onDone: (signed: Signed) => Promise<boolean>;
  readonly onCancel: () => void;
  readonly children?: ComponentChildren;
}

/** Who decides, and why. It closes only where the studio has taken it, so that no words are lost. */
export function SignForm({ title, words, isNeeded, act, onDone, onCancel, children }: SignFormProps) {
  const id = useId();
  const [reason, setReason] = useState("");
  const [author, setAuthor] = useState(knownName);
  const [isBusy, setBusy] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const submit = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    keepName(author.trim());
    const isTaken = await onDone({ author, reason });
    setBusy(false);
    if (isTaken) onCancel();
  };
  return (
    <form
      class="decide"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onCancel();
        }
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <h3>{title}</h3>
      {children}
      <label for={`${id}-why`}>{isNeeded ? words : `${words} (may be left out)`}</label>
      <textarea
        id={`${id}-why`}
        ref={first}
        rows={3}
        maxLength={2000}
        required={isNeeded}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <label for={`${id}-who`}>Your name</label>
      <input
        id={`${id}-who`}
        type="text"
        maxLength={200}
        required
        autocomplete="name"
        value={author}
        onInput={(event) => setAuthor(event.currentTarget.value)}
      />
      <p class="row">
        <button type="submit" class="main" disabled={isBusy}>
          {isBusy ? `${act} \u2026` : act}
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}
