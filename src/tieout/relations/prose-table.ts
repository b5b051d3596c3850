import type { Figure } from "../figures/figure.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { judge } from "../prove/verdict.ts";
import { changeForms } from "./prose-change-cell.ts";
import { ownForm } from "./prose-comparison.ts";
import { fits, fitsCoarse, hasSteps, isSlipped, sameDigits, term } from "./prose-fit.ts";
import { type Hypothesis, hypothesesOf, type Test } from "./prose-hypothesis.ts";
import { isOrphan, type Scene } from "./prose-scene.ts";
import type { Form, Relation } from "./relation.ts";

/** From so many bits of other evidence on, what a row says of a figure is believed against its print. */
const ERROR = 15;
/** From so many bits of other evidence on, agreement with a row counts. */
const TIE = 2;
/** A figure that a rival row explains nearly as well is not wrong. */
const MARGIN = 8;
/** One that it explains far worse does not speak for the figure. */
const FAR_MARGIN = 16;
/** The other figures of the group that agree with the row must bring so many bits before a figure can be refuted. */
const LEAST_ANCHOR = 4.6;
/** Words this near, with the time, choose a row without any other figure; then a slip must explain what is printed. */
const NEAR_NAME = 0.85;
/** Rows that print a growth again, at most: a document that repeats its tables has any number of them, and the first say it all. */
const MOST_RESTATED = 12;
/** With some other figure that agrees, less will do where a slip explains what is printed. */
const SLIPPED = 10;
const SOME_ANCHOR = 1.5;
/** Words this near, the time and this score make a print of so few steps enough for a slip to be seen. */
const SURE_NAME = 0.95;
const SURE = 13;
const FEW_STEPS = 10;

interface Scored {
  readonly hypothesis: Hypothesis;
  readonly test: Test;
  /** Evidence for the row and the cells apart from the figure's own print, in bits. */
  readonly score: number;
  /** What the other figures of the group that agree bring. */
  readonly anchor: number;
  /** What current and comparative figures bring of that. */
  readonly levels: number;
  /** What other groups of the sentence bring that agree with the same column, and what the figures that disagree take away. */
  readonly bonus: number;
  readonly against: number;
}

/**
 * Ties of prose to tables (T27): the words, the time and the other figures of a sentence choose the row and the cells (the figure
 * itself is left out), and then the row says what the figure should be.
 */
export function proseTable(groups: readonly ProseGroup[], scene: Scene): readonly Relation[] {
  const relations: Relation[] = [];
  // Hypotheses are many, and each is asked for by its own sentence alone: they are let go with it.
  for (let from = 0, to = 0; from < groups.length; from = to) {
    while (to < groups.length && groups[to]!.sentence === groups[from]!.sentence) to++;
    for (const relation of sentenceRelations(groups, from, to, scene)) relations.push(relation);
  }
  return relations;
}

/** The relations of the groups of one sentence, which are those from `from` to `to`. */
function sentenceRelations(groups: readonly ProseGroup[], from: number, to: number, scene: Scene): readonly Relation[] {
  const own = groups.slice(from, to);
  const all = own.map((g) => hypothesesOf(g, scene.index, scene.figures));
  const anchors = anchorsOf(all, from);
  return own.flatMap((group, i) => {
    const k = from + i;
    const isTwin = (other: number): boolean => group.twinOf === other || groups[other]!.twinOf === k;
    const bonus = (h: Hypothesis): Bonus => bonusOf(anchors, h, k, isTwin);
    return group.readings.flatMap((r) => relationOf(group, r, all[i]!, bonus, scene));
  });
}

interface Anchor {
  readonly group: number;
  readonly table: number;
  readonly column: number;
}

const MOST_ANCHORS = 40;

/** The table and column of the current figures that agree, for the groups of one sentence, the first of which has the number `from`. */
function anchorsOf(all: readonly (readonly Hypothesis[])[], from: number): readonly Anchor[] {
  const anchors: Anchor[] = [];
  all.forEach((hypotheses, i) => {
    for (const h of hypotheses) {
      if (anchors.length === MOST_ANCHORS) return;
      const own = h.tests.filter((t) => t.holds !== undefined);
      if (own.length < h.tests.length || nameBits(h) + timeBits(h) + sum(own, (t) => t.bits) < 14) continue;
      anchors.push({ group: from + i, table: h.row.table, column: h.current.column });
    }
  });
  return anchors;
}

interface Bonus {
  readonly bonus: number;
  readonly twin: boolean;
}

/** What other groups of the sentence say for a hypothesis: those whose figures agree with the same column of the same table. */
function bonusOf(anchors: readonly Anchor[], h: Hypothesis, group: number, isTwin: (other: number) => boolean): Bonus {
  let bonus = 0;
  let twin = false;
  for (const a of anchors) {
    if (a.group === group || a.table !== h.row.table || a.column !== h.current.column) continue;
    bonus = 6;
    if (isTwin(a.group)) twin = true;
  }
  return { bonus, twin };
}

