import { whyNotRead } from "../text/thrown.ts";
import { documentsOf, ENDINGS, INPUT } from "./documents.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { notOver } from "./pages.ts";
import { bugText, complaint } from "./terminal.ts";

export interface StudioCommand {
  /** Files and folders; none at all for an empty desk. */
  readonly paths: readonly string[];
  /** 0 for any that is free. */
  readonly port: number;
  /** The file that the binder of the one document is written to; no desk is opened then. */
  readonly binder: string | undefined;
}

/** `tickmark studio`: serves a review desk on this machine until the user stops it. */
export async function studio({ paths, port, binder }: StudioCommand, effects: Effects): Promise<number> {
  const { documents, empty } = await documentsOf(paths, effects);
  const wrong = [
    ...empty.map((folder) => `${folder} has no document in it: none of its files ends in ${ENDINGS.join(", ")}`),
    ...(await unreadable(paths, effects)),
  ];
  if (wrong.length > 0) {
    await effects.err.write(wrong.map(complaint).join(""));
    return EXIT.notUnderstood;
  }
  if (binder !== undefined) return writeBinder(paths, documents, binder, effects);
  // The socket and the page are loaded by this command alone.
  const { openStudio } = await import("./studio-open.ts");
  const mistake = (trace: string): void => {
    void effects.err.write(bugText(trace));
  };
  const opened = await openStudio(port, documents, mistake);
  if ("why" in opened) {
    await effects.err.write(complaint(opened.why));
    return EXIT.notUnderstood;
  }
  await effects.out.write(
    `Studio: ${opened.address}\nOpen this address in a browser of this machine; it lets in one browser, once. Stop with Ctrl-C.\n`,
  );
  await effects.interrupted();
  await opened.close();
  return EXIT.clean;
}

async function writeBinder(
  paths: readonly string[],
  documents: readonly string[],
  to: string,
  effects: Effects,
): Promise<number> {
  const [path, ...others] = documents;
  if (path === undefined || others.length > 0) {
    await effects.err.write(complaint(`--binder binds one document, and ${documents.length} are named`));
    return EXIT.notUnderstood;
  }
  const { binderOfFile, keptBeside } = await import("./studio-binder.ts");
  const why = await notOver(`--binder ${to}`, to, { paths, documents, read: keptBeside(path) }, effects);
  if (why !== undefined) {
    await effects.err.write(complaint(why));
    return EXIT.notUnderstood;
  }
  const bound = await binderOfFile(path);
  if (typeof bound !== "string") {
    await effects.err.write(complaint(bound.why));
    return EXIT.notUnderstood;
  }
  await effects.replace(to, new TextEncoder().encode(bound));
  await effects.out.write(`The binder of ${path} is in ${to}.\n`);
  return EXIT.clean;
}

/** What is named and cannot be reviewed; of folders nothing, since what is in them is there. */
async function unreadable(paths: readonly string[], { files }: Effects): Promise<readonly string[]> {
  const told: string[] = [];
  for (const path of paths) {
    if (path === INPUT)
      told.push("standard input cannot be reviewed, since nothing can be kept beside it; name a file");
    else if (!(await files.isFolder(path)))
      await files.read(path).catch((error: unknown) => {
        told.push(`${path}: ${whyNotRead(error)}`);
      });
  }
  return told;
}
