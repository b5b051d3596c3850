import { useLayoutEffect } from "preact/hooks";

export interface Keys {
  readonly step: (by: 1 | -1) => void;
  readonly stepFinding: (by: 1 | -1) => void;
  readonly back: () => void;
  readonly enter: () => void;
  readonly filters: () => void;
  readonly search: () => void;
  readonly help: () => void;
  /** The relation of this number, as they are listed, from 1. */
  readonly relation: (number: number) => void;
}

/** The keys and what they do, for the list that `?` shows. */
export const KEY_WORDS: readonly (readonly [string, string])[] = [
  ["n  j", "next figure"],
  ["p  k", "previous figure"],
  ["e", "next finding"],
  ["Shift e", "previous finding"],
  ["Enter", "from the figure to its proof"],
  ["1 … 9", "light up a relation"],
  ["f", "states and findings"],
  ["/", "find a number or words"],
  ["Esc", "back to the figure; let it go"],
  ["?", "these keys"],
];

const ACTS: Readonly<Record<string, (keys: Keys) => void>> = {
  n: ({ step }) => step(1),
  j: ({ step }) => step(1),
  p: ({ step }) => step(-1),
  k: ({ step }) => step(-1),
  e: ({ stepFinding }) => stepFinding(1),
  E: ({ stepFinding }) => stepFinding(-1),
  f: ({ filters }) => filters(),
  "/": ({ search }) => search(),
  "?": ({ help }) => help(),
  Escape: ({ back }) => back(),
};

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Listens to the keys of the whole page, but for fields that are being written in. */
export function useKeys(keys: Keys): void {
  // Before the next key can come: it must find what this one has chosen.
  useLayoutEffect(() => {
    const typed = (event: KeyboardEvent): void => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isIn(target, "input, textarea, select, [contenteditable], dialog")) return;
      const act =
        key === "Enter" && !isIn(target, "button, a, summary")
          ? (of: Keys) => of.enter()
          : /^[1-9]$/.test(key)
            ? (of: Keys) => of.relation(Number(key))
            : ACTS[key];
      if (act === undefined) return;
      event.preventDefault();
      act(keys);
    };
    document.addEventListener("keydown", typed);
    return () => document.removeEventListener("keydown", typed);
  });
}
