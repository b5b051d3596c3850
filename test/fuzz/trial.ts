import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkRelease } from "../../src/index.ts";
import { brokenPromises } from "../invariants.ts";
import { FIXED_SEED } from "../same-draws.ts";
import { caseSeed, type Random, random } from "./random.ts";
import { shrink } from "./shrink.ts";
import { watchdog } from "./watchdog.ts";

/** Of processor time. A small page is checked in milliseconds; what takes this long has found something that grows too fast. */
const SLOW_MS = 10_000;

/** What is wrong with the check of these bytes; undefined where nothing is. */
export function trouble(bytes: Uint8Array): string | undefined {
  const begin = process.cpuUsage();
  try {
    const report = checkRelease(bytes, { name: "page" });
    const [first] = brokenPromises(report, bytes);
    if (first !== undefined) return `broken promise: ${first}`;
    const again = JSON.stringify(checkRelease(bytes, { name: "page" }));
    if (again !== JSON.stringify(report)) return "not the same report a second time";
  } catch (error) {
    return `exception: ${error instanceof Error ? error.stack : String(error)}`;
  }
  const took = process.cpuUsage(begin).user / 1000;
  return took > SLOW_MS ? `slow: ${Math.round(took)} ms for ${bytes.length} bytes` : undefined;
}

const numberFrom = (text: string | undefined): number | undefined =>
  text === undefined || text === "" ? undefined : Number(text);

/** TICKMARK_FUZZ_SEED repeats a run, TICKMARK_FUZZ_CASE one case of it; TICKMARK_FUZZ_SECONDS is how long all trials take. */
const { TICKMARK_FUZZ_SEED, TICKMARK_FUZZ_CASE, TICKMARK_FUZZ_SECONDS } = process.env;
const ONLY = numberFrom(TICKMARK_FUZZ_CASE);
const SECONDS = numberFrom(TICKMARK_FUZZ_SECONDS);
/** In CI the same documents are tried every time, so that a failure speaks of the change; elsewhere others each time, for a minute. */
const fixed = SECONDS === undefined ? FIXED_SEED : undefined;
const SEED = numberFrom(TICKMARK_FUZZ_SEED) ?? fixed ?? Math.floor(Math.random() * 2 ** 31);

/** How much of the time all trials have is this one's, and how many documents it tries in CI. */
interface Share {
  readonly time: number;
  readonly documents: number;
}

/**
 * Makes and checks documents for its share of the time that all trials have, or its number of them in CI. Throws where one is in
 * trouble, with what is needed to see it again, and the smallest document found that has the same trouble.
 */
export function trial(name: string, { time, documents }: Share, make: (r: Random) => Uint8Array): void {
  console.log(`fuzz, ${name}: TICKMARK_FUZZ_SEED=${SEED}`);
  const watch = watchdog(`fuzz, ${name}: TICKMARK_FUZZ_SEED=${SEED}`);
  const end = performance.now() + (SECONDS ?? 60) * time * 1000;
  const goesOn = (nth: number): boolean => (fixed !== undefined ? nth < documents : performance.now() < end);
  let nth = ONLY ?? 0;
  try {
    do {
      watch.at(nth);
      const bytes = make(random(caseSeed(SEED, nth)));
      const found = trouble(bytes);
      if (found !== undefined) throw new Error(told(nth, found, bytes));
      nth++;
    } while (ONLY === undefined && goesOn(nth));
  } finally {
    watch.close();
  }
  console.log(`fuzz, ${name}: ${nth - (ONLY ?? 0)} documents`);
}

function told(nth: number, found: string, bytes: Uint8Array): string {
  const kind = (text: string): string => text.replace(/[\d"][^\n]*/s, "");
  const smallest = shrink(bytes, (less) => {
    const other = trouble(less);
    return other !== undefined && kind(other) === kind(found);
  });
  const folder = mkdtempSync(join(tmpdir(), "tickmark-fuzz-"));
  writeFileSync(join(folder, "document"), bytes);
  writeFileSync(join(folder, "smallest"), smallest);
  return [
    `case ${nth} of TICKMARK_FUZZ_SEED=${SEED}: ${found}`,
    `the document, and the smallest like it (${smallest.length} bytes), are in ${folder}`,
    ...(smallest.length < 2000 ? [JSON.stringify(new TextDecoder("latin1").decode(smallest)), trouble(smallest)] : []),
  ].join("\n");
}
