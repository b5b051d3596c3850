import { compare, type Rational, rational, subtract } from "../../exact/rational.ts";
import type { TableReading } from "../figures/document-figures.ts";
import type { LexedCell } from "../lex/lexed.ts";
import { scaleStatement } from "../meaning/scale.ts";
import { sentences } from "../meaning/sentence.ts";
import type { Relation } from "./relation.ts";
import { doubtful } from "./saying.ts";
import { type Line, placeIn, type Scene, tokensWithin } from "./scene.ts";

/** Captions that state two scales for one table (T54), and points that are called percent (T55). */
export function scaleWords(scene: Scene): readonly Relation[] {
  return [...scene.tables.flatMap(twoScales), ...scene.lines.flatMap((line) => pointsInPercent(line, scene))];
}

interface Statement {
  readonly print: string;
  readonly scale: number;
}

const BRACKET = /\([^()]{4,160}\)/g;

/** The scales for all cells that the caption and the corner of a table state in brackets. */
function twoScales({ block, meaning }: TableReading): readonly Relation[] {
  const head = block.rows.slice(0, meaning.headRows);
  const corner = head.flatMap((row) => row.cells.filter((c) => c.cell.column <= meaning.labelColumns));
  const titles = head.flatMap((row) => (row.cells.length === 1 ? row.cells : []));
  const found: (Statement & { readonly cell: LexedCell })[] = [];
  for (const cell of new Set([...titles, ...corner]))
    for (const statement of statementsIn(cell.cell.text.text)) found.push({ ...statement, cell });
  const caption = statementsIn(meaning.caption);
  const [first] = caption;
  const other = found.find((s) => first !== undefined && s.scale !== first.scale);
  // Several statements of one caption may stand for several tables below it.
  if (first === undefined || other === undefined || caption.some((s) => s.scale !== first.scale)) return [];
  const { text } = other.cell.cell;
  const from = text.text.indexOf(other.print);
  const line: Line = { text: text.text, printed: text, tokens: [], block: 0, column: 1 };
  return [
    doubtful(
      {
        rule: "T54",
        kind: "scale",
        text: `${first.print} = ${other.print}`,
        evidence: "two captions of one table",
        figures: [],
      },
      {
        code: "scale-differs",
        severity: "warning",
        message: `The caption of the table says "${first.print}", its head "${other.print}".`,
        remedy: "Leave the one that is right.",
        at: placeIn(line, from, from + other.print.length),
      },
    ),
  ];
}

function statementsIn(text: string): readonly Statement[] {
  const found: Statement[] = [];
  if (!text.includes("(")) return found;
  for (const [print] of text.slice(0, 1000).matchAll(BRACKET)) {
    const said = scaleStatement(print);
    if (said !== undefined && !said.sharesOnly) found.push({ print, scale: said.scale });
  }
  return found;
}

const RATE = /\b(?:margins?|rate)\b/i;
const HUNDRED = rational(100n);

/** "The margin rose 2.0% from 18.6% to 20.6%": the difference of two rates is in points. */
function pointsInPercent(line: Line, scene: Scene): readonly Relation[] {
  if (line.column !== undefined || line.tokens.length < 3 || !RATE.test(line.text)) return [];
  const relations: Relation[] = [];
  for (const span of sentences(line.text)) {
    const inside = tokensWithin(line, span).filter((t) => t.kind === "number" && t.unit === "percent");
    if (inside.length !== 3 || !RATE.test(line.text.slice(span.from, span.to))) continue;
    const [change, a, b] = inside.map((t) => scene.figureOf.get(t));
    const between = line.text.slice(inside[0]!.to, inside[2]!.from);
    if (
      change === undefined ||
      a === undefined ||
      b === undefined ||
      !/\b(?:from|to)\b.{0,60}\b(?:from|to)\b/i.test(between)
    )
      continue;
    const relation = called(line, [change, a, b], [inside[0]!.from, inside[0]!.to], scene);
    if (relation !== undefined) relations.push(relation);
  }
  return relations;
}

function called(
  line: Line,
  [change, a, b]: readonly [number, number, number],
  [from, to]: readonly [number, number],
  scene: Scene,
): Relation | undefined {
  const [d, x, y] = [change, a, b].map((i) => scene.figures[i]!.measured?.value);
  if (d === undefined || x === undefined || y === undefined) return undefined;
  const gap = absolute(subtract(x, y));
  // Equal on the printed digits, and too far from growth for that to be meant.
  if (compare(absolute(d), gap) !== 0 || gap.n === 0n || compare(gap, { n: 1n, d: HUNDRED.n * 2n }) < 0)
    return undefined;
  const print = line.text.slice(from, to);
  return doubtful(
    {
      rule: "T55",
      kind: "points",
      text: `${print} percent of change is the difference of two rates`,
      evidence: "the two rates after it",
      strength: "weak",
      figures: [change, a, b],
      culprit: change,
    },
    {
      code: "points-said-in-percent",
      severity: "note",
      message: `"${print}" percent is the difference of ${scene.figures[a]!.text} and ${scene.figures[b]!.text} percent: percentage points.`,
      remedy: "Say percentage points, or basis points.",
    },
  );
}

const absolute = (r: Rational): Rational => (r.n < 0n ? { n: -r.n, d: r.d } : r);
