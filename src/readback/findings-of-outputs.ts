import type { BooksFinding } from "../books/books-finding.ts";
import type { Report } from "../tieout/report/report.ts";
import type { PrintedRelease } from "./output.ts";

/** What the tie-out found on an output, at the bindings that its figures come from. */
export function tieOutFindings(output: PrintedRelease, report: Report): readonly BooksFinding[] {
  const starts = new Map(report.figures.map(({ id, start }) => [id, start]));
  const bound = new Map<number, string>();
  for (const [id, ranges] of output.figures) for (const { start } of ranges) bound.set(start, id);
  const open = report.findings.filter(({ waived }) => waived === null);
  return open.map(({ code, severity, message, remedy, figures }): BooksFinding => {
    const places = figures.flatMap((id) => {
      const figure = output.bound.get(bound.get(starts.get(id) ?? -1) ?? "");
      return figure === undefined ? [] : [figure.place];
    });
    return { code, severity, message, remedy, about: "books", places };
  });
}

/** Findings of several outputs of one release: what is said of more than one of them is said once, and names them. */
export function findingsOfOutputs(
  all: readonly { readonly output: string; readonly findings: readonly BooksFinding[] }[],
): readonly BooksFinding[] {
  const known = new Map<string, { readonly finding: BooksFinding; readonly outputs: string[] }>();
  for (const { output, findings } of all)
    for (const finding of findings) {
      const key = JSON.stringify([finding.code, finding.message, finding.places[0]]);
      const one = known.get(key);
      if (one === undefined) known.set(key, { finding, outputs: [output] });
      else if (!one.outputs.includes(output)) one.outputs.push(output);
    }
  return [...known.values()].map(({ finding, outputs }) => {
    const where = outputs.length === all.length ? "every output" : outputs.join(" and ");
    return { ...finding, message: `In ${where}: ${finding.message}` };
  });
}
