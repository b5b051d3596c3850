import { format } from "../../exact/decimal.ts";
import { absolute, compare, divide, multiply, type Rational, rational, sign, subtract } from "../../exact/rational.ts";
import { round } from "../../exact/rounding.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { columnsAt } from "../../tieout/relations/sheet.ts";
import { HEAD } from "../example-passages.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { figureIn } from "../reading/foots.ts";
import { quoted } from "../reading/own-measure.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { ALL, type Found, type Rule } from "../rule.ts";

/** A cell of a column of changes in percent, with the two amounts of its row that it compares. */
export interface Change {
  readonly row: RuleRow;
  readonly figure: Figure;
  /** As it is printed, with its sign: "- %", "24%". */
  readonly text: string;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly compared: readonly [Figure, Figure] | undefined;
}

/** All that the columns of a table print whose heads say that they compare two others in percent. */
export function changesIn({ rows, reading: { meaning, block } }: RuleTable): readonly Change[] {
  if (!meaning.columns.some(({ kind }) => kind === "percent-change")) return [];
  return rows.flatMap((row) =>
    columnsAt(meaning, row.row).flatMap(({ kind, compares }, column): readonly Change[] => {
      const figure = kind === "percent-change" ? figureIn(row, column + 1) : undefined;
      const token = figure?.token;
      if (figure?.measured?.unit !== "ratio" || token?.kind !== "number") return [];
      const cell = block.rows[row.row]?.cells.find(({ tokens }) => tokens.includes(token))?.cell.text.text;
      if (cell === undefined) return [];
      const [current, base] = (compares ?? []).map((at) => figureIn(row, at + 1));
      const compared = current === undefined || base === undefined ? undefined : ([current, base] as const);
      const text = cell.slice(token.outer.from, token.outer.to);
      return [{ row, figure, text, column, start: figure.start, end: figure.end, compared }];
    }),
  );
}

/** Whether a cell prints no change in this way, up (1) or down (-1): a zero, or one that goes the other way. */
export const isWithout = ({ figure }: Change, way: 1 | -1): boolean => sign(figure.measured!.value) !== way;

const isZero = ({ figure }: Change): boolean => figure.measured!.value.n === 0n;
const isDash = ({ figure: { token } }: Change): boolean => token.kind === "number" && token.written === "dash";
const hasSign = ({ text }: Change): boolean => text.endsWith("%");
const hasSpace = ({ text }: Change): boolean => /\s%$/.test(text);

/** The change of the two amounts, where they differ and it rounds to zero on the grid of the cell; a dash for anything else says that none is meaningful. */
function changeOf({ figure, compared }: Change): Rational | undefined {
  const [current, base] = (compared ?? []).map(({ measured }) => measured);
  if (current === undefined || base === undefined || current.unit !== base.unit) return undefined;
  if (sign(base.value) <= 0 || sign(current.value) <= 0 || compare(current.value, base.value) === 0) return undefined;
  const change = divide(subtract(current.value, base.value), base.value);
  const { quantum } = figure.measured!;
  return compare(multiply(absolute(change), rational(2n)), quantum) < 0 ? change : undefined;
}

/** How the others of the column are printed, where the cell is printed like none of them. */
function otherwise(one: Change, all: readonly Change[], isManner: boolean): string | undefined {
  const others = all.filter((other) => other !== one && other.column === one.column);
  const zero = isDash(one) ? others.find((other) => isZero(other) && !isDash(other)) : undefined;
  if (zero !== undefined) return `${quoted(zero.text)} for a zero`;
  if (isManner || !hasSign(one)) return undefined;
  const signed = others.filter((other) => hasSign(other) && !isZero(other));
  if (signed.length < LEAST || signed.some((other) => hasSpace(other) === hasSpace(one))) return undefined;
  return `${quoted(signed[0]!.text)}, ${hasSpace(one) ? "without" : "with"} a space`;
}
/** One other cell shows no manner. */
const LEAST = 2;

function zeroFindings(disclosure: Disclosure): readonly Found[] {
  const tables = disclosure.tables.map(changesIn).filter((all) => all.length > 0);
  const zeros = tables.flat().filter(isZero);
  if (zeros.length === 0) return [];
  // Where a release prints all its zeros in one way, a reader learns what it stands for.
  const isManner = zeros.length > 1 && new Set(zeros.map(({ text }) => text)).size === 1;
  const found = tables.flatMap((all) =>
    all.filter(isZero).flatMap((one) => {
      const change = changeOf(one);
      const others = change === undefined ? undefined : otherwise(one, all, isManner);
      return change === undefined || others === undefined ? [] : [{ ...one, change, others }];
    }),
  );
  return toldOnce(disclosure, found, ({ text, row, change, others, compared, figure }) => ({
    message: `${quoted(text)} in the row ${quoted(row.label)} stands for ${inPercent(change)}% (${compared![0].text} against ${compared![1].text}), rounded to zero without its sign; other cells of the column are printed ${others}, so that a reader cannot tell whether nothing has changed or nothing applies.`,
    remedy: "Print the zero as the other cells are printed, and leave the cell empty where no change applies.",
    figures: [figure.id],
  }));
}

/** One place beyond the first at which the change is no zero: "-0.07". */
function inPercent(change: Rational): string {
  const percent = multiply(change, rational(100n));
  let places = 0n;
  while (compare(absolute(percent), rational(1n, 2n * 10n ** places)) < 0) places++;
  return format(round(percent, rational(1n, 10n ** (places + 1n)), "halfExpand"));
}

const changes = (zero: string, other: string): string =>
  `## Revenue by Region\n\n| ($ millions) | Q3 2025 | Q3 2024 | % Growth |\n|---|---|---|---|\n| Americas | 151.4 | 151.5 | ${zero} |\n| Europe | 157.4 | 126.8 | ${other} |\n| Asia | 62.4 | 51.8 | 20% |\n| Total | 371.2 | 330.1 | 12% |\n\n`;

export const ZERO_CHANGE: readonly Rule[] = [
  {
    code: "zero-change-unlike",
    title: "A change that rounds to zero is printed like the others of its column",
    text: 'A dash or a zero stands for a change that is too small for its column only where it is printed as the other cells are: where others have another space before the sign, or "0%", a reader takes it for one that does not apply.',
    sources: [
      "Presentation: a dash is a value rounded to zero, an empty cell one that does not apply",
      "Regulation G, 17 CFR 244.100(b)",
    ],
    severity: "note",
    state: "REVIEW",
    profiles: ALL,
    breaks: `${HEAD}${changes("- %", "24%")}`,
    keeps: [
      `${HEAD}${changes("-%", "24%")}`,
      `${HEAD}${changes("- %", "- %").replace("126.8", "157.3")}`,
      `${HEAD}${changes("- %", "24%").replace("151.5", "151.4")}`,
    ],
    check: zeroFindings,
  },
];
