import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { closed, onLoopback, portOf } from "./loopback.ts";
import { previewScript } from "./preview-script.ts";

/** What is to be said of the page that is shown: whether it is the newest, and what its proofs have come to. */
export interface PreviewNews {
  /** "making": a newer one is being made. "proving": the newest, not yet proved. "proved": nothing is wrong with it. "wrong": something is, or no newer page could be made. */
  readonly state: "making" | "proving" | "proved" | "wrong";
  /** A sentence for each thing, the first of them shown first. */
  readonly said: readonly string[];
}

/** A page shown on this machine alone; the browser follows whatever is shown next, and where the reader stands in it stays. */
export interface Preview {
  /** The address to open; it holds a token without which nothing is given. */
  readonly url: string;
  readonly show: (html: string, news: PreviewNews) => void;
  /** Says something else of the page that is shown. */
  readonly tell: (news: PreviewNews) => void;
  readonly close: () => Promise<void>;
}

/** Nothing is fetched from elsewhere, whatever stands in a workspace; the page's own styles and the one script that knows the token are all that runs. */
const policy = (token: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${token}'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Serves a page on the loopback address; port 0 takes any that is free. */
export async function openPreview(port: number): Promise<Preview> {
  const token = randomBytes(16).toString("hex");
  let page = "<!doctype html><html lang=en><head><title>Not made yet</title></head><body></body></html>";
  let version = 0;
  let news: PreviewNews = { state: "making", said: ["The release is being made."] };
  const listeners = new Set<ServerResponse>();
  const event = (): string => `data: ${JSON.stringify({ version, ...news })}\n\n`;
  const tell = (told: PreviewNews): void => {
    news = told;
    for (const listener of listeners) listener.write(event());
  };
  const server = createServer((request, response) => {
    if (!isAllowed(request, server)) return refuse(response, 403);
    if (request.method !== "GET") return refuse(response, 405);
    if (request.url === `/${token}/`) return give(response, page, { token, version });
    if (request.url === `/${token}/news`) return listen(response, listeners, event());
    return refuse(response, 404);
  });
  const at = await onLoopback(server, port);
  return {
    url: `http://127.0.0.1:${at}/${token}/`,
    show: (html, told) => {
      page = html;
      version++;
      tell(told);
    },
    tell,
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

interface Given {
  readonly token: string;
  /** Which of the pages that were shown it is, from 0. */
  readonly version: number;
}

function give(response: ServerResponse, page: string, { token, version }: Given): void {
  const type = "text/html; charset=utf-8";
  response.writeHead(200, {
    ...HEADERS,
    "content-security-policy": policy(token),
    "content-type": type,
    "tickmark-version": version,
  });
  const script = `<script nonce="${token}">${previewScript(`/${token}/news`, version)}</script>`;
  const end = page.lastIndexOf("</body>");
  response.end(end < 0 ? page + script : page.slice(0, end) + script + page.slice(end));
}

/** What there is to say is said at once: whoever comes later, or again, knows where things stand. */
function listen(response: ServerResponse, listeners: Set<ServerResponse>, event: string): void {
  response.writeHead(200, { ...HEADERS, "content-type": "text/event-stream" });
  response.write(`retry: 500\n\n${event}`);
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, HEADERS);
  response.end();
}
