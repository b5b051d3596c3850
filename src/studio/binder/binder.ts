import { GENERATOR } from "../../viewer/evidence-page.ts";
import type { DocumentView } from "../desk-view.ts";
import { coverPart, type Made } from "./_cover.ts";
import { figuresPart, relationsPart } from "./_figures.ts";
import { findingsPart, marksPart, signOffsPart } from "./_lists.ts";
import { html, trusted } from "./_markup.ts";
import { BINDER_STYLE } from "./_style.ts";

/**
 * The tie-out binder of a document: one page of HTML that needs nothing else, runs no script and prints. Its cover says which bytes it
 * is about; behind it stand the findings, every figure with its proof, the marks, the sign-offs with the last hash of their chain, and
 * the document itself with a tickmark at each figure.
 */
export function binderOf(view: DocumentView, made: Made): string {
  const { evidence } = view;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${GENERATOR}">
<meta name="color-scheme" content="light dark">
<title>Tie-out binder: ${evidence.title}</title>
<style>${trusted(BINDER_STYLE)}</style>
</head>
<body>
<main>
${coverPart(view, made)}
${findingsPart(view)}
${figuresPart(view)}
${relationsPart(view)}
${marksPart(view)}
${signOffsPart(view)}
<section class="copy" aria-labelledby="part-copy">
<h2 id="part-copy">The document</h2>
<p class="lead">As it was checked, with a tickmark behind each figure.</p>
<div class="document">${trusted(view.html)}</div>
</section>
</main>
</body>
</html>
`.markup;
}
