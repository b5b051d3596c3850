// The pictures of the README, made anew from what is built: node scripts/pictures.mjs. They show our own example and nothing else.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { browser as found, root } from "./ready.mjs";

const SIZE = { width: 1500, height: 860 };
/** Screens of today have two dots where a picture has one. */
const SHARPNESS = 2;
const QUALITY = 72;

const program = join(root, "bin/tickmark.js");
const draft = join(root, "examples/halvorsen-2007-q3-draft.txt");
const folder = mkdtempSync(join(tmpdir(), "tickmark-pictures-"));
const into = join(root, "docs/pictures");
mkdirSync(into, { recursive: true });

const browser = await chromium.launch({ executablePath: found(), args: ["--no-sandbox", "--disable-gpu"] });

async function opened(url) {
  const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: SHARPNESS, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function taken(page, name) {
  await page.waitForTimeout(300);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  const bytes = Buffer.from(data, "base64");
  writeFileSync(join(into, name), bytes);
  console.log(`docs/pictures/${name}: ${(bytes.length / 1e3).toFixed(0)} kB`);
}

/** The address of a desk over the draft, and the studio behind it. */
async function studio() {
  const path = join(folder, "halvorsen-2007-q3.txt");
  writeFileSync(path, readFileSync(draft));
  const child = spawn(process.execPath, [program, "studio", path]);
  const address = await new Promise((resolve) => {
    let told = "";
    child.stdout.on("data", (part) => {
      told += part;
      const [url] = /http:\S+/.exec(told) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  return { address, path, stop: () => child.kill("SIGINT") };
}

try {
  const file = join(folder, "evidence.html");
  spawnSync(process.execPath, [program, "check", draft, "--html", file]);
  const evidence = await opened(pathToFileURL(file).href);
  await evidence.keyboard.press("e");
  await taken(evidence, "evidence.webp");

  const { address, path, stop } = await studio();
  const desk = await opened(address);
  await desk.waitForSelector("#document .figure");
  await desk.keyboard.press("e");
  await desk.keyboard.press("q");
  await desk.keyboard.type("Are two digits exchanged here?");
  await desk.keyboard.press("Tab");
  await desk.keyboard.type("P. Raman");
  await desk.keyboard.press("Enter");
  await desk.waitForSelector(".decided .question");
  writeFileSync(path, readFileSync(draft, "utf8").replace("64.2", "62.4"));
  await desk.waitForSelector("text=was checked again");
  await desk.click(".told button");
  await desk.keyboard.press("v");
  await desk.keyboard.press("n");
  await taken(desk, "drafts.webp");
  stop();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
