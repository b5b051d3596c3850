// Bundles what runs in a browser (src/*/client/) into dist/, each client as one script beside its style: pages carry both in themselves.
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
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
  if (existsSync(style)) copyFileSync(style, join(to, "style.css"));
  console.log(`${dirname(join(to, "main.js")).slice(root.length)}: ${output[0].code.length} characters`);
}
