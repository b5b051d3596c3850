import type { DeskTrouble } from "./desk-view.ts";

/**
 * What every answer carries: nothing is kept, nothing is guessed, nothing is fetched from elsewhere, no page of another site may
 * hold or read it, and no script or style is taken but the studio's own files. The style of a shown document, from a closed list, is
 * taken up by the client's own script.
 */
const HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

type Extra = Readonly<Record<string, string>>;

export const reply = (status: number, type: string, body: Uint8Array | string, extra: Extra = {}): Response =>
  new Response(typeof body === "string" ? body : new Uint8Array(body), {
    status,
    headers: { ...HEADERS, "content-type": type, ...extra },
  });

export const json = (value: unknown): Response => reply(200, "application/json; charset=utf-8", JSON.stringify(value));

/** A file to be saved, and never shown in a page of the studio. */
export const download = (name: string, type: string, text: string): Response =>
  reply(200, type, text, {
    "content-disposition": `attachment; filename="${name.replace(/[^A-Za-z0-9._ -]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
  });

export const goTo = (path: string, extra: Extra): Response =>
  new Response(null, { status: 303, headers: { ...HEADERS, location: path, ...extra } });

export const nothing = (): Response => new Response(null, { status: 204, headers: HEADERS });

/** A request that is not carried out: what it met, and what to do. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function troubled({ status, code, message }: Refused): Response {
  const trouble: DeskTrouble = { error: { code, message } };
  return reply(status, "application/json; charset=utf-8", JSON.stringify(trouble));
}
