import type { FindingCode, Place } from "../finding.ts";
import type { Profile } from "./profile.ts";
import type { Disclosure } from "./reading/disclosure.ts";
import type { Occasion } from "./reading/occasion.ts";

/** Rules of domestic registrants alone, those that everybody keeps, and those that foreign private issuers keep as well. */
export const US: readonly Profile[] = ["us-domestic"];
export const ALL: readonly Profile[] = ["us-domestic", "foreign-private", "non-us"];
export const BOTH: readonly Profile[] = ["us-domestic", "foreign-private"];

/** Of Item 10(e): the measure under GAAP with equal or greater prominence, and the reconciliation with it. */
export const PROMINENCE_ITEM = "Item 10(e)(1)(i)(A) of Regulation S-K";
export const RECONCILIATION_ITEM = "Item 10(e)(1)(i)(B) of Regulation S-K";

/**
 * One rule of disclosure and the function that reads a release by it. `BLOCK` is for what the regulator has said to break a rule, and for what
 * no release may go out with; `REVIEW` for what a person must weigh, `INFO` for what is good to know.
 */
export interface Rule {
  readonly code: FindingCode;
  readonly title: string;
  /** The rule in our own words. */
  readonly text: string;
  readonly sources: readonly string[];
  readonly severity: "warning" | "note";
  readonly state: "BLOCK" | "REVIEW" | "INFO";
  readonly profiles: readonly Profile[];
  /** Whether it is as grave beyond the reach of the SEC: what is left to be filled in is a fault of anybody's release. */
  readonly everywhere?: true;
  /** What is told of the release besides, in its passages below. */
  readonly occasion?: Occasion;
  /** An earlier release of the issuer's that is given with the passages below. */
  readonly earlier?: string;
  /** A short release in Markdown that breaks it; the tests and docs/rules.md use it. */
  readonly breaks: string;
  /** Short releases that come near and keep it. */
  readonly keeps: readonly string[];
  readonly check: (disclosure: Disclosure) => readonly Found[];
}

/** Where a rule is broken. Places are UTF-16 code units of the source. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly remedy: string;
  /** Ids of the figures that it is about. */
  readonly figures: readonly string[];
  /** Where the same fault stands again, where that is not told by `linesTold` (reading/also.ts). */
  readonly places?: readonly Place[];
}
