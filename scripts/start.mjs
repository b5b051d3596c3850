// npm start: installs what is missing, builds, and does the main job: it ties out the example release and shows the answer.
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
process.exitCode = release === 0 && draft === 1 ? 0 : 1;
