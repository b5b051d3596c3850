import { machineRefusal, traceOf } from "../text/thrown.ts";
import { type Act, layBeside, mark, type Room, roomOf, sign, unmark, view } from "./acts.ts";
import { binderOf } from "./binder/binder.ts";
import { bytesOf, fieldsOf } from "./body.ts";
import { deskOf, type Held } from "./desk.ts";
import type { DeskView } from "./desk-view.ts";
import type { StudioEffects } from "./effects.ts";
import { gateOf } from "./gate.ts";
import { stampOf } from "./gathered.ts";
import { download, json, nothing, Refused, reply, troubled } from "./reply.ts";

export interface Studio {
  /** Answers one request; never rejects. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The address that lets one browser in, once. */
  readonly address: string;
}

/** A document that is dropped may be no larger, in bytes. */
const MOST_DOCUMENT = 32 * 1024 * 1024;

/** The review desk over these documents, served under one origin ("http://127.0.0.1:4711"). */
export function studioOf(origin: string, paths: readonly string[], effects: StudioEffects): Studio {
  const gate = gateOf(origin, effects.random);
  const room = roomOf(deskOf(paths, effects.files), effects);
  const handle = async (request: Request): Promise<Response> => {
    try {
      return gate.pass(request) ?? (await routed(request, gate.pathOf(request), room));
    } catch (error) {
      if (error instanceof Refused) return isPage(gate.pathOf(request)) ? refusedPage(error) : troubled(error);
      const refusal = machineRefusal(error);
      if (refusal !== undefined) return troubled(new Refused(500, "machine-refused", refusal));
      effects.mistake(traceOf(error));
      return troubled(new Refused(500, "internal-error", wordsOf(error)));
    }
  };
  return { handle, address: gate.address };
}

async function routed(request: Request, pathname: string, room: Room): Promise<Response> {
  const method = request.method === "HEAD" ? "GET" : request.method;
  const onDesk = own(ON_DESK, `${method} ${pathname}`);
  if (onDesk !== undefined) return onDesk(room, request);
  const [, id, word = ""] = /^\/api\/documents\/(d\d{1,6})(?:\/([a-z.]{1,20}))?$/.exec(pathname) ?? [];
  if (id !== undefined) {
    const answer = own(OF_DOCUMENT, `${method} ${word}`);
    if (answer !== undefined) return answer(room, room.desk.find(id), request);
    throw Object.keys(OF_DOCUMENT).some((key) => key.endsWith(` ${word}`)) ? METHOD : NO_PAGE;
  }
  if (pathname.startsWith("/api/")) throw NO_PAGE;
  if (method !== "GET") throw METHOD;
  if (pathname === "/favicon.ico") return nothing();
  const asset = await room.effects.asset(pathname === "/" ? "/studio.html" : pathname);
  if (asset === undefined) throw NO_PAGE;
  return reply(200, asset.type, asset.body);
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** What can be asked of the desk, by method and path. */
const ON_DESK: Readonly<Record<string, (room: Room, request: Request) => Promise<Response>>> = {
  "GET /api/desk": async ({ desk, effects }) => {
    const documents = desk.all().map(({ entry }) => entry);
    const answer: DeskView = { schema: "tickmark-desk/1", documents, day: effects.clock().day };
    return json(answer);
  },
  "POST /api/documents": async ({ desk, effects }, request) => {
    const name = nameIn(new URL(request.url).searchParams.get("name") ?? "");
    const bytes = await bytesOf(request, MOST_DOCUMENT);
    if (bytes.length === 0) throw new Refused(400, "empty", "The document holds nothing.");
    return json(desk.drop(name, bytes, effects.clock().at).entry);
  },
  "POST /api/example": (room) => exampled(room, "release"),
  "POST /api/example/draft": (room) => exampled(room, "draft"),
};

async function exampled({ desk, effects }: Room, which: "release" | "draft"): Promise<Response> {
  const { name, bytes } = await effects.example(which);
  return json(desk.drop(name, bytes, effects.clock().at).entry);
}

const acted =
  (act: Act) =>
  async (room: Room, held: Held, request: Request): Promise<Response> => {
    const fields = await fieldsOf(request);
    return json(await room.alone(() => act(room, held, fields)));
  };

/** What can be asked of one document, by the method and the word behind its name. */
const OF_DOCUMENT: Readonly<Record<string, (room: Room, held: Held, request: Request) => Promise<Response>>> = {
  "GET ": async (room, held) => json(await view(room, held)),
  "GET stamp": async ({ effects }, held) => json({ stamp: await stampOf(held, effects) }),
  "GET marks.yaml": async (_room, { marks }) => download(marks.name, "text/yaml; charset=utf-8", await marks.read()),
  "GET signoffs.jsonl": async (_room, { signOffs }) =>
    download(signOffs.name, "application/jsonl; charset=utf-8", await signOffs.read()),
  "GET binder.html": async (room, held) => {
    const { at } = room.effects.clock();
    const name = `${held.entry.name.replace(/\.[^.]*$/, "")}-binder.html`;
    return download(
      name,
      "text/html; charset=utf-8",
      binderOf(await view(room, held), { at, version: room.effects.version }),
    );
  },
  "POST marks": acted(mark),
  "DELETE marks": acted(unmark),
  "POST signoffs": acted(sign),
  "POST earlier": acted(layBeside),
};

const NO_PAGE = new Refused(404, "no-page", "The studio has nothing under this address.");
const METHOD = new Refused(405, "wrong-method", "This address does not take such a request.");

function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `A mistake of Tickmark's own: ${message}. Please report it; the studio goes on.`;
}

const isPage = (pathname: string): boolean => pathname === "/" || pathname === "/enter";

const refusedPage = ({ status, message }: Refused): Response =>
  reply(
    status,
    "text/html; charset=utf-8",
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Tickmark studio</title><main><h1>Tickmark studio</h1><p>${message}</p></main></html>\n`,
  );

/** The file name alone, of what a browser says a file is called. */
function nameIn(given: string): string {
  const name = given
    .replace(/^.*[\\/]/s, "")
    .replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, "")
    .trim();
  if (name === "" || name === "." || name === ".." || name.length > 200)
    throw new Refused(400, "no-name", 'A dropped document has a name of at most 200 characters: "?name=q3.htm".');
  return name;
}
