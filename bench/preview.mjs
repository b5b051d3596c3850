// node bench/preview.mjs [ROUNDS] [EXAMPLE] [CHANGE]: how long after a file is saved its figure stands in the browser's page. It starts `tickmark build --watch` over a copy of each
// example, opens the preview in a browser (CHROME_PATH, as for the browser tests) and saves one change ROUNDS times (20 where it says none), there and back: a binding of
// the text, a method of company.yaml, a formula of measures.yaml, an entry of the journals. Wall clock of one machine, from after the save to after the page was painted
// with every word of the release as it is then built; and until its proofs were written.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROUNDS = Number(process.argv[2] ?? 20);
/** Parts of the names of what is measured alone. */
const [, , , ONLY = "", CHANGE = ""] = process.argv;
/** Between a proof and the next save, so that what the command does at leisure is over. */
const REST = 300;
const program = process.env.TICKMARK_PROGRAM ?? fileURLToPath(new URL("../bin/tickmark.js", import.meta.url));

/** What stands in the one state of a file, and what in the other. The first file of a change is saved first; it is timed from the last. */
const EXAMPLES = [
  {
    workspace: "millipore-2007-q3",
    release: "releases/2007-q3/release.md",
    sentence: "Research and development was {research-share | 0.1} of revenue.",
    changes: {
      "a binding of release.md": [
        ["releases/2007-q3/release.md", "{revenue}. Changes", "{revenue | millions 1}. Changes"],
      ],
      "a method of company.yaml": [
        ["company.yaml", "constant-currency: current-at-prior-rates", "constant-currency: prior-at-current-rates"],
      ],
      "a formula of measures.yaml": [
        ["measures.yaml", "formula: research-and-development /", "formula: 2 * research-and-development /"],
      ],
      "an entry of the journals": [
        ["books/journals/totals.csv", "398,2860433995.64,2860433995.64", "398,2861433995.64,2861433995.64"],
        [
          "books/journals/2007/2007-P09.csv",
          "S1,1,2007-09-01,2007-P09,SRL-US,1100,,,,USD,4048945.60,4048945.60",
          "S1,1,2007-09-01,2007-P09,SRL-US,1100,,,,USD,5048945.60,5048945.60",
        ],
        [
          "books/journals/2007/2007-P09.csv",
          "S1,2,2007-09-01,2007-P09,SRL-US,4000,Bioprocess,Americas,,USD,-1380616.00,-1380616.00",
          "S1,2,2007-09-01,2007-P09,SRL-US,4000,Bioprocess,Americas,,USD,-2380616.00,-2380616.00",
        ],
      ],
    },
  },
  {
    workspace: "brackenholt-2025-q4",
    release: "releases/2025-q4/release.md",
    sentence: "Software was {software-share | 0.1} of revenue.",
    changes: {
      "a binding of release.md": [
        ["releases/2025-q4/release.md", "{revenue}. Without", "{revenue | millions 1}. Without"],
      ],
      "a method of company.yaml": [
        ["company.yaml", "constant-currency: prior-at-current-rates", "constant-currency: current-at-prior-rates"],
      ],
      "a formula of measures.yaml": [["measures.yaml", "Software) / revenue", "Software) / (2 * revenue)"]],
      "an entry of the journals": [
        ["books/journals/totals.csv", "175,411006375.57,411006375.57", "175,412006375.57,412006375.57"],
        ["books/journals/2025/2025-P12.csv", "EUR,13763700.00,13763700.00", "EUR,14763700.00,14763700.00"],
        ["books/journals/2025/2025-P12.csv", "EUR,-8728200.00,-8728200.00", "EUR,-9728200.00,-9728200.00"],
      ],
    },
  },
];

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
/** What is asked of the page is waited for later, and may be given up before. */
const later = (answer) => {
  answer?.catch(() => undefined);
  return answer;
};
const after = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Saves one state of a change; gives when the last of its files was written. */
function save(folder, edits, isOther) {
  const files = new Map();
  for (const [path, one, other] of edits) {
    const text = files.get(path) ?? readFileSync(join(folder, path), "utf8");
    const [from, to] = isOther ? [one, other] : [other, one];
    if (text.split(from).length !== 2) throw new Error(`${path} does not hold "${from}" once`);
    files.set(path, text.replace(from, to));
  }
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
  return Date.now();
}

