import { readFile } from "node:fs/promises";
import type { ViewerClient } from "../viewer/evidence-page.ts";

/**
 * The client of a page of evidence, as `npm run build` has bundled it. Run from its sources, this finds what the last build left.
 * Rejects where nothing is built.
 */
export async function viewerClient(): Promise<ViewerClient> {
  const isSource = import.meta.url.endsWith(".ts");
  const folder = new URL(isSource ? "../../dist/viewer/client/" : "../viewer/client/", import.meta.url);
  const [script, style] = await Promise.all(
    (["main.js", "style.css"] as const).map((name) => readFile(new URL(name, folder), "utf8")),
  );
  return { script: script!, style: style! };
}
