import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/*
 * A browser as the tests use it. Whoever runs them looks for one and names it in CHROME_PATH; without one the tests of this folder
 * do nothing, and say so.
 */
const { CHROME_PATH } = process.env;
const needed = createRequire(import.meta.url);

export const hasChromium: boolean = CHROME_PATH !== undefined;

/** What is used of Playwright. Its own types would bring the browser's names into every file of the project. */
interface Playwright {
  readonly chromium: { readonly launch: (options: object) => Promise<Browser> };
}
export interface Browser {
  readonly newContext: (options: ContextOptions) => Promise<{ readonly newPage: () => Promise<Page> }>;
  readonly close: () => Promise<void>;
}
export interface ContextOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce";
}
export interface Page {
  readonly on: (what: "request" | "dialog" | "pageerror" | "console", act: (event: Event) => void) => void;
  readonly goto: (url: string) => Promise<unknown>;
  readonly setContent: (html: string) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly keyboard: { readonly press: (key: string) => Promise<void>; readonly type: (text: string) => Promise<void> };
  readonly mouse: { readonly click: (x: number, y: number) => Promise<void> };
  readonly click: (selector: string) => Promise<void>;
  readonly evaluate: {
    <R>(inside: string): Promise<R>;
    <A, R>(inside: (argument: A) => R, argument: A): Promise<R>;
  };
  readonly textContent: (selector: string) => Promise<string | null>;
  readonly locator: (selector: string) => { readonly count: () => Promise<number> };
  readonly waitForEvent: (what: "download") => Promise<Download>;
  readonly waitForSelector: (selector: string, options?: { readonly state: "detached" }) => Promise<unknown>;
  readonly addScriptTag: (options: { readonly content: string }) => Promise<unknown>;
  readonly route: (url: string, act: (route: Route) => Promise<void>) => Promise<void>;
  readonly screenshot: () => Promise<Buffer>;
  readonly emulateMedia: (options: { readonly media: "screen" | "print" }) => Promise<void>;
}
interface Event {
  readonly url?: () => string;
  readonly text?: () => string;
  readonly type?: () => string;
}
interface Download {
  readonly suggestedFilename: () => string;
  readonly path: () => Promise<string>;
}
interface Route {
  readonly fulfill: (answer: object) => Promise<void>;
}

/** A browser that asks nothing of anybody by itself. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export function launched(): Promise<Browser> {
  const { chromium } = needed("playwright-core") as Playwright;
  return chromium.launch({ executablePath: CHROME_PATH!, args: QUIET });
}

/** A page, and what it does that none of ours may: it asks for what is not its own, opens a dialog, or makes a mistake. */
export interface Watched {
  readonly page: Page;
  readonly events: readonly string[];
}

export async function watched(
  browser: Browser,
  options: ContextOptions,
  isOwn: (url: string) => boolean,
): Promise<Watched> {
  const page = await (await browser.newContext(options)).newPage();
  const events: string[] = [];
  page.on("request", (request) => {
    const asked = request.url?.() ?? "";
    if (!isOwn(asked)) events.push(`request ${asked}`);
  });
  page.on("dialog", () => events.push("dialog"));
  page.on("pageerror", (error) => events.push(`error ${String(error)}`));
  page.on("console", (message) => {
    if (message.type?.() === "error") events.push(`console ${message.text?.()}`);
  });
  return { page, events };
}

/** The rules of accessibility that the page breaks now, each with where. */
export async function violations(page: Page): Promise<readonly unknown[]> {
  // Our pages let no script in but their own, so that this one is evaluated by the debugger.
  await page.evaluate(readFileSync(needed.resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]))`,
  );
}
