import { expect, it } from "vitest";
import { keptSink, memoryEffects } from "../../test/machine.ts";
import { RULES } from "../rules/rules.ts";
import { main } from "./main.ts";

const RELEASE =
  "BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results.\n\nAdjusted EBITDA was $12.1 million.\n";
const CHOICES = "rules:\n  - code: gaap-measure-missing\n    severity: off\n    reason: counsel agrees\n";
const POINTS =
  "BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results.\n\nOperating margin increased by 2% to 34%.\n";
const ERROR = "rules:\n  - code: percent-for-points\n    severity: error\n    reason: we have had it before\n";

async function run(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  const written = { out: [] as string[], err: [] as string[] };
  const files = {
    "release.txt": RELEASE,
    "points.txt": POINTS,
    "rules.yaml": CHOICES,
    "error.yaml": ERROR,
    "bad.yaml": "rules:\n  - code: x\n",
  };
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
  expect((await run("check", "--rules", "rules.yaml", "release.txt")).out).not.toContain("[gaap-measure-missing]");
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

it("says with --strict which rules block, and for what the exit status is 1", async () => {
  const strict = await run("check", "--strict", "release.txt");
  expect(strict.status).toBe(1);
  expect(strict.out).toContain("release.txt: 1 error, 0 warnings");
  expect(strict.out.replaceAll("\n", " ")).toContain(
    "for which the exit status is 1: gaap-measure-missing (BLOCK, by --strict).",
  );
  expect(strict.out).toContain("error[gaap-measure-missing] release.txt:3:1");
  const only = await run("check", "--strict", "points.txt");
  expect([only.status, only.out.includes("exit status")]).toEqual([0, false]);
});

it("shows the state and the sources of the rule of each finding", async () => {
  expect((await run("check", "release.txt")).out).toContain(
    "Rule of the state BLOCK: Regulation G, 17 CFR 244.100(a)(1); C&DI 102.10(a)(2)",
  );
  expect((await run("check", "points.txt")).out).toContain("Rule of the state REVIEW: ");
  const log = JSON.parse((await run("check", "--sarif", "points.txt")).out) as SarifLog;
  expect(log.runs[0]!.results[0]!.properties.state).toBe("REVIEW");
});

interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly { readonly level: string; readonly properties: { readonly state: string } }[];
    readonly invocations: readonly { readonly ruleConfigurationOverrides?: readonly unknown[] }[];
  }[];
}

it("lets the company make a rule block", async () => {
  const { status, out } = await run("check", "--rules", "error.yaml", "points.txt");
  expect(status).toBe(1);
  expect(out).toContain("error[percent-for-points]");
  expect(out.replaceAll("\n", " ")).toContain("is 1: percent-for-points (by the company's choice).");
});

it("tells what the company has decided about rules, and why", async () => {
  const off = (...args: readonly string[]) => run("check", "--rules", "rules.yaml", ...args, "release.txt");
  expect((await off()).out).toContain(
    "The rule gaap-measure-missing is put off by the company's choice: counsel agrees",
  );
  const report = JSON.parse((await off("--json")).out) as { ruleChoices: unknown };
  expect(report.ruleChoices).toEqual([{ code: "gaap-measure-missing", severity: "off", reason: "counsel agrees" }]);
  const log = JSON.parse((await off("--sarif")).out) as SarifLog;
  expect(log.runs[0]!.invocations[0]!.ruleConfigurationOverrides).toMatchObject([
    { configuration: { enabled: false }, properties: { reason: "counsel agrees" } },
  ]);
  expect((await run("check", "--json", "release.txt")).out).not.toContain("ruleChoices");
});
