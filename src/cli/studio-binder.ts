import { roomOf, view } from "../studio/acts.ts";
import { binderOf } from "../studio/binder/binder.ts";
import { deskOf, MARKS, SIGN_OFFS } from "../studio/desk.ts";
import { Refused } from "../studio/reply.ts";
import { deskFiles } from "./studio-files.ts";
import { studioEffects } from "./studio-open.ts";

/** The binder of one document as `marks.yaml` and `signoffs.jsonl` beside it have it, without a desk; or why it cannot be bound. */
export async function binderOfFile(path: string): Promise<string | { readonly why: string }> {
  const { effects, end } = studioEffects(() => {});
  const room = roomOf(deskOf([path], effects.files), effects);
  try {
    const shown = await view(room, room.desk.find("d1"));
    return binderOf(shown, { at: effects.clock().at, version: effects.version });
  } catch (error) {
    if (error instanceof Refused) return { why: error.message };
    throw error;
  } finally {
    end();
  }
}

/** The files that are kept beside a document, whether or not they are there. */
export const keptBeside = (path: string): readonly string[] =>
  [MARKS, SIGN_OFFS].map((name) => deskFiles.beside(path, name));
