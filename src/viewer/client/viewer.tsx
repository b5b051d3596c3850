import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ReportFigure } from "../../tieout/report/report.ts";
import type { Evidence } from "../evidence.ts";
import { STATE_WORDS, STATES } from "../state-words.ts";
import { type Choice, NO_FILTERS, useChoice } from "./choice.ts";
import { DocumentMap } from "./document-map.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import { spoken } from "./figure-words.ts";
import { FindingList } from "./finding-list.tsx";
import { Help } from "./help.tsx";
import { useKeys } from "./keyboard.ts";
import { layOut } from "./lay-out.ts";
import { PassagePanel } from "./passage-panel.tsx";
import { relationsOf } from "./relation-list.tsx";
import { SearchField, SearchResults, useSearch } from "./search.tsx";
import { focusOn, idAt } from "./spans.ts";
import { findingWords, type Indexed, indexed, toggled, WEIGHTS } from "./state.ts";
import { States } from "./states.tsx";
import { ThemeSwitch } from "./theme.tsx";
import { Welcome } from "./welcome.tsx";

export interface ViewerProps {
  readonly evidence: Evidence;
  /** The shown document, which stands beside what is rendered here and is never rendered anew. */
  readonly page: HTMLElement;
  /** What the review desk offers for the chosen figure and finding, and in its head. */
  readonly actions?: ((figure: ReportFigure) => ComponentChildren) | undefined;
  readonly findingActions?: ((finding: number, isChosen: boolean) => ComponentChildren) | undefined;
  readonly head?: ComponentChildren;
  /** The keys that it takes beside the viewer's own, each with what it does. */
  readonly keys?: readonly (readonly [string, string])[] | undefined;
}

/** Where the two panes beside the page share one place, the one that is in front. */
type Tab = "figure" | "findings";

/** One release with its proofs. It takes the keyboard of the whole page, but for fields that are being written in. */
export function Viewer({ evidence, page, actions, findingActions, head, keys = [] }: ViewerProps) {
  const index = useMemo(() => indexed(evidence), [evidence]);
  const [filters, setFilters] = useState(NO_FILTERS);
  const [tab, setTab] = useState<Tab>("figure");
  const [isFolded, fold] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const show = (next: Tab): void => {
    setTab(next);
    fold(false);
  };
  const focusSoon = useFocus();
  const choice = useChoice(index, page, filters, () => show("figure"));
  const search = useSearch(index, page, choice);
  const { states, weights } = filters;
  const figure = choice.id === undefined ? undefined : index.byId.get(choice.id);
  usePage(page, evidence, filters, choice);
  useKeys({
    ...choice,
    back: () => (isInPanes() && choice.id !== undefined ? focusOn(choice.id) : choice.letGo()),
    enter: () => document.getElementById("chosen-name")?.focus(),
    filters: () => {
      show("findings");
      focusSoon(".left .filter");
    },
    search: () => {
      show("findings");
      focusSoon("#search");
    },
    help: () => setHelping(!isHelping),
    relation: (number) => {
      const place = figure === undefined ? undefined : relationsOf(index, figure.id)[number - 1];
      if (place !== undefined) choice.pin(choice.pinned === place ? undefined : place);
    },
  });
  const front = (name: Tab): string => `${name === tab ? "" : " behind"}${isFolded ? " folded" : ""}`;
  const findings = useMemo(
    () => (
      <FindingList
        index={index}
        finding={choice.finding}
        weights={weights}
        onWeight={(weight) => setFilters({ states, weights: toggled(weights, WEIGHTS, weight) })}
        onGo={choice.goToFinding}
      />
    ),
    [index, choice.finding, filters],
  );
  return (
    <>
      <Head title={evidence.title} onHelp={() => setHelping(true)}>
        {head}
      </Head>
      <Tabs
        index={index}
        figure={figure}
        finding={choice.finding}
        tab={tab}
        isFolded={isFolded}
        onShow={show}
        onFold={() => fold(!isFolded)}
      />
      <nav class={`left${front("findings")}`} aria-label="States and findings">
        <SearchField search={search} />
        {search.words.trim() !== "" ? (
          <SearchResults search={search} />
        ) : (
          <>
            <States
              index={index}
              states={states}
              onState={(state) => setFilters({ states: toggled(states, STATES, state), weights })}
            />
            {findings}
          </>
        )}
      </nav>
      <DocumentMap index={index} page={page} states={states} chosen={choice.id} onGo={choice.go} />
      <aside class={`right${front("figure")}`} aria-label="The chosen figure">
        <Stepper index={index} figure={figure} choice={choice} />
        {figure !== undefined ? (
          <FigurePanel key={figure.id} index={index} figure={figure} choice={choice}>
            {actions?.(figure)}
          </FigurePanel>
        ) : choice.finding !== undefined ? (
          <PassagePanel
            key={choice.finding}
            index={index}
            finding={choice.finding}
            onGo={choice.go}
            actions={findingActions}
          />
        ) : (
          <Welcome index={index} />
        )}
      </aside>
      <p class="sr-only" role="status">
        {told(index, choice, figure)}
      </p>
      {isHelping && <Help onClose={() => setHelping(false)} more={keys} />}
    </>
  );
}

