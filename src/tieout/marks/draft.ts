import { shown } from "../../text/place.ts";
import { anchorsOf } from "../anchor/anchor.ts";
import { type AnchorIndex, anchorIndex, type Sought, soughtOf } from "../anchor/find.ts";
import type { Checked } from "../report/checked.ts";
import { placeWords } from "./place-words.ts";
import { besideOf, placesToName, wordsAt } from "./waive.ts";

/**
 * A draft of marks that would waive each finding that is not waived yet. The reasons are left empty, so that none of them is taken
 * until somebody has filled in why. Empty where there is nothing to waive.
 */
export function draftedMarks(checked: Checked): string {
  if (checked.kind === "refused") return `  # ${oneLine(`${checked.path}: ${checked.refusal.message}`)}\n`;
  const { path, findings, placed, document } = checked;
  const open = findings.filter(
    ({ waived, code }) => waived === null && !code.startsWith("mark-") && code !== "question-open",
  );
  if (placed === undefined || open.length === 0) return "";
  const index = anchorIndex(anchorsOf(placed));
  const places = new Map(placed.figures.map((f, i) => [f.id, i]));
  const wordsOf = placeWords(document);
  const lines = [`  # ${oneLine(path)}`];
  for (const finding of open) {
    const first = places.get(finding.figures[0] ?? "");
    lines.push(
      `  # ${oneLine(finding.message)}`,
      "  - waive:",
      `      code: ${finding.code}`,
      ...(first === undefined
        ? [`      text: ${quoted(wordsAt(finding, document.source))}`]
        : figureLines(index, first, besideOf(finding, finding.figures[0]!, placed.figures, index))),
      ...placeLines(placesToName(finding).map(wordsOf)),
      '    reason: ""',
      '    author: ""',
      '    date: ""',
    );
  }
  return `${lines.join("\n")}\n`;
}

function figureLines(index: AnchorIndex, figure: number, beside: readonly string[]): readonly string[] {
  const { nth, ...words } = soughtOf(index, figure);
  const entries = Object.entries(words as Omit<Sought, "nth">).map(
    ([key, value]) => `        ${key}: ${quoted(value)}`,
  );
  return [
    "      figure:",
    ...entries,
    ...(nth === undefined ? [] : [`        nth: ${nth.at} of ${nth.of}`]),
    ...(beside.length === 0
      ? []
      : [`      beside: [${beside.map(quoted).join(beside.length > 8 ? ",\n        " : ", ")}]`]),
  ];
}

const placeLines = (places: readonly string[]): readonly string[] =>
  places.length === 0 ? [] : ["      places:", ...places.map((words) => `        - ${quoted(words)}`)];

/** A comment is one line. */
const oneLine = (text: string): string => shown(text.replace(/\s+/g, " ").slice(0, 400));

/** A text as YAML reads it back: the quotation marks and the escapes of JSON, and escapes for what a file of marks may not hold. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\p{Cc}\u2028\u2029]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
