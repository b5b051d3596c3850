// npm start: installs what is missing, builds, and does the main jobs: it ties out the example release, closes example books, and shows both.
import { spawnSync } from "node:child_process";
import { build, ready, root } from "./ready.mjs";

ready();
if (!build()) process.exit(2);
const check = (path) => {
  console.log(`\n$ tickmark check ${path}\n`);
  return spawnSync(process.execPath, ["bin/tickmark.js", "check", path], { cwd: root, stdio: "inherit" }).status;
};
// The release is right; in its draft two digits of one cell are exchanged, and that must be found.
const release = check("examples/halvorsen-2007-q3.htm");
const draft = check("examples/halvorsen-2007-q3-draft.txt");
const books = (...args) => {
  const all = [...args, "--workspace", "examples/millipore-2007-q3"];
  console.log(`\n$ tickmark ${all.join(" ")}\n`);
  return spawnSync(process.execPath, ["bin/tickmark.js", ...all], { cwd: root, stdio: "inherit" }).status;
};
// Books that print the figures of a real release: they must close without an error.
const closed = books("close");
const facts = books("facts", "--measure", "revenue,revenue-growth,net-income,diluted-eps", "--period", "2007-Q3");
process.exitCode = release === 0 && draft === 1 && closed === 0 && facts === 0 ? 0 : 1;
