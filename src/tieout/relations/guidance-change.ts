import { compare, subtract } from "../../exact/rational.ts";
import { type PrintedRange, type Ranged, unitOf } from "./printed-range.ts";
import type { Relation } from "./relation.ts";
import { broken, doubtful, holding, type Saying } from "./saying.ts";
import type { Scene } from "./scene.ts";

type Move = "raised" | "lowered" | "narrowed" | "widened" | "kept";

/** Each with the words for it; guidance of which two are said is not held to either. */
const MOVES: readonly (readonly [Move, RegExp])[] = [
  ["raised", /\b(?:rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?)\b/i],
  ["lowered", /\b(?:lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|cut(?:s|ting)?|decreas(?:e|es|ed|ing))\b/i],
  ["narrowed", /\b(?:narrow(?:s|ed|ing)?|tighten(?:s|ed|ing)?)\b/i],
  ["widened", /\b(?:widen(?:s|ed|ing)?|broaden(?:s|ed|ing)?)\b/i],
  ["kept", /\b(?:reaffirm|reiterat|maintain|confirm)(?:s|ed|ing|es|e)?\b/i],
];
const GUIDES = /\b(?:guidance|outlook|range|forecast|expectation|estimate|target)/i;
/** "From A to B": what stands before the first range and between the two. */
const FROM = /\bfrom (?:a |an |the |its |our )?(?:[a-z-]+ ){0,4}$/i;
const TO = /^[\s,)]{0,3}(?:[a-z-]+ ){0,4}?to (?:a |an |the |its |our )?(?:[a-z-]+ ){0,4}$/i;
/** "B, from A", "B, compared to previous guidance of A". */
const BACK =
  /^[\s,();]{0,3}(?:[a-z-]+ ){0,3}?(?:up from|down from|from|compared to|compared with|versus|vs\.?) (?:a |an |the |its |our )?(?:[a-z-]+ ){0,3}?(?:prior|previous|previously|earlier|original|initial|former)? ?(?:[a-z-]+ ){0,3}$/i;
const SHORT = 90;

interface Change {
  readonly old: PrintedRange;
  readonly now: PrintedRange;
  readonly move: Move;
}

/**
 * "Raises its guidance from $1.20 to $1.30 to a range of $1.35 to $1.45" (T34): the word against both ends. That it fits proves no
 * digit, so it ties nothing.
 */
export function guidanceChanges(ranged: readonly Ranged[], scene: Scene): readonly Relation[] {
  return ranged.flatMap((r) =>
    r.ranges.slice(1).flatMap((second, i) => {
      const found = changeOf(r, i, r.ranges[i]!, second, scene);
      return found === undefined ? [] : [relation(found, scene)];
    }),
  );
}

function changeOf(
  { line, sentence, ranges }: Ranged,
  i: number,
  first: PrintedRange,
  second: PrintedRange,
  scene: Scene,
): Change | undefined {
  const { figures } = scene;
  if (unitOf(figures[first.first.figure]!) !== unitOf(figures[second.first.figure]!)) return undefined;
  const start = i === 0 ? sentence.from : ranges[i - 1]!.second.token.outer.to;
  const before = line.text.slice(start, first.first.token.outer.from);
  const middle = line.text.slice(first.second.token.outer.to, second.first.token.outer.from);
  const said = MOVES.filter(([, words]) => words.test(before));
  if (said.length !== 1 || middle.length > SHORT || !GUIDES.test(before + middle)) return undefined;
  const move = said[0]![0];
  if (FROM.test(before.slice(-SHORT)) && TO.test(middle)) return { old: first, now: second, move };
  return BACK.test(middle) ? { old: second, now: first, move } : undefined;
}

function relation({ old, now, move }: Change, scene: Scene): Relation {
  const of = (r: PrintedRange): string =>
    `${scene.figures[r.first.figure]!.text} to ${scene.figures[r.second.figure]!.text}`;
  const verdict = verdictOf({ old, now, move }, scene);
  const saying: Saying = {
    rule: "T34",
    kind: "guidance",
    text: `guidance of ${of(old)} was ${move}${move === "kept" ? "" : ` to ${of(now)}`}`,
    evidence: `the word for "${move}" and both ranges in one sentence`,
    strength: verdict === "broken" ? "strong" : "weak",
    figures: [old.first.figure, old.second.figure, now.first.figure, now.second.figure],
  };
  if (verdict === "holds") return holding(saying);
  return (verdict === "broken" ? broken : doubtful)(saying, {
    code: "guidance-moves-otherwise",
    severity: verdict === "broken" ? "error" : "warning",
    message: `Guidance is said to be ${move}, from ${of(old)} to ${of(now)}; the amounts do not say so.`,
    remedy: "Check the four ends, and the word for what was done with them.",
  });
}

/** Broken where both ends say the opposite; in doubt where one of them does, or where nothing moves. */
function verdictOf({ old, now, move }: Change, { figures }: Scene): "holds" | "doubtful" | "broken" {
  const value = (f: number) => figures[f]!.measured!.value;
  const low = compare(value(now.first.figure), value(old.first.figure));
  const high = compare(value(now.second.figure), value(old.second.figure));
  const wider = compare(
    subtract(value(now.second.figure), value(now.first.figure)),
    subtract(value(old.second.figure), value(old.first.figure)),
  );
  switch (move) {
    case "raised":
      return low >= 0 && high >= 0 && low + high > 0
        ? "holds"
        : low <= 0 && high <= 0 && low + high < 0
          ? "broken"
          : "doubtful";
    case "lowered":
      return low <= 0 && high <= 0 && low + high < 0
        ? "holds"
        : low >= 0 && high >= 0 && low + high > 0
          ? "broken"
          : "doubtful";
    case "narrowed":
      return wider < 0 ? "holds" : wider > 0 ? "broken" : "doubtful";
    case "widened":
      return wider > 0 ? "holds" : wider < 0 ? "broken" : "doubtful";
    default:
      return low === 0 && high === 0 ? "holds" : "doubtful";
  }
}