const sum = <T>(list: readonly T[], of: (item: T) => number): number => list.reduce((n, item) => n + of(item), 0);

const nameBits = (h: Hypothesis): number => (h.name - 0.5) * 20;
const timeBits = (h: Hypothesis): number =>
  h.time === "same" ? 4 : h.time === "close" ? 2 : h.time === "unknown" ? 0 : -6;

/** What a restatement in the same column brings beside what any other group of the sentence does. */
const TWIN = 5;

function scored(h: Hypothesis, test: Test, { bonus, twin }: Bonus): Scored {
  let anchor = twin ? TWIN : 0;
  let levels = 0;
  let against = 0;
  for (const t of h.tests) {
    if (t === test) continue;
    if (t.holds === undefined) against += 8;
    else {
      const bits = Math.max(0, Math.min(t.bits, 14) - 2 - (t.time === "unknown" ? 2 : 0));
      anchor += bits;
      if (t.reading.against === undefined) levels += bits;
    }
  }
  return {
    hypothesis: h,
    test,
    anchor,
    levels,
    bonus,
    against,
    score: nameBits(h) + timeBits(h) + bonus + anchor - against,
  };
}

function relationOf(
  group: ProseGroup,
  reading: ProseReading,
  hypotheses: readonly Hypothesis[],
  bonus: (h: Hypothesis) => Bonus,
  scene: Scene,
): readonly Relation[] {
  const list: Scored[] = [];
  for (const h of hypotheses) for (const t of h.tests) if (t.reading === reading) list.push(scored(h, t, bonus(h)));
  if (list.length === 0) return [];
  const holding = best(list.filter((s) => s.test.holds !== undefined));
  const top = best(list)!;
  if (holding !== undefined && holding.score >= top.score - MARGIN) {
    const sure = wouldBeRefuted(group, reading, holding, scene);
    const strength = sure ? "strong" : isTie(holding) ? "fair" : "weak";
    const near = list.filter((s) => s.test.holds !== undefined && s.score >= holding.score - MARGIN);
    return [
      relation(group, holding, holding.test.holds!, strength),
      ...near.slice(0, MOST_RESTATED).flatMap((s) => restated(group, s, scene.figures)),
    ];
  }
  if (group.forward || (holding !== undefined && holding.score >= top.score - FAR_MARGIN)) return [];
  if (!isRefuted(group, reading, top, scene)) return [];
  const form = top.test.forms[0]!;
  return [relation(group, top, form, followsItsSentence(group, reading, scene.figures) ? "fair" : "strong")];
}

/**
 * The cells that print the same growth or change again. Only agreement counts: the amounts of the row say better what is wrong,
 * and a column beside may show another growth under a head that does not say so.
 */
const restated = (group: ProseGroup, s: Scored, figures: readonly Figure[]): readonly Relation[] =>
  changeForms(s.test.reading, s.hypothesis.current, figures)
    .filter((form) => printsAlike(form, figures))
    .map((form) => relation(group, s, form, isTie(s) ? "fair" : "weak"));

/** Whether what the row says is believed against what is printed. */
function isRefuted(group: ProseGroup, r: ProseReading, top: Scored, scene: Scene): boolean {
  const form = top.test.forms[0]!;
  if (!isAccountable(group, r, top)) return false;
  if (isMisread(form, scene.figures) || fitsCoarse(form, r.figure, scene.figures)) return false;
  if (isSumOfTwo(r.figure, top.hypothesis, scene)) return false;
  if (top.score >= ERROR && top.anchor >= LEAST_ANCHOR && !r.cause) return true;
  if (isChangeOfNamed(r, top)) return true;
  const least = isSure(r, top) ? FEW_STEPS : undefined;
  return (
    (isSure(r, top) || isToldApart(r, top)) && isSlipped(form, r.figure, scene.figures, least) && isOrphan(r, scene)
  );
}

/** Whether the row and one that says more than its name ("Rent", "Rent - related party") come to the figure together. */
function isSumOfTwo(figure: number, { row, current }: Hypothesis, { index, figures }: Scene): boolean {
  const [stem] = row.own;
  const kin = stem === undefined ? [] : (index.byStem.get(stem) ?? []);
  return kin.some((other) => {
    if (other === row || other.table !== row.table || ![...row.own].every((s) => other.own.has(s))) return false;
    const cell = other.cells.find((c) => c.column === current.column && c.kind === current.kind);
    if (cell === undefined) return false;
    return fits({ kind: "sum", terms: [term(current.figure), term(cell.figure)], result: figure }, figures);
  });
}

