import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rulesBy } from "../../src/rules/rules.ts";
import { checkDocument } from "../../src/tieout/check.ts";
import { evidenceOf } from "../../src/viewer/evidence-of.ts";
import { evidencePage } from "../../src/viewer/evidence-page.ts";
import { shownDocument } from "../../src/viewer/shown-document.ts";
import {
  type Browser,
  type ContextOptions,
  hasChromium,
  launched,
  violations,
  type Watched,
  watched,
} from "./chromium.ts";

// It shows the client that the last build has bundled.
const root = fileURLToPath(new URL("../..", import.meta.url));

const example = readFileSync(join(root, "examples/halvorsen-2007-q3.htm"), "utf8");
/** A digit of one region is wrong: the total no longer foots. */
const planted = example.replace("151.4", "151.9");

const draft = readFileSync(join(root, "examples/halvorsen-2007-q3-draft.txt"), "utf8");

const made = new Map<string, string>();

function pageOf(text: string, name: string): string {
  const old = made.get(text);
  if (old !== undefined) return old;
  const client = ["main.js", "style.css"].map((name) => readFileSync(join(root, "dist/viewer/client", name), "utf8"));
  const checked = checkDocument(new TextEncoder().encode(text), { name, rules: rulesBy() });
  if (checked.kind === "refused") throw new Error(checked.refusal.message);
  const page = evidencePage(evidenceOf(checked), shownDocument(checked), { script: client[0]!, style: client[1]! });
  made.set(text, page);
  return page;
}

