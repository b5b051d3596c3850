import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { ChangedFigure, NamedFigure, Since } from "../../tieout/since/changes.ts";
import { bringIntoView } from "../../viewer/client/spans.ts";
import { findingWords } from "../../viewer/client/state.ts";
import type { DocumentView } from "../desk-view.ts";
import { isWriting } from "./hands.ts";

interface DraftsProps {
  readonly view: DocumentView;
  readonly since: Since;
  readonly onClose: () => void;
}

/** The lines of a list that are shown before the rest is counted. */
const MOST_SHOWN = 300;

/** Two drafts side by side: what moved, and what that broke. */
export function Drafts({ view, since, onClose }: DraftsProps) {
  const [chosen, choose] = useState<string>();
  const { changed, added, removed, same } = since.figures;
  const go = (figure: NamedFigure | ChangedFigure): void => {
    const isGone = removed.includes(figure);
    choose(isGone ? undefined : figure.id);
    const was = isGone ? figure.id : "was" in figure ? figure.was.id : undefined;
    lightPair(isGone ? undefined : figure.id, was);
  };
  // After the earlier draft has been put into its pane.
  useEffect(() => {
    lightMoved(since);
    return () => lightPair(undefined, undefined);
  }, [since]);
  useLayoutEffect(() => {
    const typed = (event: KeyboardEvent): void => {
      if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") {
        onClose();
        return;
      }
      const by = event.key === "n" || event.key === "j" ? 1 : event.key === "p" || event.key === "k" ? -1 : 0;
      if (by === 0 || changed.length === 0) return;
      const at = changed.findIndex(({ id }) => id === chosen);
      go(changed[(at + by + changed.length) % changed.length] ?? changed[0]!);
    };
    document.addEventListener("keydown", typed);
    return () => document.removeEventListener("keydown", typed);
  });
  const grave = since.findings.new.filter(isGrave);
  const broken = new Set(grave.flatMap(({ figures }) => figures));
  return (
    <aside class="right drafts" aria-label="What has changed">
      <p class="row">
        <button type="button" onClick={onClose}>
          Back to the review <kbd>Esc</kbd>
        </button>
      </p>
      <p class="why">
        The earlier draft: {earlierWords(view)}. The later one: {view.entry.name} as it is. {same} figures stand as they
        did.
      </p>
      {since.refused !== undefined && <p class="trouble">The earlier draft cannot be read. {since.refused.message}</p>}
      <h2>
        Moved <span class="count">{changed.length}</span>
      </h2>
      <ul class="moved">
        {changed.slice(0, MOST_SHOWN).map((figure) => (
          <li key={figure.id}>
            <button type="button" class="line" aria-pressed={figure.id === chosen} onClick={() => go(figure)}>
              <span class="was">{figure.was.print}</span> <span aria-hidden="true">→</span> <b>{figure.print}</b>
              <span class="why"> {wordsOf(figure)}</span>
              {broken.has(figure.id) && <span class="trouble"> in a new finding</span>}
            </button>
          </li>
        ))}
      </ul>
      <Findings title="What it broke" list={grave} isNew />
      <Findings title="What it mended" list={since.findings.gone.filter(isGrave)} isNew={false} />
      <SignOffsVoid view={view} />
      <Findings title="Also new" list={since.findings.new.filter((one) => !isGrave(one))} isNew />
      <Figures title="New figures" list={added} onGo={go} />
      <Figures title="Gone" list={removed} onGo={go} />
      <Sentences since={since} />
    </aside>
  );
}

/** What a figure can be blamed for: a note is no break, and a mark that is void is told of with the marks. */
const isGrave = ({ severity, code }: Since["findings"]["new"][number]): boolean =>
  severity !== "note" && !code.startsWith("mark-");

const earlierWords = ({ earlier, entry }: DocumentView): string =>
  earlier.choices.find(({ id }) => id === earlier.chosen)?.words ?? entry.name;

const wordsOf = ({ label, column, sentence }: NamedFigure): string =>
  [label, column, sentence].filter((word) => word !== undefined && word !== "").join(", ");

