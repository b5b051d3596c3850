import { useState } from "preact/hooks";
import { ThemeSwitch } from "../../viewer/client/theme.tsx";
import { Viewer } from "../../viewer/client/viewer.tsx";
import { DeskDialog } from "./desk-dialog.tsx";
import { useDesk } from "./desk-state.ts";
import { Drafts } from "./drafts.tsx";
import { FigureActions, FindingActions } from "./figure-actions.tsx";
import { FirstLook } from "./first-look.tsx";
import type { Hands, Pointing } from "./hands.ts";
import { Head, Told } from "./head.tsx";
import { type Panes, useDrop, useKeys, usePanes, usePointing, useStamp } from "./page-hooks.ts";

const KEYS = [
  ["a q c", "accept the figure, ask about it, comment on it"],
  ["w", "waive its finding"],
  ["r", "set a relation right by hand"],
  ["s", "sign off the figure"],
  ["v", "two drafts side by side"],
  ["d", "the desk: documents, marks, sign-offs"],
  ["b", "save the binder"],
] as const;

/** The review desk: nothing on it, one document with its proofs, or two drafts of it. */
export function App({ page, earlier }: Panes) {
  const [isDeskOpen, setDeskOpen] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const [pointing, point] = useState<Pointing>();
  const state = useDesk(() => {
    setComparing(false);
    point(undefined);
  });
  const { desk, view, act, open, openFiles } = state;
  const since = view?.evidence.report.since;
  usePanes({ page, earlier }, view, isComparing);
  useStamp(view, state.isActing, state.again, state.refused);
  useDrop(openFiles);
  usePointing(page, view, pointing, point);
  useKeys({
    d: () => setDeskOpen(view !== undefined),
    b: () => document.getElementById("binder")?.click(),
    v: () => setComparing(since !== undefined && !isComparing),
  });
  const told = <Told said={state.said} onClose={state.silence} />;
  if (desk === undefined) return told;
  if (view === undefined)
    return (
      <>
        <FirstLook documents={desk.documents} onOpen={open} onFiles={openFiles} onExample={state.openExample} />
        {told}
      </>
    );
  const hands: Hands = { view, act, pointing, point };
  const head = <Head view={view} isComparing={isComparing} onDesk={() => setDeskOpen(true)} onCompare={setComparing} />;
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
          findingActions={(finding, isChosen) => (
            <FindingActions key={finding} finding={finding} isChosen={isChosen} hands={hands} />
          )}
        />
      )}
      {isDeskOpen && (
        <DeskDialog
          hands={hands}
          documents={desk.documents}
          onOpen={open}
          onFiles={openFiles}
          onClose={() => setDeskOpen(false)}
        />
      )}
      {told}
    </>
  );
}
