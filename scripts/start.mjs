// npm start: installs what is missing, builds, and does the main jobs: it makes a release from example books, proves it by both roads, and ties out
// a draft in which two digits are exchanged.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build, ready, root } from "./ready.mjs";

ready();
if (!build()) process.exit(2);
const tickmark = (...args) => {
  console.log(`\n$ tickmark ${args.join(" ")}\n`);
  return spawnSync(process.execPath, ["bin/tickmark.js", ...args], { cwd: root, stdio: "inherit" }).status;
};
// Books that print the figures of a real release: every printed number must be recomputed, and the page must tie out without an error.
const release = tickmark("build", "examples/millipore-2007-q3", "--out", "dist/example");
const traced = tickmark("trace", "F2", "--workspace", "examples/millipore-2007-q3", "--entries", "3", "--lines", "1");
// Somebody else's draft, in which two digits of one cell are exchanged: that must be found.
const draft = tickmark("check", "examples/halvorsen-2007-q3-draft.txt");
console.log(`\nThe release from the books: ${join(root, "dist", "example", "release.html")}`);
process.exitCode = release === 0 && traced === 0 && draft === 1 ? 0 : 1;
