import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const ENTRY = fileURLToPath(new URL("../src/index.ts", import.meta.url));

export interface Bundle {
  /** One script that leaves the library in the global `tickmark`. */
  readonly code: string;
  /** Modules that a browser does not have, as the library names them. */
  readonly outside: readonly string[];
}

/** The library and all that it stands on as one script for a browser. */
export async function bundle(): Promise<Bundle> {
  const outside = new Set<string>();
  const build = await rolldown({
    input: ENTRY,
    platform: "browser",
    // A package's own modules are bundled; what could not be found is gathered here and judged by the test.
    onLog: (_, log) => {
      if (log.code === "UNRESOLVED_IMPORT") outside.add(log.message);
    },
  });
  const { output } = await build.generate({ format: "iife", name: "tickmark" });
  await build.close();
  for (const chunk of output) if (chunk.type === "chunk") for (const name of chunk.imports) outside.add(name);
  return { code: output[0].code, outside: [...outside].sort() };
}

/**
 * The command line put together from its sources in a folder, with the scripts of its threads, so that a test does not hang on whether
 * the project is built; the path of what runs it.
 */
export async function commandIn(folder: string, threads: readonly string[]): Promise<string> {
  const names = ["main", "effects", ...threads];
  const input = Object.fromEntries(
    names.map((name) => [name, fileURLToPath(new URL(`../src/cli/${name}.ts`, import.meta.url))]),
  );
  const build = await rolldown({ input, platform: "node", external: /^@duckdb\// });
  await build.write({ dir: folder, format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name].js" });
  await build.close();
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const script = join(folder, "run.js");
  writeFileSync(
    script,
    `import { main } from "./main.js";
    import { processEffects } from "./effects.js";
    process.exitCode = await main(process.argv.slice(2), processEffects());`,
  );
  return script;
}
