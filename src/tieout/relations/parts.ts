import type { Relation } from "./relation.ts";
import { doubtful } from "./saying.ts";
import { type Line, placeIn, type Scene } from "./scene.ts";

/** Words that say a part of the document stands elsewhere in it. */
interface Cue {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
  /** Whether the part must come behind the words. */
  readonly behind: boolean;
}

const FOLLOW =
  /^[\s(*–—-]{0,6}(?:(?:financial|selected|supplemental|unaudited) ){0,2}(?:tables?|schedules?|financial statements)(?: to)? follows?\b|^[\s(*–—-]{0,6}see attached (?:financial )?tables?\b/i;
const ACCOMPANYING =
  /\b(?:financial |supplemental |the )?(?:tables?|schedules?)(?: which are| that are| that)? (?:accompany(?:ing)?|attached to|included (?:in|with)|follow(?:ing)?|at the end of) (?:this|the|our) (?:press |news |earnings |financial )?release\b|\b(?:accompanying|attached) (?:(?:financial|supplemental|unaudited|reconciliation|selected) ){0,2}(?:tables|schedules)\b/gi;

/** Tables that the words promise and the document does not have, and footnotes that it does not have (T58). */
export function parts(scene: Scene): readonly Relation[] {
  return [...tablesPromised(scene), ...footnotesPromised(scene)];
}

function tablesPromised(scene: Scene): readonly Relation[] {
  const all = cuesIn(scene);
  if (all.length === 0) return [];
  const financial = hasFinancialTables(scene);
  const cues = all.filter((cue) => !(cue.behind ? hasTablesBehind(scene, cue) : financial));
  const first = cues.find((c) => c.behind) ?? cues[0];
  if (first === undefined) return [];
  const { line, from, to } = first;
  const other = cues.find((c) => c !== first);
  const also =
    other === undefined ? "" : `; "${other.line.text.slice(other.from, other.to).trim()}" speaks of the same tables`;
  return [
    doubtful(
      {
        rule: "T58",
        kind: "part",
        text: "the tables promised stand in the document",
        evidence: "the words that promise them",
        figures: [],
      },
      {
        code: "part-missing",
        severity: "warning",
        message: `"${line.text.slice(from, to).trim()}" is printed, but ${first.behind ? "no table of figures follows" : "the document has no such table"}${also}.`,
        remedy: "Append the tables, or take the words away.",
        at: placeIn(line, from, to),
      },
    ),
  ];
}

/** A few say all. */
const MOST_CUES = 12;

function cuesIn({ lines }: Scene): readonly Cue[] {
  const cues: Cue[] = [];
  for (const line of lines) {
    const { text } = line;
    if (cues.length >= MOST_CUES) break;
    if (line.column !== undefined || !/follow|accompany|attached|at the end of|included (?:in|with)/i.test(text))
      continue;
    const follow = text.length < 80 ? FOLLOW.exec(text) : null;
    if (follow !== null) cues.push({ line, from: 0, to: text.length, behind: true });
    for (const m of text.matchAll(ACCOMPANYING))
      cues.push({ line, from: m.index, to: m.index + m[0].length, behind: false });
  }
  return cues;
}

/** Fewer figures than these make no table worth announcing. */
const LEAST = 8;
/** Figures in short lines: a table that could not be put in columns. */
const LOOSE = 12;

function hasTablesBehind(scene: Scene, { line }: Cue): boolean {
  let loose = 0;
  for (let i = line.block + 1; i < scene.blocks.length; i++) {
    const block = scene.blocks[i]!;
    if (block.kind === "text") {
      if (block.tokens.some((t) => t.kind === "number" && t.doubt === undefined) && block.block.text.text.length < 100)
        loose++;
      continue;
    }
    if (figuresIn(scene, i) >= LEAST) return true;
  }
  return loose >= LOOSE;
}

function figuresIn({ blocks }: Scene, index: number): number {
  const block = blocks[index]!;
  let n = 0;
  if (block.kind === "table")
    for (const row of block.rows)
      for (const cell of row.cells) for (const t of cell.tokens) if (t.kind === "number") n++;
  return n;
}

/** Rows of a table that is more than a summary. */
const STATEMENT_ROWS = 7;

/** Whether any table is a statement, a reconciliation, or long enough to be one. */
function hasFinancialTables(scene: Scene): boolean {
  const long = scene.tables.some(({ meaning, grid }) => {
    const rows = grid.filter((row) => row.some((f) => f !== undefined)).length;
    if (rows >= STATEMENT_ROWS) return true;
    return rows >= 3 && ((meaning.statement ?? "other") !== "other" || /reconcil/i.test(meaning.caption));
  });
  if (long) return true;
  let loose = 0;
  for (const block of scene.blocks)
    if (
      block.kind === "text" &&
      block.block.text.text.length < 100 &&
      block.tokens.some((t) => t.kind === "number" && t.doubt === undefined)
    )
      loose++;
  return loose >= 4 * LOOSE;
}

const FOOTNOTE = /\b(?:see|refer to) (?:the )?footnotes? (?:\((\d{1,2})\)|(\d{1,2})\b)(?!\.\d)(?! (?:of|to|in|on) )/gi;

/** "See footnote 2", where no mark of that number stands anywhere. */
function footnotesPromised(scene: Scene): readonly Relation[] {
  const relations: Relation[] = [];
  const told = new Set<string>();
  for (const line of scene.lines) {
    if (!/footnote/i.test(line.text)) continue;
    for (const m of line.text.matchAll(FOOTNOTE)) {
      const n = m[1] ?? m[2]!;
      if (told.has(n) || hasMark(scene, n, m[0])) continue;
      told.add(n);
      relations.push(
        doubtful(
          {
            rule: "T58",
            kind: "footnote",
            text: `footnote ${n} stands in the document`,
            evidence: "the words that refer to it",
            figures: [],
          },
          {
            code: "part-missing",
            severity: "warning",
            message: `"${m[0]}" is printed, but no footnote of the document is marked ${n}.`,
            remedy: "Add the footnote, or correct its number.",
            at: placeIn(line, m.index, m.index + m[0].length),
          },
        ),
      );
    }
  }
  return relations;
}

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function hasMark({ blocks }: Scene, n: string, cue: string): boolean {
  const raised = [...n].map((d) => SUPERSCRIPT[Number.parseInt(d, 10)]!).join("");
  const note = new RegExp(`^\\W{0,3}(?:foot)?note:? ${n}\\b`, "i");
  const opens = (text: string): boolean =>
    (text.includes(`(${n})`) && !text.includes(cue)) ||
    text.includes(raised) ||
    (text.startsWith(n) && /^[.)\s:]/.test(text.slice(n.length, n.length + 1))) ||
    note.test(text.slice(0, 24));
  return blocks.some((block) =>
    block.kind === "text"
      ? opens(block.block.text.text)
      : block.rows.some((row) => row.cells.some((c) => opens(c.cell.text.text))),
  );
}
