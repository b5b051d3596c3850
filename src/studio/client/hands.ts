import type { AddedForm } from "../../tieout/marks/mark.ts";
import type { DocumentView } from "../desk-view.ts";

/** A relation that is being put together: its figures in the order they were pointed at, the result last. */
export interface Pointing {
  readonly form: AddedForm;
  readonly figures: readonly string[];
  readonly minus: readonly string[];
}

/** What every part of the desk works with: the document that is open, and the ways to change what is decided about it. */
export interface Hands {
  readonly view: DocumentView;
  /** Carries out an act and shows the document as it is afterwards; false where the studio refused, which is then said. */
  readonly act: (what: () => Promise<DocumentView>, said: string) => Promise<boolean>;
  /** A relation that is being put together by pointing at figures. */
  readonly pointing: Pointing | undefined;
  readonly point: (next: Pointing | undefined) => void;
}

/** Whether a key was typed into a field. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;
