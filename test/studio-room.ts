import { deskAnswers } from "../src/studio/desk-answer.ts";
import type { DeskView, DocumentView } from "../src/studio/desk-view.ts";
import type { StudioEffects } from "../src/studio/effects.ts";
import { type Studio, studioOf } from "../src/studio/studio.ts";

export const ORIGIN = "http://127.0.0.1:4711";

/** A studio without a socket, over files that are held in memory. */
export interface StudioRoom {
  readonly studio: Studio;
  readonly files: Map<string, string>;
  readonly mistakes: string[];
  /** Sends a request as the studio's own page would. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Response>;
  readonly view: (id: string) => Promise<DocumentView>;
  readonly desk: () => Promise<DeskView>;
  readonly cookie: string;
}

const encoder = new TextEncoder();

export function effectsOver(files: Map<string, string>, mistakes: string[]): StudioEffects {
  let count = 0;
  let second = 0;
  const answer = deskAnswers();
  return {
    files: {
      read: async (path) => (files.has(path) ? encoder.encode(files.get(path)) : undefined),
      stamp: async (path) => files.get(path) ?? "",
      replace: async (path, text, was) => (files.get(path) ?? "") === was && files.set(path, text) === files,
      append: async (path, text, was) => (files.get(path) ?? "") === was && files.set(path, was + text) === files,
      beside: (path, name) => path.slice(0, path.lastIndexOf("/") + 1) + name,
    },
    ask: async (ask) => answer(ask),
    clock: () => ({ at: `2024-05-06T08:00:${String(second++ % 60).padStart(2, "0")}Z`, day: "2024-05-06" }),
    version: "0.0.0",
    random: () => String(++count).padStart(64, "0"),
    asset: async (path) =>
      path === "/studio.html" ? { type: "text/html; charset=utf-8", body: "<!doctype html>" } : undefined,
    example: async () => ({ name: "example.htm", bytes: encoder.encode("<p>Revenue was $1.0 million.</p>") }),
    mistake: (trace) => void mistakes.push(trace),
  };
}

/** A studio that nobody has come into yet. */
export const closedStudio = (): Studio => studioOf(ORIGIN, [], effectsOver(new Map(), []));

export async function studioRoom(
  held: Readonly<Record<string, string>> = {},
  change: (effects: StudioEffects) => StudioEffects = (effects) => effects,
): Promise<StudioRoom> {
  const files = new Map(Object.entries(held));
  const mistakes: string[] = [];
  const documents = [...files.keys()].filter((path) => /\.(txt|htm)$/.test(path));
  const studio = studioOf(ORIGIN, documents, change(effectsOver(files, mistakes)));
  const entered = await studio.handle(new Request(studio.address));
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0]!;
  const ask = (method: string, path: string, body?: unknown): Promise<Response> => {
    const isRaw = body === undefined || typeof body === "string";
    const headers = {
      cookie,
      origin: ORIGIN,
      "content-type": isRaw ? "application/octet-stream" : "application/json",
    };
    const sent = body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) };
    return studio.handle(new Request(ORIGIN + path, { method, headers, ...sent }));
  };
  const read = async <T>(path: string): Promise<T> => (await (await ask("GET", path)).json()) as T;
  return {
    studio,
    files,
    mistakes,
    ask,
    cookie,
    view: (id) => read<DocumentView>(`/api/documents/${id}`),
    desk: () => read<DeskView>("/api/desk"),
  };
}
