import { shown as visible } from "../text/place.ts";
import { several } from "../text/several.ts";
import type { Report, Summary } from "../tieout/report/report.ts";
import { policyOf } from "./_policy.ts";
import { GENERATOR, styleInPage } from "./evidence-page.ts";
import { escapeText } from "./safe-markup.ts";

/** A document of the index; `page` is the file of its evidence beside the index, null where the document was refused. */
export interface IndexEntry {
  readonly report: Pick<Report, "path" | "summary" | "refused">;
  readonly title: string;
  readonly page: string | null;
}

/** The pages of several documents on one: what needs looking at first stands first. `style` is the viewer's. */
export function indexPage(entries: readonly IndexEntry[], style: string): string {
  const sorted = [...entries].sort((a, b) => worse(a, b) || (a.report.path < b.report.path ? -1 : 1));
  const worn = styleInPage(style);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf({ scripts: [], styles: [worn] })}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${GENERATOR}">
<title>Tie-out of ${several(entries.length, "document")} · Tickmark</title>
<style>${worn}</style>
</head>
<body class="index">
<main>
<p class="brand">Tickmark</p>
<h1>Tie-out of ${several(entries.length, "document")}</h1>
<p>${tally(entries)}</p>
<div class="scroll" role="region" aria-label="Documents" tabindex="0">
<table>
<thead><tr><th scope="col">Document</th>${COLUMNS.map(({ head }) => `<th scope="col">${head}</th>`).join("")}</tr></thead>
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

/** What is counted of a document; `isFound` where there should be none. */
const COLUMNS: readonly { readonly head: string; readonly of: keyof Summary; readonly isFound: boolean }[] = [
  { head: "Errors", of: "errors", isFound: true },
  { head: "Warnings", of: "warnings", isFound: true },
  { head: "Contradicted", of: "contradicted", isFound: true },
  { head: "Attainable only", of: "attainable", isFound: false },
  { head: "Untied", of: "untied", isFound: false },
  { head: "Tied", of: "tied", isFound: false },
];

/** What could not be read first, then by errors, contradicted figures, warnings, and figures that nothing ties. */
function worse({ report: a }: IndexEntry, { report: b }: IndexEntry): number {
  const isRefused = ({ refused }: typeof a): number => (refused === undefined ? 0 : 1);
  if (isRefused(a) !== isRefused(b)) return isRefused(b) - isRefused(a);
  for (const of of ["errors", "contradicted", "warnings", "attainable", "untied"] as const)
    if (a.summary[of] !== b.summary[of]) return b.summary[of] - a.summary[of];
  return 0;
}

function tally(entries: readonly IndexEntry[]): string {
  const refused = entries.filter(({ report }) => report.refused !== undefined).length;
  const withErrors = entries.filter(({ report }) => report.summary.errors > 0).length;
  const rest = entries.length - refused - withErrors;
  return `${withErrors} with errors, ${refused} that could not be read, ${rest} without errors. What needs a look stands first.`;
}

const told = (text: string): string => escapeText(visible(text));

function rowOf({ report, title, page }: IndexEntry): string {
  const { path, summary, refused } = report;
  const name = `<strong>${told(title)}</strong>`;
  const link = page === null ? name : `<a href="${encodeURIComponent(page)}">${name}</a>`;
  const head = `<th scope="row">${link}<br><span>${told(path)}</span></th>`;
  if (refused !== undefined)
    return `<tr>${head}<td colspan="${COLUMNS.length}"><strong class="found">Not read.</strong> ${told(refused.message)}</td></tr>`;
  const cells = COLUMNS.map(({ of, isFound }) => {
    const count = summary[of] ?? 0;
    return `<td${isFound && count > 0 ? ' class="found"' : ""}>${count}</td>`;
  });
  return `<tr>${head}${cells.join("")}</tr>`;
}
