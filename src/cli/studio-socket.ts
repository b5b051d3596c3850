import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { closed, onLoopback } from "../node/loopback.ts";
import type { Studio } from "../studio/studio.ts";

/** A studio that listens on this machine alone. */
export interface Listening {
  /** The address that lets one browser in, once. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Whoever takes longer to say what is wanted, or to send a document, is hung up on; in milliseconds. */
const SLOWEST_HEAD = 10_000;
const SLOWEST_REQUEST = 60_000;
const MOST_CONNECTIONS = 128;

/** Serves a studio on the loopback address; port 0 takes any that is free. Rejects where the port is taken. */
export async function listen(port: number, studioFor: (origin: string) => Studio): Promise<Listening> {
  let studio: Studio | undefined;
  // A request that names no host is refused by us as well, in an answer that nobody keeps.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    answer(request, response, studio).catch(() => response.destroy());
  });
  server.headersTimeout = SLOWEST_HEAD;
  server.requestTimeout = SLOWEST_REQUEST;
  server.maxConnections = MOST_CONNECTIONS;
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\ncache-control: no-store\r\nconnection: close\r\n\r\n");
    else socket.destroy();
  });
  studio = studioFor(`http://127.0.0.1:${await onLoopback(server, port)}`);
  return { address: studio.address, close: () => closed(server) };
}

async function answer(incoming: IncomingMessage, response: ServerResponse, studio: Studio | undefined): Promise<void> {
  const request = requestOf(incoming);
  if (request === undefined || studio === undefined) {
    response.writeHead(400, { "cache-control": "no-store", connection: "close" }).end();
    return;
  }
  const given = await studio.handle(request);
  const body = Buffer.from(await given.arrayBuffer());
  response.writeHead(given.status, {
    ...Object.fromEntries(given.headers),
    "content-length": body.length,
    // What was not read of a request that was refused would be taken for the next one.
    ...(incoming.complete ? {} : { connection: "close" }),
  });
  response.end(incoming.method === "HEAD" ? undefined : body);
  drain(incoming);
}

/** So much of a request that was refused is still taken in, so that whoever sends it comes to read why. */
const MOST_DRAINED = 64 * 1024 * 1024;

function drain(incoming: IncomingMessage): void {
  let left = MOST_DRAINED;
  incoming.on("data", (part: Uint8Array) => {
    left -= part.length;
    if (left < 0) incoming.destroy();
  });
  incoming.resume();
}

/** The body as browsers know it. That nobody wants more of it does not hang up: the answer is still to be sent. */
const bodyOf = (incoming: IncomingMessage): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>({
    start: (control) => {
      incoming.on("data", (part: Uint8Array) => {
        control.enqueue(new Uint8Array(part));
        if ((control.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.once("end", () => control.close());
      incoming.once("error", (error) => control.error(error));
      incoming.once("close", () => incoming.complete || control.error(new Error("the request was cut short")));
      incoming.pause();
    },
    pull: () => void incoming.resume(),
    cancel: () => {
      incoming.removeAllListeners("data").removeAllListeners("end").removeAllListeners("close").pause();
    },
  });

/** The request as browsers know it; undefined where its head makes no sense, or asks for what none can have (TRACE). */
function requestOf(incoming: IncomingMessage): Request | undefined {
  const { method = "GET", url = "", headers } = incoming;
  if (!url.startsWith("/") || !/^[\w.:[\]-]+$/.test(headers.host ?? "")) return undefined;
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || name.startsWith(":") ? [] : [[name, String(value)] as [string, string]],
  );
  const hasBody = method !== "GET" && method !== "HEAD";
  try {
    return new Request(`http://${headers.host}${url}`, {
      method,
      headers: given,
      ...(hasBody ? { body: bodyOf(incoming), duplex: "half" } : {}),
    });
  } catch {
    return undefined;
  }
}
