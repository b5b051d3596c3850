import type { MeasureKind } from "../figures/kind.ts";
import type { LexedCell, LexedRow, LexedTable } from "../lex/lexed.ts";
import type { Token } from "../lex/token.ts";
import { headTime } from "./_evidence.ts";
import { natureOf } from "./cell-nature.ts";
import { itemsOf } from "./head-columns.ts";
import type { Heads } from "./heads.ts";
import { labelText } from "./label-text.ts";
import {
  basisOf,
  isBareDilution,
  isContraLabel,
  isEquityTotal,
  isTotalLabel,
  kindOfLabel,
  kindOfSection,
  momentOf,
} from "./lexicon.ts";
import { type RowDates, type RowTime, rowTime } from "./row-time.ts";
import { ownScale, scaleStatement } from "./scale.ts";
import type { RowMeaning } from "./table.ts";

/** A section or a shallower row that rows below stand under. */
interface Above {
  readonly label: string;
  readonly indent: number;
  /** A row without figures; rows at its own indent belong to it until a total or another section closes it. */
  readonly section: boolean;
  readonly kind: MeasureKind | undefined;
  readonly scale: number | undefined;
  readonly time: RowTime | undefined;
  rows: number;
}

interface Line {
  readonly kind: RowMeaning["kind"];
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly indent: number;
  readonly bold: boolean;
  /** Whether the row names a time for the rows below and no section. */
  readonly time: boolean;
  /** A year in a label column of its own. */
  readonly year: number | undefined;
  /** Whether all its figures have two decimals, as prices have. */
  readonly cents: boolean;
}

/** The meaning of each row of the table, heads and blank rows included. Columns in force are added by the caller. */
export function rowsOf(table: LexedTable, heads: Heads, dates: RowDates): readonly RowMeaning[] {
  const lines = linesOf(table, heads);
  const stack: Above[] = cornerSection(table, heads);
  const rows: RowMeaning[] = [];
  let wrapped = "";
  lines.forEach((line, r) => {
    const { ruleAbove } = table.block.rows[r]!;
    if (line.kind === "section" && !line.time) {
      if (continues(wrapped === "" ? line.text : `${wrapped} ${line.text}`, lines[r + 1])) {
        wrapped = wrapped === "" ? line.text : `${wrapped} ${line.text}`;
        rows.push(plainRow("blank", line, ruleAbove, stack.length));
        return;
      }
      const section = wrapped === "" ? line : { ...line, text: `${wrapped} ${line.text}` };
      wrapped = "";
      openSection(stack, section, dates);
      rows.push({ ...plainRow("section", section, ruleAbove, stack.length - 1), path: pathOf(stack.slice(0, -1)) });
    } else if (line.kind === "data") {
      const whole = wrapped === "" ? line : { ...line, text: `${wrapped} ${line.text}`.trim() };
      wrapped = "";
      rows.push(dataRow(whole, stack, ruleAbove, dates));
    } else {
      wrapped = "";
      rows.push(plainRow(line.kind, line, ruleAbove, 0));
    }
  });
  return rows;
}

function linesOf(table: LexedTable, heads: Heads): readonly Line[] {
  const kinds = new Array<RowMeaning["kind"]>(table.rows.length);
  const times = new Set<number>();
  for (const t of heads.titles) kinds[t] = "head";
  for (const block of heads.blocks) {
    if (block.time) times.add(block.from);
    else for (let r = block.from; r < block.to; r++) kinds[r] = "head";
  }
  let last: Line | undefined;
  return table.rows.map((row, r): Line => {
    const line = lineOf(row, heads.labelColumns, kinds[r], times.has(r));
    // "Beauty | 2023", and below it "| 2022": the second row has the first one's label.
    const same = line.text === "" && line.year !== undefined && last?.year !== undefined;
    last = same ? { ...line, text: last!.text, indent: last!.indent } : line;
    return last;
  });
}

