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
