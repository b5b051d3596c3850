import type { Report } from "../tieout/report/report.ts";

/**
 * All that the viewer shows of one document, beside the document itself. It is what a page of evidence carries as JSON and what
 * the review desk sends to its client: one record, so that one viewer serves both.
 */
export interface Evidence {
  readonly schema: "tickmark-evidence/1";
  /** What the page is headed with: the headline of the document, or its file name. */
  readonly title: string;
  readonly report: Report;
  /** The document's headings in reading order, for the map: `at` counts code units of the source, as the report does. */
  readonly outline: readonly { readonly text: string; readonly level: number; readonly at: number }[];
  /** In the order of the report's relations. */
  readonly relations: readonly RelationWords[];
  /** In the order of the report's findings. */
  readonly findings: readonly FindingWords[];
}

/** A relation in the words and numbers of the document: its labels, never our ids. */
export interface RelationWords {
  /** The printed numbers set in: "Americas 147.4 + Europe 161.4 + Asia/Pacific 62.4 = Total 371.2". */
  readonly line: string;
  /** What the verdict says of it, with both intervals where they matter, in one or two sentences. */
  readonly verdict: string;
}

/** What stands beside a finding's message. */
export interface FindingWords {
  /** The smallest conflict as a sum that anyone can add up by hand, a line an entry; empty where there is no certificate. */
  readonly certificate: readonly string[];
  /** The line of the document that the finding means, and the columns of it, for those who read without the document. */
  readonly excerpt: { readonly line: string; readonly from: number; readonly to: number } | undefined;
  /** The id of the element of the shown document that it means: its figure ("f12"), or the words it is about ("p3"); undefined where there is none. */
  readonly target: string | undefined;
  /** The state of the rule that has found it, and a sentence with its sources; undefined where no rule has. */
  readonly rule: { readonly state: string; readonly words: string } | undefined;
}

/**
 * The document made safe to show: a style element with the classes that its text wears, then one element that holds the document,
 * in markup of a closed list (safe-markup.ts) that is well-formed whatever the document was. Every figure of the report is in
 * `<span class="figure" id="f12" data-status="tied" data-kind="amount" tabindex="-1">` (more than one, with ids "f12", "f12-2",
 * where a tag stands inside the token; of tokens that are no measurement the status is "checked" or "other"), and every place that
 * a finding means and no figure of it does in `<span class="passage" id="p3" data-severity="error" tabindex="-1">` ("waived" where it is), numbered by the
 * finding's place in the report's list from 1. Of a picture there is `<span class="picture">` with its words. It never holds a script, a
 * handler, a form, a link, a style that reaches out, or an address to fetch. Two shown documents can stand in one page.
 */
export interface ShownDocument {
  readonly html: string;
}
