import type { Checked } from "../tieout/report/checked.ts";
import type { Evidence } from "../viewer/evidence.ts";
import { shownWithEvidence } from "../viewer/show-release.ts";

/** What a checked document is put before a reader as; of one that could not be read, the refusal alone. */
export function see(checked: Checked): { readonly evidence: Evidence; readonly html: string } {
  const { evidence, shown } = shownWithEvidence(checked);
  return { evidence, html: shown.html };
}
