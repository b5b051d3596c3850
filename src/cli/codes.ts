import type { FindingCode } from "../finding.ts";
import { FINDING_CODES } from "../finding-code.ts";

const CODES = Object.keys(FINDING_CODES) as readonly FindingCode[];

/** The codes that a comma-separated list names, or the first of its entries that is none with the code that comes nearest. */
export function codesIn(list: string): readonly FindingCode[] | { readonly unknown: string; readonly nearest: string } {
  const codes: FindingCode[] = [];
  for (const entry of list.split(",").map((part) => part.trim())) {
    const code = CODES.find((known) => known === entry);
    if (code === undefined) return { unknown: entry, nearest: nearestTo(entry) };
    codes.push(code);
  }
  return codes;
}

/** Every code with its severities and its meaning, as `tickmark codes` prints them. */
export function codesText(): string {
  return CODES.map((code) => {
    const [severity, meaning] = FINDING_CODES[code];
    return `${code} (${severity})\n    ${meaning}\n`;
  }).join("");
}

function nearestTo(entry: string): FindingCode {
  const written = entry.toLowerCase().slice(0, 60);
  let nearest = CODES[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const code of CODES) {
    const steps = stepsBetween(written, code);
    if (steps < least) [nearest, least] = [code, steps];
  }
  return nearest;
}

/** How many letters must be put in, taken out or replaced to make one word of the other. */
function stepsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}
