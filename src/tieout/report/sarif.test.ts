import { describe, expect, it } from "vitest";
import { SALES } from "../../../test/sales-table.ts";
import { checkDocument } from "../check.ts";
import type { Checked, CheckedDocument } from "./checked.ts";
import { sarifHead, sarifPart, sarifTail } from "./sarif.ts";

const checkedOf = (source: string, name = "sales.txt"): CheckedDocument =>
  checkDocument(new TextEncoder().encode(source), { name }) as CheckedDocument;

const logOf = (...all: Checked[]) => {
  const parts = all.map(sarifPart);
  const results = parts.map((part) => part.results.join("")).filter((text) => text !== "");
  const asides = parts.map((part) => part.aside);
  return JSON.parse(`${sarifHead("1.2.3")}${results.join(",\n")}${sarifTail(asides, 1)}`);
};
const resultsOf = (checked: Checked) => logOf(checked).runs[0].results;

describe("a SARIF log", () => {
  it("has what SARIF 2.1.0 requires: version, runs, tool, driver, name; rules with ids", () => {
    const log = logOf(checkedOf(SALES));
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toContain("sarif-2.1.0");
    expect(log.runs.length).toBe(1);
    const { driver } = log.runs[0].tool;
    expect(driver).toMatchObject({ name: "Tickmark", version: "1.2.3" });
    for (const rule of driver.rules) {
      expect(rule.shortDescription.text.length).toBeGreaterThan(0);
      expect(["error", "warning", "note"]).toContain(rule.defaultConfiguration.level);
    }
    expect(new Set(driver.rules.map((rule: { id: string }) => rule.id)).size).toBe(driver.rules.length);
    expect(log.runs[0].columnKind).toBe("utf16CodeUnits");
  });

  it("has a result for each finding: its rule, its level, its message and its place", () => {
    const checked = checkedOf(SALES);
    const { results, tool } = logOf(checked).runs[0];
    expect(results.length).toBe(checked.findings.length);
    const [result] = results;
    expect(result).toMatchObject({ ruleId: "total-does-not-foot", level: "error" });
    expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result.message.text).toContain("223.3");
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    expect(artifactLocation.uri).toBe("sales.txt");
    expect(region).toEqual({
      startLine: 7,
      startColumn: 13,
      endLine: 7,
      endColumn: 18,
      charOffset: SALES.indexOf("223.3"),
      charLength: 5,
    });
  });

  it("points to the other figures of a finding", () => {
    const related = resultsOf(checkedOf(SALES))[0].relatedLocations;
    expect(related.map((place: { message: { text: string } }) => place.message.text)).toEqual([
      "120.4 (North)",
      "80.3 (South)",
      "31.6 (West)",
    ]);
  });

  it("counts no byte order mark", () => {
    const marked = resultsOf(checkedOf(`\ufeff${SALES}`));
    expect(marked).toEqual(resultsOf(checkedOf(SALES)));
    const early = checkedOf(`\ufeff${SALES}`);
    const finding = { ...early.findings[0]!, start: 0, end: 6 };
    expect(resultsOf({ ...early, findings: [finding] })[0].locations[0].physicalLocation.region).toEqual({
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 6,
      charOffset: 0,
      charLength: 5,
    });
  });

  it("gives a finding the same fingerprint while text above it comes and goes", () => {
    const prints = (source: string): object[] =>
      resultsOf(checkedOf(source)).map((result: { partialFingerprints: object }) => result.partialFingerprints);
    const before = prints(SALES);
    expect(before.length).toBe(1);
    expect(prints(`We are pleased with 14 stores.\n\nThey opened on time.\n\n${SALES}`)).toEqual(before);
    expect(prints(SALES.replace("223.3", "222.3"))).not.toEqual(before);
  });

  it("numbers findings that say the same", () => {
    const checked = checkedOf(SALES);
    const [one, two] = resultsOf({ ...checked, findings: [checked.findings[0]!, checked.findings[0]!] });
    const print = (result: { partialFingerprints: object }): string => Object.values(result.partialFingerprints)[0];
    expect(print(one)).toMatch(/^[0-9a-f]{32}:1$/);
    expect(print(two)).toBe(print(one).replace(/1$/, "2"));
  });

  it("carries a waiver as a suppression with its reason", () => {
    const checked = checkedOf(SALES);
    const findings = checked.findings.map((f) => ({ ...f, waived: { reason: "agreed" } }));
    expect(resultsOf({ ...checked, findings })[0].suppressions).toEqual([
      { kind: "external", status: "accepted", justification: "agreed" },
    ]);
    expect(resultsOf(checked)[0].suppressions).toEqual([]);
  });

  it("lets no braces and no brackets of a document become placeholders and links", () => {
    const checked = checkedOf(SALES);
    const findings = checked.findings.map((f) => ({ ...f, message: "{0} [here](there)", remedy: "" }));
    expect(resultsOf({ ...checked, findings })[0].message.text).toBe("{{0}} [here] (there)");
  });

  it.each([
    ["drafts/q3 release.htm", "drafts/q3%20release.htm"],
    ["/srv/q3.htm", "file:///srv/q3.htm"],
    ["C:\\drafts\\q3.htm", "file:///C:/drafts/q3.htm"],
    ["a:b#c?.txt", "a%3Ab%23c%3F.txt"],
    ["\ud800.txt", "%EF%BF%BD.txt"],
    ["-", "-"],
  ])("names the document %j by the URI %s", (path, uri) => {
    const { artifacts, results } = logOf(checkedOf(SALES, path)).runs[0];
    expect(artifacts[0]).toMatchObject({ location: { uri }, encoding: "utf-8" });
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it("tells of a document that cannot be read, and that the run was no success", () => {
    const refusal = { code: "no-text", message: "The page shows no text." };
    const refused = { kind: "refused", path: "scan.htm", sha256: null, format: null, encoding: null, refusal } as const;
    const parts = [sarifPart(refused)];
    const [run] = JSON.parse(`${sarifHead("1")}${sarifTail([parts[0]!.aside], 2)}`).runs;
    expect(run.results).toEqual([]);
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    expect(run.invocations[0].toolExecutionNotifications[0]).toMatchObject({
      descriptor: { id: "no-text" },
      message: { text: "The page shows no text." },
    });
  });
});