interface SectionProps {
  readonly title: string;
  readonly count: number;
  readonly children: ComponentChildren;
}

/** A list under its title with how many there are; nothing where there are none. */
function Section({ title, count, children }: SectionProps) {
  if (count === 0) return null;
  return (
    <>
      <h2>
        {title} <span class="count">{count}</span>
      </h2>
      <ul class="moved">{children}</ul>
    </>
  );
}

interface FindingsProps {
  readonly title: string;
  readonly list: Since["findings"]["new"];
  readonly isNew: boolean;
}

function Findings({ title, list, isNew }: FindingsProps) {
  return (
    <Section title={title} count={list.length}>
      {list.slice(0, MOST_SHOWN).map(({ code, severity, message, figures }) => (
        <li key={`${code} ${figures.join(" ")} ${message}`} class={`finding ${severity}`}>
          <button
            type="button"
            class="line"
            disabled={figures[0] === undefined}
            onClick={() => (isNew ? lightPair(figures[0], undefined) : lightPair(undefined, figures[0]))}
          >
            <span class="code">
              {severity} · {findingWords({ code })}
            </span>
            <span class="message">{message}</span>
          </button>
        </li>
      ))}
    </Section>
  );
}

function SignOffsVoid({ view }: { readonly view: DocumentView }) {
  const voids = view.signOffs.filter(({ kind }) => kind === "void");
  return (
    <Section title="Sign-offs it made void" count={voids.length}>
      {voids.map(({ n, by, words, why }) => (
        <li key={n}>
          <b>{words === "" ? "The whole document" : words}</b> <span class="why">{by}</span>
          <p class="trouble">{why}</p>
        </li>
      ))}
    </Section>
  );
}

interface FiguresProps {
  readonly title: string;
  readonly list: readonly NamedFigure[];
  readonly onGo: (figure: NamedFigure) => void;
}

function Figures({ title, list, onGo }: FiguresProps) {
  return (
    <Section title={title} count={list.length}>
      {list.slice(0, MOST_SHOWN).map((figure) => (
        <li key={figure.id}>
          <button type="button" class="line" onClick={() => onGo(figure)}>
            <b>{figure.print}</b> <span class="why">{wordsOf(figure)}</span>
          </button>
        </li>
      ))}
    </Section>
  );
}

function Sentences({ since }: { readonly since: Since }) {
  const { sentences, labels } = since;
  const lines = [
    ...[...sentences.changed, ...labels.changed].map(({ was, text }) => [was, text] as const),
    ...[...sentences.added, ...labels.added].map(({ text }) => ["", text] as const),
    ...[...sentences.removed, ...labels.removed].map(({ text }) => [text, ""] as const),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <h2>
        Words <span class="count">{lines.length}</span>
      </h2>
      <ul class="moved words">
        {lines.slice(0, MOST_SHOWN).map(([was, is]) => (
          <li key={`${was}\n${is}`}>
            {was !== "" && <p class="was">{was}</p>}
            {is !== "" && <p>{is}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Marks every figure that moved, came or went, in both drafts. */
function lightMoved({ figures }: Since): void {
  for (const name of ["operand", "result"])
    for (const span of document.querySelectorAll(`.figure.${name}`)) span.classList.remove(name);
  for (const span of document.querySelectorAll(".figure.moved")) span.classList.remove("moved");
  const ids = [
    ...figures.changed.flatMap(({ id, was }) => [id, `was-${was.id}`]),
    ...figures.added.map(({ id }) => id),
    ...figures.removed.map(({ id }) => `was-${id}`),
  ];
  for (const id of ids) document.getElementById(id)?.classList.add("moved");
}

/** Brings a figure of the later draft and one of the earlier into sight, each in its own pane. */
function lightPair(now: string | undefined, was: string | undefined): void {
  for (const span of document.querySelectorAll(".figure.chosen")) span.classList.remove("chosen");
  for (const id of [now, was === undefined ? undefined : `was-${was}`]) {
    if (id === undefined) continue;
    document.getElementById(id)?.classList.add("chosen");
    bringIntoView(id);
  }
}
