import { type Atom, isMark } from "./prose-atom.ts";
import { direction, LIGHT } from "./prose-lexicon.ts";

/** What a word of direction says of the level it leads to or from: it became more, less, better or worse. */
export type Lead = "more" | "less" | "better" | "worse";

const BETTER = /^improv/;
const WORSE = /^deteriorat/;
/** Words of direction that are as often said of something else than of a level ("added to", "advanced to"). */
const VAGUE: ReadonlySet<string> = new Set(
  "added gain gained advanced greater strengthened softened accelerated".split(" "),
);
/** What may stand between the word and its "to" or "from": the time that is spoken of. */
const PASSING: ReadonlySet<string> = new Set("in for during the of year quarter period over and fiscal".split(" "));
/** How far back the word is looked for. */
const FARTHEST = 10;

/** The word of direction that leads right to the figure at `at`: "rose to", "down from", "declined slightly in 2024 to". */
export function leadBefore(atoms: readonly Atom[], from: number, at: number): Lead | undefined {
  let i = at - 1;
  while (i >= from && LIGHT.has(wordAt(atoms, i))) i--;
  const link = wordAt(atoms, i);
  if (i <= from - 1 || (link !== "to" && link !== "from")) return undefined;
  for (let k = i - 1; k >= from && k >= i - FARTHEST; k--) {
    const a = atoms[k]!;
    if (a.kind === "when" || (isMark(a, ",") && link === "from" && k === i - 1)) continue;
    if (a.kind !== "word") return undefined;
    if (direction(a.text) !== 0) return leadOf(a.text);
    if (!PASSING.has(a.text) && !a.text.endsWith("ly")) return undefined;
  }
  return undefined;
}

const wordAt = (atoms: readonly Atom[], i: number): string => {
  const a = atoms[i];
  return a?.kind === "word" ? a.text : "";
};

function leadOf(word: string): Lead | undefined {
  if (BETTER.test(word)) return "better";
  if (WORSE.test(word)) return "worse";
  return VAGUE.has(word) ? undefined : direction(word) > 0 ? "more" : "less";
}
