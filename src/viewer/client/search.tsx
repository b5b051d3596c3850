import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ReportFigure } from "../../tieout/report/report.ts";
import type { Choice } from "./choice.ts";
import { nameOf } from "./figure-words.ts";
import type { Indexed } from "./state.ts";
import {
  around,
  type Found,
  figureAt,
  figuresOfValue,
  gathering,
  paint,
  placesOf,
  rangeOf,
  type ShownText,
} from "./text-search.ts";

const MOST_FOUND = 1000;
const MOST_LISTED = 80;

type Result =
  | { readonly kind: "figure"; readonly figure: ReportFigure }
  | { readonly kind: "place"; readonly place: Found };

export interface Search {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly shown: ShownText | undefined;
  readonly results: readonly Result[];
  readonly at: number | undefined;
  readonly go: (at: number) => void;
}

/** The words of the page, gathered once they are asked for; undefined while they are not yet. */
function useShownText(index: Indexed, page: HTMLElement, isAsked: boolean): ShownText | undefined {
  const [gathered, keep] = useState<{ readonly of: Indexed; readonly shown: ShownText }>();
  const isKnown = gathered?.of === index;
  useLayoutEffect(() => {
    if (!isAsked || isKnown) return undefined;
    const work = gathering(page);
    let timer = 0;
    const goOn = (): void => {
      const { done, value } = work.next();
      if (done === true) keep({ of: index, shown: value });
      else timer = window.setTimeout(goOn);
    };
    goOn();
    return () => clearTimeout(timer);
  }, [isAsked, isKnown, index, page]);
  return isKnown && isAsked ? gathered.shown : undefined;
}

/** Looks for words and numbers in the document as it is shown. */
export function useSearch(index: Indexed, page: HTMLElement, choice: Choice): Search {
  const [words, setWords] = useState("");
  const [at, setAt] = useState<number>();
  const isAsked = words.trim() !== "";
  const shown = useShownText(index, page, isAsked);
  const results = useMemo<readonly Result[]>(() => {
    if (shown === undefined) return [];
    const figures = figuresOfValue(index.measurements, words);
    return [
      ...figures.map((figure) => ({ kind: "figure", figure }) as const),
      ...placesOf(shown, words, MOST_FOUND).map((place) => ({ kind: "place", place }) as const),
    ];
  }, [shown, words, index]);
  const ranges = useMemo(
    () => results.flatMap((r) => (r.kind === "place" && shown !== undefined ? [rangeOf(shown, r.place)] : [])),
    [results, shown],
  );
  useEffect(() => paint("found", ranges), [ranges]);
  const go = (next: number): void => {
    const result = results[next];
    if (result === undefined || shown === undefined) return;
    setAt(next);
    if (result.kind === "figure") {
      choice.go(result.figure.id, { keepsFocus: true });
      return;
    }
    const range = rangeOf(shown, result.place);
    paint("found-now", [range]);
    const id = figureAt(shown, result.place);
    if (id !== undefined) {
      choice.go(id, { keepsFocus: true });
      return;
    }
    range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
    const box = boxOf(range);
    const frame = page.getBoundingClientRect();
    page.scrollBy({ top: box.top - frame.top - frame.height / 2, behavior: "instant" });
  };
  const onWords = (next: string): void => {
    setWords(next);
    setAt(undefined);
    paint("found-now", []);
  };
  return { words, onWords, shown, results, at, go };
}

function boxOf({ startContainer, startOffset, endContainer, endOffset }: StaticRange): DOMRect {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.getBoundingClientRect();
}

export function SearchField({ search }: { readonly search: Search }) {
  const { words, onWords, results, at, go } = search;
  return (
    <search class="search">
      <label for="search" class="sr-only">
        Find a number or words
      </label>
      <input
        id="search"
        type="search"
        placeholder="Find a number or words"
        autocomplete="off"
        spellcheck={false}
        value={words}
        onInput={(event) => onWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && results.length > 0) {
            event.preventDefault();
            const by = event.shiftKey ? -1 : 1;
            go(((at ?? (by === 1 ? -1 : 0)) + by + results.length) % results.length);
          }
          if (event.key === "Escape") {
            onWords("");
            event.currentTarget.blur();
          }
        }}
      />
      {words === "" && (
        <span class="key" aria-hidden="true">
          <kbd>/</kbd>
        </span>
      )}
    </search>
  );
}

export function SearchResults({ search }: { readonly search: Search }) {
  const { shown, results, at, go } = search;
  const first = Math.max(0, Math.min((at ?? 0) - MOST_LISTED / 2, results.length - MOST_LISTED));
  const chosen = useRef<HTMLLIElement>(null);
  useEffect(() => chosen.current?.scrollIntoView({ block: "nearest" }), [at]);
  return (
    <section class="found" aria-label="Found">
      <h2 aria-live="polite">
        {shown === undefined ? "Looking …" : results.length === 0 ? "Nothing found" : "Found "}
        {results.length > 0 && (
          <span class="count">
            {at === undefined ? "" : `${at + 1} of `}
            {results.length === MOST_FOUND ? `${MOST_FOUND} and more` : results.length}
          </span>
        )}
      </h2>
      <ol start={first + 1}>
        {results.slice(first, first + MOST_LISTED).map((result, i) => {
          const place = first + i;
          return (
            <li key={place} ref={place === at ? chosen : null}>
              <button type="button" aria-current={place === at} onClick={() => go(place)}>
                {result.kind === "figure" ? (
                  <>
                    <mark>{result.figure.text}</mark> {nameOf(result.figure)}
                  </>
                ) : (
                  shown !== undefined && <Around shown={shown} place={result.place} />
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Around({ shown, place }: { readonly shown: ShownText; readonly place: Found }) {
  const [before, found, after] = around(shown, place);
  return (
    <>
      {before}
      <mark>{found}</mark>
      {after}
    </>
  );
}
