import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Listening, listen } from "../src/cli/studio-socket.ts";
import { studioOf } from "../src/studio/studio.ts";
import { FIRST } from "./drafts.ts";
import { effectsOver } from "./studio-room.ts";

let listening: Listening | undefined;
afterEach(async () => {
  await listening?.close();
  listening = undefined;
});

/** A studio on a port of this machine, entered. */
async function opened(): Promise<{ readonly origin: string; readonly cookie: string; readonly port: number }> {
  const files = new Map([["/in/q1.txt", FIRST]]);
  listening = await listen(0, (origin) => studioOf(origin, [...files.keys()], effectsOver(files, [])));
  const { origin, port } = new URL(listening.address);
  const entered = await fetch(listening.address, { redirect: "manual" });
  return { origin, port: Number(port), cookie: entered.headers.get("set-cookie")!.split(";")[0]! };
}

/** What comes back for bytes that no client would send, until the studio hangs up. */
const raw = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.setEncoding("latin1");
    socket.on("data", (part: string) => {
      answer += part;
      socket.end();
    });
    socket.on("error", () => resolve(answer));
    socket.on("close", () => resolve(answer));
  });

const status = (answer: string): string => answer.split(" ")[1] ?? "hung up";

describe("the studio on its socket", () => {
  it("listens on the loopback address alone, and answers as it does without one", async () => {
    const { origin, cookie } = await opened();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const desk = await fetch(`${origin}/api/desk`, { headers: { cookie } });
    expect([desk.status, desk.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await desk.json()).toMatchObject({ documents: [{ name: "q1.txt" }] });
    const dropped = await fetch(`${origin}/api/documents?name=q2.txt`, {
      method: "POST",
      headers: { cookie, origin },
      body: FIRST,
    });
    expect(await dropped.json()).toEqual({ id: "d2", name: "q2.txt", path: null });
    const head = await fetch(`${origin}/api/desk`, { method: "HEAD", headers: { cookie } });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("is up after a battery of requests that no browser sends", async () => {
    const { port, origin, cookie } = await opened();
    const host = `host: 127.0.0.1:${port}\r\n`;
    const own = `${host}cookie: ${cookie}\r\norigin: ${origin}\r\n`;
    const cases: readonly (readonly [string, string])[] = [
      ["400", "GARBAGE\r\n\r\n"],
      ["400", "GET / HTTP/1.1\r\n\r\n"],
      ["400", `GET / HTTP/1.1\r\nhost: a b\r\n\r\n`],
      ["400", `GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}@evil.example\r\n\r\n`],
      ["400", `GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}/api/desk?\r\n\r\n`],
      ["403", `GET /api/desk HTTP/1.1\r\nhost: evil.example\r\ncookie: ${cookie}\r\n\r\n`],
      ["400", `GET http://evil.example/api/desk HTTP/1.1\r\n${own}\r\n`],
      ["400", `OPTIONS * HTTP/1.1\r\n${own}\r\n`],
      ["400", `TRACE / HTTP/1.1\r\n${own}\r\n`],
      ["hung up", `CONNECT evil.example:443 HTTP/1.1\r\n${own}\r\n`],
      ["404", `GET //evil.example/api/desk HTTP/1.1\r\n${own}\r\n`],
      ["404", `GET /../../etc/passwd HTTP/1.1\r\n${own}\r\n`],
      ["404", `GET /%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1\r\n${own}\r\n`],
      ["400", `GET /a\0b HTTP/1.1\r\n${own}\r\n`],
      ["400", `GET / HTTP/1.1\r\n${own}x: a\0b\r\n\r\n`],
      ["400", `GET / HTTP/1.1\r\n${own}x: ${"a".repeat(40_000)}\r\n\r\n`],
      ["413", `POST /api/documents?name=a.txt HTTP/1.1\r\n${own}content-length: 99999999999\r\n\r\nx`],
      [
        "400",
        `POST /api/documents?name=a.txt HTTP/1.1\r\n${own}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      ],
      ["400", `POST /api/documents?name=a.txt HTTP/1.1\r\n${own}content-length: -5\r\n\r\nhello`],
      [
        "413",
        `POST /api/documents/d1/marks HTTP/1.1\r\n${own}content-type: application/json\r\ncontent-length: 300000\r\n\r\n${"[".repeat(300_000)}`,
      ],
      [
        "413",
        `POST /api/documents/d1/marks HTTP/1.1\r\n${own}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${"ffff\r\n".concat("[".repeat(0xffff), "\r\n").repeat(20)}0\r\n\r\n`,
      ],
      ["401", `GET /api/desk HTTP/1.1\r\n${host}upgrade: websocket\r\nconnection: upgrade\r\n\r\n`],
    ];
    for (const [expected, bytes] of cases) {
      const answer = await raw(port, bytes);
      expect([bytes.slice(0, 60), status(answer)]).toEqual([bytes.slice(0, 60), expected]);
      if (answer !== "")
        expect([bytes.slice(0, 60), answer]).toEqual([
          bytes.slice(0, 60),
          expect.stringContaining("cache-control: no-store"),
        ]);
    }
    // Whoever hangs up in the middle of a document, or says nothing at all, costs nothing.
    const half = connect(port, "127.0.0.1", () =>
      half.write(`POST /api/documents?name=a.txt HTTP/1.1\r\n${own}content-length: 5000\r\n\r\nhalf`, () =>
        half.destroy(),
      ),
    );
    await new Promise((resolve) => half.on("close", resolve));
    const desk = await fetch(`${origin}/api/desk`, { headers: { cookie } });
    expect(await desk.json()).toMatchObject({ documents: [{ name: "q1.txt" }] });
  });
});
