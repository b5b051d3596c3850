import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainOf } from "../src/studio/chain.ts";
import { studioOf } from "../src/studio/studio.ts";
import { FIRST } from "./drafts.ts";
import { closedStudio, effectsOver, ORIGIN, studioRoom } from "./studio-room.ts";

const get = (path: string, headers: Readonly<Record<string, string>> = {}, origin = ORIGIN): Request =>
  new Request(origin + path, { headers });
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe("whoever has the address comes in, once", () => {
  it("and gets a session that scripts and other sites cannot have", async () => {
    const { studio } = await studioRoom();
    const again = await studio.handle(new Request(studio.address));
    expect(again.status).toBe(403);
    expect(await again.text()).toContain("This address was opened before");
    const fresh = await studioRoom();
    expect(fresh.cookie).toMatch(/^tickmark-4711=\d{64}$/);
    const other = closedStudio();
    const { headers, status } = await other.handle(new Request(other.address));
    const place = `/${"3".padStart(32, "0")}/`;
    expect([status, headers.get("location")]).toEqual([303, place]);
    expect(other.address).toBe(`${ORIGIN}${place}enter?token=${"1".padStart(64, "0")}`);
    expect(headers.get("set-cookie")).toBe(
      `tickmark-4711=${"2".padStart(64, "0")}; HttpOnly; SameSite=Strict; Path=${place}`,
    );
  });

  it("and again with the session it has; a wrong token lets nobody in, and uses nothing up", async () => {
    const { studio, cookie } = await studioRoom();
    expect((await studio.handle(get("/enter?token=x", { cookie }))).status).toBe(303);
    const fresh = closedStudio();
    for (const token of ["", "1", "f".repeat(64), `${"1".padStart(64, "0")}0`])
      expect((await fresh.handle(get(`/enter?token=${token}`))).status).toBe(403);
    expect((await fresh.handle(new Request(fresh.address))).status).toBe(303);
  });

  it("and without a session nothing is answered but that there is none", async () => {
    const { studio } = await studioRoom({ "/in/q1.txt": FIRST });
    for (const path of ["/api/desk", "/api/documents/d1", "/api/documents/d1/marks.yaml", "/studio.js", "/nothing"])
      for (const cookie of ["", "tickmark-4711=", "tickmark-4711=f; a=b", `tickmark-4712=${"1".repeat(64)}`]) {
        const response = await studio.handle(get(path, { cookie }));
        expect([response.status, await codeOf(response)]).toEqual([401, "no-session"]);
      }
    expect(await (await studio.handle(get("/"))).text()).toContain("Open the address that the studio printed");
  });
});

describe("what does not come from the studio's own page is refused, session or not:", () => {
  it("another host's name, whatever points here by it", async () => {
    const { studio, cookie } = await studioRoom();
    for (const origin of [
      "http://evil.example:4711",
      "http://localhost:4711",
      "http://127.0.0.1:4712",
      "http://127.0.0.1",
      "http://[::1]:4711",
      "http://127.0.0.1.evil.example:4711",
      "http://127.0.0.1:4711.",
    ]) {
      const request = URL.canParse(`${origin}/api/desk`) ? get("/api/desk", { cookie }, origin) : undefined;
      if (request !== undefined) expect(await codeOf(await studio.handle(request))).toBe("wrong-host");
    }
    const entering = new Request(studio.address.replace("127.0.0.1", "localhost"));
    expect((await studio.handle(entering)).status).toBe(403);
  });

  it("a page of another site, of another port, or of none", async () => {
    const { studio, cookie } = await studioRoom();
    for (const origin of ["https://evil.example", "http://127.0.0.1:8080", "http://localhost:4711", "null", ""])
      expect(await codeOf(await studio.handle(get("/api/desk", { cookie, origin })))).toBe("other-site");
    for (const site of ["cross-site", "same-site", "nonsense"])
      expect(await codeOf(await studio.handle(get("/api/desk", { cookie, "sec-fetch-site": site })))).toBe(
        "other-site",
      );
    for (const site of ["same-origin", "none"])
      expect((await studio.handle(get("/api/desk", { cookie, "sec-fetch-site": site }))).status).toBe(200);
  });

  it("and not its own page on the port of the protocol, which browsers leave out", async () => {
    const studio = studioOf("http://127.0.0.1:80", [], effectsOver(new Map(), []));
    const entered = await studio.handle(new Request(studio.address));
    const cookie = entered.headers.get("set-cookie")!.split(";")[0]!;
    const own = { cookie, origin: "http://127.0.0.1" };
    const request = new Request("http://127.0.0.1/api/example", { method: "POST", headers: own });
    expect((await studio.handle(request)).status).toBe(200);
  });

  it("what would change something and does not say which page it is from", async () => {
    const { studio, cookie } = await studioRoom();
    for (const method of ["POST", "DELETE", "PUT", "PATCH", "OPTIONS"]) {
      const request = new Request(`${ORIGIN}/api/example`, { method, headers: { cookie } });
      expect(await codeOf(await studio.handle(request))).toBe("no-origin");
    }
  });
});

