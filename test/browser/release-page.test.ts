import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { htmlPage } from "../../src/output/html/html-page.ts";
import { smallRelease } from "../small-release.ts";

// Whoever runs the tests looks for a browser and names it; on its own this file does nothing without one.
const { CHROME_PATH } = process.env;
const needed = createRequire(import.meta.url);

/** What is used of Playwright. Its own types would bring the browser's names into every file of the project. */
interface Playwright {
  readonly chromium: {
    readonly launch: (options: { executablePath: string; args: readonly string[] }) => Promise<{
      readonly newContext: (options: ContextOptions) => Promise<{ readonly newPage: () => Promise<Page> }>;
      readonly close: () => Promise<void>;
    }>;
  };
}
interface ContextOptions {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: "light" | "dark";
}
interface Page {
  readonly setContent: (html: string) => Promise<void>;
  readonly emulateMedia: (options: { media: "screen" | "print" }) => Promise<void>;
  readonly addScriptTag: (options: { content: string }) => Promise<unknown>;
  readonly evaluate: <R>(inside: string) => Promise<R>;
}
const { chromium } = needed("playwright-core") as Playwright;
const QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];

const AXE = (): string => readFileSync(needed.resolve("axe-core/axe.min.js"), "utf8");
const { html } = htmlPage(smallRelease(), { language: "en" });

async function onPage<R>(options: ContextOptions, ask: (page: Page) => Promise<R>): Promise<R> {
  const browser = await chromium.launch({ executablePath: CHROME_PATH!, args: QUIET });
  try {
    const page = await (await browser.newContext(options)).newPage();
    await page.setContent(html);
    return await ask(page);
  } finally {
    await browser.close();
  }
}

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

test.skipIf(CHROME_PATH === undefined).each([
  ["light", DESK],
  ["dark", DESK],
  ["light", PHONE],
] as const)("the page breaks no rule of accessibility in %s at %o", async (colorScheme, viewport) => {
  const violations = await onPage({ viewport, colorScheme }, async (page) => {
    await page.addScriptTag({ content: AXE() });
    await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
    return page.evaluate<readonly Violation[]>(
      "axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations)",
    );
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});

test.skipIf(CHROME_PATH === undefined)(
  "the page does not scroll sideways on a phone; its tables do, their labels stay",
  async () => {
    const seen = await onPage({ viewport: PHONE, colorScheme: "light" }, (page) =>
      page.evaluate<{ page: number; table: number; label: number; before: number }>(`(() => {
      const scroll = document.querySelector(".scroll");
      const label = scroll.querySelector("tbody th");
      const before = label.getBoundingClientRect().left;
      scroll.scrollLeft = 200;
      return { page: document.documentElement.scrollWidth, table: scroll.scrollLeft, label: label.getBoundingClientRect().left, before };
    })()`),
    );
    expect(seen.page).toBe(PHONE.width);
    expect(seen.table).toBeGreaterThan(100);
    expect(seen.label).toBe(seen.before);
  },
);

test.skipIf(CHROME_PATH === undefined)(
  "the digits of a column stand below each other, brackets and percent signs beside them",
  async () => {
    const edges = await onPage({ viewport: DESK, colorScheme: "light" }, (page) =>
      page.evaluate<
        readonly (readonly number[])[]
      >(`[...document.querySelectorAll("main > .sheet table")].flatMap((table) => {
      const columns = new Map();
      for (const cell of table.querySelectorAll("tbody td.n")) {
        const figure = cell.querySelector("[data-figure]");
        if (figure === null || !/[0-9]/.test(figure.textContent)) continue;
        const texts = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
        let node = texts.nextNode();
        while (!/[0-9]/.test(node.data)) node = texts.nextNode();
        // The decimal point, or the end of a whole number.
        const at = node.data.indexOf(".");
        const range = document.createRange();
        range.setStart(node, 0);
        range.setEnd(node, at < 0 ? node.data.length : at);
        const bold = getComputedStyle(cell).fontWeight >= 600;
        if (bold) continue;
        const known = columns.get(cell.cellIndex) ?? [];
        columns.set(cell.cellIndex, [...known, range.getBoundingClientRect().right]);
      }
      return [...columns.values()];
    })`),
    );
    expect(edges.length).toBeGreaterThan(15);
    for (const column of edges) expect(Math.max(...column) - Math.min(...column)).toBeLessThan(0.5);
  },
);

test.skipIf(CHROME_PATH === undefined)(
  "what is below zero is heard as minus, though the text of the page has no such word",
  async () => {
    const [text, told] = await onPage({ viewport: DESK, colorScheme: "light" }, (page) =>
      page.evaluate<readonly [string, string]>(`(() => {
      const minus = document.querySelector(".minus");
      return [minus.closest("td").textContent, getComputedStyle(minus, "::before").content];
    })()`),
    );
    expect(text).toMatch(/^\([\d.]+\)$/);
    expect(told).toBe('"minus "');
  },
);
