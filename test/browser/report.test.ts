import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { checkRelease } from "../../src/index.ts";
import { bundle } from "../bundle.ts";

// Whoever runs the tests looks for a browser and names it; on its own this file does nothing without one.
const { CHROME_PATH } = process.env;

/** What is used of Playwright. Its own types would bring the browser's names into every file of the project. */
interface Playwright {
  readonly chromium: {
    readonly launch: (options: { executablePath: string; args: readonly string[] }) => Promise<{
      readonly newPage: () => Promise<Page>;
      readonly close: () => Promise<void>;
    }>;
  };
}
interface Page {
  readonly on: (event: "pageerror", listener: (error: Error) => void) => void;
  readonly addScriptTag: (options: { content: string }) => Promise<unknown>;
  readonly evaluate: <A, R>(inside: (argument: A) => R, argument: A) => Promise<R>;
}
const { chromium } = createRequire(import.meta.url)("playwright-core") as Playwright;

const EXAMPLES = ["halvorsen-2007-q3.htm", "halvorsen-2007-q3.txt", "halvorsen-2007-q3-draft.txt"];
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What the browser makes of the examples, one after the other in one page, and what it complained of. */
async function inBrowser(documents: readonly (readonly [string, Uint8Array])[]): Promise<{
  readonly reports: readonly string[];
  readonly complaints: readonly string[];
}> {
  const { code } = await bundle();
  const browser = await chromium.launch({ executablePath: CHROME_PATH!, args: QUIET });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.addScriptTag({ content: code });
    const reports = await page.evaluate(
      (list) => {
        const { tickmark } = globalThis as unknown as { tickmark: { checkRelease: typeof checkRelease } };
        return list.map(([name, bytes]) => JSON.stringify(tickmark.checkRelease(Uint8Array.from(bytes), { name })));
      },
      documents.map(([name, bytes]) => [name, [...bytes]] as const),
    );
    return { reports, complaints };
  } finally {
    await browser.close();
  }
}

test.skipIf(CHROME_PATH === undefined)("a browser gives the reports that Node gives, byte for byte", async () => {
  const documents = EXAMPLES.map(
    (name) => [name, readFileSync(new URL(`../../examples/${name}`, import.meta.url))] as const,
  );
  const { reports, complaints } = await inBrowser(documents);
  expect(complaints).toEqual([]);
  for (const [i, [name, bytes]] of documents.entries()) {
    const here = checkRelease(bytes, { name });
    expect(reports[i]).toBe(JSON.stringify(here));
    expect(here.figures.length).toBeGreaterThan(20);
  }
});
