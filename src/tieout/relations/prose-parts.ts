import type { Figure } from "../figures/figure.ts";
import { type Atom, type FigureAtom, isMark, isWord } from "../meaning/prose-atom.ts";
import { bitsOfPrint, fits, isSlipped, term } from "./prose-fit.ts";
import type { Form, Relation } from "./relation.ts";
import type { WholeSentence } from "./sentence-atoms.ts";

/** A whole with the parts that its sentence says it is made of. */
interface Split {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** "Consisting of", "comprised of", "made up of": what follows is all of it. "Including" names some parts, and proves nothing. */
const ALL_OF: readonly (readonly string[])[] = [
  ["consisting", "of"],
  ["consists", "of"],
  ["consisted", "of"],
  ["comprised", "of"],
  ["composed", "of"],
  ["made", "up", "of"],
  ["comprising"],
];
/** How far behind the whole the words may stand, and how many parts may follow. */
const FARTHEST = 8;
const MOST_PARTS = 12;
/** A slip in a print of fewer steps explains too much. */
const FEWEST_STEPS = 10;

/**
 * "Liquidity of $464 million, consisting of cash of $256 million and $208 million of credit" (T39): the parts come to the whole.
 * Whether all that follows is a part the sentence alone does not say ("... of $256 million, of which $50 million ..."): what does
 * not add up is told of only where one slip explains it.
 */
export function proseParts(list: readonly WholeSentence[], figures: readonly Figure[]): readonly Relation[] {
  return list.flatMap(({ atoms }) => {
    const split = splitIn(atoms, figures);
    return split === undefined ? [] : relationOf(split, figures);
  });
}

function splitIn(atoms: readonly Atom[], figures: readonly Figure[]): Split | undefined {
  for (let i = 0; i < atoms.length; i++) {
    const words = ALL_OF.find((w) => w.every((word, k) => isWord(atoms[i + k], word)));
    if (words === undefined) continue;
    const whole = wholeBefore(atoms, i);
    if (whole === undefined) return undefined;
    const parts = partsBehind(atoms, i + words.length, figures[whole]!, figures);
    return parts === undefined ? undefined : { whole, parts };
  }
  return undefined;
}

/** The figure right before the words, with nothing but the name of the whole between. */
function wholeBefore(atoms: readonly Atom[], at: number): number | undefined {
  for (let i = at - 1; i >= 0 && i >= at - FARTHEST; i--) {
    const a = atoms[i]!;
    if (a.kind === "figure") return a.figure;
    if (isMark(a, ";") || isMark(a, ":")) return undefined;
  }
  return undefined;
}

/** All figures behind the words, if they are two and more of the unit of the whole, and nothing is taken off or compared. */
function partsBehind(
  atoms: readonly Atom[],
  from: number,
  whole: Figure,
  figures: readonly Figure[],
): readonly number[] | undefined {
  const end = atoms.findIndex((a, i) => i >= from && (isMark(a, ";") || isOther(a)));
  const behind = atoms.slice(from, end < 0 ? atoms.length : end);
  const found = behind.filter((a): a is FigureAtom => a.kind === "figure").map((a) => a.figure);
  if (found.length < 2 || found.length > MOST_PARTS || behind.some((a) => isMark(a, "("))) return undefined;
  return found.every((f) => figures[f]!.kind === whole.kind && figures[f]!.measured!.unit === whole.measured!.unit)
    ? found
    : undefined;
}

const OTHERS: ReadonlySet<string> = new Set(
  "less net compared versus vs against from offset which excluding before while whereas".split(" "),
);
const isOther = (a: Atom): boolean => a.kind === "word" && OTHERS.has(a.text);

function relationOf({ whole, parts }: Split, figures: readonly Figure[]): readonly Relation[] {
  const form: Form = { kind: "sum", terms: parts.map((p) => term(p)), result: whole };
  const explained = [whole, ...parts].some((f) => isSlipped(form, f, figures, FEWEST_STEPS));
  if (!fits(form, figures) && !explained) return [];
  return [
    {
      rule: "T39",
      kind: "footing",
      text: `${parts.map((p) => figures[p]!.text).join(" + ")} = ${figures[whole]!.text}, which is said to consist of them`,
      form,
      strength: "strong",
      evidence: "the words for what a whole consists of",
      bits: 8 + bitsOfPrint(figures[whole]!),
      allowance: 1,
    },
  ];
}
