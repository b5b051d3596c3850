import { checkRelease } from "../src/tieout/check.ts";

/** What is said of a release with this sentence: its relations of the rules that are named, with their prints, and its findings. */
export function saidOf(text: string, rules: readonly string[]): readonly string[] {
  const source = `Orrin Foundry today reported results for the third quarter ended September 30, 2024.\n\n${text}\n`;
  const report = checkRelease(new TextEncoder().encode(source), { name: "release.md" });
  const print = new Map(report.figures.map((f) => [f.id, f.text]));
  return [
    ...report.relations
      .filter((r) => rules.includes(r.rule))
      .map((r) => `${r.rule} ${r.verdict}: ${r.figures.map((f) => print.get(f)).join(" ")}`),
    ...report.findings.map((f) => `${f.severity} ${f.code}`),
  ];
}
