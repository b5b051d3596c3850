import type { FindingCode, Severity } from "./finding-code.ts";

export type { FindingCode, Severity };

/**
 * How often a relation is taken, to give a contradiction that anyone can add up by hand; `times` is an exact number. A sum taken
 * once is its terms less its result, an equality its first figure less its second: nothing, whatever the amounts are. A ratio is
 * its numerator less a bound of the printed ratio times its denominator: the bound for which that is at least nothing where
 * `times` is above zero, at most nothing where it is below. Added up, these say what the printed figures cannot come to.
 */
export interface CertificateLine {
  readonly relation: string;
  readonly times: string;
}

/** What a company has decided about a rule: how grave what it finds is, or that it is not asked, and why. */
export interface RuleChoice {
  readonly code: string;
  readonly severity: Severity | "off";
  readonly reason: string;
}

/** What is told of a rule of disclosure beside what it has found (`Rule` in src/rules/rule.ts). */
export interface RuleTold {
  readonly state: "BLOCK" | "REVIEW" | "INFO";
  readonly sources: readonly string[];
  /** Why it counts as an error, where it does: by --strict, or by the choice of the company. */
  readonly error?: "strict" | "choice";
}

/** UTF-16 code units of the decoded source. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * What a reader must act on. `figures` names the likeliest culprit first; `start` and `end` are UTF-16 code units of the
 * decoded source, and point at what the message means even where no figure is named.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly about: "figures" | "rules";
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly figures: readonly string[];
  readonly relations: readonly string[];
  readonly certificate: readonly CertificateLine[];
  readonly start: number;
  readonly end: number;
  readonly waived: { readonly reason: string } | null;
  /** Of a finding about rules alone, and in no report: what its rule is. */
  readonly rule?: RuleTold;
  /** Where the same fault stands again: a finding about rules is told once for all of its places. Marks ask for them; no report has them. */
  readonly places?: readonly Place[];
}

/** Why a document could not be read at all. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}
