import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { light } from "../../viewer/client/spans.ts";
import type { DocumentView } from "../desk-view.ts";
import { readStamp } from "./api.ts";
import { isWriting, type Pointing } from "./hands.ts";
import { decorate, putDocument, putEarlier } from "./page.ts";

/** How often the studio is asked whether the document was saved again, in milliseconds. */
const EVERY = 1500;

/** Where documents are shown, outside of what is rendered. */
export interface Panes {
  readonly page: HTMLElement;
  readonly earlier: HTMLElement;
}

export function usePanes({ page, earlier }: Panes, view: DocumentView | undefined, isComparing: boolean): void {
  useLayoutEffect(() => {
    page.hidden = view === undefined;
    document.body.classList.toggle("alive", view !== undefined);
    if (view === undefined) return;
    putDocument(page, view);
    decorate(page, view);
  }, [view]);
  const was = isComparing ? (view?.earlier.html ?? undefined) : undefined;
  useLayoutEffect(() => {
    earlier.hidden = was === undefined;
    document.body.classList.toggle("comparing", was !== undefined);
    putEarlier(earlier, was ?? "", page);
  }, [was]);
  useEffect(() => {
    document.title = view === undefined ? "Tickmark studio" : `${view.evidence.title} · Tickmark studio`;
  }, [view]);
}

/** Asks every now and then whether what is shown is old; not while nobody looks, and not while something is being written. */
export function useStamp(
  view: DocumentView | undefined,
  isActing: () => boolean,
  again: () => Promise<void>,
  refused: (error: unknown) => void,
): void {
  const latest = useRef(again);
  latest.current = again;
  const id = view?.entry.id;
  const stamp = view?.stamp;
  useEffect(() => {
    if (id === undefined) return undefined;
    let isOver = false;
    let isAsking = false;
    let hasFailed = false;
    const ask = async (): Promise<void> => {
      const now = await readStamp(id);
      if (!isOver && !isActing() && now !== stamp) await latest.current();
      hasFailed = false;
    };
    const timer = setInterval(() => {
      if (document.hidden || isAsking || isActing()) return;
      isAsking = true;
      ask()
        .catch((error: unknown) => {
          // An editor that saves may take the file away for a moment: it is asked for again, and told of once.
          if (!isOver && !hasFailed) refused(error);
          hasFailed = true;
        })
        .finally(() => {
          isAsking = false;
        });
    }, EVERY);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [id, stamp]);
}

/** The whole window takes files. */
export function useDrop(openFiles: (files: readonly File[]) => Promise<void>): void {
  const latest = useRef(openFiles);
  latest.current = openFiles;
  // Before the page is shown, so that not even a file that is dropped at once is left to the browser, which would open it.
  useLayoutEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      document.body.classList.toggle("dragged", event.type === "dragover");
    };
    const drop = (event: DragEvent): void => {
      over(event);
      void latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
}

/** While a relation is put together, a figure that is clicked on is one of it. */
export function usePointing(
  page: HTMLElement,
  view: DocumentView | undefined,
  pointing: Pointing | undefined,
  point: (next: Pointing) => void,
): void {
  useEffect(() => light("picked", pointing?.figures ?? [], page), [pointing, page, view]);
  useEffect(() => {
    if (pointing === undefined) return undefined;
    const clicked = (event: MouseEvent): void => {
      const span = (event.target as Element).closest<HTMLElement>(".figure");
      if (span === null) return;
      event.stopPropagation();
      const id = span.id.replace(/-\d+$/, "");
      if (!pointing.figures.includes(id)) point({ ...pointing, figures: [...pointing.figures, id] });
    };
    page.addEventListener("click", clicked, { capture: true });
    return () => page.removeEventListener("click", clicked, { capture: true });
  }, [page, pointing, point]);
}

export function useKeys(keys: Readonly<Record<string, () => unknown>>): void {
  useLayoutEffect(() => {
    const typed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", typed);
    return () => document.removeEventListener("keydown", typed);
  });
}
