import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/** The rooms in the order of the house: a room may import only rooms that stand before it, and never what it is closed to. */
const ROOMS = [
  "exact",
  "finding-code-release",
  "finding-code",
  "finding",
  "calendar",
  "money",
  "text",
  "books",
  "warehouse",
  "ledger",
  "consolidation",
  "measures",
  "release",
  "output",
  "tieout",
  "rules",
  "readback",
  "viewer",
  "studio",
  "index",
  "node",
  "cli",
];
/** The rooms of the rules, in their order (docs/architecture.md). */
const RULE_ROOMS = ["names", "reading", "reconciliation", "prominence", "wording", "drift", "timing"];
/** The road that checks shares nothing of the road that makes (docs/architecture.md). */
const MAKING = ["books", "warehouse", "ledger", "consolidation", "measures", "release", "output"];
const EXACT_ROOMS = [
  "exact",
  "books",
  "warehouse",
  "measures",
  "ledger",
  "consolidation",
  "money",
  "release",
  "tieout",
  "readback",
];
const PILES = /(^|\/)(utils?|helpers?|common|types|misc|shared)\.ts$/;
const ROOTS = [
  "src/viewer/client/main.tsx",
  "src/studio/client/main.tsx",
  "src/index.ts",
  "src/node.ts",
  "src/cli/main.ts",
  "src/cli/effects.ts",
  "src/cli/worker.ts",
  "src/cli/proof-worker.ts",
  "src/cli/studio-worker.ts",
];

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

function filesBelow(folder: string, ending: RegExp): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.includes("node_modules/"))
    .sort();
}

const all = filesBelow("src", /\.tsx?$/);
const sources = all.filter((path) => !path.endsWith(".test.ts"));

/** The code without its comments, at the same lines, so that words in comments offend nobody. */
const codeOf = (path: string): string =>
  read(path).replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, " "));

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)"([^"]+)"/g;
const importsOf = (path: string): string[] => [...codeOf(path).matchAll(IMPORT)].map((match) => match[1]!);
const resolved = (path: string, name: string): string => posix.join(posix.dirname(path), name);
const inside = (path: string): string[] =>
  importsOf(path)
    .filter((name) => name.startsWith("."))
    .map((name) => resolved(path, name));

const roomOf = (path: string): string => path.split("/")[1]!.replace(/\.ts$/, "");
const EFFECTS = ["warehouse", "node", "cli"];
/** What runs in a browser has the browser's own clock and page. */
const isClient = (path: string): boolean => path.split("/").includes("client");
const isCore = (path: string): boolean => !EFFECTS.includes(roomOf(path)) && !isClient(path);

/** "path:line: text" for each place where the pattern stands in the code. */
function placesOf(pattern: RegExp, paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    codeOf(path)
      .split("\n")
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );
}

