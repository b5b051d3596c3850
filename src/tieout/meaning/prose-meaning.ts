import type { Period } from "../../calendar/period.ts";
import type { Printed } from "../../text/printed.ts";
import type { TextReading } from "../figures/document-figures.ts";
import type { Figure, MeasureKind } from "../figures/figure.ts";
import type { DocumentContext } from "./document-context.ts";
import { basisOf } from "./lexicon.ts";
import { type Atom, atomsOf, type Placed } from "./prose-atom.ts";
import type { Back } from "./prose-back.ts";
import { type Group, groupsOf, type Member } from "./prose-group.ts";
import { issuerStems, withoutIssuer } from "./prose-issuer.ts";
import { type Lead, leadBefore } from "./prose-lead.ts";
import { FORWARD, HEADS_FORWARD, TELLS_BACK } from "./prose-lexicon.ts";
import { type Mention, mentionsOf, type Print, type Role } from "./prose-role.ts";
import { firstPeriod, type Time, timesOf } from "./prose-times.ts";
import { NO_WORDS, type Words, wordsOf } from "./prose-words.ts";
import { sentencesOf } from "./sentence.ts";
import type { Basis } from "./table.ts";

/** The figures of one sentence that speak of one measure. Groups and sentences are numbered from 0 through the document. */
export interface ProseGroup {
  readonly paragraph: number;
  readonly sentence: number;
  /** The words that name the measure, nearest first; those of the whole sentence before it; those of the headings above it. */
  readonly words: Words;
  readonly around: Pick<Words, "stems">;
  readonly above: Words;
  readonly kind: MeasureKind | undefined;
  /** The group that it restates in another unit ("or $0.66 per share"), by its number. */
  readonly twinOf: number | undefined;
  readonly slot: number | undefined;
  /** Whether it speaks of what is expected. */
  readonly forward: boolean;
  /** Whether its sentence is rather the cells of a table run together. */
  readonly tabular: boolean;
  /** Whether its sentence speaks of tax. */
  readonly taxed: boolean;
  readonly readings: readonly ProseReading[];
}

/** What one figure in prose means. */
export interface ProseReading {
  readonly figure: number;
  readonly kind: MeasureKind;
  readonly role: Role;
  readonly direction: -1 | 0 | 1;
  /** Whether the sense of the direction word turns with the measure ("the loss declined"). */
  readonly unsure: boolean;
  /** Whether it is a loss by its words. */
  readonly loss: boolean;
  /** Whether it may speak of the group's twin instead. */
  readonly loose: boolean;
  readonly cause: boolean;
  /** Whether it stands in a list of its role that nothing sorts out ("by 24% and 15% a share"). */
  readonly listed: boolean;
  readonly link: Mention["link"];
  /** What the word of direction right before its "to" or "from" says ("rose to", "down from"). */
  readonly lead: Lead | undefined;
  readonly basis: Basis;
  readonly period: Period | undefined;
  /** For growth, change and points: the period that is compared with. */
  readonly against: Period | undefined;
  readonly back: Back | undefined;
}

interface Scope {
  readonly context: DocumentContext;
  readonly figures: readonly Figure[];
  readonly issuer: ReadonlySet<string>;
  /** The headings in force, outermost first. */
  readonly headings: readonly Heading[];
  /** All their words. */
  readonly above: Words;
  /** The period that was last spoken of in the paragraph, its headings or the document. */
  spoken: Period | undefined;
}

interface Heading {
  readonly level: number;
  /** Its words and those of the headings it stands under. */
  readonly all: Words;
  readonly period: Period | undefined;
  readonly forward: boolean;
}

/** A clause is read no further than this. */
const LONGEST_CLAUSE = 400;
/** Deeper headings than this are not kept. */
const MOST_HEADINGS = 4;
/** A sentence of more atoms than this is none (a table run together): it is read in stretches. */
const MOST_ATOMS = 400;

