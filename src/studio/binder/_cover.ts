import { several } from "../../text/several.ts";
import { STATE_WORDS, type State } from "../../viewer/state-words.ts";
import type { DocumentView, SignOffView } from "../desk-view.ts";
import { html, type Markup, NOTHING } from "./_markup.ts";

/** When a binder was made, and by which Tickmark. */
export interface Made {
  /** Coordinated universal time to the second. */
  readonly at: string;
  readonly version: string;
}

/** What each state means, as the README has it, in the order of the cover. */
const MEANINGS: readonly (readonly [State, string])[] = [
  ["tied", "a relation to other figures, believed for a reason, holds"],
  ["attainable", "the printed digits do not recompute, yet unrounded amounts exist that would print all of this"],
  ["contradicted", "no amounts whatever could print this beside the others, and this figure is the likeliest culprit"],
  ["untied", "nothing on the page reaches it that an error in it would break; nobody has checked it"],
];

const row = (name: string, value: string | Markup): Markup =>
  html`<tr><th scope="row">${name}</th><td>${value}</td></tr>\n`;

/** The first page: which bytes, how many figures stand how, what people have decided, and what all of it proves. */
export function coverPart({ entry, evidence, marks, signOffs, chain }: DocumentView, made: Made): Markup {
  const { report } = evidence;
  const { summary, sha256, format, encoding } = report;
  const states = MEANINGS.map(
    ([state, means]) =>
      html`<tr class="${state}"><th scope="row"><span class="tick">${STATE_WORDS[state].mark}</span> ${STATE_WORDS[state].name}</th><td class="n">${summary[state]}</td><td>${means}</td></tr>\n`,
  );
  return html`<header class="cover">
<p class="kind">Tie-out binder</p>
<h1>${evidence.title}</h1>
${report.refused === undefined ? NOTHING : html`<p class="broken">The document could not be read: ${report.refused.message}</p>`}
<table class="facts">
${row("Document", entry.path ?? `${entry.name} (opened in the browser)`)}${row("SHA-256", html`<code>${sha256 ?? "none"}</code>`)}${row("Read as", [format, encoding].filter((word) => word !== null).join(", ") || "nothing")}${row("Made", `${made.at.replace("T", " ").replace("Z", "")} UTC, by Tickmark ${made.version}`)}${row("Figures", `${several(summary.figures, "figure")}, of which ${several(summary.measurements, "measurement")}`)}${row("Findings", `${several(summary.errors, "error")}, ${several(summary.warnings, "warning")}, ${several(summary.notes, "note")}; ${summary.waived} waived`)}${row("Marks", several(marks.length, "mark"))}${row("Sign-offs", signOffsInWords(signOffs))}${row("Chain of sign-offs", html`${several(chain.lines, "line")}, the last of hash <code>${chain.last}</code>`)}
</table>
${chain.break === null ? NOTHING : html`<p class="broken">The chain of sign-offs is broken at line ${chain.break.line}: ${chain.break.why} Nothing from there on is relied on.</p>`}
<table class="states">
<caption>How the measurements stand</caption>
${states}</table>
<p class="lead">A tie-out proves that the figures of one page can stand together, not that they are true. A printed number is taken as every
amount that prints so, and all arithmetic is exact. Marks and sign-offs are what people have decided; the names are those that
were given, and nothing vouches for them but whoever keeps the files.</p>
</header>`;
}

function signOffsInWords(signOffs: readonly SignOffView[]): string {
  const count = (kind: SignOffView["kind"]): number => signOffs.filter((one) => one.kind === kind).length;
  if (signOffs.length === 0) return "none";
  return `${count("in-force")} in force, ${count("void")} void, ${count("withdrawn")} taken back`;
}
