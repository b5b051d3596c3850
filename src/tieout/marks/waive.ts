import type { Finding, Place } from "../../finding.ts";
import { lineAndColumn, lines } from "../../text/place.ts";
import { several } from "../../text/several.ts";
import { type AnchorIndex, find, samePrint } from "../anchor/find.ts";
import type { Document } from "../document.ts";
import type { Figure } from "../figures/figure.ts";
import { idleMark, notFound, voidMark } from "./_void.ts";
import type { Waiver } from "./mark.ts";
import { placeWords, unnamedPlaces } from "./place-words.ts";

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
  document: Pick<Document, "source" | "blocks">,
): Waived {
  const wordsOf = placeWords(document);
  const told: Told = { source: document.source, wordsOf };
  const about: Finding[] = [];
  const reasons = new Map<number, string>();
  const byCode = new Map<string, number[]>();
  findings.forEach(({ code }, i) => {
    const list = byCode.get(code);
    if (list === undefined) byCode.set(code, [i]);
    else list.push(i);
  });
  for (const mark of waivers) {
    const meant = meantBy(mark, byCode.get(mark.code) ?? [], findings, figures, index, told);
    if ("why" in meant) about.push((meant.isVoid ? voidMark : idleMark)(mark, meant.why, meant.figures, figures));
    else
      for (const i of meant.findings) {
        const finding = findings[i]!;
        const others = unnamedPlaces(placesAsked(mark, finding, meant.first), mark.places ?? [], wordsOf);
        if (others.length === 0) reasons.set(i, mark.reason);
        else about.push(voidMark(mark, grown(others, wordsOf, document.source), meant.shown, figures, GROWN));
      }
  }
  return {
    findings: findings.map((f, i) => (reasons.has(i) ? { ...f, waived: { reason: reasons.get(i)! } } : f)),
    about,
  };
}

/**
 * The places that a mark has to name: where the fault of the finding stands again. Where a figure tells the first place it is not asked for, nor
 * in a mark by its text alone, as people write them by hand.
 */
const placesAsked = (mark: Waiver, finding: Finding, first: string | undefined): readonly Place[] => {
  const { start, end, places: further = [] } = finding;
  const isTold = mark.figure === undefined ? mark.places === undefined : finding.figures[0] === first;
  return isTold || finding.about !== "rules" ? further : [{ start, end }, ...further];
};

/** The places that a mark which is written for a finding names: all of them, or those that its figure does not tell. */
export const placesToName = ({ about, figures, start, end, places: further = [] }: Finding): readonly Place[] =>
  about === "rules" && figures.length === 0 ? [{ start, end }, ...further] : further;

/** Places that a message names; the others are counted. */
const SHOWN = 3;
const GROWN =
  "Mend what stands there, or look at it and add its words to `places` of the mark; --write-marks prints a mark with all of them.";

function grown(others: readonly Place[], wordsOf: (place: Place) => string, source: string): string {
  const table = lines(source);
  const named = others
    .slice(0, SHOWN)
    .map((place) => `"${wordsOf(place)}" in line ${lineAndColumn(table, place.start).line}`);
  const rest = others.length > SHOWN ? `, and ${others.length - SHOWN} more` : "";
  return `its fault stands in ${several(others.length, "place")} that the mark does not name: ${named.join(", ")}${rest}.`;
}

/** What a mark waives: findings by their place, the id of the figure that it names, and the figures that are to be shown with it. */
interface Meant {
  readonly findings: readonly number[];
  readonly first: string | undefined;
  readonly shown: readonly number[];
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
  told: Told,
): Meant | NotMeant {
  if (mark.figure === undefined) return meantByText(mark, ofCode, findings, told);
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
  if (fitting.length === 1 || (fitting.length > 0 && mark.beside !== undefined))
    return { findings: fitting, first: id, shown: [figure] };
  const exact = fitting.filter((i) => isOfPlaces(mark, findings[i]!, id, told));
  if (exact.length === 1) return { findings: exact, first: id, shown: [figure] };
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

/** What places are told by. */
interface Told {
  readonly source: string;
  readonly wordsOf: (place: Place) => string;
}

/** Whether a mark names just the places of a finding: of several that it may mean, that is the one. */
function isOfPlaces(mark: Waiver, finding: Finding, first: string | undefined, { wordsOf }: Told): boolean {
  const asked = placesAsked(mark, finding, first);
  const { places = [] } = mark;
  return asked.length === places.length && unnamedPlaces(asked, places, wordsOf).length === 0;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What stands at the place of a finding that names no figure. */
export const wordsAt = ({ start, end }: Finding, source: string): string =>
  oneLine(source.slice(start, Math.min(end, start + 300)));

function meantByText(
  mark: Waiver,
  ofCode: readonly number[],
  findings: readonly Finding[],
  told: Told,
): Meant | NotMeant {
  const bare = ofCode.filter((i) => findings[i]!.figures.length === 0);
  const alike =
    mark.text === undefined ? bare : bare.filter((i) => wordsAt(findings[i]!, told.source) === oneLine(mark.text!));
  // One word may be said in several places: those that the mark names tell which finding is meant.
  const exact = alike.filter((i) => isOfPlaces(mark, findings[i]!, undefined, told));
  const hits = alike.length > 1 && mark.places !== undefined && exact.length === 1 ? exact : alike;
  if (hits.length === 1) return { findings: hits, first: undefined, shown: [] };
  if (bare.length === 0)
    return { isVoid: false, why: `there is no finding ${mark.code} that names no figure.`, figures: [] };
  const why =
    hits.length > 1
      ? `${hits.length} findings ${mark.code} name no figure, and one was meant; "text" says which.`
      : `no finding ${mark.code} stands at the words "${oneLine(mark.text ?? "")}" any more.`;
  return { isVoid: true, why, figures: [] };
}
