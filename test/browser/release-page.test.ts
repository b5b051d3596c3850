import { expect, test } from "vitest";
import { htmlPage } from "../../src/output/html/html-page.ts";
import { smallRelease } from "../small-release.ts";
import { type ContextOptions, DESK, hasChromium, launched, type Page, PHONE, violations } from "./chromium.ts";

const { html } = htmlPage(smallRelease(), { language: "en" });

async function onPage<R>(options: ContextOptions, ask: (page: Page) => Promise<R>): Promise<R> {
  const browser = await launched();
  try {
    const page = await (await browser.newContext(options)).newPage();
    await page.setContent(html);
    return await ask(page);
  } finally {
    await browser.close();
  }
}

test.skipIf(!hasChromium).each([
  ["light", DESK],
  ["dark", DESK],
  ["light", PHONE],
] as const)("the page breaks no rule of accessibility in %s at %o", async (colorScheme, viewport) => {
  const broken = await onPage({ viewport, colorScheme }, async (page) => {
    await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
    return violations(page);
  });
  expect(broken).toEqual([]);
});

test.skipIf(!hasChromium)(
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

test.skipIf(!hasChromium)(
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

test.skipIf(!hasChromium)(
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
