import { isDash, isSpace } from "./char.ts";

/**
 * A zero written as a dash in a cell: "—", "–", "-", "--", "---", "- %". Where the dash at `at` ends with its percent sign, or
 * -1 where it is no zero: beside letters or digits, or longer than three signs.
 */
export function dashEnd(text: string, at: number): number {
  let p = at;
  while (p - at < 4 && isDash(text.charCodeAt(p))) p++;
  if (p - at > 3) return -1;
  const before = text[at - 1];
  const next = text[p];
  if (before !== undefined && !isSpace(before.charCodeAt(0)) && !'($€£¥|*"['.includes(before)) return -1;
  let q = p;
  while (q - p < 4 && isSpace(text.charCodeAt(q))) q++;
  if (text.charCodeAt(q) === 37) return q + 1;
  if (next !== undefined && !isSpace(next.charCodeAt(0)) && !')|*"]'.includes(next)) return -1;
  return p;
}
