import { grouped } from "../../text/thousands.ts";
import type { ReportFigure, ReportRelation } from "../../tieout/report/report.ts";
import type { Evidence } from "../../viewer/evidence.ts";
import { STATE_WORDS } from "../../viewer/state-words.ts";
import type { DocumentView, MarkView, SignOffView } from "../desk-view.ts";
import { html, type Markup, NOTHING } from "./_markup.ts";

/** So many relations are written out at a figure; the others are named there and stand in their own list. */
const MOST_SHOWN = 4;

const RANK: Readonly<Record<ReportRelation["strength"], number>> = { strong: 0, fair: 1, weak: 2 };

/** Every figure in reading order, below the headings of the document, with its proof and what people have decided about it. */
export function figuresPart(view: DocumentView): Markup {
  const { report, outline } = view.evidence;
  const { figures } = report;
  const told = figures.filter(({ status, checked }) => status !== undefined || checked === true);
  const context = contextOf(view);
  let heading = 0;
  const rows = told.map((figure) => {
    let head = NOTHING;
    while (heading < outline.length && outline[heading]!.at <= figure.start) {
      head = html`<tr class="heading"><th colspan="5" scope="rowgroup">${outline[heading]!.text}</th></tr>\n`;
      heading++;
    }
    return html`${head}${figureRow(figure, context)}`;
  });
  const rest = figures.length - told.length;
  return html`<section aria-labelledby="part-figures">
<h2 id="part-figures">Every figure with its proof</h2>
<p class="lead">In reading order. ${rest === 0 ? "" : `${rest} further tokens (dates, periods, phones, names) that no relation reached are not listed.`}</p>
<table class="figures">
<thead><tr><th scope="col">Ref.</th><th scope="col">Printed</th><th scope="col">What it is</th><th scope="col">Proof</th><th scope="col">Decided</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>`;
}

interface Context {
  readonly evidence: Evidence;
  /** The places of a figure's relations in the report's list, the most believed first. */
  readonly relations: ReadonlyMap<string, readonly number[]>;
  readonly marks: ReadonlyMap<string, readonly MarkView[]>;
  readonly signOffs: ReadonlyMap<string, readonly SignOffView[]>;
}

function contextOf({ evidence, marks, signOffs }: DocumentView): Context {
  const { relations } = evidence.report;
  const places = relations.map((_, i) => i).sort((a, b) => RANK[relations[a]!.strength] - RANK[relations[b]!.strength]);
  return {
    evidence,
    relations: byFigure(places, (i) => relations[i]!.figures),
    marks: byFigure(marks, ({ figures }) => figures),
    signOffs: byFigure(signOffs, ({ figure }) => (figure === null ? [] : [figure])),
  };
}

function byFigure<T>(all: readonly T[], figuresOf: (one: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const one of all)
    for (const id of new Set(figuresOf(one))) {
      const list = map.get(id);
      if (list === undefined) map.set(id, [one]);
      else list.push(one);
    }
  return map;
}

function figureRow(figure: ReportFigure, context: Context): Markup {
  const { id, text, status } = figure;
  const state =
    status === undefined
      ? html`<span class="quiet">checked</span>`
      : html`<span class="tick">${STATE_WORDS[status].mark}</span> ${STATE_WORDS[status].name}`;
  return html`<tr class="${status ?? "other"}">
<th scope="row" id="ref-${id}"><a href="#${id}">${id}</a></th>
<td class="print">${text}<br>${state}</td>
<td>${meaningOf(figure)}</td>
<td>${proofOf(figure, context)}</td>
<td>${decidedOn(id, context)}</td>
</tr>
`;
}

function meaningOf({ label, value, unit, period, where, hedge }: ReportFigure): Markup {
  const place =
    "paragraph" in where
      ? `paragraph ${where.paragraph}`
      : `table ${where.table}, row ${where.row}, column ${where.column}`;
  const days = period === undefined ? "" : period.start === undefined ? period.end : `${period.start} to ${period.end}`;
  const amount = value === undefined ? "" : `${hedge ?? ""} ${amountWords(value)} ${unit ?? ""}`.trim();
  const lines = [label ?? "", amount, days].filter((line) => line !== "");
  return html`${lines.map((line) => html`${line}<br>`)}<span class="quiet">${place}</span>`;
}

