import { describe, expect, test } from "vitest";
import type { Report } from "../../src/index.ts";
import { brokenPromises } from "../invariants.ts";
import { checkInProcess } from "./command.ts";
import { EXCESSES } from "./hostile-documents.ts";

/** Generous: what grows faster than its document never ends within it, and what keeps everything does not fit. */
const LIMITS = { memory: 3000, seconds: 600 };

/** Checking every promise of a report of many megabytes would take longer than making it. */
const READABLE = 20_000_000;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The exit status that a line of the answer stands for; the promises of its report are looked at on the way. */
function statusOf(line: Uint8Array, bytes: Uint8Array): number {
  // The summary stands last, and the refusal is short.
  const report = line.length < READABLE ? (JSON.parse(text(line)) as Report) : undefined;
  if (report !== undefined) expect(brokenPromises(report, bytes)).toEqual([]);
  if (report?.refused !== undefined) return 2;
  const errors = report?.summary.errors ?? Number(/"errors":(\d+),/.exec(text(line.subarray(-400)))?.[1]);
  return errors > 0 ? 1 : 0;
}

describe("documents that are far too much are answered or refused, in bounded time and memory", () => {
  test.each(EXCESSES)(
    "%s",
    async (_, excesses) => {
      const documents = new Map(excesses.map(({ name, make }) => [name, new TextEncoder().encode(make())]));
      const { status, lines, err } = await checkInProcess(documents, LIMITS);
      expect(err).toBe("");
      // A run that was ended, or ended itself, has no line for the document that it was at.
      expect(excesses[lines.length]?.about).toBeUndefined();
      const statuses = [...documents.values()].map((bytes, i) => statusOf(lines[i]!, bytes));
      expect(status).toBe(Math.max(...statuses));
    },
    (LIMITS.seconds + 100) * 1000,
  );
});
