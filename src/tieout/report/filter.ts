import type { FindingCode } from "../../finding.ts";
import type { Checked } from "./checked.ts";

/** Which findings are wanted: those of these codes alone, or all but those. */
export interface Filter {
  readonly keep: "only" | "except";
  readonly codes: readonly FindingCode[];
}

/** The same answer with the findings that are wanted, and the count of those left out. What is proved stays as it is. */
export function filtered(checked: Checked, filter: Filter | undefined): Checked {
  if (filter === undefined || checked.kind === "refused") return checked;
  const findings = checked.findings.filter(({ code }) => filter.codes.includes(code) === (filter.keep === "only"));
  return { ...checked, findings, leftOut: checked.findings.length - findings.length };
}
