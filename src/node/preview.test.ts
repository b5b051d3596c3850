import { request } from "node:http";
import { afterEach, expect, it } from "vitest";
import { openPreview, type Preview, type PreviewNews } from "./preview.ts";

const PROVING: PreviewNews = { state: "proving", said: ["Its figures are being proved."] };

let preview: Preview | undefined;
afterEach(async () => {
  await preview?.close();
  preview = undefined;
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly policy: string;
}

/** Asks by the machine's own client, which sends whatever host and origin it is told to. */
const ask = (address: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(address, { headers, method }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        body += part;
      });
      const policy = String(response.headers["content-security-policy"] ?? "");
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body, policy }));
    });
    sent.on("error", reject);
    sent.end();
  });

it("shows the page to whoever has the address, and nothing to others", async () => {
  preview = await openPreview(0);
  preview.show("<html><body><p>Revenue grew 12 percent.</p></body></html>", PROVING);
  const { origin } = new URL(preview.url);
  expect((await ask(preview.url)).body).toContain("Revenue grew 12 percent.");
  for (const path of ["/", "/release.html", "/..%2f..%2fetc/passwd", "/news"])
    expect((await ask(origin + path)).status).toBe(404);
  expect((await ask(preview.url, {}, "POST")).status).toBe(405);
});

it("refuses the names and pages of other sites", async () => {
  preview = await openPreview(0);
  expect((await ask(preview.url, { host: "evil.example" })).status).toBe(403);
  expect((await ask(preview.url, { origin: "https://evil.example" })).status).toBe(403);
});

it("runs no script but its own, whatever the page holds", async () => {
  preview = await openPreview(0);
  preview.show("<html><body><script>alert(1)</script></body></html>", PROVING);
  const { body, policy } = await ask(preview.url);
  const [, nonce] = /<script nonce="([0-9a-f]+)">/.exec(body)!;
  expect(policy).toContain(`script-src 'nonce-${nonce}'`);
  expect(policy).not.toContain("script-src 'unsafe-inline'");
  expect(body.match(/nonce="/g)).toHaveLength(1);
});

/** The news as they come, until there are so many. */
const newsOf = (address: string, count: number): Promise<readonly Record<string, unknown>[]> =>
  new Promise((resolve, reject) => {
    let body = "";
    const sent = request(`${address}news`, (response) => {
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        body += part;
        const news = [...body.matchAll(/^data: (.*)\n\n/gm)].map(([, data]) => JSON.parse(data!));
        if (news.length < count) return;
        resolve(news);
        sent.destroy();
      });
    });
    sent.on("error", reject);
    sent.end();
  });

it("says at once what there is to say of the page, and then each change of it", async () => {
  preview = await openPreview(0);
  preview.show("<p>one</p>", PROVING);
  const coming = newsOf(preview.url, 3);
  const shown = preview;
  // The first answer comes when the listener is known.
  await newsOf(preview.url, 1);
  shown.tell({ state: "proved", said: ["Proved."] });
  shown.show("<p>two</p>", PROVING);
  expect(await coming).toEqual([
    { version: 1, ...PROVING },
    { version: 1, state: "proved", said: ["Proved."] },
    { version: 2, ...PROVING },
  ]);
});

it("follows the news from the page that was opened before there was a release", async () => {
  preview = await openPreview(0);
  const { body } = await ask(preview.url);
  expect(body).toContain("new EventSource");
  const [news] = await newsOf(preview.url, 1);
  expect(news).toMatchObject({ version: 0, state: "making" });
});
