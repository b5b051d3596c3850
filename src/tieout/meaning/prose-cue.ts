import { type Atom, isMark, isWord } from "./prose-atom.ts";
import { AGAINST, CAUSE, DIRECTION_NOUNS, direction, LIGHT, UNSURE } from "./prose-lexicon.ts";

/** What stands before a figure, back to the figure before it, and how it is tied to what came before. */
export interface Cue {
  readonly link: "prior" | "from" | "to" | "or" | "paren" | "and" | "part" | "of" | "by" | "direct" | "none";
  /** The nearest word of direction in the same clause: 1 more, -1 less, 0 none. */
  readonly direction: -1 | 0 | 1;
  /** Whether that word stands right before the figure (light words, "of" and "by" between do not count). */
  readonly near: boolean;
  /** Whether the direction word turns with the measure ("improved", "declined" of a loss). */
  readonly unsure: boolean;
  /** Whether a cause is being named ("due to a 5 percent increase in ..."). */
  readonly cause: boolean;
  /** The first atom whose words belong to this figure: behind the comparison, the cause or the semicolon. */
  readonly start: number;
}

const wordAt = (atoms: readonly Atom[], i: number): string => {
  const a = atoms[i];
  return a?.kind === "word" ? a.text : "";
};

const COMPARES = new Set(["compared", "compares", "comparing", "relative"]);
const PARTS = new Set(["including", "includes", "included", "include", "comprising", "comprised"]);
/** Words that may stand between "from" and the figure it leads to. */
const BETWEEN_FROM = new Set(
  "net loss losses income profit earnings of a an the revenue revenues sales ebitda adjusted prior year last gaap non-gaap gross margin operating reported".split(
    " ",
  ),
);
/** How far back a word of direction is looked for when "of" or "by" stands before the figure. */
const FAR = 12;

/** Reads the atoms from `from` to `at` (the figure's own), `at` outside. */
export function cueBefore(atoms: readonly Atom[], from: number, at: number): Cue {
  let p = at - 1;
  while (p >= from && LIGHT.has(wordAt(atoms, p))) p--;
  const start = startOf(atoms, from, at);
  const turn = directionBefore(atoms, Math.max(from, start.at), p);
  const rest = { ...turn, cause: start.cause, start: start.at };
  if (start.prior) return { link: "prior", ...rest };
  if (p < from) return { link: "none", ...rest };
  if (orBefore(atoms, from, p)) return { link: "or", ...rest };
  return { link: linkAt(atoms, from, p), ...rest };
}

function linkAt(atoms: readonly Atom[], from: number, p: number): Cue["link"] {
  if (isMark(atoms[p], "(")) return "paren";
  const word = wordAt(atoms, p);
  if (direction(word) !== 0 && word !== "added") return "direct";
  switch (word) {
    case "from":
    case "to":
    case "or":
    case "and":
    case "by":
      return word;
    case "which":
      return wordAt(atoms, p - 1) === "of" ? "part" : "none";
    case "of":
      return fromBefore(atoms, from, p) ? "from" : "of";
    default:
      return PARTS.has(word) ? "part" : fromBefore(atoms, from, p) ? "from" : "none";
  }
}

const BETWEEN_OR = new Set(
  "a an of net loss income earnings profit diluted basic gaap non-gaap adjusted per share eps".split(" "),
);

/** Whether "or" begins what stands before the figure, and only the name of a restatement follows: "or a loss of". */
function orBefore(atoms: readonly Atom[], from: number, p: number): boolean {
  const first = isMark(atoms[from], ",") ? from + 1 : from;
  if (!isWord(atoms[first], "or") || p - first > 7) return false;
  for (let i = first + 1; i <= p; i++) if (!BETWEEN_OR.has(wordAt(atoms, i))) return false;
  return true;
}

/** Whether "from" stands a few words before, with nothing but the name of a measure between. */
function fromBefore(atoms: readonly Atom[], from: number, p: number): boolean {
  for (let i = p; i >= from && i > p - 6; i--) {
    const word = wordAt(atoms, i);
    if (word === "from") return true;
    if (!BETWEEN_FROM.has(word)) return false;
  }
  return false;
}

