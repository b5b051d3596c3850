import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { light } from "../../viewer/client/spans.ts";
import { ThemeSwitch } from "../../viewer/client/theme.tsx";
import { Viewer } from "../../viewer/client/viewer.tsx";
import type { DeskView, DocumentView } from "../desk-view.ts";
import { dropDocument, fileAt, openExample, readDesk, readDocument, readStamp, Trouble } from "./api.ts";
import { DeskDialog } from "./desk-dialog.tsx";
import { Drafts } from "./drafts.tsx";
import { FigureActions, FindingActions } from "./figure-actions.tsx";
import { FirstLook } from "./first-look.tsx";
import { type Hands, isWriting, type Pointing } from "./hands.ts";
import { decorate, putDocument, putEarlier } from "./page.ts";

/** How often the studio is asked whether the document was saved again, in milliseconds. */
const EVERY = 1500;

/** How long what has been done is shown, in milliseconds. */
const STAYS = 8000;

interface Panes {
  readonly page: HTMLElement;
  readonly earlier: HTMLElement;
}

export function App({ page, earlier }: Panes) {
  const [desk, setDesk] = useState<DeskView>();
  const [view, setView] = useState<DocumentView>();
  const [said, say] = useState<{ readonly words: string; readonly isTrouble: boolean }>();
  const [isDeskOpen, setDeskOpen] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const [pointing, point] = useState<Pointing>();

  const refused = (error: unknown): void => {
    say({ words: error instanceof Error ? error.message : String(error), isTrouble: true });
  };
  const open = async (id: string): Promise<void> => {
    try {
      setView(await readDocument(id));
      setComparing(false);
      point(undefined);
      setDesk(await readDesk());
    } catch (error) {
      refused(error);
    }
  };
  const openFiles = async (files: readonly File[]): Promise<void> => {
    try {
      for (const file of files) {
        say({ words: `${file.name} is being checked.`, isTrouble: false });
        await open((await dropDocument(file)).id);
        say(undefined);
      }
    } catch (error) {
      refused(error);
    }
  };
  const act: Hands["act"] = async (what, words) => {
    try {
      setView(await what());
      say({ words, isTrouble: false });
      return true;
    } catch (error) {
      refused(error);
      if (error instanceof Trouble && error.code === "changed-meanwhile" && view !== undefined)
        setView(await readDocument(view.entry.id).catch(() => view));
      return false;
    }
  };
  const again = async (): Promise<void> => {
    if (view === undefined) return;
    const next = await readDocument(view.entry.id);
    setView(next);
    say({ words: changesIn(next), isTrouble: false });
  };

  useEffect(() => {
    readDesk()
      .then(async (first) => {
        setDesk(first);
        if (first.documents.length === 1) await open(first.documents[0]!.id);
      })
      .catch(refused);
  }, []);
  usePanes({ page, earlier }, view, isComparing);
  useStamp(view, again, refused);
  useDrop(openFiles);
  usePointing(page, pointing, point);
  useEffect(() => light("pointed", pointing?.figures ?? [], page), [pointing, page, view]);
  useKeys({
    d: () => setDeskOpen(true),
    b: () => document.getElementById("binder")?.click(),
    v: () => view?.evidence.report.since !== undefined && setComparing(!isComparing),
  });

  const told = <Told said={said} onClose={() => say(undefined)} />;
  if (desk === undefined) return told;
  if (view === undefined)
    return (
      <>
        <FirstLook
          documents={desk.documents}
          onOpen={(id) => void open(id)}
          onFiles={(files) => void openFiles(files)}
          onExample={(which) => void openExample(which).then(({ id }) => open(id), refused)}
        />
        {told}
      </>
    );
  const hands: Hands = { view, act, pointing, point };
  const head = <Head view={view} isComparing={isComparing} onDesk={() => setDeskOpen(true)} onCompare={setComparing} />;
  const { since } = view.evidence.report;
  return (
    <>
      {isComparing && since !== undefined ? (
        <>
          <header class="top">
            <div class="name">
              <p class="brand">Tickmark</p>
              <h1>{view.evidence.title}</h1>
            </div>
            {head}
            <div class="tools">
              <ThemeSwitch />
            </div>
          </header>
          <Drafts view={view} since={since} onClose={() => setComparing(false)} />
        </>
      ) : (
        <Viewer
          key={view.entry.id}
          evidence={view.evidence}
          page={page}
          head={head}
          keys={KEYS}
          actions={(figure) => <FigureActions key={figure.id} figure={figure} hands={hands} />}
          findingActions={(finding) => <FindingActions key={finding} finding={finding} hands={hands} />}
        />
      )}
      {isDeskOpen && (
        <DeskDialog
          hands={hands}
          documents={desk.documents}
          onOpen={(id) => void open(id)}
          onFiles={(files) => void openFiles(files)}
          onClose={() => setDeskOpen(false)}
        />
      )}
      {told}
    </>
  );
}

