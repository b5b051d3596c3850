import type { MeasureKind } from "../figures/figure.ts";
import { type Atom, isMark, isWord } from "./prose-atom.ts";
import { LIGHT_STEMS } from "./prose-lexicon.ts";
import type { Mention, Role } from "./prose-role.ts";
import { NO_WORDS, news, union, type Words, wordsBehind, wordsOf } from "./prose-words.ts";

/** The figures of one sentence that speak of one measure of one member. */
export interface Group {
  /** The words that name it, nearest; and those of the sentence before it, which may help. */
  readonly words: Words;
  readonly around: Pick<Words, "stems">;
  /** The unit of its levels; undefined while only changes are known. */
  readonly kind: MeasureKind | undefined;
  readonly members: readonly Member[];
  /** The group that it restates in another unit ("or $0.66 per share"), by index among the groups of the sentence. */
  readonly twinOf: number | undefined;
  /** Its place in a list ("$5 and $7 for the three and nine months"), from 0; undefined where there is none. */
  readonly slot: number | undefined;
}

export interface Member {
  readonly mention: Mention;
  readonly role: Role;
  readonly loss: boolean;
  /** Whether it is not sure that it speaks of this group rather than of its twin. */
  readonly loose: boolean;
}

interface Draft {
  words: Words;
  around: Pick<Words, "stems">;
  kind: MeasureKind | undefined;
  members: Member[];
  twinOf: number | undefined;
  slot: number | undefined;
}

const isLevel = (role: Role): boolean => role === "current" || role === "prior" || role === "part";
const isChange = (role: Role): boolean => role === "growth" || role === "change" || role === "points";

/** Gathers the mentions of one sentence into groups, in reading order. */
export function groupsOf(atoms: readonly Atom[], mentions: readonly Mention[]): readonly Group[] {
  const groups: Draft[] = [];
  let last: number | undefined;
  let aside: number | undefined;
  for (const m of mentions) {
    // What stands in brackets and restates nothing is said aside: what follows them goes on from before.
    const inside = aside !== undefined && !closes(atoms, m);
    const g = placeOf(atoms, m, groups, inside ? aside : last);
    aside = inside || (m.paren && m.join === "new" && last !== undefined) ? g : undefined;
    if (aside === undefined) last = g;
    const draft = groups[g]!;
    if (isLevel(m.role)) draft.kind ??= m.kind;
    else if (m.perShare && m.role === "growth") draft.kind ??= "per-share";
    const loose = isChange(m.role) && draft.twinOf === undefined && groups.some((o) => o.twinOf === g);
    draft.members.push({ mention: m, role: m.role, loss: m.loss || inherits(draft, m), loose });
  }
  return groups;
}

function closes(atoms: readonly Atom[], m: Mention): boolean {
  for (let i = m.from; i < m.atom; i++) if (isMark(atoms[i], ")")) return true;
  return false;
}

/** A comparative without words of its own is a loss where the current figure is one. */
const inherits = (draft: Draft, m: Mention): boolean =>
  m.start === m.atom || m.join === "twin" || m.join === "list"
    ? draft.members.some((x) => isLevel(x.role) && x.loss)
    : m.role === "prior" &&
      m.link !== "none" &&
      draft.members.some((x) => isLevel(x.role) && x.loss) &&
      m.atom - m.start <= 1;

function placeOf(atoms: readonly Atom[], m: Mention, groups: Draft[], last: number | undefined): number {
  if (last !== undefined && m.join === "twin") return twinPlace(atoms, m, groups, last);
  if (last !== undefined && m.join === "list") return listPlace(m, groups, last);
  const own = ownWords(atoms, m);
  const behind = behindOf(atoms, m);
  const target = last === undefined ? undefined : targetOf(m, groups, last);
  if (target === undefined) return open(groups, own, behind, atoms, m);
  const there = groups[target]!;
  if (m.role === "other" && m.join === "join") return target;
  if (m.cause) return open(groups, own, behind, atoms, m);
  if (isChange(m.role)) {
    const elsewhere = behind.printed.length > 0 && news(behind, there.words) > 0 && !isBasis(behind);
    const named = own.printed.length > 0 && news(own, there.words) > 0;
    return elsewhere || named ? open(groups, own, behind, atoms, m) : target;
  }
  if (m.role === "prior")
    return news(own, there.words) >= 2 || hasPrior(there, m) ? open(groups, own, behind, atoms, m) : target;
  const full = there.members.some((x) => x.role === "current");
  if (own.printed.length === 0 && !full && m.role === "current") return target;
  if (own.printed.length === 0 && behind.printed.length === 0 && m.role === "current")
    return copy(groups, target, undefined);
  if (m.link === "to" && !full && news(own, there.words) === 0) return target;
  return open(groups, own, behind, atoms, m);
}

/** A second comparative of the same group is fine where it follows a growth of its own. */
const hasPrior = (there: Draft, m: Mention): boolean =>
  m.link !== "from" &&
  there.members.some((x) => x.role === "prior") &&
  there.members[there.members.length - 1]?.role === "prior";

