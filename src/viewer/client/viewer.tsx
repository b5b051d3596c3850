import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { ReportFigure } from "../../tieout/report/report.ts";
import type { Evidence } from "../evidence.ts";
import { DocumentMap } from "./document-map.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import { FindingCard } from "./finding-list.tsx";
import { Help } from "./help.tsx";
import { bringIntoView, light } from "./spans.ts";
import { type Indexed, indexed, STATE_WORDS, STATES, type State, targetOf } from "./state.ts";

export interface ViewerProps {
  readonly evidence: Evidence;
  /** The shown document, which stands beside what is rendered here and is never rendered anew. */
  readonly page: HTMLElement;
  /** What the review desk offers for the chosen figure and finding, and in its head. */
  readonly actions?: ((figure: ReportFigure) => ComponentChildren) | undefined;
  readonly findingActions?: ((finding: number) => ComponentChildren) | undefined;
  readonly head?: ComponentChildren;
  /** The keys that it takes beside the viewer's own, each with what it does. */
  readonly keys?: readonly (readonly [string, string])[] | undefined;
}

/** One release with its proofs. It takes the keyboard of the whole page, but for fields that are being written in. */
export function Viewer({ evidence, page, actions, findingActions, head, keys = [] }: ViewerProps) {
  const index = useMemo(() => indexed(evidence), [evidence]);
  const [chosen, choose] = useState<string>();
  const [finding, setFinding] = useState<number>();
  const [pinned, pin] = useState<number>();
  const [hovered, hover] = useState<number>();
  const lit = hovered ?? pinned;
  const [states, setStates] = useState<ReadonlySet<State>>(new Set(STATES));
  const [words, setWords] = useState("");
  const [isHelping, setHelping] = useState(false);
  const figure = chosen === undefined ? undefined : index.byId.get(chosen);

  const go = (id: string): void => {
    choose(id);
    pin(undefined);
    hover(undefined);
    setFinding((index.findingsOf.get(id) ?? [])[0] ?? passageOf(id));
    bringIntoView(id);
  };
  const goToFinding = (place: number): void => {
    go(targetOf(index, place));
    setFinding(place);
  };
  const letGo = (): void => {
    setHelping(false);
    choose(undefined);
    pin(undefined);
    hover(undefined);
  };
  const step = (by: 1 | -1): void => {
    const next = stepped(index, states, words, chosen, by);
    if (next !== undefined) go(next);
  };
  const stepFinding = (by: 1 | -1): void => {
    const { ranked } = index;
    if (ranked.length === 0) return;
    const at = finding === undefined ? (by === 1 ? -1 : 0) : ranked.indexOf(finding);
    const next = ranked[(at + by + ranked.length) % ranked.length]!;
    goToFinding(next);
  };
  useLayoutEffect(() => light("chosen", chosen === undefined ? [] : [chosen], page), [chosen, page]);
  useLayoutEffect(() => {
    light("operand", lit === undefined ? [] : evidence.report.relations[lit]!.figures, page);
  }, [lit, evidence, page]);
  useLayoutEffect(() => {
    page.dataset["states"] = STATES.filter((s) => states.has(s)).join(" ");
  }, [states, page]);
  // Before the next key can come: it must find what this one has chosen.
  useLayoutEffect(() => {
    const clicked = (event: MouseEvent): void => {
      const span = (event.target as Element).closest<HTMLElement>(".figure, .passage");
      if (span !== null) go(span.id.replace(/-\d+$/, ""));
    };
    const typed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const act = KEYS[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act({
        step,
        stepFinding,
        clear: letGo,
        help: () => setHelping(!isHelping),
      });
    };
    page.addEventListener("click", clicked);
    document.addEventListener("keydown", typed);
    return () => {
      page.removeEventListener("click", clicked);
      document.removeEventListener("keydown", typed);
    };
  });

  return (
    <>
      <header class="top">
        <div class="name">
          <p class="brand">Tickmark</p>
          <h1>{evidence.title}</h1>
        </div>
        {head}
        <button type="button" class="quiet" onClick={() => setHelping(!isHelping)} aria-expanded={isHelping}>
          Keys <kbd>?</kbd>
        </button>
      </header>
      <nav class="left" aria-label="States and findings">
        <Filters
          index={index}
          states={states}
          onStates={setStates}
          words={words}
          onWords={setWords}
          onEnter={() => step(1)}
        />
        <Findings index={index} finding={finding} onGo={goToFinding} actions={findingActions} />
      </nav>
      <DocumentMap index={index} states={states} chosen={chosen} onGo={go} />
      <aside class="right" aria-label="The chosen figure">
        <p class="stepper">
          <button type="button" onClick={() => step(-1)} aria-label="Previous figure">
            ←
          </button>
          <button type="button" onClick={() => step(1)} aria-label="Next figure">
            →
          </button>
          <button
            type="button"
            class="next-finding"
            onClick={() => stepFinding(1)}
            disabled={index.ranked.length === 0}
          >
            Next finding
          </button>
        </p>
        {figure === undefined ? (
          <Welcome index={index} />
        ) : (
          <FigurePanel index={index} figure={figure} lit={lit} pinned={pinned} onPin={pin} onHover={hover} onGo={go}>
            {actions?.(figure)}
          </FigurePanel>
        )}
      </aside>
      <p class="sr-only" role="status">
        {figure === undefined
          ? ""
          : `${figure.text}, ${figure.label ?? figure.kind}, ${figure.status === undefined ? "no measurement" : STATE_WORDS[figure.status].name}`}
      </p>
      {isHelping && <Help onClose={() => setHelping(false)} more={keys} />}
    </>
  );
}

