import { type Atom, isMark } from "./prose-atom.ts";

/** How a time lies to the one that is reported: a year before, a quarter before, at the close of the year before. */
export type Back = "year" | "quarter" | "year-end";

const wordAt = (atoms: readonly Atom[], i: number): string => {
  const a = atoms[i];
  return a?.kind === "word" ? a.text : "";
};

const BEFORE = new Set("prior previous last preceding year-ago".split(" "));
const SAME = new Set("same comparable corresponding equivalent similar".split(" "));

/** Reads "a year ago", "the prior quarter", "sequentially", "the same period" at the atom. */
export function backAt(atoms: readonly Atom[], i: number, to: number): Back | undefined {
  const word = wordAt(atoms, i);
  const next = i + 1 < to ? wordAt(atoms, i + 1) : "";
  if (word === "yoy" || (word === "y" && next === "y")) return "year";
  if (word === "q" && next === "q") return "quarter";
  if (word === "sequential" || word === "sequentially" || word === "qoq") return "quarter";
  if (word === "year") {
    if (next === "ago" || next === "earlier" || next === "over") return "year";
    return next === "end" && !isMark(atoms[i + 1], ",") ? "year-end" : undefined;
  }
  if (word === "quarter" && next === "over") return "quarter";
  if (
    SAME.has(word) &&
    (next === "period" || next === "quarter" || next === "prior" || next === "three" || next === "month")
  )
    return "year";
  if (SAME.has(word) && i + 1 < to && atoms[i + 1]?.kind === "when") return "year";
  if (!BEFORE.has(word)) return undefined;
  const after = next === "fiscal" || next === "sequential" ? wordAt(atoms, i + 2) : next;
  if (after === "year" || after === "years") return wordAt(atoms, i + 2) === "end" ? "year-end" : "year";
  return after === "quarter" ? "quarter" : after === "period" ? "year" : undefined;
}
