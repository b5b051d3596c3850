import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDocument } from "../../src/tieout/check.ts";
import { evidenceOf } from "../../src/viewer/evidence-of.ts";
import { evidencePage } from "../../src/viewer/evidence-page.ts";
import { shownDocument } from "../../src/viewer/shown-document.ts";

// Whoever runs the tests looks for a browser and names it; on its own this file does nothing without one. It shows the client
// that the last build has bundled.
const { CHROME_PATH } = process.env;
const needed = createRequire(import.meta.url);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** What is used of Playwright. Its own types would bring the browser's names into every file of the project. */
interface Playwright {
  readonly chromium: { readonly launch: (options: object) => Promise<Browser> };
}
interface Browser {
  readonly newContext: (options: object) => Promise<{ readonly newPage: () => Promise<Page> }>;
  readonly close: () => Promise<void>;
}
interface Page {
  readonly on: (what: "request" | "dialog" | "pageerror", act: (event: { url?: () => string }) => void) => void;
  readonly setContent: (html: string) => Promise<void>;
  readonly keyboard: { readonly press: (key: string) => Promise<void>; readonly type: (text: string) => Promise<void> };
  readonly click: (selector: string) => Promise<void>;
  readonly evaluate: <R>(inside: string) => Promise<R>;
  readonly textContent: (selector: string) => Promise<string | null>;
  readonly locator: (selector: string) => { readonly count: () => Promise<number> };
  readonly emulateMedia: (options: { media: "screen" | "print" }) => Promise<void>;
}

const QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];
const example = readFileSync(join(root, "examples/halvorsen-2007-q3.htm"), "utf8");
/** A digit of one region is wrong: the total no longer foots. */
const planted = example.replace("151.4", "151.9");

function pageOf(text: string): string {
  const client = ["main.js", "style.css"].map((name) => readFileSync(join(root, "dist/viewer/client", name), "utf8"));
  const checked = checkDocument(new TextEncoder().encode(text), { name: "q3.htm" });
  if (checked.kind === "refused") throw new Error(checked.refusal.message);
  return evidencePage(evidenceOf(checked), shownDocument(checked), { script: client[0]!, style: client[1]! });
}

describe.skipIf(CHROME_PATH === undefined)("the page of evidence", () => {
  let browser: Browser;
  beforeAll(async () => {
    const { chromium } = needed("playwright-core") as Playwright;
    browser = await chromium.launch({ executablePath: CHROME_PATH!, args: QUIET });
  });
  afterAll(() => browser.close());

  async function opened(text: string, options: object = {}): Promise<{ page: Page; events: string[] }> {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })).newPage();
    const events: string[] = [];
    page.on("request", (request) => events.push(`request ${request.url?.()}`));
    page.on("dialog", () => events.push("dialog"));
    page.on("pageerror", (error) => events.push(`error ${String(error)}`));
    await page.setContent(pageOf(text));
    return { page, events };
  }

  it("leads to a planted error by keyboard alone, and shows the sum that cannot be", async () => {
    const { page, events } = await opened(planted);
    await page.keyboard.press("e");
    expect(await page.textContent(".right .state")).toContain("contradicted");
    expect(await page.textContent(".right .finding .message")).toContain("Americas + Europe + Asia/Pacific = Total");
    expect(await page.textContent(".right .certificate")).toContain("151.9, 157.4, 62.4 → 371.2");
    expect(await page.locator("#document .chosen").count()).toBe(1);
    expect(await page.textContent("[role=status]")).toContain("contradicted");
    expect(events).toEqual([]);
  });

  it("steps through the figures that the filters leave, and lights up the operands of a relation", async () => {
    const { page } = await opened(example);
    for (const state of ["contradicted", "attainable", "untied"]) await page.click(`.filter.${state}`);
    await page.keyboard.press("n");
    const first = await page.evaluate<string>('document.querySelector("#document .chosen").id');
    await page.keyboard.press("n");
    await page.keyboard.press("p");
    expect(await page.evaluate<string>('document.querySelector("#document .chosen").id')).toBe(first);
    expect(await page.evaluate<string>('document.querySelector("#document .chosen").dataset.status')).toBe("tied");
    await page.click(".relations .line");
    expect(await page.locator("#document .operand").count()).toBeGreaterThan(1);
    await page.keyboard.press("Escape");
    expect(await page.locator("#document .chosen, #document .operand").count()).toBe(0);
  });

  it("finds a number that is typed", async () => {
    const { page } = await opened(example);
    await page.keyboard.press("/");
    await page.keyboard.type("130.6");
    await page.keyboard.press("Enter");
    expect(await page.textContent("#document .chosen")).toBe("130.6");
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ] as const)("breaks no rule of accessibility in %s, %i pixels wide", async (colorScheme, width) => {
    const { page } = await opened(planted, { colorScheme, viewport: { width, height: 844 } });
    await page.keyboard.press("e");
    // The policy of the page runs no script but its own; what the debugger hands in is none of the page's.
    await page.evaluate(readFileSync(needed.resolve("axe-core/axe.min.js"), "utf8"));
    const found = await page.evaluate<readonly { id: string; nodes: readonly { html: string }[] }[]>(
      "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)",
    );
    expect(found.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join("; ")}`)).toEqual([]);
  });

  it("is wholly on paper: the findings with their proofs, then the document", async () => {
    const { page } = await opened(planted);
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate<string>("document.body.innerText");
    expect(seen).toContain("total-does-not-foot");
    expect(seen).toContain("151.9, 157.4, 62.4 → 371.2");
    expect(seen.indexOf("Findings")).toBeLessThan(seen.indexOf("Revenue by Geography"));
    expect(seen).not.toContain("Next finding");
  });

  it("shows a hostile release inert: nothing is run, nothing is fetched", async () => {
    const attack = `<script>window.ran=1</script><img src="http://x.example/a.png" onerror="window.ran=1"><p onclick="window.ran=1" style="background:url(http://x.example/b)">Revenue was $371.2 million.</p><form action="http://x.example"><button>Go</button></form><style>@import url(http://x.example/c);</style><iframe src="javascript:parent.ran=1"></iframe></script><script>window.ran=1</script>`;
    const { page, events } = await opened(
      example.replace("<body", `<body onload="window.ran=1"`).replace("</body>", `${attack}</body>`),
    );
    await page.keyboard.press("n");
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(events).toEqual([]);
  });
});