/** Whether one slip in a figure that agrees with its row would be refuted: only then does its agreement prove it. */
const wouldBeRefuted = (group: ProseGroup, r: ProseReading, s: Scored, scene: Scene): boolean =>
  isAccountable(group, r, s) &&
  !group.forward &&
  ((s.score >= ERROR && s.anchor >= LEAST_ANCHOR && !r.cause) ||
    isChangeOfNamed(r, s) ||
    (isToldApart(r, s) && hasSteps(scene.figures[r.figure]!)) ||
    (isSure(r, s) && hasSteps(scene.figures[r.figure]!, FEW_STEPS)));

/** Whether the words are just those of the row and the time is its: then a print of two digits may be refuted too. */
const isSure = (r: ProseReading, { hypothesis: h, score, against }: Scored): boolean =>
  (r.role === "current" || r.role === "prior") &&
  h.name >= SURE_NAME &&
  h.time === "same" &&
  against === 0 &&
  score >= SURE;

/** Whether the words leave no choice of the row and the cell, and say what they compare. */
const isAccountable = (group: ProseGroup, r: ProseReading, { hypothesis: h, test }: Scored): boolean =>
  h.alone &&
  test.unique &&
  !isFreeBase(group, r, h) &&
  !(test.time === "unknown" || r.loose || r.listed || r.unsure || group.tabular || group.slot !== undefined);

/** Whether the words alone, or some other figure beside them, choose the row well enough where a slip explains the print. */
function isToldApart(r: ProseReading, { hypothesis: h, score, anchor, bonus, against }: Scored): boolean {
  const level = r.role === "current" || r.role === "prior";
  const named = level && h.name >= NEAR_NAME && (h.time === "same" || h.time === "close") && against === 0;
  return named || (score >= SLIPPED && anchor + bonus >= SOME_ANCHOR);
}

/** A growth between two cells whose row the words name, one of which the sentence prints. */
const isChangeOfNamed = (r: ProseReading, { hypothesis: h, test, against, levels }: Scored): boolean =>
  r.against !== undefined &&
  !r.cause &&
  h.name >= NEAR_NAME &&
  h.time === "same" &&
  test.time === "same" &&
  against === 0 &&
  levels >= SOME_ANCHOR;

/** A change of a balance "during the quarter" may be meant since any earlier close. */
const isFreeBase = (group: ProseGroup, r: ProseReading, h: Hypothesis): boolean =>
  r.against !== undefined &&
  r.back === undefined &&
  (h.current.period?.start === undefined || BALANCES.some((s) => group.words.stems.has(s)));

const BALANCES = [
  "debt",
  "cash",
  "inventory",
  "liquidity",
  "receivable",
  "asset",
  "liability",
  "backlog",
  "equity",
  "borrowing",
  "balance",
];

function isMisread(form: Form, figures: readonly Figure[]): boolean {
  if (form.kind === "equal") return sameDigits(figures[form.left]!, figures[form.right]!);
  return (
    form.kind === "sum" && form.terms.length === 1 && sameDigits(figures[form.terms[0]!.figure]!, figures[form.result]!)
  );
}

/** A growth that fits the figures printed beside it, but not those of the table: worked out from rounded figures. */
function followsItsSentence(group: ProseGroup, reading: ProseReading, figures: readonly Figure[]): boolean {
  const own = ownForm(group, reading, figures);
  return own !== undefined && fits(own, figures);
}

const printsAlike = (form: Form, figures: readonly Figure[]): boolean => {
  const { verdict } = judge(form, figures);
  return verdict === "forced" || verdict === "consistent";
};

const isTie = (s: Scored): boolean => s.score >= TIE && s.score + s.test.bits >= 9;

function best(list: readonly Scored[]): Scored | undefined {
  let top: Scored | undefined;
  for (const s of list) if (top === undefined || s.score > top.score) top = s;
  return top;
}

function relation(group: ProseGroup, s: Scored, form: Form, strength: Relation["strength"]): Relation {
  const { hypothesis: h, test } = s;
  const name = group.words.printed.slice(-6).join(" ");
  const what = test.reading.role === "growth" ? "growth of " : test.reading.role === "change" ? "change of " : "";
  const others = h.tests.length - 1;
  return {
    rule: "T27",
    kind: "prose-table",
    text: `${what}${name === "" ? "the figure in the text" : `"${name}" in the text`} = ${h.row.label} in table ${h.row.table}`,
    form,
    strength,
    evidence: evidence(h, others),
    bits: s.score,
    allowance: 0,
  };
}

function evidence(h: Hypothesis, others: number): string {
  const agree = h.tests.filter((t) => t.holds !== undefined).length;
  const words = h.name >= 0.85 ? "the words of the row" : "some words of the row";
  const time = h.time === "same" || h.time === "close" ? ", the period" : "";
  return others === 0
    ? `${words}${time}`
    : `${words}${time}, and ${agree} of ${others + 1} figures of the sentence that agree with the row`;
}
