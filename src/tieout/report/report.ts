import type { Finding, Refusal, RuleChoice } from "../../finding.ts";
import type { Format } from "../document.ts";
import type { FigureKind } from "../figures/kind.ts";
import type { Basis } from "../meaning/table.ts";
import type { Verdict } from "../relations/relation.ts";
import type { Since } from "../since/changes.ts";
import type { Status } from "./checked.ts";

/**
 * The answer about one document: a plain object that JSON can hold, its keys in the order of these declarations. Numbers are
 * exact decimal strings in base units ("371200000", "0.12"), or fractions ("820/6603") where there is no finite decimal.
 */
export interface Report {
  readonly schema: "tickmark-report/1";
  readonly path: string;
  readonly format: Format | null;
  readonly encoding: string | null;
  readonly sha256: string | null;
  /** There where the document could not be read; the lists are then empty and the counts zero. */
  readonly refused?: Refusal;
  readonly figures: readonly ReportFigure[];
  readonly relations: readonly ReportRelation[];
  readonly findings: readonly ReportFinding[];
  readonly summary: Summary;
  /** What has been decided about rules of disclosure, in the order of its file; there where anything was. */
  readonly ruleChoices?: readonly RuleChoice[];
  /** What has changed since an earlier draft; there where one was named. */
  readonly since?: Since;
}

/** A number-like token. From `value` to `basis` and from `status` on: measurements only. */
export interface ReportFigure {
  readonly id: string;
  readonly text: string;
  /** UTF-16 code units of the source, decoded as the report's `encoding` says. */
  readonly start: number;
  readonly end: number;
  /** There where a tag or an entity stands inside the token: the source from start to end is then not the text. */
  readonly split?: true;
  readonly kind: FigureKind;
  readonly value?: string;
  /** The ends of what prints so, the hedge included; an end that is missing is unbounded. */
  readonly low?: string;
  readonly high?: string;
  /** Which ends do not belong to the interval themselves. */
  readonly open?: "low" | "high" | "both";
  readonly unit?: string;
  /** The hedge words as printed, or null. */
  readonly hedge?: string | null;
  readonly label?: string;
  readonly measure?: string;
  readonly member?: string;
  readonly basis?: Basis;
  readonly period?: ReportPeriod;
  readonly where: ReportPlace;
  readonly status?: Status;
  /** What the believed relations, from one to the next, leave for it when its own print is set aside. */
  readonly implied?: Bounds;
  /** There on a token that is no measurement where a relation reached it. */
  readonly checked?: true;
}

/** Both days included; an instant has `end` alone. */
export interface ReportPeriod {
  readonly start?: string;
  readonly end: string;
}

/** Counted from 1. */
export type ReportPlace =
  | { readonly table: number; readonly row: number; readonly column: number }
  | { readonly paragraph: number };

export interface Bounds {
  readonly low?: string;
  readonly high?: string;
}

export interface ReportRelation {
  readonly id: string;
  readonly rule: string;
  readonly kind: string;
  readonly text: string;
  /** The ids of the operands in reading order, the result last. */
  readonly figures: readonly string[];
  readonly verdict: Verdict;
  readonly strength: "strong" | "fair" | "weak";
  readonly evidence: string;
  readonly computed?: Bounds & { readonly point?: string };
}

/** A finding is written as it is. */
export type ReportFinding = Finding;

/** The four states add up to `measurements`; a waived finding counts in `waived` and nowhere else. */
export interface Summary {
  readonly figures: number;
  readonly measurements: number;
  readonly tied: number;
  readonly attainable: number;
  readonly contradicted: number;
  readonly untied: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly waived: number;
  /** Findings that a filter has left out, counted nowhere else; there where one was asked for. */
  readonly leftOut?: number;
}
