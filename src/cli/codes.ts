import type { FindingCode } from "../finding.ts";
import { FINDING_CODES } from "../finding-code.ts";
import { nearestTo } from "../text/nearest.ts";

const CODES = Object.keys(FINDING_CODES) as readonly FindingCode[];

/** The codes that a comma-separated list names, or the first of its entries that is none with the code that comes nearest. */
export function codesIn(list: string): readonly FindingCode[] | { readonly unknown: string; readonly nearest: string } {
  const codes: FindingCode[] = [];
  for (const entry of list.split(",").map((part) => part.trim())) {
    const code = CODES.find((known) => known === entry);
    if (code === undefined) return { unknown: entry, nearest: nearestTo(entry, CODES)! };
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
