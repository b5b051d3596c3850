import type { Finding } from "../../finding.ts";
import { type AnchorIndex, find, samePrint } from "../anchor/find.ts";
import type { Figure } from "../figures/figure.ts";
import { idleMark, notFound, voidMark } from "./_void.ts";
import type { Waiver } from "./mark.ts";

export interface Waived {
  /** The findings as they came, those waived with their reason. */
  readonly findings: readonly Finding[];
  /** What is to be said of the marks themselves. */
  readonly about: readonly Finding[];
}

/** Sets the reason beside each finding that a mark in force waives. */
export function waive(
  waivers: readonly Waiver[],
  findings: readonly Finding[],
  figures: readonly Figure[],
  index: AnchorIndex,
  source: string,
): Waived {
  const about: Finding[] = [];
  const reasons = new Map<number, string>();
  const byCode = new Map<string, number[]>();
  findings.forEach(({ code }, i) => {
    const list = byCode.get(code);
    if (list === undefined) byCode.set(code, [i]);
    else list.push(i);
  });
  for (const mark of waivers) {
    const meant = meantBy(mark, byCode.get(mark.code) ?? [], findings, figures, index, source);
    if ("why" in meant) about.push((meant.isVoid ? voidMark : idleMark)(mark, meant.why, meant.figures, figures));
    else for (const finding of meant.findings) reasons.set(finding, mark.reason);
  }
  return {
    findings: findings.map((f, i) => (reasons.has(i) ? { ...f, waived: { reason: reasons.get(i)! } } : f)),
    about,
  };
}

interface NotMeant {
  readonly isVoid: boolean;
  readonly why: string;
  readonly figures: readonly number[];
}

function meantBy(
  mark: Waiver,
  ofCode: readonly number[],
  findings: readonly Finding[],
  figures: readonly Figure[],
  index: AnchorIndex,
  source: string,
): { readonly findings: readonly number[] } | NotMeant {
  if (mark.figure === undefined) return meantByText(mark, ofCode, findings, source);
  const found = find(index, mark.figure);
  if (found.kind !== "found") return { isVoid: true, ...notFound(mark.figure, found, index) };
  const { figure } = found;
  const { id } = figures[figure]!;
  // The likeliest culprit comes first; where the blame has moved, the finding is still the same if no other names the figure.
  const first = ofCode.filter((i) => findings[i]!.figures[0] === id);
  const hits = first.length > 0 ? first : ofCode.filter((i) => findings[i]!.figures.includes(id));
  if (hits.length === 0)
    return { isVoid: false, why: `there is no finding ${mark.code} about this figure.`, figures: [figure] };
  const fitting = hits.filter((i) => sameBeside(mark, findings[i]!, id, figures, index));
  // Where all of the prints are asked for, findings that have them all say the same.
  if (fitting.length === 1 || (fitting.length > 0 && mark.beside !== undefined)) return { findings: fitting };
  const why =
    fitting.length > 1
      ? `${fitting.length} findings ${mark.code} name this figure, and one was meant.`
      : `the other figures of the finding print ${besideOf(findings[hits[0]!]!, id, figures, index).join(", ") || "nothing"} now.`;
  return { isVoid: true, why, figures: [figure] };
}

/** The prints of the figures that a finding names beside this one, in its order. */
export function besideOf(
  finding: Finding,
  id: string,
  figures: readonly Figure[],
  { anchors }: AnchorIndex,
): readonly string[] {
  return finding.figures.filter((other) => other !== id).map((other) => anchors[indexOfId(other, figures)]!.print);
}

/** Figures are numbered from 1 in their order. */
const indexOfId = (id: string, figures: readonly Figure[]): number => {
  const guess = Number.parseInt(id.slice(1), 10) - 1;
  return figures[guess]?.id === id ? guess : figures.findIndex((f) => f.id === id);
};

function sameBeside(
  { beside }: Waiver,
  finding: Finding,
  id: string,
  figures: readonly Figure[],
  index: AnchorIndex,
): boolean {
  if (beside === undefined) return true;
  const prints = besideOf(finding, id, figures, index);
  return prints.length === beside.length && prints.every((print, i) => samePrint(beside[i]!, print));
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What stands at the place of a finding that names no figure. */
export const wordsAt = ({ start, end }: Finding, source: string): string =>
  oneLine(source.slice(start, Math.min(end, start + 300)));

function meantByText(
  mark: Waiver,
  ofCode: readonly number[],
  findings: readonly Finding[],
  source: string,
): { readonly findings: readonly number[] } | NotMeant {
  const bare = ofCode.filter((i) => findings[i]!.figures.length === 0);
  const hits =
    mark.text === undefined ? bare : bare.filter((i) => wordsAt(findings[i]!, source) === oneLine(mark.text!));
  if (hits.length === 1) return { findings: hits };
  if (bare.length === 0)
    return { isVoid: false, why: `there is no finding ${mark.code} that names no figure.`, figures: [] };
  const why =
    hits.length > 1
      ? `${hits.length} findings ${mark.code} name no figure, and one was meant; "text" says which.`
      : `no finding ${mark.code} stands at the words "${oneLine(mark.text ?? "")}" any more.`;
  return { isVoid: true, why, figures: [] };
}
