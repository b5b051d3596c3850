// node bench/nudges.mjs [STRIDE]: builds both example releases, counts what their pages tie, and prints every tied figure (or every
// STRIDEth) one last digit off, one at a time, to see whether the check objects. It runs test/nudges.test.ts with nothing left out.
import { spawnSync } from "node:child_process";

const stride = process.argv[2] ?? "1";
const { status } = spawnSync("npx", ["vitest", "run", "--project", "unit", "test/nudges.test.ts"], {
  stdio: "inherit",
  env: { ...process.env, TICKMARK_NUDGE_STRIDE: stride },
});
process.exitCode = status ?? 1;