const passageOf = (id: string): number | undefined => (/^p\d+$/.test(id) ? Number(id.slice(1)) - 1 : undefined);

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], dialog") !== null;

interface Acts {
  readonly step: (by: 1 | -1) => void;
  readonly stepFinding: (by: 1 | -1) => void;
  readonly clear: () => void;
  readonly help: () => void;
}

const KEYS: Readonly<Record<string, (acts: Acts) => void>> = {
  n: ({ step }) => step(1),
  j: ({ step }) => step(1),
  p: ({ step }) => step(-1),
  k: ({ step }) => step(-1),
  e: ({ stepFinding }) => stepFinding(1),
  E: ({ stepFinding }) => stepFinding(-1),
  "/": () => document.getElementById("search")?.focus(),
  "?": ({ help }) => help(),
  Escape: ({ clear }) => clear(),
};

/** The next measurement that the filters leave, going round at the ends. */
function stepped(
  index: Indexed,
  states: ReadonlySet<State>,
  words: string,
  chosen: string | undefined,
  by: 1 | -1,
): string | undefined {
  const { measurements } = index;
  const count = measurements.length;
  const wanted = words.trim().toLowerCase();
  const start = (chosen === undefined ? undefined : index.byId.get(chosen))?.start;
  const from = start === undefined ? (by === 1 ? 0 : count - 1) : firstBeyond(measurements, start, by);
  for (let n = 0; n < count; n++) {
    const figure = measurements[(((from + n * by) % count) + count) % count]!;
    const isMeant = wanted === "" || `${figure.text} ${figure.label ?? ""}`.toLowerCase().includes(wanted);
    if (isMeant && figure.status !== undefined && states.has(figure.status)) return figure.id;
  }
  return undefined;
}

function firstBeyond(figures: readonly ReportFigure[], start: number, by: 1 | -1): number {
  const next = by === 1 ? figures.findIndex((f) => f.start > start) : figures.findLastIndex((f) => f.start < start);
  return next >= 0 ? next : by === 1 ? 0 : figures.length - 1;
}

interface FiltersProps {
  readonly index: Indexed;
  readonly states: ReadonlySet<State>;
  readonly onStates: (states: ReadonlySet<State>) => void;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onEnter: () => void;
}

function Filters({ index, states, onStates, words, onWords, onEnter }: FiltersProps) {
  const { summary } = index.evidence.report;
  const toggle = (state: State): void => {
    const next = new Set(states);
    if (!next.delete(state)) next.add(state);
    onStates(next.size === 0 ? new Set(STATES) : next);
  };
  return (
    <section class="filters" aria-label="States">
      <ul>
        {STATES.map((state) => (
          <li key={state}>
            <button
              type="button"
              class={`filter ${state}`}
              aria-pressed={states.has(state)}
              onClick={() => toggle(state)}
            >
              <span aria-hidden="true">{STATE_WORDS[state].mark}</span> {STATE_WORDS[state].name}{" "}
              <b>{summary[state]}</b>
            </button>
          </li>
        ))}
      </ul>
      <label for="search" class="sr-only">
        Find a number or words
      </label>
      <input
        id="search"
        type="search"
        placeholder="Find a number or words  /"
        value={words}
        onInput={(event) => onWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onEnter();
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
    </section>
  );
}

interface FindingsProps {
  readonly index: Indexed;
  readonly finding: number | undefined;
  readonly onGo: (finding: number) => void;
  readonly actions: ((finding: number) => ComponentChildren) | undefined;
}

const MOST_LISTED = 200;

function Findings({ index, finding, onGo, actions }: FindingsProps) {
  const { ranked } = index;
  return (
    <section class="findings" aria-label="Findings">
      <h2>
        Findings <span class="count">{ranked.length}</span>
      </h2>
      {ranked.length === 0 && <p class="none">Nothing to act on.</p>}
      <ul>
        {ranked.slice(0, MOST_LISTED).map((i) => (
          <li key={i}>
            <FindingCard index={index} finding={i} isOpen={finding === i} onGo={() => onGo(i)}>
              {finding === i && actions?.(i)}
            </FindingCard>
          </li>
        ))}
      </ul>
      {ranked.length > MOST_LISTED && (
        <p class="none">{ranked.length - MOST_LISTED} more; the key e walks through all.</p>
      )}
    </section>
  );
}

function Welcome({ index }: { readonly index: Indexed }) {
  const { summary, sha256, path } = index.evidence.report;
  return (
    <div class="welcome">
      <p class="big">
        {summary.tied} <span>of {summary.measurements} measurements tie.</span>
      </p>
      <p>
        Choose a figure to see what it rests on. A tie proves that figures of the page can stand together, not that they
        are true.
      </p>
      <p class="why">
        {path}
        <br />
        SHA-256 {sha256?.slice(0, 16)}…
      </p>
    </div>
  );
}
