import { describe, expect, test } from "vitest";
import type { Report } from "../src/index.ts";
import { checkInProcess } from "./command.ts";
import { EXCESSES } from "./hostile-documents.ts";
import { brokenPromises } from "./invariants.ts";

/** Generous: what grows faster than its document never ends within it, and what keeps everything does not fit. */
const LIMITS = { memory: 3000, seconds: 180 };

/** Checking every promise of a report of hundreds of megabytes would take longer than making it. */
const READABLE = 20_000_000;

describe("a document that is far too much is answered or refused in bounded time and memory", () => {
  test.each(EXCESSES.map((e) => [e.about, e] as const))(
    "%s",
    (_, { name, make }) => {
      const bytes = new TextEncoder().encode(make());
      const { status, out, err, seconds } = checkInProcess(bytes, name, ["--json"], LIMITS);
      const said = `exit status ${status} after ${seconds.toFixed(1)} s: ${err.slice(0, 500)} ${out.slice(0, 300)}`;
      expect(status === 0 || status === 1 || status === 2, said).toBe(true);
      expect(err).toBe("");
      if (out.length > READABLE) return;
      const report = JSON.parse(out) as Report;
      expect(status === 2).toBe(report.refused !== undefined);
      expect(status === 1).toBe(report.summary.errors > 0);
      expect(brokenPromises(report, bytes)).toEqual([]);
    },
    LIMITS.seconds * 1500,
  );
});