function lineOf(row: LexedRow, labelColumns: number, known: RowMeaning["kind"] | undefined, time: boolean): Line {
  const filled = row.cells.filter((c) => c.cell.text.text.trim() !== "");
  const labels = filled.filter((c) => c.cell.column <= labelColumns);
  const behind = filled.length > labels.length;
  const year = labels.find((c) => c.cell.column > 1 && natureOf(c) === "year");
  const worded = year === undefined ? labels : labels.filter((c) => c !== year);
  const first = worded[0] ?? (behind && !time ? undefined : filled[0]);
  return {
    kind: known ?? (time ? "section" : behind ? "data" : first === undefined ? "blank" : "section"),
    text: worded.length > 1 ? worded.map(labelText).join(" ") : first === undefined ? "" : labelText(first),
    tokens: first?.tokens ?? [],
    indent: first?.cell.indent ?? -1,
    bold: filled.some((c) => c.cell.bold),
    time,
    year: year === undefined ? undefined : headTime(itemsOf(year)).year,
    cents: areCents(filled, labelColumns),
  };
}

function areCents(cells: readonly LexedCell[], labelColumns: number): boolean {
  let cents = 0;
  for (const { cell, tokens } of cells) {
    const number = tokens.find((t) => t.kind === "number" && t.written === "digits");
    if (cell.column <= labelColumns || number?.kind !== "number" || number.unit === "percent") continue;
    if (number.places !== 2) return false;
    cents++;
  }
  return cents > 0;
}

/** The label cell of the last head row, where it is the first section ("Current liabilities | March 31, 2025"). */
function cornerSection(table: LexedTable, heads: Heads): Above[] {
  const { from, to } = heads.blocks[0]!;
  for (let r = to - 1; r >= from; r--) {
    const cell = table.rows[r]!.cells.find(
      (c) => c.cell.column <= heads.labelColumns && c.cell.text.text.trim() !== "",
    );
    if (cell === undefined) continue;
    return isSectionWords(cell) ? [above({ text: labelText(cell), indent: cell.cell.indent, section: true })] : [];
  }
  return [];
}

function isSectionWords(cell: LexedCell): boolean {
  const text = cell.cell.text.text.trim();
  if (scaleStatement(text) !== undefined || cell.tokens.length > 0 || text.length > 80) return false;
  return (
    /[a-z]/i.test(text) &&
    !/^\(?(?:description|items?|particulars|unaudited|amounts?|dollars|in |period|year|quarter|as of|for the)/i.test(
      text,
    )
  );
}

const above = ({ text, indent, section }: { text: string; indent: number; section: boolean }): Above => ({
  label: text,
  indent,
  section,
  kind: section ? kindOfSection(text) : undefined,
  scale: section ? ownScale(text) : undefined,
  time: undefined,
  rows: 0,
});

/** Whether a label without figures is only the first line of the next row's label. */
function continues(text: string, next: Line | undefined): boolean {
  if (next === undefined || next.text === "" || (next.kind !== "data" && next.kind !== "section") || text.endsWith(":"))
    return false;
  const c = next.text.charCodeAt(0);
  if (c >= 97 && c <= 122) return true;
  return /(?:[,&–—-]|\b(?:and|of|for|in|to|from|before|the|or|by|on|with|per|net|other|total))$/i.test(text);
}

function openSection(stack: Above[], line: Line, dates: RowDates): void {
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const shallower = top.indent < line.indent;
    // Two sections in a row without rows between them are nested, whatever their indents.
    if (shallower || (top.section && top.rows === 0 && top.indent <= line.indent)) break;
    stack.pop();
  }
  const text = line.text.replace(/:$/, "");
  push(stack, {
    ...above({ text, indent: line.indent, section: true }),
    time: rowTime(text, line.tokens, line.year, dates),
  });
}

