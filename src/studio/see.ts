import type { Checked } from "../tieout/report/checked.ts";
import { write } from "../tieout/report/write.ts";
import type { Evidence } from "../viewer/evidence.ts";
import { evidenceOf } from "../viewer/evidence-of.ts";
import { shownDocument } from "../viewer/shown-document.ts";

/** What a checked document is put before a reader as; of one that could not be read, the refusal alone. */
export function see(checked: Checked): { readonly evidence: Evidence; readonly html: string } {
  if (checked.kind === "checked") return { evidence: evidenceOf(checked), html: shownDocument(checked).html };
  const report = write(checked);
  const nothing = { outline: [], relations: [], findings: [] };
  return { evidence: { schema: "tickmark-evidence/1", title: checked.path, report, ...nothing }, html: "" };
}