describe("every answer", () => {
  it("says that it is not to be kept, guessed at, framed, or run but from here", async () => {
    const { ask, studio } = await studioRoom({ "/in/q1.txt": FIRST });
    const answers = [
      await ask("GET", "/"),
      await ask("GET", "/api/desk"),
      await ask("GET", "/api/documents/d1"),
      await ask("GET", "/api/documents/d1/marks.yaml"),
      await ask("GET", "/favicon.ico"),
      await ask("GET", "/nothing"),
      await ask("POST", "/api/documents/d1/marks", { kind: "nonsense" }),
      await studio.handle(get("/")),
      await studio.handle(new Request(studio.address)),
      await studio.handle(get("/", {}, "http://evil.example")),
    ];
    for (const { headers } of answers) {
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      const policy = headers.get("content-security-policy")!;
      for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"])
        expect(policy.split("; ")).toContain(rule);
      expect(policy).not.toMatch(/unsafe/);
    }
  });
});

describe("what the studio does not have, or does not take, is said", () => {
  it("whatever way the path goes", async () => {
    const { ask } = await studioRoom({ "/in/q1.txt": FIRST });
    for (const path of [
      "/../etc/passwd",
      "/..%2f..%2fetc%2fpasswd",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/api/documents/d1/../../../in/q1.txt",
      "/api/documents/d1/%2e%2e%2fq1.txt",
      "/api/documents/d1/marks.yaml%00.txt",
      "//evil.example/api/desk",
      "/\\evil.example",
      "/api/documents/__proto__",
      "/api/documents/d1/constructor",
      "/api/documents/d1/GET",
      "/api/documents/d99",
      "/api/desk/",
      "/in/q1.txt",
      "/studio.ts",
    ]) {
      const response = await ask("GET", path);
      expect([path, response.status]).toEqual([path, 404]);
    }
  });

  it("a wrong method, a body that is too large, that is no JSON, or is JSON of the wrong kind", async () => {
    const { ask, studio, cookie, mistakes } = await studioRoom({ "/in/q1.txt": FIRST });
    expect((await ask("PUT", "/api/documents/d1/marks", {})).status).toBe(405);
    expect((await ask("POST", "/")).status).toBe(405);
    expect((await ask("POST", "/api/documents/d1/marks", "a=b")).status).toBe(415);
    const raw = (body: string | Uint8Array<ArrayBuffer>): Promise<Response> => {
      const headers = { cookie, origin: ORIGIN, "content-type": "application/json" };
      return studio.handle(new Request(`${ORIGIN}/api/documents/d1/marks`, { method: "POST", headers, body }));
    };
    for (const body of ["", "{", "null", "[]", "1", '"x"', new Uint8Array([0xff, 0xfe])])
      expect((await raw(body)).status).toBe(400);
    expect((await raw(`{"reason":"${"x".repeat(300_000)}"}`)).status).toBe(413);
    expect((await raw(`${"[".repeat(100_000)}`)).status).toBe(400);
    const lying = new Request(`${ORIGIN}/api/documents?name=a.txt`, {
      method: "POST",
      headers: { cookie, origin: ORIGIN, "content-length": "99999999999" },
      body: "x",
    });
    expect((await studio.handle(lying)).status).toBe(413);
    expect(mistakes).toEqual([]);
  });

  it("any JSON whatever, without a mistake of ours", async () => {
    const { ask, mistakes, files, view } = await studioRoom({ "/in/q1.txt": FIRST });
    const { revision } = await view("d1");
    const word = fc.constantFrom(
      "kind",
      "figure",
      "figures",
      "finding",
      "relation",
      "form",
      "minus",
      "reason",
      "author",
    );
    const more = fc.constantFrom("by", "note", "line", "withdraws", "earlier", "__proto__", "toString");
    const held = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom("accept", "waive", "add", "sum", "f1", "r1", "d1", "document", -1, 1e300, 2 ** 53, ["f1"], {}),
    );
    const body = fc.dictionary(fc.oneof(word, more), held, { maxKeys: 6 });
    const target = fc.constantFrom("POST marks", "DELETE marks", "POST signoffs", "POST earlier");
    const property = fc.asyncProperty(target, body, async (what, fields) => {
      const [method, path] = what.split(" ") as [string, string];
      // Without the revision of what was shown nothing is written; what a document is laid beside is written nowhere.
      const response = await ask(method, `/api/documents/d1/${path}`, { ...fields, revision: "0" });
      if (path !== "earlier") expect(response.status).toBeGreaterThanOrEqual(400);
      expect((await ask(method, `/api/documents/d1/${path}`, { revision, ...fields })).status).not.toBe(500);
    });
    await fc.assert(property, { numRuns: 150 });
    expect(mistakes).toEqual([]);
    for (const [name, text] of files) if (name.endsWith(".jsonl")) expect(chainOf(text).break).toBeUndefined();
  });

  it("a mistake of ours, and the studio goes on", async () => {
    const { ask, mistakes } = await studioRoom({ "/in/q1.txt": FIRST }, (effects) => ({
      ...effects,
      ask: async (asked) => {
        if (asked.kind === "view") throw new TypeError("figures is not iterable");
        return effects.ask(asked);
      },
    }));
    const response = await ask("GET", "/api/documents/d1");
    expect([response.status, await response.json()]).toEqual([
      500,
      {
        error: {
          code: "internal-error",
          message: "A mistake of Tickmark's own: figures is not iterable. Please report it; the studio goes on.",
        },
      },
    ]);
    expect(mistakes[0]).toContain("TypeError: figures is not iterable");
    expect((await ask("GET", "/api/desk")).status).toBe(200);
  });
});