/** A fraction stays one: it is exact, and no decimal is. */
const amountWords = (value: string): string => (value.includes("/") ? value : grouped(value));

function proofOf({ id, implied, status }: ReportFigure, { evidence, relations }: Context): Markup {
  const own = (relations.get(id) ?? []).map((at) => ({ ...evidence.report.relations[at]!, at }));
  if (own.length === 0) return status === "untied" ? html`<p class="quiet">No relation reaches it.</p>` : NOTHING;
  const shown = own
    .slice(0, MOST_SHOWN)
    .map(
      ({ id: relation, verdict, at }) =>
        html`<p><a href="#ref-${relation}">${relation}</a> ${evidence.relations[at]?.line ?? ""} <span class="quiet">${verdict}</span></p>`,
    );
  const rest = own.slice(MOST_SHOWN).map(({ id: relation }) => html` <a href="#ref-${relation}">${relation}</a>`);
  return html`${shown}${rest.length === 0 ? NOTHING : html`<p class="quiet">also${rest}</p>`}${leftFor(implied)}`;
}

function leftFor(implied: ReportFigure["implied"]): Markup {
  const [low, high] = [implied?.low, implied?.high].map((end) => (end === undefined ? undefined : amountWords(end)));
  if (low === undefined && high === undefined) return NOTHING;
  const words = high === undefined ? `at least ${low}` : low === undefined ? `at most ${high}` : `${low} to ${high}`;
  return html`<p class="quiet">All relations together leave it ${words}.</p>`;
}

const KINDS: Readonly<Record<MarkView["kind"], string>> = {
  accept: "accepted",
  question: "asked",
  comment: "comment",
  waive: "waived",
  forbid: "relation forbidden",
  add: "relation added",
  replace: "relation replaced",
};

export const markWords = ({ kind, about, text, author, date, trouble }: MarkView): Markup =>
  html`<b>${KINDS[kind]}</b>${about === "" ? "" : ` ${about}`}: ${text} <span class="quiet">${author}, ${date}</span>${trouble === null ? NOTHING : html` <span class="broken">${trouble}</span>`}`;

function decidedOn(id: string, { marks, signOffs }: Context): Markup {
  const own = (marks.get(id) ?? []).map((mark) => html`<p>${markWords(mark)}</p>`);
  const signed = (signOffs.get(id) ?? []).map(
    ({ n, kind, by, at, note, why }) =>
      html`<p class="${kind}"><b>${kind === "in-force" ? "signed" : kind === "void" ? "signature void" : "signature taken back"}</b> ${by}, ${at.slice(0, 10)}${note === "" ? "" : `: ${note}`} <a href="#ref-s${n}">line ${n}</a>${why === "" ? NOTHING : html`<br><span class="quiet">${why}</span>`}</p>`,
  );
  return html`${own}${signed}`;
}

/** Every relation with its verdict and why it is believed. */
export function relationsPart({ evidence }: DocumentView): Markup {
  const rows = evidence.report.relations.map(
    ({ id, rule, kind, strength, evidence: why, verdict }, i) => html`<tr class="${verdict}">
<th scope="row" id="ref-${id}">${id}</th>
<td>${evidence.relations[i]?.line ?? ""}</td>
<td>${verdict}<br><span class="quiet">${evidence.relations[i]?.verdict ?? ""}</span></td>
<td>${kind} (${rule}), ${strength}<br><span class="quiet">${why}</span></td>
</tr>
`,
  );
  return html`<section aria-labelledby="part-relations">
<h2 id="part-relations">Every relation that was tested</h2>
<table class="relations">
<thead><tr><th scope="col">Ref.</th><th scope="col">Relation</th><th scope="col">Verdict</th><th scope="col">Why it is believed</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>`;
}
