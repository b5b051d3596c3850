import { format } from "../../exact/decimal.ts";
import { absolute, divide, ONE, type Rational } from "../../exact/rational.ts";
import type { Finding, Severity } from "../../finding.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import { culpritOf } from "./blame.ts";
import { addUp } from "./certificate.ts";
import type { Conflict } from "./conflict.ts";
import { boxesOf } from "./feasible.ts";
import type { Judged } from "./judged.ts";
import { byPrint, rangeOf } from "./range.ts";
import { isSlipOf } from "./slips.ts";
import { printOf, worded, wordedRange } from "./wording.ts";

/** What telling the culprit of one conflict may cost, in coefficients touched. */
const BUDGET = 200_000;
const MOST_ASKED = 30;
const MOST_NAMED = 40;
/** Of a longer sum the message shows the first prints and the last, its result. */
const MOST_SHOWN = 12;

/**
 * A conflict as a finding. It is an error where its relations are sums and equalities, or where one slip of a hand would end it:
 * ratios fit by chance more often. It is a warning where a change or a ratio in it recomputes from its own printed digits: then
 * most likely it was computed from rounded amounts. `sound` counts the believed relations that hold, by figure.
 */
export function conflictFinding(
  conflict: Conflict,
  sound: ReadonlyMap<number, number>,
  figures: readonly Figure[],
): Finding {
  const { relations } = conflict;
  const named = [...new Set(relations.flatMap((j) => j.figures))];
  const roundedTwice = relations.find(isComputedFromPrint);
  const { culprit, severity, remedy } =
    roundedTwice === undefined ? suspected(relations, named, sound, figures) : computedFromPrint(roundedTwice, figures);
  const at = figures[culprit]!;
  return {
    code: "figures-conflict",
    about: "figures",
    severity,
    message: messageOf(conflict, culprit, figures),
    remedy,
    figures: [culprit, ...named.filter((f) => f !== culprit)].slice(0, MOST_NAMED).map((f) => figures[f]!.id),
    relations: relations.map((j) => j.id),
    certificate: certificateOf(conflict).map(({ judged, times }) => ({ relation: judged.id, times: format(times) })),
    start: at.start,
    end: at.end,
    waived: null,
  };
}

interface Suspicion {
  readonly culprit: number;
  readonly severity: Severity;
  readonly remedy: string;
}

const DERIVED: ReadonlySet<string> = new Set(["change", "points"]);

const isComputedFromPrint = ({ relation: { form, kind }, judgement: { verdict } }: Judged): boolean =>
  (form.kind === "quotient" || DERIVED.has(kind)) && (verdict === "consistent" || verdict === "forced");

function computedFromPrint({ figures: named }: Judged, figures: readonly Figure[]): Suspicion {
  const text = (f: number): string => figures[f]!.text;
  const culprit = named.at(-1)!;
  const operands = named.slice(0, -1).map(text).join(" and ");
  const remedy = `${text(culprit)} follows from ${operands} as they are printed; compute it from the unrounded amounts.`;
  return { culprit, severity: "warning", remedy };
}

function suspected(
  relations: readonly Judged[],
  named: readonly number[],
  sound: ReadonlyMap<number, number>,
  figures: readonly Figure[],
): Suspicion {
  const budget = { left: BUDGET };
  const told = byPrint(figures);
  const isExplained = (f: number): boolean => {
    const meant = rangeOf({ figure: f, relations, figures, told, budget });
    return meant.kind === "range" && isSlipOf(meant.interval, f, figures, []);
  };
  const explained = new Set(named.slice(0, MOST_ASKED).filter(isExplained));
  const { culprit, standsOut } = culpritOf(relations, sound, (f) => explained.has(f));
  const isSure = explained.size > 0 || relations.every(isAddition);
  const remedy = standsOut
    ? `Check ${figures[culprit]!.text} first: it stands in most of these relations, and in least that holds.`
    : "Any of the figures named may be the wrong one; check them against their source.";
  return { culprit, severity: isSure ? "error" : "warning", remedy };
}

const isAddition = ({ relation: { form, kind } }: Judged): boolean => form.kind !== "quotient" && !DERIVED.has(kind);

/** The multipliers, made so that the first is 1 or -1. */
function certificateOf({ multipliers }: Conflict): readonly { readonly judged: Judged; readonly times: Rational }[] {
  const lines = [...multipliers].map(([row, times]) => ({ judged: row.judged, times }));
  const unit = lines[0] === undefined ? ONE : absolute(lines[0].times);
  return lines.map(({ judged, times }) => ({ judged, times: divide(times, unit) }));
}

/** What is printed, what the others leave for it, the relations, and the sum that proves it. */
function messageOf(conflict: Conflict, culprit: number, figures: readonly Figure[]): string {
  const told = conflict.relations.map((j) => {
    const prints = j.figures.map((f) => figures[f]!.text);
    const shown = prints.length > MOST_SHOWN ? [...prints.slice(0, MOST_SHOWN - 2), "...", prints.at(-1)] : prints;
    return `${j.relation.text} [${j.id}: ${shown.join(", ")}]`;
  });
  return `${told.join("; ")}. Each of these can hold, but not all together.${leftFor(conflict, culprit, figures)} ${proofOf(conflict, figures)}`;
}

function leftFor({ relations }: Conflict, culprit: number, figures: readonly Figure[]): string {
  const range = rangeOf({ figure: culprit, relations, figures, told: byPrint(figures), budget: { left: BUDGET } });
  if (range.kind !== "range") return "";
  const figure = figures[culprit]!;
  const print = printOf(figure);
  const printed = wordedRange(intervalOf(figure, "halfExpand"), print);
  return ` Beside the others, ${figure.text} would have to be ${wordedRange(range.interval, print)}; printed, it stands for ${printed}.`;
}

function proofOf(conflict: Conflict, figures: readonly Figure[]): string {
  const { relations, multipliers } = conflict;
  const scale = [...multipliers.values()][0] ?? ONE;
  const scaled = new Map([...multipliers].map(([row, times]) => [row, divide(times, absolute(scale))]));
  const { allowed, left, sum, apart } = addUp(scaled, boxesOf(figures, "halfExpand"));
  const [first = relations[0]!.figures[0]!] = sum.keys();
  const print = printOf(figures[first]!);
  const unit = print.unit === "" ? "" : ` (${print.unit})`;
  const times = certificateOf(conflict).map((line) => `${line.judged.id} times ${format(line.times)}`);
  return (
    `To prove it: ${times.join(" and ")}, added up, must come to ${wordedRange(allowed, print)}${unit}, and all that prints so ` +
    `comes to ${wordedRange(left, print)}. ` +
    `${apart.n > 0n ? `They are at least ${worded(apart, print)} apart.` : "The two only touch, at an end that rounds the other way."}`
  );
}
