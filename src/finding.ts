import type { FindingCode, Severity } from "./finding-code.ts";

export type { FindingCode, Severity };

/** How often a relation is added, to give a contradiction that anyone can add up by hand; `times` is an exact number. */
export interface CertificateLine {
  readonly relation: string;
  readonly times: string;
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
}

/** Why a document could not be read at all. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}
