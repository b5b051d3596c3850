import { expect, it } from "vitest";
import { keptSink, memoryEffects } from "../../test/machine.ts";
import { RULES } from "../rules/rules.ts";
import { main } from "./main.ts";

const RELEASE =
  "BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results.\n\nAdjusted EBITDA was $12.1 million.\n";
const CHOICES = "rules:\n  - code: gaap-measure-missing\n    severity: off\n    reason: counsel agrees\n";

async function run(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  const written = { out: [] as string[], err: [] as string[] };
  const files = { "release.txt": RELEASE, "rules.yaml": CHOICES, "bad.yaml": "rules:\n  - code: x\n" };
  const effects = memoryEffects(files, () => ({
    out: keptSink((text) => written.out.push(text) > 0, false),
    err: keptSink((text) => written.err.push(text) > 0, false),
  }));
  const status = await main(args, effects);
  return { status, out: written.out.join(""), err: written.err.join("") };
}

it("a rule that is broken is told, and fails the command only where it is strict", async () => {
  const plain = await run("check", "release.txt");
  expect(plain.out).toContain("warning[gaap-measure-missing] release.txt:3:1");
  expect(plain.status).toBe(0);
  expect((await run("check", "--strict", "release.txt")).status).toBe(1);
});

it("the profile and the choices of the company are heard", async () => {
  expect((await run("check", "--profile", "non-us", "release.txt")).out).not.toContain("gaap-measure-missing");
  expect((await run("check", "--rules", "rules.yaml", "release.txt")).out).not.toContain("gaap-measure-missing");
});

it("choices that cannot be read stop the command", async () => {
  const bad = await run("check", "--rules", "bad.yaml", "release.txt");
  expect(bad.status).toBe(2);
  expect(bad.err).toContain('There is no rule "x"');
  expect((await run("check", "--rules", "none.yaml", "release.txt")).err).toContain("there is no file of this name");
});

it("all rules are listed, for people and for programs", async () => {
  const { out } = await run("rules");
  for (const { code } of RULES) expect(out).toContain(`${code} (`);
  const lines = (await run("rules", "--json")).out.trim().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(RULES.map(({ code }) => code));
  expect((await run("rules", "--markdown")).out).toContain("# The rules of disclosure");
});
