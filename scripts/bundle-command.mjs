// Bundles the command line into dist/command/: hundreds of modules, each looked up, read and compiled by itself, took longer to load than a check takes.
// What runs in a thread is an entry of its own, since it is loaded by its path. The packages that are bundled keep their licences beside them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  plugins: [engineBinary()],
});
rmSync(to, { recursive: true, force: true });
const { output } = await build.write({ dir: to, format: "esm" });
await build.close();
const packages = packagesIn(output);
writeFileSync(join(to, "LICENSES.txt"), packages.map(licenceOf).join("\n"));
const characters = output.reduce((sum, piece) => sum + (piece.code?.length ?? 0), 0);
console.log(`dist/command: ${characters} characters in ${output.length} files, ${packages.length} packages among them`);

/** The engine's binary stays where it is installed, and is asked for from where the package stands that brings it: not every package manager puts it beside ours. */
function engineBinary() {
  const asked = "@duckdb/node-bindings";
  return {
    name: "engine-binary",
    resolveId: (id) => (id === asked ? `\0${asked}` : undefined),
    load: (id) =>
      id === `\0${asked}`
        ? `import { createRequire } from "node:module";
const beside = createRequire(createRequire(import.meta.url).resolve("@duckdb/node-api"));
export default beside("${asked}");`
        : undefined,
  };
}

/** The folders of the packages that some module of the bundle comes from, in the order of their names. */
function packagesIn(pieces) {
  const folders = pieces
    .flatMap(({ moduleIds }) => moduleIds ?? [])
    .flatMap((id) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(id)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** What a licence asks for: that it stands beside every copy. */
function licenceOf(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (file === undefined) throw new Error(`${name} is bundled, and has no file of its licence`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
