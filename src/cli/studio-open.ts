import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Asset, StudioEffects } from "../studio/effects.ts";
import { studioPage } from "../studio/page.ts";
import { studioOf } from "../studio/studio.ts";
import { whyNot } from "../text/thrown.ts";
import { deskFiles } from "./studio-files.ts";
import { type Listening, listen } from "./studio-socket.ts";
import { deskThread } from "./studio-thread.ts";
import { VERSION } from "./version.ts";

/** Opens a studio over these documents, or says why the port cannot be had. */
export async function openStudio(
  port: number,
  documents: readonly string[],
  mistake: (trace: string) => void,
): Promise<Listening | { readonly why: string }> {
  const { effects, end } = studioEffects(mistake);
  try {
    const listening = await listen(port, (origin) => studioOf(origin, documents, effects));
    return {
      address: listening.address,
      close: async () => {
        await listening.close();
        end();
      },
    };
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (taken) return { why: `port ${port} is taken; --port 0 takes any that is free` };
    return { why: `port ${port} cannot be had: ${whyNot(error)}` };
  }
}

/** The effects of the process itself; `end` stops the thread that checks. */
export function studioEffects(mistake: (trace: string) => void): {
  readonly effects: StudioEffects;
  readonly end: () => void;
} {
  const thread = deskThread();
  const effects: StudioEffects = {
    files: deskFiles,
    ask: thread.ask,
    clock,
    version: VERSION,
    random: () => randomBytes(32).toString("hex"),
    asset,
    example: async (which) => {
      const name = EXAMPLES[which];
      return { name, bytes: await readFile(new URL(`../../examples/${name}`, import.meta.url)) };
    },
    mistake,
  };
  return { effects, end: thread.end };
}

const EXAMPLES = { release: "halvorsen-2007-q3.htm", draft: "halvorsen-2007-q3-draft.txt" } as const;

/** The moment in coordinated universal time to the second; the day as the machine's owner has it. */
function clock(): { readonly at: string; readonly day: string } {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return { at: `${now.toISOString().slice(0, 19)}Z`, day };
}

/** What the build has put beside the program, by the path that it is asked for: what it is, and the files it is put together from. */
const ASSETS: Readonly<Record<string, { readonly type: string; readonly files: readonly string[] }>> = {
  "/studio.js": { type: "text/javascript; charset=utf-8", files: ["studio/client/main.js"] },
  "/studio.css": { type: "text/css; charset=utf-8", files: ["viewer/client/style.css", "studio/client/style.css"] },
};

async function asset(path: string): Promise<Asset | undefined> {
  if (path === "/studio.html") return { type: "text/html; charset=utf-8", body: studioPage };
  const known = Object.hasOwn(ASSETS, path) ? ASSETS[path] : undefined;
  if (known === undefined) return undefined;
  const texts = await Promise.all(known.files.map((file) => readFile(new URL(`../${file}`, import.meta.url), "utf8")));
  return { type: known.type, body: texts.join("\n") };
}
