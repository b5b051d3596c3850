import { useEffect, useRef, useState } from "preact/hooks";
import { several } from "../../text/several.ts";
import type { DeskView, DocumentView } from "../desk-view.ts";
import { dropDocument, openExample, readDesk, readDocument, Trouble } from "./api.ts";
import type { Hands } from "./hands.ts";

/** What has just been done, or was refused. */
export interface Said {
  readonly words: string;
  readonly isTrouble: boolean;
}

/** The desk as it is, and the ways to change what lies on it. */
export interface DeskState {
  readonly desk: DeskView | undefined;
  readonly view: DocumentView | undefined;
  readonly said: Said | undefined;
  readonly silence: () => void;
  readonly refused: (error: unknown) => void;
  readonly open: (id: string) => Promise<void>;
  readonly openFiles: (files: readonly File[]) => Promise<void>;
  readonly openExample: (which: "release" | "draft") => Promise<void>;
  readonly act: Hands["act"];
  /** Whether something is being written. */
  readonly isActing: () => boolean;
  /** Shows the document as it is now, and says what that has brought. */
  readonly again: () => Promise<void>;
}

export function useDesk(onOpen: () => void): DeskState {
  const [desk, setDesk] = useState<DeskView>();
  const [view, setView] = useState<DocumentView>();
  const [said, say] = useState<Said>();
  const acting = useRef(0);
  const refused = (error: unknown): void =>
    say({ words: error instanceof Error ? error.message : String(error), isTrouble: true });
  const show = async (id: string): Promise<void> => {
    setView(await readDocument(id));
    onOpen();
    setDesk(await readDesk());
  };
  const open = (id: string): Promise<void> => show(id).catch(refused);
  const openFiles = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      say({ words: `${file.name} is being checked.`, isTrouble: false });
      await show((await dropDocument(file)).id);
      say(undefined);
    }
  };
  const act: Hands["act"] = async (what, words) => {
    acting.current++;
    try {
      setView(await what());
      say({ words, isTrouble: false });
      return true;
    } catch (error) {
      refused(error);
      if (error instanceof Trouble && error.code === "changed-meanwhile" && view !== undefined)
        setView(await readDocument(view.entry.id).catch(() => view));
      return false;
    } finally {
      acting.current--;
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
        // What was dropped meanwhile has brought a later desk, which stands.
        setDesk((now) => now ?? first);
        if (first.documents.length === 1) await show(first.documents[0]!.id);
      })
      .catch(refused);
  }, []);
  return {
    desk,
    view,
    said,
    silence: () => say(undefined),
    refused,
    open,
    openFiles: (files) => openFiles(files).catch(refused),
    openExample: (which) =>
      openExample(which)
        .then(({ id }) => show(id), refused)
        .catch(refused),
    act,
    isActing: () => acting.current > 0,
    again,
  };
}

/** What a document that was saved again has brought. */
function changesIn({ evidence, signOffs, entry }: DocumentView): string {
  const { since } = evidence.report;
  const voids = signOffs.filter(({ kind }) => kind === "void").length;
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
