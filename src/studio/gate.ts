import { goTo, Refused } from "./reply.ts";

/** Who may come in: whoever brings the token once, and then whoever holds the session that was given for it. */
export interface Gate {
  /** The address that the studio prints, with the token in it. */
  readonly address: string;
  /** Refuses what must not come in; answers whoever comes to change the token for a session; undefined for all others. */
  readonly pass: (request: Request) => Response | undefined;
  /** The path that is asked for below the studio's own place. */
  readonly pathOf: (request: Request) => string;
}

/** How many of the characters drawn by chance name the studio's place. */
const PLACE = 32;

/** `address` is the one that the studio answers under: "http://127.0.0.1:4711". */
export function gateOf(address: string, random: () => string): Gate {
  // A browser leaves the port out where it is the protocol's own.
  const { origin, host, port } = new URL(address);
  // Cookies know no port, and go to every program on this machine that the same browser opens: to one that asks for them under a path
  // that nobody can guess, they do not. Another studio has a cookie of its own name.
  const cookie = `tickmark-${port || "80"}`;
  const token = random();
  const session = random();
  const place = `/${random().slice(-PLACE)}/`;
  const pathOf = (request: Request): string => {
    const { pathname } = new URL(request.url);
    return pathname.startsWith(place) ? pathname.slice(place.length - 1) : pathname;
  };
  let isUsed = false;
  const holdsSession = (request: Request): boolean =>
    cookiesOf(request).some(([name, value]) => name === cookie && isSame(value, session));
  const enter = (given: string, request: Request): Response => {
    if (holdsSession(request)) return goTo(place, {});
    if (!isSame(given, token))
      throw new Refused(403, "wrong-token", "This is not the address that the studio printed.");
    if (isUsed)
      throw new Refused(
        403,
        "token-used",
        "This address was opened before, and lets in one browser alone. Stop the studio and start it again for another.",
      );
    isUsed = true;
    return goTo(place, { "set-cookie": `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=${place}` });
  };
  const pass = (request: Request): Response | undefined => {
    const url = new URL(request.url);
    refuseStrangers(request, url, host, origin);
    if (pathOf(request) === "/enter" && request.method === "GET")
      return enter(url.searchParams.get("token") ?? "", request);
    if (!holdsSession(request))
      throw new Refused(
        401,
        "no-session",
        "This browser has no session with the studio. Open the address that the studio printed when it was started.",
      );
    return undefined;
  };
  return { address: `${address}${place}enter?token=${token}`, pass, pathOf };
}

/** A name of another site that points here (DNS rebinding), and pages of other sites, however they ask. */
function refuseStrangers(request: Request, url: URL, host: string, origin: string): void {
  if (url.host !== host || url.username !== "" || url.password !== "")
    throw new Refused(403, "wrong-host", "The studio answers under its own address alone.");
  const from = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isOwn = from === null || from === origin;
  // Another port of this machine is the same site to a browser, and still another program.
  if (!isOwn || (site !== null && site !== "same-origin" && site !== "none"))
    throw new Refused(403, "other-site", "A page of another site asked for this; the studio answers none.");
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (!isReading && from === null)
    throw new Refused(403, "no-origin", "What changes something has to say which page it comes from.");
}

function cookiesOf(request: Request): readonly (readonly [string, string])[] {
  return (request.headers.get("cookie") ?? "").split(";").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()] as const;
  });
}

/** Takes the same time wherever two texts of one length differ. */
function isSame(a: string, b: string): boolean {
  let differ = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) differ |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return differ === 0;
}
