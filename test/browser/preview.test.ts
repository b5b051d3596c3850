import { afterEach, beforeEach, expect, test } from "vitest";
import { openPreview, type Preview, type PreviewNews } from "../../src/node/preview.ts";
import { htmlPage } from "../../src/output/html/html-page.ts";
import { smallRelease } from "../small-release.ts";
import { type Browser, DESK, hasChromium, launched, type Page } from "./chromium.ts";

const { html } = htmlPage(smallRelease(), { language: "en" });
const PROVING: PreviewNews = { state: "proving", said: ["Its figures are being proved."] };
const PROVED: PreviewNews = { state: "proved", said: ["Proved."] };

let browser: Browser | undefined;
let preview: Preview | undefined;
beforeEach(async () => {
  if (!hasChromium) return;
  browser = await launched();
  preview = await openPreview(0);
});
afterEach(async () => {
  await browser?.close();
  await preview?.close();
});

async function opened(): Promise<Page> {
  const page = await (await browser!.newContext({ viewport: DESK })).newPage();
  await page.goto(preview!.url);
  return page;
}

const saying = (page: Page, words: string): Promise<unknown> =>
  page.evaluate(`new Promise((resolve) => {
    const look = () => document.querySelector("#tickmark-preview")?.textContent === ${JSON.stringify(words)} ? resolve() : setTimeout(look, 5);
    look();
  })`);

test.skipIf(!hasChromium)("a page opened before there is a release becomes the release", async () => {
  const page = await opened();
  preview!.show(html, PROVED);
  await saying(page, "Proved.");
  const [main, title] = await page.evaluate<readonly [string, string]>(
    "[document.querySelector('main').outerHTML, document.title]",
  );
  expect(html).toContain(title);
  expect(main).toBe(
    await page.evaluate<string>(
      `new DOMParser().parseFromString(${JSON.stringify(html)}, "text/html").querySelector("main").outerHTML`,
    ),
  );
});

test.skipIf(!hasChromium)("one figure changes where it stands; nothing else moves", async () => {
  preview!.show(html, PROVED);
  const page = await opened();
  await saying(page, "Proved.");
  await page.evaluate(`(() => {
    document.querySelectorAll("details").forEach((part) => { part.open = true; });
    window.scrollTo(0, 900);
    window.kept = [...document.querySelectorAll("main *")];
  })()`);
  const [, figure] = /data-figure="[^"]*">([0-9.$ a-z]+)</.exec(html)!;
  preview!.show(html.replace(`>${figure}<`, ">$999.9 million<"), PROVING);
  await saying(page, "Its figures are being proved.");
  const [text, isKept, top, open] = await page.evaluate<readonly [string, boolean, number, number]>(`[
    document.querySelector("main").textContent,
    [...document.querySelectorAll("main *")].every((element, i) => element === window.kept[i]),
    window.scrollY,
    [...document.querySelectorAll("details")].filter((part) => !part.open).length,
  ]`);
  expect(text).toContain("$999.9 million");
  expect({ isKept, top, open }).toEqual({ isKept: true, top: 900, open: 0 });
});

test.skipIf(!hasChromium)("paragraphs that come and go leave the page as it would be loaded", async () => {
  preview!.show(html, PROVED);
  const page = await opened();
  await saying(page, "Proved.");
  const more = html.replace("<p>", "<p>One more.</p>\n<p>").replace("</main>", "<p>At the end.</p></main>");
  for (const [shown, words] of [
    [more, "One."],
    [html, "Two."],
  ] as const) {
    preview!.show(shown, { state: "proved", said: [words] });
    await saying(page, words);
    expect(
      await page.evaluate<boolean>(
        `document.body.isEqualNode(new DOMParser().parseFromString(${JSON.stringify(shown)}, "text/html").body)`,
      ),
    ).toBe(true);
  }
});

test.skipIf(!hasChromium)("a page whose maker has ended says that it may be old", async () => {
  preview!.show(html, PROVED);
  const page = await opened();
  await saying(page, "Proved.");
  await preview!.close();
  preview = undefined;
  await saying(page, "Tickmark does not answer. The page that stands here may be an older one.");
});
