// Bundles the command line into dist/command/: half a thousand modules, each looked up, read and compiled by itself, took longer to load than a check takes.
// What runs in a thread is an entry of its own, since it is loaded by its path. Packages stay where npm has put them.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const to = join(root, "dist", "command");

const entries = ["main", "effects", "worker", "proof-worker", "studio-worker"];
const build = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, join(root, "src", "cli", `${name}.ts`)])),
  platform: "node",
  tsconfig: join(root, "tsconfig.json"),
  external: (id) => !id.startsWith(".") && !id.startsWith("/") && !/^[A-Za-z]:/.test(id),
});
rmSync(to, { recursive: true, force: true });
const { output } = await build.write({ dir: to, format: "esm", chunkFileNames: "[name]-[hash].js", sourcemap: false });
await build.close();
console.log(
  `dist/command: ${output.reduce((sum, piece) => sum + (piece.code?.length ?? 0), 0)} characters in ${output.length} files`,
);