/** The command that watches, with how often it has told what it has built. */
function started(folder, out) {
  const child = spawn(process.execPath, [program, "build", folder, "--out", out, "--watch"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told = { out: "", err: "" };
  for (const name of ["out", "err"])
    child[name === "out" ? "stdout" : "stderr"].setEncoding("utf8").on("data", (text) => {
      told[name] += text;
    });
  const until = async (isSo) => {
    for (let waited = 0; !isSo(); waited += 5) {
      if (waited > 20_000) throw new Error(`nothing came of it:\n${told.out}${told.err}`);
      await after(5);
    }
    return Date.now();
  };
  return {
    address: async () => {
      await until(() => /Preview: \S+\n/.test(told.err));
      return /Preview: (\S+)\n/.exec(told.err)[1];
    },
    builds: () => told.out.split("132.txt: read back").length - 1,
    until,
    end: () =>
      new Promise((resolve) => {
        child.on("exit", resolve);
        child.kill("SIGINT");
      }),
  };
}

/** Resolves in the page with the time at which it has been painted with these words in it. */
const STANDS = `(words) => new Promise((resolve) => {
  const done = () => document.querySelector("main")?.textContent === words;
  const painted = () => requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
  if (done()) return painted();
  const observer = new MutationObserver(() => {
    if (!done()) return;
    observer.disconnect();
    painted();
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
})`;

async function measured({ workspace, release, sentence, changes }, browser) {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-preview-"));
  const [books, out] = [join(folder, "books"), join(folder, "out")];
  cpSync(fileURLToPath(new URL(`../examples/${workspace}`, import.meta.url)), books, { recursive: true });
  rmSync(join(books, ".tickmark"), { recursive: true, force: true });
  const text = readFileSync(join(books, release), "utf8");
  writeFileSync(
    join(books, release),
    text
      .replace("\n> ", `\n${sentence}\n\n> `)
      .replace("\n## ", text.includes("\n> ") ? "\n## " : `\n${sentence}\n\n## `),
  );
  const watching = started(books, out);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  try {
    const address = await watching.address();
    await page.goto(address);
    await watching.until(() => watching.builds() > 0);
    for (const [name, edits] of Object.entries(changes).filter(([each]) => each.includes(CHANGE))) {
      const words = [];
      const times = { shown: [], proved: [] };
      for (let round = -2; round < ROUNDS; round++) {
        const isOther = round % 2 === 0;
        const known = words[Number(isOther)];
        const before = watching.builds();
        await after(REST);
        const standing =
          known === undefined ? undefined : later(page.evaluate(`(${STANDS})(${JSON.stringify(known)})`));
        const saved = save(books, edits, isOther);
        const proved = await watching.until(() => watching.builds() > before);
        // The first two rounds are not timed: they say what is built.
        words[Number(isOther)] = await page.evaluate(
          (html) => new DOMParser().parseFromString(html, "text/html").querySelector("main").textContent,
          readFileSync(join(out, "release.html"), "utf8"),
        );
        if (round < 0) continue;
        if (words[Number(isOther)] !== known) throw new Error("one text gave two releases");
        times.shown.push((await standing) - saved);
        times.proved.push(proved - saved);
      }
      if (words[0] === words[1]) throw new Error(`${name}: nothing changes in the release`);
      const [shown, worst, proved] = [median(times.shown), Math.max(...times.shown), median(times.proved)];
      console.log(
        `${workspace}  ${name.padEnd(26)}  shown ${shown} ms (worst ${worst}), proved ${proved} ms, medians of ${ROUNDS}`,
      );
    }
  } finally {
    await watching.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  for (const example of EXAMPLES) if (example.workspace.includes(ONLY)) await measured(example, browser);
} finally {
  await browser.close();
}
