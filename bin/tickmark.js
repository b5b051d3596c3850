#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";

// A run uses some hundreds of patterns, most of them more than once. V8 would interpret each at first and compile it at its second use: to
// compile them at once takes less time over all. That is said as "after no use", which is asked of each pattern when it is made. To put the whole
// mechanism off here would change what is taken for granted of the patterns that Node has used by now, and one run in some hundreds crashed.
// Engines later than these may not know the flag.
if (Number.parseInt(process.versions.v8, 10) < 15) setFlagsFromString("--regexp-tier-up-ticks=0");
let command;
try {
  command = [await import("../dist/command/main.js"), await import("../dist/command/effects.js")];
} catch (error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write(`tickmark: error: it is not built yet; "npm run build" builds it. (${error.message})\n`);
  process.exitCode = 2;
}
if (command !== undefined) {
  const [{ main }, { processEffects }] = command;
  // Not process.exit: what is still on its way to a pipe must arrive.
  process.exitCode = await main(process.argv.slice(2), processEffects());
}
