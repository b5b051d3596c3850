import { countIn, deedIn, type Fields, isText, listIn, textIn, wordsIn } from "./body.ts";
import { chained, type Unchained } from "./chain.ts";
import { contentOf } from "./content.ts";
import type { Desk, Held } from "./desk.ts";
import type { DocumentView } from "./desk-view.ts";
import type { StudioEffects } from "./effects.ts";
import { type Gathered, gathered, viewOf } from "./gathered.ts";
import { Refused } from "./reply.ts";
import { type NewMark, type Rewritten, withMark, withoutMark } from "./write-mark.ts";

/** Where the acts take place. */
export interface Room {
  readonly desk: Desk;
  readonly effects: StudioEffects;
  /** Files are read, changed and written back: two acts at once would lose one of them, so each waits for the one before. */
  readonly alone: <T>(act: () => Promise<T>) => Promise<T>;
}

export function roomOf(desk: Desk, effects: StudioEffects): Room {
  let waiting: Promise<unknown> = Promise.resolve();
  const alone = <T>(act: () => Promise<T>): Promise<T> => {
    const result = waiting.then(act);
    waiting = result.catch(() => undefined);
    return result;
  };
  return { desk, effects, alone };
}

/** What is done with a document of the desk; it gives the document as it is afterwards. */
export type Act = (room: Room, held: Held, fields: Fields) => Promise<DocumentView>;

const MOST_REASON = 2000;
const MOST_NAME = 200;
/** So many figures are signed at once. */
const MOST_SIGNED = 2000;

export async function view({ desk, effects }: Room, held: Held): Promise<DocumentView> {
  const all = await gathered(held, desk, effects);
  return viewOf(all, await effects.ask({ kind: "view", work: all.work }), desk);
}

/** Writes a mark at what was pointed at. */
export const mark: Act = async (room, held, fields) => {
  const { effects } = room;
  const pointed = deedIn(fields);
  const reason = wordsIn(fields, "reason", MOST_REASON, true);
  const author = wordsIn(fields, "author", MOST_NAME, true);
  const { work } = await upToDate(room, held, fields);
  const deed = await effects.ask({ kind: "deed", work, deed: pointed });
  if ("why" in deed) throw new Refused(409, "not-on-page", deed.why);
  const document = hasNeighbours(room.desk, held) ? held.entry.name : undefined;
  const written: NewMark = { ...deed, reason, author, date: effects.clock().day, document };
  await rewrite(held, work.marks.text, withMark(work.marks.text, written));
  return view(room, held);
};

/** Takes out the mark on a line of the file of marks. */
export const unmark: Act = async (room, held, fields) => {
  const line = countIn(fields, "line");
  const { work } = await upToDate(room, held, fields);
  await rewrite(held, work.marks.text, withoutMark(work.marks.text, line));
  return view(room, held);
};

/** Signs figures or the whole document, or takes a signature back. */
export const sign: Act = async (room, held, fields) => {
  const by = wordsIn(fields, "by", MOST_NAME, true);
  const note = wordsIn(fields, "note", MOST_REASON, false);
  const now = await upToDate(room, held, fields);
  const { chain, lead, sha256 } = now;
  if (chain.break !== undefined)
    throw new Refused(
      409,
      "chain-broken",
      `Line ${chain.break.line} of ${held.signOffs.name}: ${chain.break.why} Nothing is signed upon a broken chain. Keep the file as evidence under another name; a new one then begins.`,
    );
  const head: Head = { at: room.effects.clock().at, by, note, document: { name: held.entry.name, sha256 } };
  const lines = lead + chained(chain, await signedIn(room, now, fields, head));
  // Another studio over the same folder may have signed since: two lines upon one would fork the chain.
  if (!(await held.signOffs.append(lines, now.signOffs))) throw CHANGED;
  return view(room, held);
};

/** Lays the document beside an earlier draft, or beside none. */
export const layBeside: Act = async (room, held, fields) => {
  const chosen = fields["earlier"] === null ? null : textIn(fields, "earlier");
  if (chosen === held.entry.id)
    throw new Refused(409, "same-document", "A document cannot be its own earlier draft as it is now.");
  if (chosen !== null) await room.desk.earlier(chosen);
  held.chosen = chosen;
  return view(room, held);
};

async function upToDate({ desk, effects }: Room, held: Held, fields: Fields): Promise<Gathered> {
  const revision = textIn(fields, "revision");
  const now = await gathered(held, desk, effects);
  if (now.work.revision === revision) return now;
  throw CHANGED;
}

const CHANGED = new Refused(
  409,
  "changed-meanwhile",
  "The document, its marks or its sign-offs have changed since they were shown. Look at it as it is now, and then do again what you meant to.",
);

async function rewrite(held: Held, was: string, result: Rewritten): Promise<void> {
  if ("why" in result) throw new Refused(409, "marks-not-written", result.why);
  if (!(await held.marks.replace(result.text, was))) throw CHANGED;
}

/** Only documents that lie in one folder share a file of marks, so that a mark must say which of them it is about. */
function hasNeighbours(desk: Desk, { entry }: Held): boolean {
  const { path } = entry;
  if (path === null) return false;
  const folder = folderOf(path);
  return desk
    .all()
    .some(({ entry: other }) => other.path !== null && other.path !== path && folderOf(other.path) === folder);
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

type Head = Pick<Unchained, "at" | "by" | "note" | "document">;

async function signedIn(room: Room, now: Gathered, fields: Fields, head: Head): Promise<readonly Unchained[]> {
  const { work, chain, sha256 } = now;
  if (fields["withdraws"] !== undefined) {
    const withdraws = countIn(fields, "withdraws");
    if (chain.signOffs[withdraws - 1]?.kind !== "signature")
      throw new Refused(409, "no-signature", `Line ${withdraws} of the sign-offs holds no signature to take back.`);
    return [{ kind: "withdrawal", ...head, withdraws }];
  }
  if (fields["figures"] === "document") return [{ kind: "signature", ...head, figure: undefined, content: sha256 }];
  const ids = listIn(fields, "figures", MOST_SIGNED, isText);
  const figures = await room.effects.ask({ kind: "sign", work, figures: ids });
  return figures.map((figure, i): Unchained => {
    if (figure === undefined) throw new Refused(409, "no-figure", `There is no figure ${ids[i]} in this document.`);
    return { kind: "signature", ...head, figure, content: contentOf(figure) };
  });
}
