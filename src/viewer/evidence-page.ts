import { shown as visible } from "../text/place.ts";
import type { ReportFinding } from "../tieout/report/report.ts";
import { counts, ORDER, states, WORTH } from "../tieout/report/text.ts";
import { policyOf } from "./_policy.ts";
import type { Evidence, FindingWords, ShownDocument } from "./evidence.ts";
import { escapeText } from "./safe-markup.ts";

/** The client as `npm run build` bundles it: it is the same in a page of evidence and on the review desk. */
export interface ViewerClient {
  readonly script: string;
  readonly style: string;
}

/**
 * One self-contained page: the document as printed with its state at every figure, and the evidence beside it. Its content policy
 * lets nothing run and nothing be worn but what is in it, by its hash, and nothing be fetched. It can be read and printed where
 * scripts are off. A long document is not painted before the client has seen it: to lay it out twice takes seconds.
 */
export function evidencePage(evidence: Evidence, shown: ShownDocument, client: ViewerClient): string {
  const { report, title } = evidence;
  const script = scriptInPage(client.script);
  const style = styleInPage(client.style);
  const own = /^<style>([\s\S]*?)<\/style>/.exec(shown.html)?.[1];
  const policy = policyOf({ scripts: [script], styles: own === undefined ? [style] : [style, own] });
  const refused = report.refused === undefined ? "" : `<p>${told(report.refused.message)}</p>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${GENERATOR}">
<link rel="expect" href="#client" blocking="render">
<title>${told(title)} · Tickmark</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<div class="plain">
<header>
<h1>${told(title)}</h1>
<p>${told(report.path)}${report.sha256 === null ? "" : ` · SHA-256 ${report.sha256}`}</p>
${refused}<p>${told(`${states(report.summary)} ${WORTH}`)}</p>
<p>${MARKS}</p>
</header>
<section aria-label="Findings">
<h2>Findings: ${told(counts(report.summary))}</h2>
${findingsOf(evidence)}
</section>
</div>
<main id="document" aria-label="The document">${shown.html}</main>
<script type="application/json" id="evidence">${jsonInPage(evidence)}</script>
<script id="client">${script}</script>
</body>
</html>
`;
}

/** The lines below the figures, each worn by its own word. */
const MARKS = `On the page the line below a figure says that it is ${[
  '<span class="sample tied">tied</span>',
  '<span class="sample attainable">attainable only</span>',
  '<span class="sample untied">untied</span>',
].join(", ")} or <span class="sample contradicted">contradicted</span>.`;

/** What tells a page of ours from any other file. */
export const GENERATOR = "Tickmark";

/** A stranger's words, made visible where they command or turn what stands around them. */
const told = (text: string): string => escapeText(visible(text));

/** A script that no page takes for its end, or for the beginning of a comment. */
const scriptInPage = (script: string): string =>
  script.replace(/\r\n?/g, "\n").replace(/<(?=\/script|!--)/gi, (c) => `${c}\\`);

export const styleInPage = (style: string): string =>
  style.replace(/\r\n?/g, "\n").replace(/<(?=\/style)/gi, (c) => `${c}\\`);

/** JSON that no page takes for markup. */
const jsonInPage = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The findings for those who read without a script, and on paper: the gravest first, those that were waived last. */
function findingsOf({ report, findings, relations }: Evidence): string {
  if (report.findings.length === 0) return "<p>Nothing to act on.</p>";
  const lines = new Map(report.relations.map((r, i) => [r.id, relations[i]!.line]));
  const rank = ({ waived, severity }: ReportFinding): number =>
    waived === null ? ORDER.indexOf(severity) : ORDER.length;
  const sorted = report.findings.map((f, i) => ({ f, i })).sort((a, b) => rank(a.f) - rank(b.f) || a.i - b.i);
  return `<ol>\n${sorted.map(({ f, i }) => findingOf(f, findings[i]!, lines)).join("")}</ol>`;
}

function findingOf(f: ReportFinding, words: FindingWords, lines: ReadonlyMap<string, string>): string {
  const state = f.waived === null ? f.severity : "waived";
  const target = words.target ?? "document";
  const remedy = f.waived === null ? f.remedy : `Waived: ${f.waived.reason}`;
  const proof =
    words.certificate.length > 0 ? words.certificate : f.relations.flatMap((id) => lines.get(id) ?? []).slice(0, 12);
  const parts = [
    `<p><a href="#${target}"><strong>${state}</strong> ${f.code}</a></p>`,
    words.excerpt === undefined ? "" : quoted(words.excerpt),
    `<p>${told(f.message)}</p>`,
    remedy === "" ? "" : `<p>${told(remedy)}</p>`,
    proof.length === 0 ? "" : `<ul>${proof.map((line) => `<li>${told(line)}</li>`).join("")}</ul>`,
  ];
  return `<li data-severity="${f.severity}">${parts.join("")}</li>\n`;
}

const quoted = ({ line, from, to }: NonNullable<FindingWords["excerpt"]>): string =>
  `<blockquote>${told(line.slice(0, from))}<mark>${told(line.slice(from, to))}</mark>${told(line.slice(to))}</blockquote>`;
