import type { Finding, Severity } from "../../finding.ts";
import { shown } from "../../text/place.ts";
import { several } from "../../text/several.ts";
import { layOut, type Medium, mediumOf, type TextOptions, type Told, wrap } from "../../text/told.ts";
import type { MarkTrouble } from "../marks/mark.ts";
import type { Checked, CheckedDocument, RefusedDocument } from "./checked.ts";
import { excerpts } from "./excerpt.ts";
import type { Summary } from "./report.ts";
import { blockedBy, choiceWords, ruleWords } from "./rule-words.ts";
import { summarize } from "./write.ts";

/** The gravest first. */
export const ORDER: readonly Severity[] = ["error", "warning", "note"];

/** The answer about one document as people read it: its summary, then each finding in the house's one layout. */
export function textOf(checked: Checked, options: TextOptions = {}): string {
  const medium = mediumOf(options);
  return checked.kind === "refused" ? refusal(checked, medium) : answer(checked, medium);
}

function refusal({ path, refusal: { code, message } }: RefusedDocument, { columns, paint }: Medium): string {
  return `${paint("error", `tickmark: refused[${code}]`)} ${paint("strong", shown(path))}\n${wrap(shown(message), columns)}\n`;
}

function answer(checked: CheckedDocument, medium: Medium): string {
  const { path, findings, document } = checked;
  const summary = summarize(checked);
  const blocked = blockedBy(findings);
  const all = [
    states(summary),
    ...(summary.measurements === 0 ? [] : [WORTH]),
    ...(blocked === undefined ? [] : [blocked]),
    ...(checked.ruleChoices ?? []).map((choice) => shown(choiceWords(choice))),
  ];
  const said = all.map((s) => wrap(s, medium.columns));
  const head = `${medium.paint("strong", shown(path))}: ${counts(summary)}\n${said.join("\n")}\n`;
  const excerpt = excerpts(document);
  const sorted = ORDER.flatMap((severity) => findings.filter((f) => f.severity === severity && f.waived === null));
  const told = [...sorted, ...findings.filter((f) => f.waived !== null)];
  const withRule = (f: Finding): Told => (f.rule === undefined ? f : { ...f, source: ruleWords(f.rule) });
  return [head, ...told.map((f) => layOut(withRule(f), path, excerpt(f.start, f.end), medium))].join("\n");
}

/** "1 error, 3 warnings, 0 notes". */
export function counts({ errors, warnings, notes, waived, leftOut = 0 }: Summary): string {
  const all = [several(errors, "error"), several(warnings, "warning"), several(notes, "note")];
  const waivers = waived === 0 ? [] : [`${waived} waived`];
  const others = leftOut === 0 ? [] : [`${leftOut} more left out by the filter`];
  return [...all, ...waivers, ...others].join(", ");
}

/** What the counts are worth. */
export const WORTH =
  "This proves that figures of the page can stand together, not that they are true; of an untied figure it proves nothing.";

/** "139 figures, 83 of them measurements: 66 tied, 2 attainable only, 0 contradicted, 15 untied." */
export function states(s: Summary): string {
  if (s.measurements === 0) return `${several(s.figures, "figure")}, none of them a measurement.`;
  const left = `${s.tied} tied, ${s.attainable} attainable only, ${s.contradicted} contradicted, ${s.untied} untied`;
  return `${several(s.figures, "figure")}, ${s.measurements} of them measurements: ${left}.`;
}

/** What is wrong with a file that is no document, marks say, in the layout of findings. */
export function troublesText(
  troubles: readonly MarkTrouble[],
  path: string,
  source: string,
  options: TextOptions = {},
): string {
  const medium = mediumOf(options);
  const excerpt = excerpts({ format: "text", encoding: "utf-8", source, blocks: [] });
  const told = troubles.map((t) => ({ ...t, severity: "error" as const, waived: null }));
  return told.map((t) => layOut(t, path, excerpt(t.start, t.end), medium)).join("\n");
}
