import { several } from "../../text/several.ts";
import type { DocumentView, SignOffView } from "../desk-view.ts";
import { markWords } from "./_figures.ts";
import { html, type Markup, NOTHING } from "./_markup.ts";

const part = (
  id: string,
  title: string,
  items: readonly Markup[],
  none: string,
): Markup => html`<section aria-labelledby="part-${id}">
<h2 id="part-${id}">${title}</h2>
${items.length === 0 ? html`<p class="lead">${none}</p>` : html`<ol class="list">\n${items}</ol>`}
</section>`;

const links = (ids: readonly string[]): Markup => html`${ids.map((id) => html` <a href="#ref-${id}">${id}</a>`)}`;

/** What a reader must act on, errors first, and behind it what was waived. */
export function findingsPart({ evidence }: DocumentView): Markup {
  const { findings } = evidence.report;
  const grave = ["error", "warning", "note"];
  const order = findings
    .map((finding, at) => ({ finding, at }))
    .sort(
      (a, b) =>
        Number(a.finding.waived !== null) - Number(b.finding.waived !== null) ||
        grave.indexOf(a.finding.severity) - grave.indexOf(b.finding.severity) ||
        a.at - b.at,
    );
  const items = order.map(({ finding, at }) => {
    const { code, severity, message, remedy, figures, waived } = finding;
    const words = evidence.findings[at];
    const sums = (words?.certificate ?? []).map((line) => html`${line}\n`);
    return html`<li class="${waived === null ? severity : "waived"}"><b>${waived === null ? severity : "waived"}</b> ${code}<br>${message}${
      sums.length === 0 ? NOTHING : html`<pre>${sums}</pre>`
    }${waived === null ? html`<br><span class="quiet">${remedy}</span>` : html`<br>Waived: ${waived.reason}`}${
      figures.length === 0 ? NOTHING : html`<br><span class="quiet">Figures${links(figures)}</span>`
    }</li>
`;
  });
  return part("findings", "Findings", items, "There are none.");
}

export function marksPart({ marks, markTroubles }: DocumentView): Markup {
  const items = [
    ...marks.map((mark) => html`<li>${markWords(mark)}${links(mark.figures)}</li>\n`),
    ...markTroubles.map(
      ({ line, message }) => html`<li class="broken">Line ${line} of the marks is not understood: ${message}</li>\n`,
    ),
  ];
  return part("marks", "Marks", items, "Nobody has marked anything.");
}

const STANDING: Readonly<Record<SignOffView["kind"], string>> = {
  "in-force": "in force",
  void: "void",
  withdrawn: "taken back",
};

/** Every signature in the order of its file, and the hash that says up to where the file was whole. */
export function signOffsPart({ signOffs, chain }: DocumentView): Markup {
  const items = signOffs.map(
    ({
      n,
      kind,
      by,
      at,
      note,
      figure,
      words,
      document,
      why,
    }) => html`<li class="${kind}" id="ref-s${n}" value="${n}"><b>${STANDING[kind]}</b> ${by}, ${at.replace("T", " ").replace("Z", "")} UTC, on ${words === "" ? "the whole document" : words} of ${document}${
      note === "" ? "" : `: ${note}`
    }${figure === null ? NOTHING : links([figure])}${why === "" ? NOTHING : html`<br><span class="quiet">${why}</span>`}</li>
`,
  );
  return html`${part("signoffs", "Sign-offs", items, "Nobody has signed anything.")}
<p class="chain">${
    chain.break === null
      ? html`The chain is whole over ${several(chain.lines, "line")}. Hash of the last: <code>${chain.last}</code>. A file of sign-offs that ends with another hash is not the one this binder is about.`
      : html`<span class="broken">The chain is broken at line ${chain.break.line}: ${chain.break.why}</span> Up to there it has ${chain.lines} lines, the last of hash <code>${chain.last}</code>.`
  }</p>`;
}
