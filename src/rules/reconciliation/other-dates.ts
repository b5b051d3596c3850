import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import { anyCase } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import { isOfPart, isShown, quoted } from "../reading/own-measure.ts";
import { isOwn, type RuleRow } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { isReconciled } from "./reconciled.ts";

/** What is owed is measured at a date, and so is its ratio to earnings. */
const AT_DATES: ReadonlySet<Family> = new Set<Family>(["leverage", "net-debt"]);
/** "4.31x at year-end 2025", "$2.1 billion as of December 31, 2025": behind the figure. */
const OF_DATE = anyCase(
  /^ ?(?:x|times|[mb]illion)?\)?,? (?:at|as of|on) (?:the )?(?:year[- ]end|end of|close of|fiscal|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d)/,
);
const NEAR = 60;
/** "Compared to 4.02x", "down from 3.9x", "and 4.31x": what the first is held against. */
const HELD_AGAINST = anyCase(/\b(?:compar\w+ (?:to|with)|versus|vs\.?|against|from|and) (?:[a-z]+ ){0,3}[-($€£]{0,3}$/);

/**
 * What debt comes to, or how many times the earnings it is, held in the text against that of another date: a table has the first of the amounts and none
 * has that of the other date. One finding for all of them.
 */
export function otherDates(disclosure: Disclosure): readonly Found[] {
  const shown = disclosure.mentions
    .filter((m) => AT_DATES.has(m.family) && m.basis === "non-GAAP" && isShown(m) && !isOfPart(m))
    .flatMap((m) => {
      const other = unledDate(m, disclosure);
      return other === undefined ? [] : [{ ...m, other }];
    });
  if (shown.length === 0 || !isComplete(disclosure)) return [];
  return toldOnce(disclosure, shown, ({ name, other }) => ({
    message: `${quoted(name)} is held against that of another date (${other.text}), and no reconciliation of it has that date.`,
    remedy: "Reconcile each date that is given, or leave out what is not reconciled.",
    figures: [other.id],
  }));
}

/** The figure of the other date, where the rows of the measure have the first one and not this. */
function unledDate(m: Mention, disclosure: Disclosure): Figure | undefined {
  const rows = disclosure.tables
    .filter(({ kind }) => kind !== "statement" && kind !== "guidance")
    .flatMap((t) => t.rows.filter((r) => isOwn(r) && r.named!.family === m.family));
  if (rows.length === 0) return undefined;
  const [first, ...others] = givenBehind(m, disclosure);
  if (first === undefined || !isIn(first.figure, rows) || !isReconciled(m, disclosure)) return undefined;
  return others.find(
    ({ figure, at }) =>
      OF_DATE.test(m.sentence.slice(at + figure.text.length, at + figure.text.length + NEAR)) &&
      HELD_AGAINST.test(m.sentence.slice(Math.max(m.to, at - NEAR), at)) &&
      figure.measured?.unit === first.figure.measured?.unit &&
      !isIn(figure, rows),
  )?.figure;
}

/** Whether a row has the figure, or one that it is the beginning of: "$1.66 billion" is 1,662,927 thousand. */
const isIn = (figure: Figure, rows: readonly RuleRow[]): boolean =>
  rows.some((r) =>
    r.figures.some((f) => digitsOf(f).slice(0, 2) === digitsOf(figure).slice(0, 2) && isNear(f, figure)),
  );
const isNear = (printed: Figure, figure: Figure): boolean => {
  const [long, short] = [digitsOf(printed), digitsOf(figure)];
  const cut = long.slice(0, short.length);
  return cut === short || BigInt(cut.padEnd(short.length, "0") || "0") + 1n === BigInt(short || "0");
};

interface Given {
  readonly figure: Figure;
  /** In its sentence. */
  readonly at: number;
}

/** The figures of its sentence behind a measure, up to the next one that is named. */
function givenBehind(m: Mention, { passages }: Disclosure): readonly Given[] {
  const sentence = passages.find((p) => p.block === m.block)?.sentences.find((s) => s.mentions.includes(m));
  if (sentence === undefined) return [];
  const until = sentence.mentions.find((other) => other.from >= m.to)?.from ?? Number.POSITIVE_INFINITY;
  let from = m.to;
  return sentence.figures.flatMap((figure): readonly Given[] => {
    const at = figure.measured === undefined ? -1 : sentence.text.indexOf(figure.text, from);
    if (at < 0 || at >= until) return [];
    from = at + figure.text.length;
    return [{ figure, at }];
  });
}