/** Reads all sentences of a document, paragraph by paragraph. */
export function proseMeaning(
  texts: readonly TextReading[],
  figures: readonly Figure[],
  context: DocumentContext,
): readonly ProseGroup[] {
  const issuer = issuerStems(texts);
  const groups: ProseGroup[] = [];
  let headings: Heading[] = [];
  let sentence = 0;
  let first: Period | undefined;
  for (const reading of texts) {
    const { block, tokens } = reading.block;
    if (tokens.length === 0 && block.kind !== "heading") continue;
    const { text } = block.text;
    const atoms = atomsOf(text, placedOf(reading, figures));
    const said = firstPeriod(atoms, context);
    first ??= said;
    const above =
      block.kind === "heading" ? headings.filter((h) => h.level < block.level).slice(0, MOST_HEADINGS) : headings;
    const spoken = above.findLast((h) => h.period !== undefined)?.period ?? first;
    const words = above.at(-1)?.all ?? NO_WORDS;
    const scope: Scope = { context, figures, issuer, headings: above, above: words, spoken };
    for (const part of parts(block.text, atoms)) {
      const place = { paragraph: reading.paragraph, sentence: sentence++, offset: groups.length };
      if (part.some((a) => a.kind === "figure"))
        for (const g of sentenceGroups(text, part, scope, place)) groups.push(g);
      else scope.spoken = firstPeriod(part, context) ?? scope.spoken;
    }
    if (block.kind !== "heading") continue;
    const all = merge(words, wordsOf(atoms, 0, Math.min(atoms.length, MOST_ATOMS)));
    headings = [...above, { level: block.level, all, period: said, forward: hasWord(atoms, HEADS_FORWARD) }];
  }
  return groups;
}

/** The atoms of one sentence after the other. */
function* parts(text: Printed, atoms: readonly Atom[]): Iterable<readonly Atom[]> {
  let i = 0;
  for (const span of sentencesOf(text)) {
    while (i < atoms.length && atoms[i]!.from < span.from) i++;
    let from = i;
    while (i < atoms.length && atoms[i]!.to <= span.to) {
      i++;
      if (i - from < MOST_ATOMS) continue;
      yield atoms.slice(from, i);
      from = i;
    }
    if (i > from) yield atoms.slice(from, i);
  }
}

/** The tokens of a text, with the figures that measure something. */
function placedOf(reading: TextReading, figures: readonly Figure[]): readonly Placed[] {
  const made = new Map<unknown, number>();
  for (const f of reading.figures) if (figures[f]!.measured !== undefined) made.set(figures[f]!.token, f);
  return reading.block.tokens.map((token): Placed => ({ token, figure: made.get(token) }));
}

const hasWord = (atoms: readonly Atom[], words: ReadonlySet<string>): boolean =>
  atoms.some((a) => a.kind === "word" && words.has(a.text));

function isForward(atoms: readonly Atom[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const a = atoms[i]!;
    if (a.kind === "word" && FORWARD.has(a.text)) return true;
  }
  return false;
}

function sentenceGroups(
  text: string,
  atoms: readonly Atom[],
  scope: Scope,
  { paragraph, sentence, offset }: { paragraph: number; sentence: number; offset: number },
): readonly ProseGroup[] {
  const mentions = mentionsOf(atoms, (f) => printOf(scope.figures[f]!));
  const groups = groupsOf(atoms, mentions);
  const expected = scope.headings.some((h) => h.forward) && !hasWord(atoms, TELLS_BACK);
  const { times, spoken } = timesOf(atoms, groups, scope.context, scope.spoken);
  scope.spoken = spoken;
  const tabular = isTabular(atoms, mentions.length);
  const taxed = hasWord(atoms, TAXES);
  const bases = groups.map((g) => basisAround(text, atoms, g));
  return groups.map((g, k): ProseGroup => {
    const own = bases[g.twinOf ?? k]!;
    return {
      paragraph,
      sentence,
      words: withoutIssuer(g.words, scope.issuer),
      around: g.around,
      above: scope.above,
      kind: g.kind,
      twinOf: g.twinOf === undefined ? undefined : g.twinOf + offset,
      slot: g.slot,
      tabular,
      taxed,
      forward: expected || isForward(atoms, 0, g.members[0]!.mention.atom),
      readings: g.members.map((m, j) => readingOf(text, atoms, m, own, times[k]![j]!, isListed(g, m))),
    };
  });
}