describe("the rooms", () => {
  it("import only rooms that stand before them", () => {
    const wrong = sources.flatMap((path) =>
      inside(path)
        .filter((other) => ROOMS.indexOf(roomOf(other)) > ROOMS.indexOf(roomOf(path)) || !ROOMS.includes(roomOf(other)))
        .map((other) => `${path} imports ${other}`),
    );
    expect(wrong).toEqual([]);
    expect(sources.filter((path) => !ROOMS.includes(roomOf(path)))).toEqual([]);
  });

  it("of the rules import only rooms of theirs that stand before them", () => {
    const of = (path: string): number => RULE_ROOMS.indexOf(path.split("/")[2]!);
    const within = sources.filter((path) => /^src\/rules\/.*\//.test(path));
    expect(within.filter((path) => of(path) < 0)).toEqual([]);
    const wrong = within.flatMap((path) =>
      inside(path)
        .filter((other) => of(other) > of(path))
        .map((other) => `${path} imports ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it("that check a release share nothing with those that make one", () => {
    const wrong = sources
      .filter((path) => ["tieout", "rules"].includes(roomOf(path)))
      .flatMap((path) =>
        inside(path)
          .filter((other) => MAKING.includes(roomOf(other)))
          .map((other) => `${path} imports ${other}`),
      );
    expect(wrong).toEqual([]);
  });

  it("have no circle of imports", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, above: readonly string[]): void => {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(" -> "));
      if (done.has(path) || above.includes(path)) return;
      for (const other of inside(path)) if (sources.includes(other)) visit(other, [...above, path]);
      done.add(path);
    };
    for (const path of sources) visit(path, []);
    expect(circles).toEqual([]);
  });

  it("import each other's files by a name that ends in .ts, and no file that is private to another folder", () => {
    const wrong = all.flatMap((path) =>
      inside(path)
        .filter((other) => {
          const foreign = posix.basename(other).startsWith("_") && posix.dirname(other) !== posix.dirname(path);
          return foreign || !/\.tsx?$/.test(other) || !existsSync(join(root, other));
        })
        .map((other) => `${path} imports ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keep no file that nothing leads to", () => {
    const reached = new Set<string>();
    const waiting = [...ROOTS];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      if (!existsSync(join(root, path))) continue;
      waiting.push(...inside(path));
    }
    expect(sources.filter((path) => !reached.has(path))).toEqual([]);
  });

  it("have no barrels and no piles", () => {
    expect(placesOf(/^\s*export \*/, sources)).toEqual([]);
    expect(sources.filter((path) => PILES.test(path))).toEqual([]);
  });

  it("have no file of more than 400 lines", () => {
    const long = [...all, ...filesBelow("test", /\.ts$/), ...filesBelow("bench", /\.(ts|mjs)$/)]
      .map((path) => ({ path, lines: read(path).split("\n").length - 1 }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});

describe("the core", () => {
  const core = sources.filter(isCore);

  it("uses no Node module", () => {
    const wrong = core.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith("node:"))
        .map((name) => `${path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no console, no process, no clock, no timer and no chance", () => {
    const effects =
      /\b(console|process|Buffer|performance|globalThis)\b\s*[.[(]|\bnew Date\b|\bDate\s*[.(]|\bset(Timeout|Interval|Immediate)\b|\bMath\.random\b/;
    expect(placesOf(effects, core)).toEqual([]);
  });

  it("asks nothing of the machine's language", () => {
    expect(placesOf(/\.localeCompare\(|\.toLocale\w*\(|\bIntl\./, core)).toEqual([]);
  });

  it("makes no amount a binary floating point number", () => {
    // The one way from a big integer to a machine integer is there, and refuses what is not exact.
    const paths = core.filter((path) => EXACT_ROOMS.includes(roomOf(path)) && path !== "src/exact/integer.ts");
    expect(placesOf(/\bparseFloat\b|\btoFixed\b|\btoPrecision\b|\bNumber\(/, paths)).toEqual([]);
  });
});

describe("a test", () => {
  it("reads no clock: how fast the machine is at that moment says nothing of the program", () => {
    const tests = [...filesBelow("src", /\.test\.ts$/), ...filesBelow("test", /\.test\.ts$/)];
    expect(tests.length).toBeGreaterThan(200);
    // Written in pieces, so that this file does not hold what it looks for.
    const clock = new RegExp(["process\\.(cpu", "Usage|hr", "time)|performance\\.", "now|Date\\.", "now"].join(""));
    expect(tests.filter((path) => clock.test(read(path)))).toEqual([]);
  });
});

describe("the papers", () => {
  const papers = [...readdirSync(root).filter((name) => name.endsWith(".md")), ...filesBelow("docs", /\.md$/)];
  // Written in two pieces, so that this file does not hold what it looks for.
  const machine = new RegExp(["/(wo", "rk|fa", "rm)/|fa", "rm-(bench|studio)"].join(""));

  it("link only to what is there", () => {
    const dead = papers.flatMap((path) =>
      [...read(path).matchAll(/\]\(([^)\s]+)\)/g)]
        .map((match) => match[1]!)
        .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith("#"))
        .filter((target) => !existsSync(join(root, dirname(path), target.split("#")[0]!)))
        .map((target) => `${path} -> ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it("keep the README below 100 lines", () => {
    expect(read("README.md").split("\n").length).toBeLessThan(100);
  });

  it("name no path and no tool of one machine", () => {
    const texts = [".ci", "bench", "bin", "docs", "examples", "scripts", "src", "test"].flatMap((folder) =>
      filesBelow(folder, /^[^.]+$|\.(ts|mjs|js|md|txt|json|htm)$/),
    );
    const own = [...texts, ...papers, "package.json", "biome.json", "vitest.config.ts", "NOTICE"];
    expect(own.filter((path) => machine.test(read(path)))).toEqual([]);
  });

  it("name in NOTICE every package that is installed with the product", () => {
    const packages: Record<string, { dev?: boolean }> = JSON.parse(read("package-lock.json")).packages;
    const shipped = Object.entries(packages).filter(([path, entry]) => path !== "" && entry.dev !== true);
    const names = shipped.map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
    const notice = read("NOTICE");
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !notice.includes(`  ${name} `))).toEqual([]);
  });

  it("agree on the version", () => {
    const { version } = JSON.parse(read("package.json"));
    expect(read("src/cli/version.ts")).toContain(`VERSION = "${version}"`);
    expect(read("CHANGELOG.md")).toContain(`## ${version}`);
  });
});
