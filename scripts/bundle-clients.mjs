// Bundles what runs in a browser (src/*/client/) into dist/, each client as one script beside its style: pages carry both in themselves.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));

for (const room of ["viewer", "studio"]) {
  const client = join(root, "src", room, "client");
  const main = join(client, "main.tsx");
  if (!existsSync(main)) continue;
  const to = join(root, "dist", room, "client");
  mkdirSync(to, { recursive: true });
  const build = await rolldown({
    input: main,
    platform: "browser",
    tsconfig: join(client, "tsconfig.json"),
  });
  const { output } = await build.write({
    file: join(to, "main.js"),
    format: "iife",
    minify: true,
    codeSplitting: false,
  });
  if (output.length !== 1) throw new Error(`the client of ${room} came in ${output.length} pieces`);
  await build.close();
  const style = join(client, "style.css");
  if (existsSync(style)) writeFileSync(join(to, "style.css"), styleOf(style));
  console.log(`${dirname(join(to, "main.js")).slice(root.length)}: ${output[0].code.length} characters`);
}

/** The style with what it imports set in: pages carry it in themselves, and fetch nothing. */
function styleOf(path) {
  return readFileSync(path, "utf8").replace(/^@import "([^"]+)";$/gm, (_, name) =>
    styleOf(join(dirname(path), name)).trimEnd(),
  );
}