/** The group that a figure would join: the last one of its unit, for a change the last one or what it restates. */
function targetOf(m: Mention, groups: readonly Draft[], last: number): number | undefined {
  const near = groups[last]!;
  // A restatement in the same unit ("0.89 (0.88 diluted)") is over where its bracket closes.
  if (near.twinOf !== undefined && groups[near.twinOf]!.kind === m.kind) return near.twinOf;
  if (isChange(m.role) || near.kind === undefined || near.kind === m.kind)
    return near.twinOf !== undefined && isChange(m.role) ? near.twinOf : last;
  for (let g = last - 1; g >= 0 && g >= last - 2; g--) if (groups[g]!.kind === m.kind && m.role === "prior") return g;
  return undefined;
}

function open(groups: Draft[], own: Words, behind: Words, atoms: readonly Atom[], m: Mention): number {
  const { stems } = wordsOf(atoms, 0, m.atom);
  const words = m.role === "part" ? behind : own.printed.length === 0 ? behind : union(own, behind);
  groups.push({ words, around: { stems }, kind: undefined, members: [], twinOf: undefined, slot: undefined });
  return groups.length - 1;
}

function copy(groups: Draft[], of: number, slot: number | undefined): number {
  const g = groups[of]!;
  groups.push({ words: g.words, around: g.around, kind: g.kind, members: [], twinOf: undefined, slot });
  return groups.length - 1;
}

function twinPlace(atoms: readonly Atom[], m: Mention, groups: Draft[], last: number): number {
  // In the same unit ("$0.89 ($0.88 diluted)") it restates the last group itself, else what that one may restate.
  const base = groups[last]!.kind === m.kind ? last : (groups[last]!.twinOf ?? last);
  for (let g = base + 1; g < groups.length; g++) if (groups[g]!.twinOf === base && groups[g]!.kind === m.kind) return g;
  const words = union(groups[base]!.words, wordsBehind(atoms, m.next, m.to));
  groups.push({
    words,
    around: groups[base]!.around,
    kind: m.kind,
    members: [],
    twinOf: base,
    slot: groups[base]!.slot,
  });
  return groups.length - 1;
}

/**
 * The k-th figure of a list belongs to the k-th group of the list before it, or begins one. A second growth without such a
 * list ("up 11% from a year ago and 5% from the quarter before") speaks of the same group.
 */
function listPlace(m: Mention, groups: Draft[], last: number): number {
  const slot = groups[last]!.slot ?? 0;
  for (let g = 0; g < groups.length; g++)
    if (groups[g]!.slot === slot + 1 && (isChange(m.role) || isFree(groups[g]!, m))) return g;
  if (isChange(m.role)) return last;
  groups[last]!.slot = slot;
  return copy(groups, last, slot + 1);
}

/** How many atoms in front of a figure name it where nothing divides them from the figure before. */
const NEAREST = 6;

const isFree = (draft: Draft, m: Mention): boolean =>
  draft.kind === m.kind && !draft.members.some((x) => x.role === m.role);

/**
 * The words that name a figure in front of it. Behind another figure they begin at the first comma or "and": what stands before
 * that belongs to the other. In front of the first they are those behind the last comma, if any are there.
 */
function ownWords(atoms: readonly Atom[], m: Mention): Words {
  const isBreak = (i: number): boolean => isMark(atoms[i], ",") || isMark(atoms[i], ":");
  if (m.from > 0 && m.start === m.from) {
    let i = m.start;
    while (i < m.atom && !isBreak(i) && !isMark(atoms[i], "(") && !isWord(atoms[i], "and")) i++;
    if (i < m.atom || m.link === "to" || m.link === "prior" || m.link === "from") return wordsOf(atoms, i, m.atom);
    // Without any break the words nearest to the figure are its own ("... represent tax credits of $12").
    return m.atom - m.start > NEAREST ? wordsOf(atoms, m.atom - NEAREST, m.atom) : NO_WORDS;
  }
  for (let i = m.atom - 1; i >= m.start; i--) {
    if (!isBreak(i)) continue;
    const near = wordsOf(atoms, i, m.atom);
    if (!isAside(near)) return near;
  }
  return wordsOf(atoms, m.start, m.atom);
}

/** "..., net of tax, ..." and the like only qualify what stands in front of the comma. */
const isAside = (words: Words): boolean =>
  words.printed[0] === "net" && !words.stems.has("income") && !words.stems.has("revenue")
    ? true
    : [...words.stems].every((s) => LIGHT_STEMS.has(s));

const BASIS = new Set(
  "constant currency basis organic reported neutral fx like local foreign exchange term rate".split(" "),
);
const isBasis = (words: Words): boolean => [...words.stems].every((s) => BASIS.has(s));

const NOT_BEHIND = new Set(
  "from to at over and or but as with on by was were is are while when due primarily compared versus".split(" "),
);

const OWN = ["its", "our", "their"];

/** The words behind a figure that name what it measures: after "of", "in", "for", "from", or at once. */
function behindOf(atoms: readonly Atom[], m: Mention): Words {
  const first = atoms[m.next];
  if (first?.kind !== "word") return NO_WORDS;
  // "9 percent growth from its Process Division" names whose growth it is, and no base.
  if (first.text === "from" && isChange(m.role) && OWN.some((w) => isWord(atoms[m.next + 1], w)))
    return wordsBehind(atoms, m.next + 1, m.to);
  if (NOT_BEHIND.has(first.text)) return NO_WORDS;
  return wordsBehind(atoms, m.next, m.to);
}
