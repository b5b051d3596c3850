// npm test: installs what is missing and runs every check. "npm run test:shared" runs the checks that read ../shared. Both
// close with the line "N passed, N failed", which counts single tests and each other check as one.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser, build, ready, root, strict, tool } from "./ready.mjs";

const tally = { passed: 0, failed: 0 };
const failures = [];

function count(name, good) {
  if (good) tally.passed++;
  else {
    tally.failed++;
    failures.push(name);
  }
}

function check(name, carryOut) {
  console.log(`\n# ${name}`);
  count(name, carryOut());
}

/** What cannot run here is said, and in CI it has failed. */
function skip(name, reason) {
  console.log(`\n# ${name}: ${strict ? "could not run" : "skipped"}: ${reason}`);
  if (strict) count(`${name}: ${reason}`, false);
}

/** What tells the tests where the browser is; without one, those that need it skip themselves. */
function withBrowser() {
  const chrome = browser();
  return chrome === undefined ? {} : { CHROME_PATH: chrome };
}

/** Runs the named projects of vitest.config.ts and counts their tests, those skipped as failed in CI. */
function vitest(projects, env = {}) {
  console.log(`\n# tests: ${projects.join(", ")}`);
  const folder = mkdtempSync(join(tmpdir(), "tickmark-test-"));
  const file = join(folder, "tests.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const good = tool("vitest/vitest.mjs", ["run", ...projects.flatMap((p) => ["--project", p]), ...reporters], env);
  const failedBefore = tally.failed;
  if (existsSync(file)) countTests(JSON.parse(readFileSync(file, "utf8")));
  rmSync(folder, { recursive: true, force: true });
  if (!good && tally.failed === failedBefore) count("the test runner", false);
}

function countTests(results) {
  for (const { name, status, assertionResults } of results.testResults) {
    const where = name.startsWith(root) ? name.slice(root.length) : name;
    if (status === "failed" && assertionResults.every((test) => test.status !== "failed"))
      count(`${where} could not be run`, false);
    for (const test of assertionResults) {
      const title = `${where}: ${test.fullName}`;
      if (test.status === "passed" || test.status === "failed") count(title, test.status === "passed");
      else skip(title, "the test is marked so");
    }
  }
}

ready();
if (process.argv[2] === "shared") {
  check("build", build);
  if (existsSync(join(root, "..", "shared"))) vitest(["shared"], withBrowser());
  else skip("tests: shared", "there is no folder ../shared");
} else {
  check("format and lint", () => tool("@biomejs/biome/bin/biome", ["check", "."]));
  check("types", () => tool("typescript/bin/tsc", ["-p", "tsconfig.json"]));
  for (const room of ["viewer", "studio"])
    if (existsSync(join(root, "src", room, "client")))
      check(`types of the client of ${room}`, () =>
        tool("typescript/bin/tsc", ["-p", join("src", room, "client", "tsconfig.json")]),
      );
  check("build", build);
  const found = withBrowser();
  const hasBrowser = found.CHROME_PATH !== undefined;
  if (!hasBrowser)
    skip("tests: browser", "there is no Chromium or Chrome here; install one, or name it in CHROME_PATH");
  vitest(["unit", "fuzz", ...(hasBrowser ? ["browser"] : [])], found);
}
if (failures.length > 0) console.log(`\nNot passed:\n${failures.map((name) => `  ${name}`).join("\n")}`);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