const KEYS = [
  ["a q c", "accept the figure, ask about it, comment on it"],
  ["w", "waive its finding"],
  ["r", "set a relation right by hand"],
  ["s", "sign off the figure"],
  ["v", "two drafts side by side"],
  ["d", "the desk: documents, marks, sign-offs"],
  ["b", "save the binder"],
] as const;

interface HeadProps {
  readonly view: DocumentView;
  readonly isComparing: boolean;
  readonly onDesk: () => void;
  readonly onCompare: (isComparing: boolean) => void;
}

function Head({ view, isComparing, onDesk, onCompare }: HeadProps) {
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

interface ToldProps {
  readonly said: { readonly words: string; readonly isTrouble: boolean } | undefined;
  readonly onClose: () => void;
}

/** What has just been done, or was refused. It is read out, and what was refused stays until it is closed. */
function Told({ said, onClose }: ToldProps) {
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

/** What a document that was saved again has brought. */
function changesIn({ evidence, signOffs, entry }: DocumentView): string {
  const { since } = evidence.report;
  const voids = signOffs.filter(({ kind }) => kind === "void").length;
  const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;
  const parts =
    since === undefined
      ? []
      : [
          `${several(since.figures.changed.length, "figure")} moved`,
          `${several(since.findings.new.length, "finding")} new`,
          `${since.findings.gone.length} gone`,
        ];
  if (voids > 0) parts.push(`${several(voids, "sign-off")} void`);
  return `${entry.name} was checked again${parts.length === 0 ? "" : `: ${parts.join(", ")}`}.`;
}

function usePanes({ page, earlier }: Panes, view: DocumentView | undefined, isComparing: boolean): void {
  const html = view?.html;
  useLayoutEffect(() => {
    page.hidden = html === undefined;
    document.body.classList.toggle("alive", html !== undefined);
    if (view !== undefined) putDocument(page, view);
  }, [html]);
  useLayoutEffect(() => {
    if (view !== undefined) decorate(page, view);
  }, [view]);
  const was = isComparing ? (view?.earlier.html ?? undefined) : undefined;
  useLayoutEffect(() => {
    earlier.hidden = was === undefined;
    document.body.classList.toggle("comparing", was !== undefined);
    putEarlier(earlier, was ?? "");
  }, [was]);
  useEffect(() => {
    document.title = view === undefined ? "Tickmark studio" : `${view.evidence.title} · Tickmark studio`;
  }, [view]);
}

/** Asks every now and then whether what is shown is old; not while nobody looks. */
function useStamp(view: DocumentView | undefined, again: () => Promise<void>, refused: (error: unknown) => void): void {
  const latest = useRef(again);
  latest.current = again;
  const id = view?.entry.id;
  const stamp = view?.stamp;
  useEffect(() => {
    if (id === undefined) return undefined;
    let isOver = false;
    const timer = setInterval(async () => {
      if (document.hidden || isOver) return;
      try {
        if ((await readStamp(id)) === stamp || isOver) return;
        isOver = true;
        await latest.current();
      } catch (error) {
        isOver = true;
        refused(error);
      }
    }, EVERY);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [id, stamp]);
}

/** The whole window takes files. */
function useDrop(openFiles: (files: readonly File[]) => Promise<void>): void {
  const latest = useRef(openFiles);
  latest.current = openFiles;
  useEffect(() => {
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
function usePointing(page: HTMLElement, pointing: Pointing | undefined, point: (next: Pointing) => void): void {
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

function useKeys(keys: Readonly<Record<string, () => unknown>>): void {
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
