import { useRef } from "preact/hooks";
import { ThemeSwitch } from "../../viewer/client/theme.tsx";
import type { DeskEntry } from "../desk-view.ts";

interface FirstLookProps {
  readonly documents: readonly DeskEntry[];
  readonly onOpen: (id: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onExample: (which: "release" | "draft") => void;
}

/** The desk before a document is open: what it is for, and the ways to begin. */
export function FirstLook({ documents, onOpen, onFiles, onExample }: FirstLookProps) {
  return (
    <main class="first">
      <p class="row">
        <span class="brand">Tickmark studio</span>
        <ThemeSwitch />
      </p>
      <h1>Review a release, figure by figure</h1>
      <p class="lead">
        The studio reads an earnings release and says of every printed figure whether the rest of the page proves it,
        refutes it, or never reaches it. Walk through the findings, see what each figure rests on, and decide: accept,
        question, waive, sign off. Nothing leaves this machine.
      </p>
      {documents.length > 0 && (
        <section aria-labelledby="on-desk">
          <h2 id="on-desk">On the desk</h2>
          <DocumentList documents={documents} open={undefined} onOpen={onOpen} />
        </section>
      )}
      <FilePick onFiles={onFiles} />
      <p>
        No release at hand?{" "}
        <button type="button" onClick={() => onExample("release")}>
          Open the example
        </button>{" "}
        <button type="button" onClick={() => onExample("draft")}>
          Open its draft, with a mistake to find
        </button>
      </p>
    </main>
  );
}

interface DocumentListProps {
  readonly documents: readonly DeskEntry[];
  readonly open: string | undefined;
  readonly onOpen: (id: string) => void;
}

export function DocumentList({ documents, open, onOpen }: DocumentListProps) {
  return (
    <ul class="documents">
      {documents.map(({ id, name, path }) => (
        <li key={id}>
          <button type="button" class="line" aria-current={id === open ? "true" : undefined} onClick={() => onOpen(id)}>
            <b>{name}</b> <span class="why">{path ?? "opened here; kept in memory"}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Takes files from the disk; dropped ones the whole window takes. */
export function FilePick({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="drop">
      <p>Drop releases here: web pages, inline XBRL, text or Markdown.</p>
      <button type="button" class="main" onClick={() => input.current?.click()}>
        Choose files
      </button>
      <input
        ref={input}
        id="files"
        type="file"
        multiple
        hidden
        accept=".htm,.html,.xhtml,.txt,.md"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
