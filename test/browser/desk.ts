import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type ContextOptions, DESK, type Page, type Watched, watched } from "./chromium.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const started: ChildProcess[] = [];

/** Starts the studio that the last build has made, as a user does, and gives the address that it prints. */
export function studio(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [join(root, "bin/tickmark.js"), "studio", ...args]);
  started.push(child);
  return new Promise((resolve, reject) => {
    let told = "";
    child.stdout.on("data", (part: Buffer) => {
      told += String(part);
      const address = /http:\S+/.exec(told)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.stderr.on("data", (part: Buffer) => reject(new Error(String(part))));
  });
}

/** Stops every studio that was started, as Ctrl-C does. */
export function stopStudios(): void {
  for (const child of started.splice(0)) child.kill("SIGINT");
}

/** Opens the desk in a browser, and tells of whatever it asks of others. */
export async function entered(browser: Browser, address: string, options: ContextOptions = {}): Promise<Watched> {
  const { origin } = new URL(address);
  const isOwn = (url: string): boolean => url.startsWith(`${origin}/`) || url.startsWith("blob:");
  const desk = await watched(browser, { viewport: DESK, reducedMotion: "reduce", ...options }, isOwn);
  await desk.page.goto(address);
  return desk;
}

/** Drops a document on the window, as a hand does. */
export const drop = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  })()`);

/** Waits until these words stand there. */
export const has = (page: Page, words: string, where = "body"): Promise<unknown> =>
  page.waitForSelector(`${where} >> text=${words}`);