const TAXES: ReadonlySet<string> = new Set("tax taxes pretax pre-tax after-tax tax-effected".split(" "));

/** Sentences have more words than figures; cells that were run together have not. */
function isTabular(atoms: readonly Atom[], figures: number): boolean {
  let words = 0;
  for (const a of atoms) if (a.kind === "word") words++;
  return figures >= 3 && words < 2 * figures;
}

/** An amount of two decimals or more and no scale, or one in cents, may be one per share. */
function printOf({ kind, token }: Figure): Print {
  const small =
    kind === "amount" &&
    token.kind === "number" &&
    (token.scale < 0 || (token.places >= 2 && token.scale === 0)) &&
    token.digits < 100_000n;
  return { kind: kind as MeasureKind, small };
}

const merge = (a: Words, b: Words): Words => ({
  printed: [...a.printed, ...b.printed],
  stems: new Set([...a.stems, ...b.stems]),
  names: new Set([...a.names, ...b.names]),
});

const isListed = (group: Group, member: Member): boolean =>
  group.members.some(
    (o) => o.mention.join === "list" && o.role === member.role && o.mention.kind === member.mention.kind,
  );

function readingOf(
  text: string,
  atoms: readonly Atom[],
  member: Member,
  group: Basis,
  time: Time,
  listed: boolean,
): ProseReading {
  const { mention: m, role, loss, loose } = member;
  const own = basisIn(clauseText(text, atoms, m));
  const changes = role === "growth" || role === "change" || role === "points";
  const basis = changes && (own === "constant-currency" || own === "organic") ? own : group;
  return {
    figure: m.figure,
    kind: m.kind,
    role,
    direction: m.direction,
    unsure: m.unsure,
    loss,
    loose,
    cause: m.cause,
    listed,
    link: m.link,
    lead: leadBefore(atoms, m.from, m.atom),
    basis,
    ...time,
  };
}

/** The text of a figure's own clause, behind the figure before it and up to the next comma behind it. */
function clauseText(text: string, atoms: readonly Atom[], m: Mention): string {
  let to = m.atom + 1;
  while (to < m.to && !(atoms[to]!.kind === "mark" && atoms[to]!.from > atoms[m.atom]!.to + 1)) to++;
  const { from } = atoms[Math.min(m.start, m.atom)]!;
  return text.slice(from, Math.min(from + LONGEST_CLAUSE, atoms[to - 1]!.to));
}

/** The basis of a group: its first figure's clause says it, or the words that open the sentence ("On a GAAP basis, ..."). */
function basisAround(text: string, atoms: readonly Atom[], group: Group): Basis {
  const first = group.members[0]!.mention;
  const own = basisIn(clauseText(text, atoms, first));
  if (own !== "unknown") return own;
  const opening = atoms.findIndex((a) => a.kind === "mark" && a.text === ",");
  if (opening <= 0 || opening >= first.atom) return "unknown";
  const { from } = atoms[0]!;
  const lead = text.slice(from, Math.min(from + LONGEST_CLAUSE, atoms[opening]!.from));
  return /^\W{0,4}(?:on an?|excluding|adjusted|in|at)\b/i.test(lead) ? basisIn(lead) : "unknown";
}

/** The basis that words name; without acquisitions too a growth is organic, not only at constant currency. */
const basisIn = (text: string): Basis =>
  /\bexcluding\b/i.test(text) && /\bacquisitions?\b|\bdivest/i.test(text) && basisOf(text) === "constant-currency"
    ? "organic"
    : basisOf(text);