describe.skipIf(!hasChromium)("the page of evidence", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  });
  afterAll(() => browser.close());

  async function opened(text: string, options: ContextOptions = {}, name = "q3.htm"): Promise<Watched> {
    const seen = await watched(browser, { viewport: { width: 1440, height: 900 }, ...options }, () => false);
    await seen.page.setContent(pageOf(text, name));
    return seen;
  }

  it("leads to a planted error by keyboard alone, and shows the sum that cannot be", async () => {
    const { page, events } = await opened(planted);
    await page.keyboard.press("e");
    expect(await page.textContent(".right .state")).toContain("contradicted");
    expect(await page.textContent(".right .finding .message")).toContain("Americas + Europe + Asia/Pacific = Total");
    expect(await page.locator("#document .chosen").count()).toBe(1);
    expect(await page.textContent("[role=status]")).toContain("contradicted");
    expect(events).toEqual([]);
  });

  it("leads from the figure to its proof and back, and names each figure to those who do not see it", async () => {
    const { page } = await opened(planted);
    await page.keyboard.press("e");
    const id = await page.evaluate<string>("document.activeElement.id");
    expect(await page.evaluate<string>(`document.getElementById("${id}").textContent`)).toBe("62.4");
    expect(await page.textContent("[role=status]")).toBe("62.4, Asia/Pacific, contradicted, 2 findings");
    await page.keyboard.press("Enter");
    expect(await page.evaluate<string>("document.activeElement.id")).toBe("chosen-name");
    await page.keyboard.press("Escape");
    expect(await page.evaluate<string>("document.activeElement.id")).toBe(id);
    await page.keyboard.press("Escape");
    expect(await page.locator("#document .chosen, #document .operand").count()).toBe(0);
    expect(await page.locator(".right .welcome").count()).toBe(1);
  });

  it("lists the operands as they are added up, with what they give and what is printed", async () => {
    const { page } = await opened(planted);
    await page.keyboard.press("e");
    const lines = await page.evaluate<readonly string[]>(
      '[...document.querySelector(".right .finding .tape").querySelectorAll(".given, .operand-link")].map((l) => l.innerText.replace(/\\s+/g, " "))',
    );
    expect(lines).toEqual([
      "Americas 151.9",
      "Europe 157.4",
      "Asia/Pacific 62.4",
      "The printed digits give 371.7",
      "Total 371.2",
    ]);
  });

  it("draws what the print stands for beside what the rest leaves, with their ends", async () => {
    const { page } = await opened(draft, {}, "draft.txt");
    await page.keyboard.press("e");
    expect(await page.evaluate<string>('document.querySelector(".drawing svg").getAttribute("aria-label")')).toBe(
      "64.2 stands for 64.15 to 64.25 (USD millions). The rest of the page leaves: 62.35875 to 62.55.",
    );
    expect(await page.textContent(".drawing figcaption")).toBe("They do not meet: 1.6 USD millions lie between them.");
  });

  it("shows what a rule of disclosure finds at the words it means, with the figures it names, and goes on from there", async () => {
    const { page, events } = await opened(draft, { reducedMotion: "reduce" }, "draft.txt");
    await page.keyboard.press("e");
    await page.keyboard.press("e");
    expect(await page.textContent("#document .chosen")).toBe("constant currency");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("constant currency");
    expect(await page.textContent(".right .print")).toBe("constant currency");
    expect(await page.textContent(".right .finding .message")).toContain('"constant currency"; how it is computed');
    expect(await page.textContent(".right .tape .number")).toBe("8");
    expect(await page.textContent("#document .operand")).toBe("8");
    expect(await page.textContent("[role=status]")).toContain("how it is computed");
    // Nothing is wrong with the figure, and no mark is set before it; the map has its pin at the words.
    expect(await page.evaluate(`document.querySelector("#document .operand").dataset.found`)).toBeUndefined();
    expect(await page.locator(".map .pin").count()).toBe(1);
    await page.keyboard.press("n");
    expect(await page.textContent("#document .chosen")).toBe("8");
    await page.click('#document .passage:text-is("non-GAAP operating margin")');
    expect(await page.textContent(".right .finding .code .words")).toBe("quotation without GAAP");
    await page.keyboard.press("p");
    expect(await page.textContent("#document .chosen")).toBe("18");
    expect(events).toEqual([]);
  });

  it("steps through the figures that the filters leave, and lights up the operands of a relation", async () => {
    const { page } = await opened(example);
    await page.click(".filter.tied");
    await page.keyboard.press("n");
    const first = await page.evaluate<string>('document.querySelector("#document .chosen").id');
    await page.keyboard.press("n");
    await page.keyboard.press("p");
    expect(await page.evaluate<string>('document.querySelector("#document .chosen").id')).toBe(first);
    expect(await page.evaluate<string>('document.querySelector("#document .chosen").dataset.status')).toBe("tied");
    await page.keyboard.press("1");
    expect(await page.locator("#document .operand").count()).toBeGreaterThan(1);
    expect(await page.locator("#document .operand.result").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await page.locator("#document .chosen, #document .operand").count()).toBe(0);
  });

  it("changes nothing of the document but marks on it, so that a long one is not laid out anew", async () => {
    const { page } = await opened(planted);
    await page.evaluate(
      'window.changed = []; new MutationObserver((all) => window.changed.push(...all.map((m) => m.type + " " + m.attributeName))).observe(document.getElementById("document"), { subtree: true, childList: true, characterData: true, attributes: true })',
    );
    for (const key of ["n", "n", "e", "1", "p", "e", "Escape"]) await page.keyboard.press(key);
    expect(await page.evaluate("[...new Set(window.changed)]")).toEqual(["attributes class"]);
  });

  it("shows a long document in pieces, and loses nothing of it", async () => {
    const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(example)![1]!;
    const { page } = await opened(
      example.replace(body, () => body.repeat(16)),
      { reducedMotion: "reduce" },
    );
    expect(await page.locator("#document .piece").count()).toBeGreaterThan(100);
    expect(
      await page.evaluate(
        `JSON.parse(document.getElementById("evidence").textContent).report.figures.filter(({ id, text }) => {
          const spans = document.querySelectorAll('#document [id="' + id + '"], #document [id^="' + id + '-"]');
          const bare = (words) => words.replace(/\\s/g, "");
          return bare([...spans].map((span) => span.textContent).join("")) !== bare(text);
        })`,
      ),
    ).toEqual([]);
    await page.keyboard.press("p");
    const inSight =
      '(() => { const f = document.querySelector("#document .chosen").getBoundingClientRect(), d = document.getElementById("document").getBoundingClientRect(); return f.top > d.top && f.bottom < d.bottom; })()';
    expect(await page.evaluate(inSight)).toBe(true);
  });

  it("finds a number that is typed", async () => {
    const { page } = await opened(example);
    await page.keyboard.press("/");
    await page.keyboard.type("130.6");
    await page.keyboard.press("Enter");
    expect(await page.textContent("#document .chosen")).toBe("130.6");
  });

  it("finds words over several cells, and an amount by its value in full", async () => {
    const { page } = await opened(example);
    await page.keyboard.press("/");
    await page.keyboard.type("asia/pacific 62.4");
    await page.keyboard.press("Enter");
    expect(await page.textContent("#document .chosen")).toBe("62.4");
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("130,600,000");
    await page.keyboard.press("Enter");
    expect(await page.textContent("#document .chosen")).toBe("130.6");
  });

  it("shows findings of the chosen severities alone, and walks through those", async () => {
    const { page } = await opened(planted);
    await page.click(".weight-filter.note");
    expect(await page.locator(".findings .listed.note").count()).toBeGreaterThan(1);
    expect(await page.locator(".findings .listed:not(.note)").count()).toBe(0);
    await page.keyboard.press("e");
    await page.keyboard.press("e");
    await page.keyboard.press("e");
    expect(await page.textContent(".right .finding .weight")).toBe("note");
    expect(await page.locator('.findings [aria-current="true"]').count()).toBe(1);
  });

  it("goes where the map is pressed", async () => {
    const { page } = await opened(planted, { reducedMotion: "reduce" });
    const box = await page.evaluate<{ x: number; y: number; height: number }>(
      'document.querySelector(".map").getBoundingClientRect().toJSON()',
    );
    const top = () => page.evaluate<number>('document.getElementById("document").scrollTop');
    expect(await top()).toBe(0);
    await page.mouse.click(box.x + 5, box.y + box.height - 3);
    expect(await top()).toBeGreaterThan(300);
  });

  const VIEWS = {
    "at first": [],
    "an error": ["e"],
    "a proof": ["e", "1"],
    "the findings": ["f"],
    "what was found": ["/", "3", "7", "1"],
    keys: ["?"],
  } as const;
  it.each([
    ["light", 1440],
    ["dark", 1440],
    ["light", 1100],
    ["light", 390],
    ["dark", 390],
  ] as const)("breaks no rule of accessibility in %s, %i pixels wide", async (colorScheme, width) => {
    for (const [view, keys] of Object.entries(VIEWS)) {
      const { page } = await opened(planted, {
        colorScheme,
        reducedMotion: "reduce",
        viewport: { width, height: 844 },
      });
      for (const key of keys) await page.keyboard.press(key);
      expect([view, ...(await violations(page))]).toEqual([view]);
      await page.close();
    }
  });

  it("wears the colours that are asked for, on the document's paper as well", async () => {
    const { page } = await opened(planted, { colorScheme: "light" });
    const ground = (selector: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector("${selector}")).backgroundColor`);
    const light = await ground("#document");
    await page.click('[aria-label^="Colours: system"]');
    expect(await ground("#document")).toBe(light);
    await page.click('[aria-label^="Colours: light"]');
    expect(await ground("#document")).not.toBe(light);
    // The rows that the document has shaded in light blue.
    const shaded = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('#document tr')].map((row) => getComputedStyle(row).backgroundColor)",
    );
    expect(shaded).not.toContain("rgb(204, 238, 255)");
    expect(new Set(shaded).size).toBe(2);
  });

  it("keeps the document in sight on a telephone, and folds the sheet away", async () => {
    const { page } = await opened(planted, { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
    await page.keyboard.press("e");
    const seen = await page.evaluate<boolean>(
      '(() => { const f = document.querySelector("#document .chosen").getBoundingClientRect(); return document.querySelector("#document").getBoundingClientRect().bottom > f.bottom && f.top > 0; })()',
    );
    expect(seen).toBe(true);
    expect(await page.textContent(".tabs [aria-pressed=true]")).toContain("62.4");
    const height = () => page.evaluate<number>('document.querySelector("#document").clientHeight');
    const before = await height();
    await page.click(".fold");
    expect(await height()).toBeGreaterThan(before + 200);
    expect(await page.evaluate<boolean>("document.documentElement.scrollWidth <= 390")).toBe(true);
  });

  it("is wholly on paper: the findings with their proofs, then the document", async () => {
    const { page } = await opened(planted);
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate<string>("document.body.innerText");
    expect(seen).toContain("total-does-not-foot");
    expect(seen).toContain("Americas $151.9 + Europe 157.4 + Asia/Pacific 62.4 = Total $371.2");
    expect(seen.indexOf("Findings")).toBeLessThan(seen.indexOf("Revenue by Geography"));
    expect(seen).not.toContain("Next finding");
  });

  it("lets nothing of the document be drawn over the findings on paper", async () => {
    const { page } = await opened(planted);
    await page.emulateMedia({ media: "print" });
    const before = await page.screenshot();
    // More than a document's own styles can say.
    await page.evaluate(
      'document.querySelector("#document p").style.textDecoration = "line-through 3000px rgb(255, 0, 0)"',
    );
    expect(Buffer.compare(await page.screenshot(), before)).toBe(0);
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
