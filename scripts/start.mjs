// npm start: installs what is missing, builds, and does the main job once: it ties out the example release and shows the
// answer. Exit status 1 would say that the example has errors; it has none.
import { build, ready, run } from "./ready.mjs";

ready();
if (!build()) process.exit(2);
const examples = ["examples/halvorsen-2007-q3.txt", "examples/halvorsen-2007-q3.htm"];
console.log(`$ tickmark check ${examples.join(" ")}\n`);
process.exitCode = run(process.execPath, ["bin/tickmark.js", "check", ...examples]) ? 0 : 1;
