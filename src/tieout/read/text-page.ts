import { isDigit, type Line } from "./text-line.ts";

/**
 * Leaves out what a page prints at its foot: "- 26 -", "Page 9 of 15", and bare numbers that count up through the document. A blank line
 * takes the place.
 */
export function withoutPageNumbers(lines: readonly Line[]): readonly Line[] {
  const feet = new Set<number>();
  for (let i = 0; i < lines.length; i++) if (isFoot(lines[i]!)) feet.add(i);
  for (const i of countingNumbers(lines)) feet.add(i);
  if (feet.size === 0) return lines;
  const kept: Line[] = [];
  let gap = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (feet.has(i)) gap += line.gap + 1;
    else {
      kept.push(gap === 0 ? line : { ...line, gap: line.gap + gap });
      gap = 0;
    }
  }
  return kept;
}

function isFoot(line: Line): boolean {
  const { text } = line.printed;
  if (text.length > 90 || text.length < 2) return false;
  const last = text.charCodeAt(text.length - 1);
  if (last !== 45 && !isDigit(last)) return false;
  const foot = text.trim();
  return (
    foot.length <= 40 &&
    ((line.bullet ? /^\d{1,3} ?-$/ : /^- ?\d{1,3} ?-$/).test(foot) ||
      /^[A-Z] ?- ?\d{1,2}$/.test(foot) ||
      /\bpage \d{1,3}(?: of \d{1,3})?$/i.test(foot))
  );
}

const APART = 8;

/** Lines that hold one small number and nothing else, each the last one plus 1 and some lines behind it. */
function countingNumbers(lines: readonly Line[]): number[] {
  const found: number[] = [];
  let next = 0;
  let last = 0;
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i]!.printed;
    if (text.length > 60 || !isDigit(text.charCodeAt(text.length - 1))) continue;
    const bare = text.trim();
    if (!/^\d{1,3}$/.test(bare)) continue;
    const number = Number.parseInt(bare, 10);
    if (isNumeric(lines[i - 1]) || (isNumeric(lines[i + 1]) && lines[i + 1]!.gap < 3)) continue;
    if (next === 0 ? number > 3 : number !== next || i - last < APART) continue;
    found.push(i);
    next = number + 1;
    last = i;
  }
  return found.length >= 3 ? found : [];
}

/** A neighbour without a letter is a value of a table that was flattened, and the number between two of them is no page. */
const isNumeric = (line: Line | undefined): boolean =>
  line !== undefined && line.printed.text.length < 60 && !/\p{L}/u.test(line.printed.text);
