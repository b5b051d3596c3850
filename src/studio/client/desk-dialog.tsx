import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { several } from "../../text/several.ts";
import type { DeskEntry } from "../desk-view.ts";
import { fileAt, layBeside, sign } from "./api.ts";
import { Mark, SignOff } from "./decisions.tsx";
import { DocumentList, FilePick } from "./first-look.tsx";
import type { Hands } from "./hands.ts";
import { SignForm } from "./sign-form.tsx";

/** So many figures are signed at once. */
const MOST_SIGNED = 2000;

interface DeskDialogProps {
  readonly hands: Hands;
  readonly documents: readonly DeskEntry[];
  readonly onOpen: (id: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onClose: () => void;
}

/** All that is on the desk: the documents, what has been decided about the one that is open, and the files of it. */
export function DeskDialog({ hands, documents, onOpen, onFiles, onClose }: DeskDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog ref={dialog} class="desk" aria-labelledby="desk-title" onClose={onClose}>
      <header class="row">
        <h2 id="desk-title">The desk</h2>
        <button type="button" onClick={close}>
          Close
        </button>
      </header>
      <section aria-labelledby="desk-documents">
        <h3 id="desk-documents">Documents</h3>
        <DocumentList
          documents={documents}
          open={hands.view.entry.id}
          onOpen={(id) => {
            onOpen(id);
            close();
          }}
        />
        <FilePick
          onFiles={(files) => {
            onFiles(files);
            close();
          }}
        />
      </section>
      <Earlier hands={hands} />
      <Marks hands={hands} />
      <SignOffs hands={hands} />
      <section aria-labelledby="desk-files">
        <h3 id="desk-files">Files</h3>
        <p class="row">
          <a class="button" href={fileAt(hands.view, "binder.html")} download>
            The binder
          </a>
          <a class="button" href={fileAt(hands.view, "marks.yaml")} download>
            marks.yaml
          </a>
          <a class="button" href={fileAt(hands.view, "signoffs.jsonl")} download>
            signoffs.jsonl
          </a>
        </p>
        {hands.view.entry.path === null && (
          <p class="why">
            This document was opened in the browser: what you decide is gone when the studio stops, unless you save
            these.
          </p>
        )}
      </section>
    </dialog>
  );
}

function Earlier({ hands }: { readonly hands: Hands }) {
  const { view, act } = hands;
  const { choices, chosen } = view.earlier;
  if (choices.length === 0) return null;
  return (
    <section aria-labelledby="desk-earlier">
      <h3 id="desk-earlier">Earlier draft</h3>
      <label for="earlier-draft">Laid beside</label>
      <select
        id="earlier-draft"
        value={chosen ?? ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          void act(() => layBeside(view, value === "" ? null : value), "The drafts are compared.");
        }}
      >
        <option value="">none</option>
        {choices.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </section>
  );
}

function Marks({ hands }: { readonly hands: Hands }) {
  const { marks, markTroubles } = hands.view;
  return (
    <section aria-labelledby="desk-marks">
      <h3 id="desk-marks">
        Marks <span class="count">{marks.length}</span>
      </h3>
      {markTroubles.map(({ line, column, message, remedy }) => (
        <p key={`${line} ${column}`} class="trouble">
          Line {line} of marks.yaml: {message} {remedy}
        </p>
      ))}
      {marks.length === 0 && <p class="none">Nothing is marked yet.</p>}
      <ul class="decided">
        {marks.map((one) => (
          <Mark key={one.line} one={one} hands={hands} />
        ))}
      </ul>
    </section>
  );
}

function SignOffs({ hands }: { readonly hands: Hands }) {
  const { view, act } = hands;
  const { signOffs, chain } = view;
  const [what, setWhat] = useState<"document" | "tied">();
  const signed = new Set(signOffs.filter((one) => one.kind === "in-force").map((one) => one.figure));
  const tied = view.evidence.report.figures
    .filter(({ status, id }) => status === "tied" && !signed.has(id))
    .map(({ id }) => id)
    .slice(0, MOST_SIGNED);
  return (
    <section aria-labelledby="desk-signoffs">
      <h3 id="desk-signoffs">
        Sign-offs <span class="count">{signOffs.length}</span>
      </h3>
      {chain.break === null ? (
        <p class="why">
          {chain.lines === 0
            ? "The chain begins with the first."
            : `The chain is whole over ${several(chain.lines, "line")}; the last has the hash ${chain.last.slice(0, 16)}…`}
        </p>
      ) : (
        <p class="trouble" role="alert">
          The chain is broken at line {chain.break.line} of signoffs.jsonl: {chain.break.why} Nothing from there on is
          relied on.
        </p>
      )}
      {what === undefined ? (
        <p class="row">
          <button type="button" onClick={() => setWhat("document")}>
            Sign the document
          </button>
          <button type="button" disabled={tied.length === 0} onClick={() => setWhat("tied")}>
            Sign all that is tied and unsigned ({tied.length})
          </button>
        </p>
      ) : (
        <SignForm
          title={what === "document" ? `Sign off ${view.entry.name}` : `Sign off ${tied.length} tied figures`}
          words="What was done"
          isNeeded={false}
          act="Sign off"
          onCancel={() => setWhat(undefined)}
          onDone={(by) =>
            act(
              () => sign(view, what === "document" ? "document" : tied, by),
              what === "document" ? "The document is signed off." : `${tied.length} figures are signed off.`,
            )
          }
        />
      )}
      <ul class="decided">
        {signOffs.map((one) => (
          <SignOff key={one.n} one={one} hands={hands} />
        ))}
      </ul>
    </section>
  );
}
