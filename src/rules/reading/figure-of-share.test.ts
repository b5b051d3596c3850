import { expect, it } from "vitest";
import { checkRelease } from "../check-release.ts";

it("what a share has earned is told of at its own figure, not at the amount of the whole before it", () => {
  const text =
    "# Acme Reports Results\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported net income of $36.3 million, or $0.66 per share. Non-GAAP net income reached $45.7 million, or $0.83 per share.\n\n## About Acme\n\nAcme Inc. makes cranes.\n";
  const { findings, figures } = checkRelease(new TextEncoder().encode(text), { name: "release.md" });
  const missing = findings.filter(({ code }) => code === "reconciliation-missing");
  const printed = missing.map((finding) => figures.find(({ id }) => id === finding.figures[0])?.text);
  expect(printed).toEqual(["45.7", "0.83"]);
});