/** Where the figure's own words begin, and whether it is the other side of a comparison. */
function startOf(atoms: readonly Atom[], from: number, at: number): { at: number; prior: boolean; cause: boolean } {
  let comma = at;
  for (let i = at - 1; i >= from; i--) {
    const a = atoms[i]!;
    if (a.kind === "mark" && (a.text === ";" || a.text === ":")) return { at: i + 1, prior: false, cause: false };
    if (isMark(a, ",")) {
      comma = i;
      continue;
    }
    if (a.kind !== "word") continue;
    const open = comma === at || comma === i + 1 || (isWord(atoms[i + 1], "to") && comma === i + 2);
    if (COMPARES.has(a.text) || AGAINST.has(a.text)) {
      const next = i + (isWord(atoms[i + 1], "to") || isWord(atoms[i + 1], "with") ? 2 : 1);
      return open ? { at: next, prior: true, cause: false } : { at: comma + 1, prior: false, cause: false };
    }
    if (CAUSE.has(a.text) && comma !== i + 1 && !isOwned(atoms, from, i))
      return { at: i + 1, prior: false, cause: true };
    if (a.text === "while" || a.text === "whereas") return { at: i + 1, prior: false, cause: false };
  }
  return { at: from, prior: false, cause: false };
}

const EARNED = new Set("income loss losses earnings profit profits".split(" "));
const OWNERS = new Set(
  (
    "shareholders shareholder stockholders stockholder unitholders owners holders common controlling noncontrolling non-controlling parent " +
    "company corporation partners members"
  ).split(" "),
);
/** How many words behind "attributable to" may stand before the owners: "equity holders", "ordinary shareholders of". */
const OWNED_WITHIN = 4;

/** Whether "attributable" names whose income it is ("net income attributable to shareholders was"), and no cause. */
function isOwned(atoms: readonly Atom[], from: number, i: number): boolean {
  if (!isWord(atoms[i], "attributable") || !isWord(atoms[i + 1], "to") || i === from) return false;
  if (!EARNED.has(wordAt(atoms, i - 1))) return false;
  return atoms.slice(i + 2, i + 2 + OWNED_WITHIN).some((a) => a.kind === "word" && OWNERS.has(a.text));
}

function directionBefore(
  atoms: readonly Atom[],
  from: number,
  p: number,
): { direction: -1 | 0 | 1; near: boolean; unsure: boolean } {
  let words = 0;
  let growth = -1;
  for (let i = p; i >= from && words < FAR; i--) {
    const a = atoms[i]!;
    if (isMark(a, ",") && words > 0) break;
    if (a.kind !== "word") continue;
    const d = direction(a.text);
    // "Decreased total revenue growth by": the growth is what was decreased.
    if (a.text === "growth" && growth < 0 && wordAt(atoms, p) === "by") growth = i;
    else if (d !== 0) return { direction: d, near: nearEnough(atoms, i, p), unsure: UNSURE.has(a.text) };
    words++;
  }
  if (growth >= 0) return { direction: 1, near: nearEnough(atoms, growth, p), unsure: false };
  return { direction: 0, near: false, unsure: false };
}

/** Adverbs and the like, which may stand between a verb of direction and its figure. */
const PASSING = new Set("by of year over sequentially on basis a the reported organic".split(" "));

function nearEnough(atoms: readonly Atom[], at: number, p: number): boolean {
  const tail = wordAt(atoms, p);
  if ((tail === "of" || tail === "by") && p > at) return wordAt(atoms, at + 1) !== "to";
  for (let i = at + 1; i <= p; i++) {
    const word = wordAt(atoms, i);
    if (word === "" || !(PASSING.has(word) || LIGHT.has(word) || word.endsWith("ly"))) return false;
  }
  return true;
}

/** What stands behind a figure: "... increase", "... higher", "of ...", "in ...". */
export interface After {
  readonly direction: -1 | 0 | 1;
  /** The atom behind the word of direction, or the first one behind the figure. */
  readonly next: number;
  readonly unsure: boolean;
}

/** How many words may stand between a figure and the noun it measures ("28 percent earnings growth"). */
const ADJECTIVES = 4;

/** Reads the atoms from `from` to `to`, the ones behind the figure. */
export function cueAfter(atoms: readonly Atom[], from: number, to: number, most: number = ADJECTIVES): After {
  for (let i = from; i < to && i <= from + most; i++) {
    const a = atoms[i]!;
    if (a.kind !== "word" || STOPS.has(a.text)) break;
    if (!DIRECTION_NOUNS.has(a.text)) continue;
    return { direction: direction(a.text), next: i + 1, unsure: UNSURE.has(a.text) };
  }
  return { direction: 0, next: from, unsure: false };
}

const STOPS = new Set(
  "a an of in for from to and compared versus vs on at as by with was were is while which due".split(" "),
);
