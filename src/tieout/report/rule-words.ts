import type { Finding, RuleChoice, RuleTold } from "../../finding.ts";

const BY = { strict: ", an error by --strict", choice: ", an error by the company's choice" } as const;

/** What is said of the rule behind a finding: "Rule of the state BLOCK: C&DI 102.10(a)(2)." */
export const ruleWords = ({ state, sources, error }: RuleTold): string =>
  `Rule of the state ${state}${error === undefined ? "" : BY[error]}: ${sources.join("; ")}.`;

/** The sentence that says which rules make the exit status 1; undefined where none does. */
export function blockedBy(findings: readonly Finding[]): string | undefined {
  const blocking = findings.filter(
    ({ about, severity, waived }) => about === "rules" && severity === "error" && waived === null,
  );
  if (blocking.length === 0) return undefined;
  const codes = [
    ...new Set(
      blocking.map(
        ({ code, rule }) => `${code} (${rule?.error === "choice" ? "by the company's choice" : "BLOCK, by --strict"})`,
      ),
    ),
  ];
  return `Rules of disclosure that count as errors, for which the exit status is 1: ${codes.join(", ")}.`;
}

const CHOSEN = { off: "put off", error: "an error", warning: "a warning", note: "a note" } as const;

/** What has been decided about a rule, and why: "The rule growth-basis-undefined is put off: counsel agrees." */
export const choiceWords = ({ code, severity, reason }: RuleChoice): string =>
  `The rule ${code} is ${CHOSEN[severity]} by the company's choice: ${reason}`;
