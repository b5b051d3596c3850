// What must be there before anything else can run: a Node that is new enough, the packages of the lock file, a browser.
// Plain JavaScript on Node alone, since it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** In CI nothing may be skipped: what could not run has failed. */
export const strict = process.env.CI === "true" || process.env.CI === "1";

/** Runs a program in the root of the repository with its output shown; true where it exits with 0. */
export function run(program, args, env = {}) {
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  return status === 0;
}

/** Runs a tool that a package brings, by its path below node_modules. */
export const tool = (path, args, env) => run(process.execPath, [join(root, "node_modules", path), ...args], env);

export const build = () =>
  tool("typescript/bin/tsc", ["-p", "tsconfig.build.json"]) &&
  run(process.execPath, [join(root, "scripts/bundle-clients.mjs")]) &&
  run(process.execPath, [join(root, "scripts/bundle-command.mjs")]);

/** Installs what the lock file names, where it is not all there. Ends the process with status 2 where that cannot be. */
export function ready() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`tickmark: this is Node ${process.versions.node}; Node 20.19 or newer is needed.`);
    process.exit(2);
  }
  if (installed()) return;
  console.error("tickmark: installing the packages of package-lock.json ...");
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const done = npm?.endsWith(".js")
    ? run(process.execPath, [npm, ...args])
    : run(process.platform === "win32" ? "npm.cmd" : "npm", args);
  if (done && installed()) return;
  console.error("tickmark: the packages could not be installed; npm says why above.");
  process.exit(2);
}

/** Whether node_modules holds each package of the lock file in its version; those for other machines are left out. */
function installed() {
  const there = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(there)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(there, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" || entry.optional || entry.devOptional || entry.peer || found[path]?.version === entry.version,
  );
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function lookForBrowser() {
  const set = process.env.CHROME_PATH;
  if (set !== undefined && set !== "") return runs(set) ? set : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES].find(runs);
}

/** The path of a Chromium: the one that stands there, or one installed from Debian's packages; undefined where neither is. */
export function browser() {
  const found = lookForBrowser();
  if (found !== undefined || process.env.CHROME_PATH) return found;
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  console.error("tickmark: installing Chromium from Debian's packages ...");
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-q"], quiet);
  run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], quiet);
  return lookForBrowser();
}
