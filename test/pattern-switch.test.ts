import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const command = fileURLToPath(new URL("../bin/tickmark.js", import.meta.url));

// A text that is put together is asked by another way than one that stands whole, and there V8 takes a pattern as its switches say, not as it was made.
const USED_BEFORE = `
  const pattern = /a(b)c/;
  pattern.exec("xabc");
  process.on("exit", () => {
    for (let i = 0; i < 20; i++) pattern.exec("x".repeat(40) + "abc" + i + "y".repeat(30 + i));
    console.log("asked again");
  });
`;

test("what the command sets of V8 leaves the patterns as they are that were used before it", () => {
  const first = `data:text/javascript,${encodeURIComponent(USED_BEFORE)}`;
  const { signal, stdout } = spawnSync(process.execPath, ["--import", first, command, "--version"], {
    encoding: "utf8",
  });
  expect({ signal, isAsked: stdout.endsWith("asked again\n") }).toEqual({ signal: null, isAsked: true });
});
