import type { Interval } from "../../exact/interval.ts";
import type { Rational } from "../../exact/rational.ts";
import type { Finding, Refusal, RuleChoice } from "../../finding.ts";
import type { Placed } from "../anchor/anchor.ts";
import type { Document, Format } from "../document.ts";
import type { Figure } from "../figures/figure.ts";
import type { Relation, Verdict } from "../relations/relation.ts";
import type { Since } from "../since/changes.ts";

/** What the tie-out knows of one document, before it is written as a report or printed on a terminal. */
export type Checked = CheckedDocument | RefusedDocument;

export interface CheckedDocument {
  readonly kind: "checked";
  /** The name the document was given by: the report's `path`. */
  readonly path: string;
  readonly sha256: string;
  readonly document: Document;
  /** In reading order, all of them: measurements and other tokens. */
  readonly figures: readonly CheckedFigure[];
  readonly relations: readonly CheckedRelation[];
  readonly findings: readonly Finding[];
  /** What the figures stand in, so that they can be named by their words; left out where nobody asks. */
  readonly placed?: Placed;
  /** What has changed since an earlier draft; there where one was named. */
  readonly since?: Since;
  /** What has been decided about rules; there where anything was. */
  readonly ruleChoices?: readonly RuleChoice[];
  /** How many findings a filter has left out; there where one was asked for. */
  readonly leftOut?: number;
}

export interface RefusedDocument {
  readonly kind: "refused";
  readonly path: string;
  /** Null where there were no bytes to take it of. */
  readonly sha256: string | null;
  /** Null where they could not be told. */
  readonly format: Format | null;
  readonly encoding: string | null;
  readonly refusal: Refusal;
}

/** How the tie-out left a measurement; the report's page says what each means. */
export type Status = "tied" | "attainable" | "contradicted" | "untied";

export interface CheckedFigure {
  readonly figure: Figure;
  /** There for measurements, and for no other token. */
  readonly status: Status | undefined;
  /** What the believed relations leave for it when its own print is set aside. */
  readonly implied: Interval | undefined;
  /** Whether a relation reached a token that is no measurement (a weekday, a phone, a replay window). */
  readonly reached: boolean;
}

export interface CheckedRelation {
  /** "r3"; relations are numbered from 1. */
  readonly id: string;
  readonly relation: Relation;
  readonly verdict: Verdict;
  /** What the operands say the result is: from their digits, and from everything that prints so. */
  readonly computed: { readonly point: Rational | undefined; readonly interval: Interval | undefined } | undefined;
}
