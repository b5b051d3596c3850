import type { Finding } from "../../finding.ts";
import type { CheckedDocument } from "../report/checked.ts";
import type { NamedFinding, Since } from "./changes.ts";

/**
 * Which findings are new, gone, or still there: first by code and all of their figures, then by code and the figure they name first.
 * `was` gives for each figure of the new draft the one it was.
 */
export function pairFindings(
  before: CheckedDocument,
  now: CheckedDocument,
  was: readonly (number | undefined)[],
): Since["findings"] {
  const idBefore = (id: string, i: number | undefined): string =>
    i === undefined ? `new ${id}` : before.figures[i]!.figure.id;
  const names = new Map(now.figures.map(({ figure }, j) => [figure.id, idBefore(figure.id, was[j])]));
  const own = (id: string): string => id;
  const then = (id: string): string => names.get(id) ?? id;
  const left = new Set(before.findings.keys());
  const paired = new Set<number>();
  for (const keyOf of [allFigures, firstFigure]) {
    const waiting = new Map<string, number[]>();
    for (const i of [...left].reverse()) {
      const key = keyOf(before.findings[i]!, own);
      const list = waiting.get(key);
      if (list === undefined) waiting.set(key, [i]);
      else list.push(i);
    }
    now.findings.forEach((finding, j) => {
      const i = paired.has(j) ? undefined : waiting.get(keyOf(finding, then))?.pop();
      if (i === undefined) return;
      paired.add(j);
      left.delete(i);
    });
  }
  return {
    new: now.findings.filter((_, j) => !paired.has(j)).map(named),
    gone: before.findings.filter((_, i) => left.has(i)).map(named),
    still: now.findings.filter((_, j) => paired.has(j)).map(named),
  };
}

type NameOf = (id: string) => string;

/** What names no figure is known by what it says. */
const allFigures = ({ code, figures, message }: Finding, nameOf: NameOf): string =>
  figures.length === 0 ? `${code} ${message}` : `${code} ${figures.map(nameOf).sort().join(" ")}`;

const firstFigure = ({ code, figures, message }: Finding, nameOf: NameOf): string =>
  figures.length === 0 ? `${code} ${message}` : `${code} ${nameOf(figures[0]!)}`;

const named = ({ code, severity, message, figures }: Finding): NamedFinding => ({ code, severity, message, figures });
