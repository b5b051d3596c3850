import type { Report } from "../tieout/report/report.ts";
import { policyOf } from "./evidence-page.ts";
import { escapeText } from "./safe-markup.ts";

/** A document of the index; `page` is the file of its evidence beside the index, null where the document was refused. */
export interface IndexEntry {
  readonly report: Pick<Report, "path" | "summary" | "refused">;
  readonly title: string;
  readonly page: string | null;
}

/** The pages of several documents on one: what needs looking at first stands first. */
export function indexPage(entries: readonly IndexEntry[], style: string): string {
  const sorted = [...entries].sort((a, b) => weightOf(b) - weightOf(a) || (a.report.path < b.report.path ? -1 : 1));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf([])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tie-out of ${entries.length} documents · Tickmark</title>
<style>${style}</style>
</head>
<body class="index">
<main>
<p class="brand">Tickmark</p>
<h1>Tie-out of ${entries.length} documents</h1>
<div class="scroll" role="region" aria-label="Documents" tabindex="0">
<table>
<thead><tr><th scope="col">Document</th>${HEADS.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>
<tbody>
${sorted.map(rowOf).join("\n")}
</tbody>
</table>
</div>
</main>
</body>
</html>
`;
}

const HEADS = ["Errors", "Warnings", "Contradicted", "Attainable only", "Untied", "Tied"] as const;

const weightOf = ({ report: { summary: s, refused } }: IndexEntry): number =>
  refused !== undefined ? 1e12 : s.errors * 1e6 + s.warnings * 1e3 + s.contradicted;

function rowOf({ report, title, page }: IndexEntry): string {
  const { path, summary: s, refused } = report;
  const name = `<strong>${escapeText(title)}</strong><br><span>${escapeText(path)}</span>`;
  if (page === null)
    return `<tr><th scope="row">${name}</th><td colspan="${HEADS.length}">${escapeText(refused?.message ?? "")}</td></tr>`;
  const counts = [s.errors, s.warnings, s.contradicted, s.attainable, s.untied, s.tied];
  const cells = counts.map((n, i) => `<td${i < 3 && n > 0 ? ' class="found"' : ""}>${n}</td>`).join("");
  return `<tr><th scope="row"><a href="${encodeURIComponent(page)}">${name}</a></th>${cells}</tr>`;
}
