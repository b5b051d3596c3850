import { sha256 } from "@noble/hashes/sha2.js";
import type { Summary } from "../tieout/report/report.ts";
import type { Evidence, ShownDocument } from "./evidence.ts";
import { escapeText } from "./safe-markup.ts";

/** The client as `npm run build` bundles it: it is the same in a page of evidence and on the review desk. */
export interface ViewerClient {
  readonly script: string;
  readonly style: string;
}

/**
 * One self-contained page: the document as printed with its state at every figure, and the evidence beside it. Its content policy
 * lets nothing run but the client, and nothing be fetched. It can be read and printed where scripts are off.
 */
export function evidencePage(evidence: Evidence, shown: ShownDocument, client: ViewerClient): string {
  const { report, title } = evidence;
  const script = client.script.replace(/<\/script/gi, "<\\/script");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf([script])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeText(title)} · Tickmark</title>
<style>${client.style.replace(/<\/style/gi, "<\\/style")}</style>
</head>
<body>
<div id="app"></div>
<div class="plain">
<header>
<h1>${escapeText(title)}</h1>
<p>${escapeText(report.path)} · SHA-256 ${report.sha256 ?? ""}</p>
<p>${escapeText(countsOf(report.summary))}</p>
</header>
<section aria-label="Findings">
<h2>Findings</h2>
${findingsOf(evidence)}
</section>
</div>
<main id="document" aria-label="The document">${shown.html}</main>
<script type="application/json" id="evidence">${jsonInPage(evidence)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** What a page may do: run these scripts by their hashes, wear styles, and nothing else. */
export function policyOf(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${base64(sha256(new TextEncoder().encode(script)))}'`);
  const allowed = hashes.length === 0 ? "'none'" : hashes.join(" ");
  return `default-src 'none'; script-src ${allowed}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function base64(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const n = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let k = 0; k < 4; k++) out += i + k > bytes.length ? "=" : ALPHABET[(n >> (18 - 6 * k)) & 63]!;
  }
  return out;
}

/** JSON that no page takes for markup. */
export const jsonInPage = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** "83 measurements: 66 tied, 2 attainable only, 0 contradicted, 15 untied. 1 error, 3 warnings, 5 notes". */
export function countsOf(s: Summary): string {
  const states = `${s.tied} tied, ${s.attainable} attainable only, ${s.contradicted} contradicted, ${s.untied} untied`;
  return `${s.measurements} measurements: ${states}. Errors: ${s.errors}, warnings: ${s.warnings}, notes: ${s.notes}, waived: ${s.waived}.`;
}

/** The findings for those who read without a script, and on paper. */
function findingsOf({ report, findings, relations }: Evidence): string {
  if (report.findings.length === 0) return "<p>None.</p>";
  const lines = new Map(report.relations.map((r, i) => [r.id, relations[i]!.line]));
  const items = report.findings.map((f, i) => {
    const state = f.waived === null ? f.severity : `waived: ${f.waived.reason}`;
    const proof = [...f.relations.flatMap((id) => lines.get(id) ?? []), ...findings[i]!.certificate];
    const target = f.figures[0] ?? (f.end > f.start ? `p${i + 1}` : "document");
    const shownProof = proof.length === 0 ? "" : `<ul>${proof.map((p) => `<li>${escapeText(p)}</li>`).join("")}</ul>`;
    return `<li data-severity="${f.severity}"><p><a href="#${target}"><strong>${escapeText(state)}</strong> ${f.code}</a></p><p>${escapeText(f.message)}</p><p>${escapeText(f.remedy)}</p>${shownProof}</li>`;
  });
  return `<ol>${items.join("\n")}</ol>`;
}