const isInPanes = (): boolean => document.activeElement?.closest(".left, .right") !== null;

/** Focuses an element once the rendering has brought it into sight, and before the next key comes. */
function useFocus(): (selector: string) => void {
  const wanted = useRef<string | undefined>(undefined);
  const [, ask] = useState(0);
  useLayoutEffect(() => {
    if (wanted.current !== undefined) document.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = undefined;
  });
  return (selector) => {
    wanted.current = selector;
    ask((n) => n + 1);
  };
}

function told(index: Indexed, { id, finding }: Choice, figure: ReportFigure | undefined): string {
  if (figure !== undefined) return spoken(figure, (index.findingsOf.get(figure.id) ?? []).length);
  return id === undefined || finding === undefined ? "" : index.evidence.report.findings[finding]!.message;
}

/** What of the filters and the choice stands on the page itself, and what the page tells of the pointer. */
function usePage(
  page: HTMLElement,
  evidence: Evidence,
  { states }: { readonly states: ReadonlySet<string> },
  { go }: Choice,
): void {
  useEffect(() => {
    page.dataset["off"] = STATES.filter((s) => !states.has(s)).join(" ");
  }, [states, page]);
  useEffect(() => {
    layOut(page);
    for (const [i, { severity, waived, start, end }] of evidence.report.findings.entries()) {
      const target = document.getElementById(evidence.findings[i]!.target ?? "");
      const isFigure = target?.classList.contains("figure") === true;
      if (isFigure && waived === null && end > start && target.dataset["found"] !== "error")
        target.dataset["found"] = severity;
    }
  }, [evidence, page]);
  useLayoutEffect(() => {
    const clicked = (event: MouseEvent): void => {
      // Words that are being selected are not a choice.
      if (getSelection()?.isCollapsed === false) return;
      const id = idAt(event.target as Element);
      if (id !== undefined) go(id);
    };
    page.addEventListener("click", clicked);
    return () => page.removeEventListener("click", clicked);
  });
}

interface HeadProps {
  readonly title: string;
  readonly onHelp: () => void;
  readonly children?: ComponentChildren;
}

function Head({ title, onHelp, children }: HeadProps) {
  return (
    <header class="top">
      <div class="name">
        <p class="brand">Tickmark</p>
        <h1>{title}</h1>
      </div>
      {children}
      <div class="tools">
        <ThemeSwitch />
        <button type="button" class="icon" aria-label="Keys and marks" title="Keys and marks" onClick={onHelp}>
          ?
        </button>
      </div>
    </header>
  );
}

interface TabsProps {
  readonly index: Indexed;
  readonly figure: ReportFigure | undefined;
  readonly finding: number | undefined;
  readonly tab: Tab;
  readonly isFolded: boolean;
  readonly onShow: (tab: Tab) => void;
  readonly onFold: () => void;
}

/** Only where the panes share one place. The first names what is chosen, so that it can be read while the sheet is folded. */
function Tabs({ index, figure, finding, tab, isFolded, onShow, onFold }: TabsProps) {
  const state = figure?.status === undefined ? undefined : STATE_WORDS[figure.status];
  return (
    <nav class="tabs" aria-label="Beside the document">
      <button type="button" aria-pressed={tab === "figure"} onClick={() => onShow("figure")}>
        {figure === undefined ? (
          finding === undefined ? (
            "Summary"
          ) : (
            <b>{findingWords(index.evidence.report.findings[finding]!)}</b>
          )
        ) : (
          <>
            <b>{figure.text}</b>
            {state !== undefined && (
              <span class={`state ${figure.status}`}>
                <span aria-hidden="true">{state.mark}</span> {state.name}
              </span>
            )}
          </>
        )}
      </button>
      <button type="button" aria-pressed={tab === "findings"} onClick={() => onShow("findings")}>
        Findings <span class="count">{index.ranked.length}</span>
      </button>
      <button
        type="button"
        class="icon fold"
        aria-expanded={!isFolded}
        aria-label={isFolded ? "Unfold the sheet" : "Fold the sheet"}
        onClick={onFold}
      >
        {isFolded ? "⌃" : "⌄"}
      </button>
    </nav>
  );
}

interface StepperProps {
  readonly index: Indexed;
  readonly figure: ReportFigure | undefined;
  readonly choice: Choice;
}

function Stepper({ index, figure, choice }: StepperProps) {
  const rank = figure === undefined ? undefined : index.rankOf.get(figure.id);
  return (
    <p class="stepper">
      <button type="button" class="icon" onClick={() => choice.step(-1)} aria-label="Previous figure" title="p">
        ←
      </button>
      <button type="button" class="icon" onClick={() => choice.step(1)} aria-label="Next figure" title="n">
        →
      </button>
      <span class="place">
        {rank === undefined ? `${index.measurements.length} in all` : `${rank + 1} of ${index.measurements.length}`}
      </span>
      <button
        type="button"
        class="next-finding"
        onClick={() => choice.stepFinding(1)}
        disabled={index.ranked.length === 0}
      >
        Next finding{" "}
        <span aria-hidden="true">
          <kbd>e</kbd>
        </span>
      </button>
    </p>
  );
}
