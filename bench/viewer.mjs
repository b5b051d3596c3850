// The page of evidence in a browser: how soon the first view stands, and how long what a reader does blocks the page. It measures dist/.
// As a program of its own: node bench/viewer.mjs [FILE...]; our HTML example alone and repeated to 5 MB, where none is named. CHROME_PATH names the browser.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { checkDocument } from "../dist/tieout/check.js";
import { evidenceOf } from "../dist/viewer/evidence-of.js";
import { evidencePage } from "../dist/viewer/evidence-page.js";
import { shownDocument } from "../dist/viewer/shown-document.js";

const STEPS = 40;
const ROUNDS = 3;
const executablePath = process.env["CHROME_PATH"] ?? "/usr/bin/chromium";
const asset = (name) => readFileSync(fileURLToPath(new URL(`../dist/viewer/client/${name}`, import.meta.url)), "utf8");
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** What a reader does that a long document could make slow: each some script for the page. */
const ACTS = {
  [`${STEPS} steps`]: `for (let n = 0; n < ${STEPS}; n++) { key("n"); await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); }`,
  "a state": 'document.querySelector(".filter.tied").click()',
  "all states": 'document.querySelector(".filter.tied").click()',
  "the first key of a search": 'typed("3")',
  "the next": 'typed("37")',
  "the search cleared": 'typed("")',
  "the map, further down": "pressed(0.5)",
  "the map, near the end": "pressed(0.9)",
  "the map, near the beginning": "pressed(0.1)",
  "the next finding": 'key("e")',
};

const HANDS = `
  window.key = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  window.typed = (words) => {
    const field = document.getElementById("search");
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  window.pressed = (part) => {
    const map = document.querySelector(".map");
    map.setPointerCapture = () => {};
    const { x, y, height } = map.getBoundingClientRect();
    const at = { clientX: x + 8, clientY: y + height * part, bubbles: true, pointerId: 1 };
    for (const kind of ["pointerdown", "pointerup"]) map.dispatchEvent(new PointerEvent(kind, at));
  };`;

/** What each act blocks the page for: the longest task of its thread that follows, in milliseconds of processor time, which a crowded machine makes no longer. */
async function blocked(page) {
  await page.evaluate(HANDS);
  const session = await page.context().newCDPSession(page);
  const taken = {};
  for (const [name, script] of Object.entries(ACTS)) {
    const events = [];
    const gather = ({ value }) => events.push(...value);
    session.on("Tracing.dataCollected", gather);
    await session.send("Tracing.start", { categories: "toplevel,devtools.timeline", transferMode: "ReportEvents" });
    await page.evaluate(`(async () => { ${script}; await new Promise((ready) => setTimeout(ready, 800)); })()`);
    const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
    await session.send("Tracing.end");
    await complete;
    session.off("Tracing.dataCollected", gather);
    const own = new Set(
      events
        .filter((e) => e.name === "thread_name" && e.args.name === "CrRendererMain")
        .map((e) => `${e.pid} ${e.tid}`),
    );
    const tasks = events.filter(({ name, pid, tid }) => /RunTask$/.test(name) && own.has(`${pid} ${tid}`));
    taken[name] = Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1e3));
  }
  return taken;
}

/** Milliseconds from the navigation to the drawn viewer, and what each act blocks the page for then. */
async function seen(browser, file) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector(".welcome");
  const first = await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))),
  );
  const acts = await blocked(page);
  await page.close();
  return { first, acts };
}

function repeatedExample() {
  const text = readFileSync(fileURLToPath(new URL("../examples/halvorsen-2007-q3.htm", import.meta.url)), "utf8");
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(text)[1];
  return text.replace(body, () => body.repeat(Math.ceil(5e6 / text.length)));
}

/** Our HTML example alone, and repeated to 5 MB. */
function ownPages() {
  const example = fileURLToPath(new URL("../examples/halvorsen-2007-q3.htm", import.meta.url));
  return [
    { name: "example.htm", text: readFileSync(example) },
    { name: "5 MB.htm", text: repeatedExample() },
  ];
}

export async function viewer(files = ownPages()) {
  if (!existsSync(executablePath))
    return console.log("\nThe page of evidence: no browser here; name one in CHROME_PATH");
  const client = { script: asset("main.js"), style: asset("style.css") };
  const bytes = gzipSync(client.script).length + gzipSync(client.style).length;
  console.log(`\nThe page of evidence (client: ${(bytes / 1e3).toFixed(1)} kB compressed; medians of ${ROUNDS})`);
  const folder = mkdtempSync(join(tmpdir(), "tickmark-viewer-"));
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    for (const { name, text } of files) {
      const checked = checkDocument(typeof text === "string" ? new TextEncoder().encode(text) : text, { name });
      if (checked.kind === "refused") continue;
      const begin = performance.now();
      const html = evidencePage(evidenceOf(checked), shownDocument(checked), client);
      const made = performance.now() - begin;
      const file = join(folder, "page.html");
      writeFileSync(file, html);
      const runs = [];
      for (let n = 0; n < ROUNDS; n++) runs.push(await seen(browser, file));
      const figures = checked.figures.length;
      const of = (key) => median(runs.map((run) => run[key])).toFixed(0);
      console.log(
        `${name}: ${figures} figures, page ${(html.length / 1e6).toFixed(2)} MB, made in ${made.toFixed(0)} ms; first view ${of("first")} ms`,
      );
      const acts = Object.keys(ACTS).map((act) => `${act} ${median(runs.map((run) => run.acts[act])).toFixed(0)}`);
      console.log(`  the page is blocked for at most, in ms: ${acts.join(", ")}`);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2).map((path) => ({ name: basename(path), text: readFileSync(path) }));
  await viewer(named.length > 0 ? named : undefined);
}
