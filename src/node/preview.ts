import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { closed, onLoopback, portOf } from "./loopback.ts";

/** A page shown on this machine alone, made anew in the browser whenever another is shown. */
export interface Preview {
  /** The address to open; it holds a token without which nothing is given. */
  readonly url: string;
  readonly show: (html: string) => void;
  readonly close: () => Promise<void>;
}

/**
 * The script of the preview alone: it asks for news and puts the new page in place of the old one, where the reader is. It is no part of the release, which
 * needs none.
 */
const script = (token: string): string =>
  `<script nonce="${token}">new EventSource("/${token}/news").onmessage=async()=>{` +
  `const page=new DOMParser().parseFromString(await(await fetch(location.href)).text(),"text/html");` +
  `document.head.innerHTML=page.head.innerHTML;document.body.innerHTML=page.body.innerHTML}</script>`;

/** Nothing is fetched from elsewhere, whatever stands in a workspace; the page's own styles and the one script that knows the token are all that runs. */
const policy = (token: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${token}'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Serves a page on the loopback address; port 0 takes any that is free. */
export async function openPreview(port: number): Promise<Preview> {
  const token = randomBytes(16).toString("hex");
  let page = "<!doctype html><title>Not made yet</title><p>The release is being made.";
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (!isAllowed(request, server)) return refuse(response, 403);
    if (request.method !== "GET") return refuse(response, 405);
    if (request.url === `/${token}/`) return give(response, page, token);
    if (request.url === `/${token}/news`) return listen(response, listeners);
    return refuse(response, 404);
  });
  const at = await onLoopback(server, port);
  return {
    url: `http://127.0.0.1:${at}/${token}/`,
    show: (html) => {
      page = html;
      for (const listener of listeners) listener.write("data: new\n\n");
    },
    close: () => {
      for (const listener of listeners) listener.end();
      return closed(server);
    },
  };
}

/** A page of another site must not reach the draft by a name that it lets point here (DNS rebinding). */
function isAllowed({ headers }: IncomingMessage, server: Server): boolean {
  const own = `127.0.0.1:${portOf(server)}`;
  return headers.host === own && (headers.origin === undefined || headers.origin === `http://${own}`);
}

const HEADERS = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

function give(response: ServerResponse, page: string, token: string): void {
  const type = "text/html; charset=utf-8";
  response.writeHead(200, { ...HEADERS, "content-security-policy": policy(token), "content-type": type });
  response.end(page.replace("</body>", () => `${script(token)}</body>`));
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { ...HEADERS, "content-type": "text/event-stream" });
  response.write("retry: 500\n\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, HEADERS);
  response.end();
}
