import { type Atom, isMark, isWord } from "../meaning/prose-atom.ts";
import { direction, LIGHT_STEMS } from "../meaning/prose-lexicon.ts";
import { NO_WORDS, union, type Words, wordsOf } from "../meaning/prose-words.ts";

/** What one item of a list of names says: its words, and those that it shares with the others. */
export interface Named {
  readonly words: Words;
  /** Where it is printed: the first atom and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Names that have an "and" or a comma within themselves, by the words at both sides of it. */
const COMPOUNDS: ReadonlySet<string> = new Set(
  (
    "research development,sales marketing,selling marketing,selling general,selling administrative,general administrative,interest finance,oil gas," +
    "property plant,plant equipment,property equipment,cash equivalents,depreciation amortization,goods services,food beverage,profit loss," +
    "technology development,occupancy equipment,compensation benefits,taxes licenses,cash cash,mergers acquisitions,revenue expense"
  ).split(","),
);
/** Verbs and what stands with them right before the values. */
const VERBS: ReadonlySet<string> = new Set(
  "was were is are be to of by at amounted totaled totalled represented came reached equaled averaged approximately about in the amounts amount".split(
    " ",
  ),
);

/**
 * The `count` names before a list of as many values: "GAAP and non-GAAP gross margin were", "Class A, Class B and Class C shares
 * were". Undefined where the words do not fall apart into just so many.
 */
export function namesBefore(
  atoms: readonly Atom[],
  from: number,
  at: number,
  count: number,
): readonly Named[] | undefined {
  let to = at;
  while (to > from && (isVerb(atoms[to - 1]!) || atoms[to - 1]!.kind === "other")) to--;
  if (to === at && !isMark(atoms[at - 1], ":")) return undefined;
  const pieces = piecesOf(atoms, from, to);
  const cut = pieces.length > count ? opened(atoms, pieces, count) : pieces;
  if (cut?.length !== count) return undefined;
  const words = cut.map((p) => wordsOf(atoms, p.from, p.to));
  if (words.some((w) => w.printed.length === 0)) return undefined;
  const last = cut[count - 1]!;
  const tail = tailOf(atoms, last);
  return cut.map((piece, k): Named => {
    // "GAAP and non-GAAP margin": a word that only tells apart takes what it tells apart from the last name.
    const own = words[k]!;
    const shared = k < count - 1 && isLight(own) ? tail : NO_WORDS;
    return { words: union(own, shared), from: piece.from, to: piece.to };
  });
}

const isVerb = (a: Atom): boolean =>
  a.kind === "word" && (VERBS.has(a.text) || (direction(a.text) !== 0 && a.text !== "growth"));

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** The words from `from` to `to` cut at commas and at "and", but not within the names that have one themselves. */
function piecesOf(atoms: readonly Atom[], from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    if (!(isMark(atoms[i], ",") || isWord(atoms[i], "and"))) continue;
    if (isWithin(atoms, i)) continue;
    if (i > start) pieces.push({ from: start, to: i });
    start = i + 1;
  }
  if (to > start) pieces.push({ from: start, to });
  return pieces;
}

function isWithin(atoms: readonly Atom[], i: number): boolean {
  let b = i + 1;
  if (isMark(atoms[i], ",") && isWord(atoms[b], "and")) b++;
  const [before, after] = [atoms[i - 1], atoms[b]];
  return before?.kind === "word" && after?.kind === "word" && COMPOUNDS.has(`${before.text} ${after.text}`);
}

/** Without what opens the sentence up to its first comma ("In the third quarter of 2024, ..."), if that leaves just enough. */
function opened(atoms: readonly Atom[], pieces: readonly Piece[], count: number): readonly Piece[] | undefined {
  const rest = pieces.slice(pieces.length - count);
  const dropped = pieces.slice(0, pieces.length - count);
  const isTime = dropped.every((p) => atoms.slice(p.from, p.to).some((a) => a.kind === "when"));
  return isTime && isMark(atoms[rest[0]!.from - 1], ",") ? rest : undefined;
}

/** The words of the last name behind those that only tell it apart. */
function tailOf(atoms: readonly Atom[], { from, to }: Piece): Words {
  let i = from;
  while (i < to && isApart(atoms[i])) i++;
  return wordsOf(atoms, i, to);
}

/** Words that tell the names of one measure apart. */
const APART: ReadonlySet<string> = new Set("gaap non-gaap adjusted basic diluted reported net gross".split(" "));
const isApart = (a: Atom | undefined): boolean => a?.kind === "word" && APART.has(a.text);

const isLight = (words: Words): boolean => [...words.stems].every((s) => LIGHT_STEMS.has(s));
