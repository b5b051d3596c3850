import { gap, type Interval, intersect, within } from "../../exact/interval.ts";
import { shown } from "../../text/place.ts";
import { wrap } from "../../text/told.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import { type FigureRange, figureRange } from "../prove/figure-range.ts";
import type { Judged } from "../prove/judged.ts";
import { type Print, printOf, worded, wordedRange } from "../prove/wording.ts";
import type { CheckedDocument } from "./checked.ts";
import { type Named, placeOf } from "./named-figure.ts";
import type { Bounds } from "./report.ts";

import { boundsOf, openOf } from "./write.ts";

const MOST_TOLD = 12;

/** What the document leaves for one figure, as JSON has it; the numbers are those of the report. */
export interface RangeReport {
  readonly path: string;
  readonly figure: string;
  readonly text: string;
  readonly label: string;
  readonly printed: Bounds & { readonly open?: string };
  readonly implied?: Bounds & { readonly open?: string };
  /** Whether `implied` is as narrow as can be. */
  readonly exact: boolean;
  /** The relations that stop it at either end, of all that were asked; those left out contradict others among them. */
  readonly boundBy: readonly string[];
  readonly asked: number;
  readonly leftOut: readonly string[];
}

const bounds = (interval: Interval): Bounds & { readonly open?: string } => ({
  ...boundsOf(interval),
  ...openOf(interval),
});

export function rangeReport({ path, figures, relations }: CheckedDocument, index: number): RangeReport {
  const all = figures.map((f) => f.figure);
  const figure = all[index]!;
  const { interval, exact, boundBy, asked, leftOut } = figureRange(
    index,
    relations.map((r) => r.relation),
    all,
  );
  return {
    path,
    figure: figure.id,
    text: figure.text,
    label: figure.label,
    printed: bounds(intervalOf(figure, "halfExpand")),
    ...(interval === undefined ? {} : { implied: bounds(interval) }),
    exact,
    boundBy: boundBy.map((j) => j.id),
    asked,
    leftOut: leftOut.map((j) => j.id),
  };
}

/** The same in words: the print, what the rest of the document leaves, and the relations that say so. */
export function rangeText({ path, figures, relations }: CheckedDocument, index: number, columns = 100): string {
  const all = figures.map((f) => f.figure);
  const figure = all[index]!;
  const range = figureRange(
    index,
    relations.map((r) => r.relation),
    all,
  );
  const print = printOf(figure);
  const unit = print.unit === "" ? "" : ` (${print.unit})`;
  const label = figure.label === "" ? "" : `${figure.label}, `;
  const lines = [
    `${path}: ${figure.id} prints ${figure.text}: ${label}${placeOf(figure)}.`,
    `It stands for ${wordedRange(intervalOf(figure, "halfExpand"), print)}${unit}.`,
    leaves(range, print, figure),
    ...(range.boundBy.length === 0 ? [] : ["", "The relations that bound it:", ...told(range.boundBy, all)]),
    ...(range.leftOut.length === 0
      ? []
      : ["", "Not asked, because they contradict others of these:", ...told(range.leftOut, all)]),
  ];
  return `${lines.map((line) => wrap(shown(line), columns)).join("\n")}\n`;
}

function leaves({ interval, exact, asked }: FigureRange, print: Print, figure: Figure): string {
  if (asked === 0) return "No relation names it: nothing on the page bounds it.";
  const others = asked === 1 ? "the one relation that names it" : `the ${asked} relations that hang together with it`;
  const plural = asked === 1 ? "s" : "";
  if (interval === undefined) return `With its own print set aside, ${others} leave${plural} it unbounded.`;
  const how = exact ? "exactly" : "no more than";
  const printed = intervalOf(figure, "halfExpand");
  return `With its own print set aside, ${others} leave${plural} ${how} ${wordedRange(interval, print)}. ${meeting(interval, printed, print)}`;
}

function meeting(interval: Interval, printed: Interval, print: Print): string {
  const common = intersect(interval, printed);
  if (common === undefined) {
    const apart = gap(interval, printed);
    return apart.n > 0n
      ? `The two are at least ${worded(apart, print)} apart.`
      : "The two only touch, at an end that rounds the other way.";
  }
  if (within(interval, printed)) return "All of that prints as it does here.";
  if (within(printed, interval)) return "All that prints so is possible.";
  return `Of what prints so, ${wordedRange(common, print)} is possible.`;
}

function told(relations: readonly Judged[], figures: readonly Figure[]): readonly string[] {
  const lines = relations.slice(0, MOST_TOLD).map(({ id, relation, judgement, figures: named }) => {
    const prints = named.map((f) => figures[f]!.text).join(", ");
    return `${id} ${relation.text} [${prints}]: ${judgement.verdict}; ${relation.strength}, by ${relation.evidence}`;
  });
  return relations.length > MOST_TOLD ? [...lines, `and ${relations.length - MOST_TOLD} more`] : lines;
}

/** Why a name leads to no figure, or to several, with the first of them. */
export function unnamed(name: string, named: Exclude<Named, { kind: "one" }>, { figures }: CheckedDocument): string {
  if (named.kind === "none")
    return `No figure is called "${name}". Name it by its id (f12), its print (371.2), or words of its label or place (total revenue; table 2 row 4 column 3).`;
  if (named.kind === "other") {
    const { id, text, kind } = figures[named.figure]!.figure;
    return `${id} is "${text}", a ${kind} and no measurement: nothing is computed of it.`;
  }
  const list = named.figures.slice(0, MOST_TOLD).map((index) => {
    const { figure } = figures[index]!;
    return `${figure.id} (${figure.text}${figure.label === "" ? "" : `, ${figure.label}`}, ${placeOf(figure)})`;
  });
  const more = named.figures.length > MOST_TOLD ? `; and ${named.figures.length - MOST_TOLD} more` : "";
  return `${named.figures.length} figures are called "${name}": ${list.join("; ")}${more}.`;
}
