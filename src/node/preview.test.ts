import { request } from "node:http";
import { afterEach, expect, it } from "vitest";
import { openPreview, type Preview } from "./preview.ts";

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
  preview.show("<html><body><p>Revenue grew 12 percent.</p></body></html>");
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
  preview.show("<html><body><script>alert(1)</script></body></html>");
  const { body, policy } = await ask(preview.url);
  const [, nonce] = /<script nonce="([0-9a-f]+)">/.exec(body)!;
  expect(policy).toContain(`script-src 'nonce-${nonce}'`);
  expect(policy).not.toContain("script-src 'unsafe-inline'");
  expect(body.match(/nonce="/g)).toHaveLength(1);
});

it("tells the browser of a new page", async () => {
  preview = await openPreview(0);
  const news = new Promise<string>((resolve, reject) => {
    request(`${preview!.url}news`, (response) => {
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        if (part.includes("data:")) resolve(part);
      });
    })
      .on("error", reject)
      .end();
  });
  const shown = preview;
  const again = setInterval(() => shown.show("<p>again</p>"), 20);
  expect(await news).toContain("data: new");
  clearInterval(again);
});
