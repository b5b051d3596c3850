import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { processEffects } from "../src/cli/effects.ts";
import { main } from "../src/cli/main.ts";
import { checkRelease } from "../src/rules/check-release.ts";
import { keptSink } from "./machine.ts";

/* The releases that `tickmark build` makes of the examples, read by the rules of disclosure. */

describe.each(["millipore-2007-q3", "brackenholt-2025-q4"])("the release of %s as built", (name) => {
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tickmark-rules-"));
    const books = fileURLToPath(new URL(`../examples/${name}`, import.meta.url));
    const silent = keptSink(() => true);
    await main(["build", books, "--out", folder], { ...processEffects(), out: silent, err: silent });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(["release.html", "release.txt", "release-132.txt"])("keeps the rules in %s", (file) => {
    const report = checkRelease(readFileSync(join(folder, file)), { name: file });
    if (!("findings" in report)) throw new Error("The release was refused.");
    expect(report.findings.filter(({ about }) => about === "rules").map(({ code }) => code)).toEqual([]);
  });
});
