import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { mutate } from "../fuzz/mutate.ts";
import { page } from "../fuzz/page.ts";
import type { Random } from "../fuzz/random.ts";
import { trial } from "../fuzz/trial.ts";

/*
 * The promises of pages.test.ts on real documents, damaged. A filing of a megabyte is cut to a stretch of it first, so that many
 * can be tried.
 */
const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const documents = ["releases/html", "releases/text", "ixbrl"].flatMap((folder) =>
  readdirSync(corpus + folder)
    .filter((name) => !name.endsWith(".tsv"))
    .sort()
    .map((name) => `${corpus}${folder}/${name}`),
);
const STRETCH = 60_000;

const read = new Map<string, Uint8Array>();
function bytesOf(path: string): Uint8Array {
  const bytes = read.get(path) ?? readFileSync(path);
  read.set(path, bytes);
  return bytes;
}

function damaged(r: Random): Uint8Array {
  const bytes = bytesOf(r.pick(documents));
  const from = r.chance(0.5) ? 0 : r.below(Math.max(1, bytes.length - STRETCH));
  return mutate(r, bytes.subarray(from, from + STRETCH), () => page(r));
}

test("there are real documents to damage", () => {
  expect(documents.length).toBeGreaterThan(100);
});

test("the check keeps its promises on real documents damaged", () => {
  trial("damaged documents", { time: 1, documents: 300 }, damaged);
});
