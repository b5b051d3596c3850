import { expect, it } from "vitest";
import { FIRST } from "./drafts.ts";
import { studioRoom } from "./studio-room.ts";

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>';

it("a binder holds the document's hash, every measurement with its proof, the marks, the sign-offs and the last hash of their chain", async () => {
  const { ask, view } = await studioRoom({ "/in/q1.txt": FIRST });
  const first = await view("d1");
  const by = { author: "Ragna Lie", reason: `Left out on purpose. ${HOSTILE}`, revision: first.revision };
  const marked = await ask("POST", "/api/documents/d1/marks", { kind: "waive", finding: 0, ...by });
  const { revision } = (await marked.json()) as { revision: string };
  const { report } = first.evidence;
  const pumps = report.figures.find((f) => f.text === "150.1")!.id;
  await ask("POST", "/api/documents/d1/signoffs", { figures: [pumps], by: HOSTILE, note: "to the ledger", revision });
  const response = await ask("GET", "/api/documents/d1/binder.html");
  expect(response.headers.get("content-disposition")).toContain('attachment; filename="q1-binder.html"');
  const html = await response.text();
  const { chain } = await view("d1");
  expect(html).toContain(report.sha256);
  expect(html).toContain(`1 line, the last of hash <code>${chain.last}</code>`);
  expect(html).toContain("0 errors, 0 warnings, 0 notes; 1 waived");
  for (const { id, status } of report.figures) if (status !== undefined) expect(html).toContain(`id="ref-${id}"`);
  for (const { id } of report.relations) expect(html).toContain(`id="ref-${id}"`);
  expect(html).toContain("Left out on purpose.");
  expect(html).toContain("to the ledger");
  // Every tag of the page, without what stands between the tags: what was typed has made none.
  const tags = html.match(/<[^>]*>/g) ?? [];
  expect(tags.filter((tag) => /^<(script|img|iframe|form)|\son\w+=/i.test(tag))).toEqual([]);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).toContain("default-src 'none'");
});

it("a binder of a document that cannot be read says why", async () => {
  const { ask } = await studioRoom({ "/in/q1.htm": "\0\u0001binary\0".repeat(50) });
  const html = await (await ask("GET", "/api/documents/d1/binder.html")).text();
  expect(html).toContain("The document could not be read:");
});