function dataRow(line: Line, stack: Above[], ruleAbove: boolean, dates: RowDates): RowMeaning {
  const total = isTotalLabel(line.text);
  const closing = total ? stack.findLastIndex((s) => s.section && isTotalOf(line.text, s.label)) : -1;
  if (closing >= 0) stack.length = closing + 1;
  else if (line.text !== "") closeAbove(stack, line, total);
  const over = stack[stack.length - 1];
  for (const entry of stack) entry.rows++;
  const path = pathOf(stack);
  const meaning: RowMeaning = {
    kind: "data",
    label: line.text,
    path,
    level: closing >= 0 ? closing : stack.length,
    total,
    contra: isContraLabel(line.text),
    ruleAbove,
    bold: line.bold,
    kindOfCells: kindOfRow(line, stack),
    scale: rowScale(line.text, stack),
    basis: basisOfRow(line.text, path),
    ...timeFields(
      rowTime(line.text, line.tokens, line.year, dates) ?? stack.findLast((s) => s.section)?.time,
      line.text,
      dates.equity,
    ),
  };
  if (closing >= 0) stack.length = closing;
  else if (line.text !== "") push(stack, above({ text: line.text, indent: line.indent, section: false }));
  else if (ruleAbove || over?.section === true) {
    // A figure without a label is the sum of its section, and closes it.
    stack.length = Math.max(
      0,
      stack.findLastIndex((s) => s.section),
    );
  }
  return meaning;
}

/** Sections nest no deeper than people can read; what would is left beside its neighbours. */
const DEEPEST = 12;

function push(stack: Above[], entry: Above): void {
  if (stack.length >= DEEPEST) stack.pop();
  if (entry.indent >= 0) stack.push(entry);
}

function timeFields(time: RowTime | undefined, label: string, equity: boolean): Pick<RowMeaning, "period" | "moment"> {
  const said = momentOf(label) ?? (equity && isEquityTotal(label) ? "end" : undefined);
  const moment = time?.moment ?? (time?.period === undefined ? said : undefined);
  return moment === undefined ? { period: time?.period } : { period: time?.period, moment };
}

/** Takes away what this row does not stand under. */
function closeAbove(stack: Above[], line: Line, total: boolean): void {
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    // A total set further in than its items stands under none of them.
    if (top.indent < line.indent && (top.section || !total)) return;
    if (top.section && top.indent === line.indent) return;
    stack.pop();
  }
}

/** "Total current assets" closes "Current assets"; a bare "Total" closes any. */
function isTotalOf(total: string, section: string): boolean {
  const rest = total.replace(/^(?:sub-?)?totals?\b[\s:,-]*/i, "").toLowerCase();
  const name = section.toLowerCase().replace(/^(?:the )?cost of .*/, "");
  return rest.length < total.length && name !== "" && (rest === "" || name.includes(rest) || rest.includes(name));
}

const pathOf = (stack: readonly Above[]): readonly string[] => stack.map((s) => s.label);

function kindOfRow({ text: label, tokens, cents }: Line, stack: readonly Above[]): MeasureKind | undefined {
  const own = kindOfLabel(label);
  // A label's words of unit may speak of a number in the label itself ("($0.40 per share)", "298 shares outstanding").
  if (own !== undefined) return tokens.some(isMeasure) ? undefined : own;
  // Any row of cents under "Net income per share" is one ("GAAP", "Adjustments").
  if (cents && stack.findLast((s) => s.section)?.kind === "per-share") return "per-share";
  if (label !== "" && !isBareDilution(label)) return undefined;
  for (let i = stack.length - 1; i >= 0; i--) if (stack[i]!.kind !== undefined) return stack[i]!.kind;
  return undefined;
}

const isMeasure = (t: Token): boolean =>
  t.kind === "number" &&
  t.written === "digits" &&
  t.doubt === undefined &&
  (t.currency !== undefined || t.unit !== undefined || t.digits > 99n);

function rowScale(label: string, stack: readonly Above[]): number | undefined {
  const own = ownScale(label);
  if (own !== undefined) return own;
  for (let i = stack.length - 1; i >= 0; i--) if (stack[i]!.scale !== undefined) return stack[i]!.scale;
  return undefined;
}

function basisOfRow(label: string, path: readonly string[]): RowMeaning["basis"] {
  const own = basisOf(label);
  if (own !== "unknown" || path.length === 0) return own;
  const section = basisOf(path[path.length - 1]!);
  return section === "adjustment" ? "adjustment" : "unknown";
}

const plainRow = (kind: RowMeaning["kind"], line: Line, ruleAbove: boolean, level: number): RowMeaning => ({
  kind,
  label: line.text.replace(/:$/, ""),
  path: [],
  level: Math.max(0, level),
  total: false,
  contra: false,
  ruleAbove,
  bold: line.bold,
  kindOfCells: undefined,
  scale: undefined,
  basis: "unknown",
  period: undefined,
});
