import type { Finding, FindingCode } from "../../finding.ts";
import type { AnchorIndex, Found, Sought } from "../anchor/find.ts";
import type { Figure } from "../figures/figure.ts";
import type { Mark, Remark } from "./mark.ts";

/** Figures that a message names; the others are counted. */
const SHOWN = 3;

/** A figure by its own words: "371.2 (Total, Three Months Ended September 29, 2007, Revenue by Geography)". */
export function inWords({ print, label, column, table, sentence }: Sought): string {
  const words = [label, column, table, sentence].filter((w) => w !== undefined && w !== "");
  return words.length === 0 ? print : `${print} (${words.join(", ")})`;
}

/** Why a figure was not found, in one sentence; the figures that the sentence speaks of. */
export function notFound(
  sought: Sought,
  found: Exclude<Found, { kind: "found" }>,
  index: AnchorIndex,
): { readonly why: string; readonly figures: readonly number[] } {
  const meant = inWords(sought);
  if (found.kind === "none") return { why: `${meant} is not in this draft.`, figures: [] };
  const shown = found.figures.slice(0, SHOWN);
  const rest = found.figures.length - shown.length;
  const list = (of: (figure: number) => string): string =>
    [...shown.map(of), ...(rest > 0 ? [`${rest} more`] : [])].join("; ");
  const print = (figure: number): string => index.anchors[figure]!.print;
  if (found.kind === "changed") {
    const [only] = found.figures;
    const prints = list(print);
    const why =
      found.figures.length === 1 ? `it prints ${print(only!)} now.` : `what stands there prints ${prints} now.`;
    return { why: `${meant} was marked; ${why}`, figures: shown };
  }
  if (found.kind === "several") {
    const { nth } = sought;
    const asked = nth === undefined ? "one was meant" : `number ${nth.at} of ${nth.of} was meant`;
    return { why: `${meant} fits ${found.figures.length} figures of this draft, and ${asked}.`, figures: shown };
  }
  const places = list((figure) => inWords(index.anchors[figure]!));
  return { why: `${meant} does not stand where it was marked; the same print is at: ${places}.`, figures: shown };
}

const REMARKS: Readonly<Record<Remark["remark"], string>> = {
  accept: "accepts a figure",
  question: "asks about a figure",
  comment: "comments on a figure",
};

/** What the mark was to do. */
export function deedOf(mark: Mark): string {
  if (mark.kind === "waiver") return `waives ${mark.code}`;
  if (mark.kind === "remark") return REMARKS[mark.remark];
  const { forbid, add } = mark;
  const deeds = [
    ...(forbid === undefined ? [] : [`forbids the relation ${forbid.relation}`]),
    ...(add === undefined ? [] : [`adds a relation of the form ${add.form}`]),
  ];
  return deeds.join(" and ");
}

/** What every finding about a mark begins with: its file and line, so that no two marks have the same. */
export const whereOf = (mark: Mark): string =>
  `The mark at ${mark.file}:${mark.line} by ${mark.author}, ${mark.date}, which ${deedOf(mark)}`;

/** A mark that is not in force, and why. */
export const voidMark = (
  mark: Mark,
  why: string,
  about: readonly number[],
  figures: readonly Figure[],
  remedy: string = LOOK_AGAIN,
): Finding => told("mark-void", "warning", `${whereOf(mark)}, is void: ${why}`, remedy, about, figures);

const LOOK_AGAIN =
  "Look at the figure again; then write its print and its words into the mark as they are now, or take the mark out.";

/** A mark that finds its figures, but nothing to change. */
export const idleMark = (mark: Mark, why: string, about: readonly number[], figures: readonly Figure[]): Finding =>
  told(
    "mark-without-effect",
    "note",
    `${whereOf(mark)}, has nothing to do: ${why}`,
    "Take the mark out.",
    about,
    figures,
  );

/** A question that somebody has left at a figure, and that nobody has taken out again. */
export const openQuestion = (mark: Remark, figure: number, figures: readonly Figure[]): Finding =>
  told(
    "question-open",
    "note",
    `${mark.author} asks at ${mark.file}:${mark.line}, ${mark.date}: ${mark.reason}`,
    "Answer it, and take the mark out.",
    [figure],
    figures,
  );

function told(
  code: FindingCode,
  severity: Finding["severity"],
  message: string,
  remedy: string,
  about: readonly number[],
  figures: readonly Figure[],
): Finding {
  const [first] = about;
  const { start, end } = first === undefined ? { start: 0, end: 0 } : figures[first]!;
  return {
    code,
    about: "figures",
    severity,
    message,
    remedy,
    figures: about.map((i) => figures[i]!.id),
    relations: [],
    certificate: [],
    start,
    end,
    waived: null,
  };
}
