import { useEffect } from "preact/hooks";
import type { DocumentView } from "../desk-view.ts";
import { fileAt } from "./api.ts";
import type { Said } from "./desk-state.ts";

interface HeadProps {
  readonly view: DocumentView;
  readonly isComparing: boolean;
  readonly onDesk: () => void;
  readonly onCompare: (isComparing: boolean) => void;
}

export function Head({ view, isComparing, onDesk, onCompare }: HeadProps) {
  const { evidence, chain } = view;
  return (
    <div class="row head">
      {chain.break !== null && <span class="trouble">chain of sign-offs broken at line {chain.break.line}</span>}
      {evidence.report.since !== undefined && (
        <button type="button" aria-pressed={isComparing} onClick={() => onCompare(!isComparing)}>
          Two drafts <kbd>v</kbd>
        </button>
      )}
      <button type="button" onClick={onDesk}>
        Desk <kbd>d</kbd>
      </button>
      <a class="button" id="binder" href={fileAt(view, "binder.html")} download>
        Binder <kbd>b</kbd>
      </a>
    </div>
  );
}

/** How long what has been done is shown, in milliseconds. */
const STAYS = 8000;

interface ToldProps {
  readonly said: Said | undefined;
  readonly onClose: () => void;
}

/** What has just been done, or was refused. It is read out, and what was refused stays until it is closed. */
export function Told({ said, onClose }: ToldProps) {
  useEffect(() => {
    if (said === undefined || said.isTrouble) return undefined;
    const timer = setTimeout(onClose, STAYS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class="told" role={said?.isTrouble === true ? "alert" : "status"}>
      {said !== undefined && (
        <p class={said.isTrouble ? "trouble" : ""}>
          {said.words}{" "}
          <button type="button" class="small" onClick={onClose} aria-label="Close this message">
            ✕
          </button>
        </p>
      )}
    </div>
  );
}
