import { rulesBy } from "../rules/rules.ts";
import { shown as visible } from "../text/place.ts";
import { type CheckOptions, checkDocument } from "../tieout/check.ts";
import type { Checked } from "../tieout/report/checked.ts";
import { write } from "../tieout/report/write.ts";
import type { Evidence, ShownDocument } from "./evidence.ts";
import { evidenceOf } from "./evidence-of.ts";
import { shownDocument } from "./shown-document.ts";

/** What a checked document is put before a reader as. */
export interface Shown {
  readonly evidence: Evidence;
  readonly shown: ShownDocument;
}

/** Ties out one document, reads it by the rules of disclosure, and shows it: what `tickmark check --html` makes a page of, and `evidencePage` does. Nothing throws. */
export const showRelease = (bytes: Uint8Array, options: CheckOptions = {}): Shown =>
  shownWithEvidence(checkDocument(bytes, { rules: rulesBy(), ...options }));

/** Of a document that could not be read, the refusal alone is shown. */
export function shownWithEvidence(checked: Checked): Shown {
  if (checked.kind === "checked") return { evidence: evidenceOf(checked), shown: shownDocument(checked) };
  const nothing = { outline: [], relations: [], findings: [] };
  const title = visible(checked.path);
  return {
    evidence: { schema: "tickmark-evidence/1", title, report: write(checked), ...nothing },
    shown: { html: "" },
  };
}
