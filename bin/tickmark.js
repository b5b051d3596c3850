#!/usr/bin/env node
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
