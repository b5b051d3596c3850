import type { MeasureKind } from "../figures/figure.ts";
import { type Atom, isMark, isWord } from "./prose-atom.ts";
import { backAt } from "./prose-back.ts";
import { type Cue, cueAfter, cueBefore } from "./prose-cue.ts";
import { direction } from "./prose-lexicon.ts";

/**
 * What a figure does in its sentence. A level ("a margin of 18.6 percent") is current or prior like an amount; `change` is a
 * difference of two amounts, `points` of two levels, `growth` their quotient less one.
 */
export type Role = "current" | "prior" | "growth" | "change" | "points" | "part" | "other";

/** How a figure hangs on the ones before it: it begins a group, restates one in another unit, lists, or joins the group. */
export type Join = "new" | "twin" | "list" | "join";

export interface Mention {
  /** Index in the list of figures. */
  readonly figure: number;
  readonly kind: MeasureKind;
  /** Its atom, and the atoms around it that no other figure stands in. */
  readonly atom: number;
  readonly from: number;
  readonly to: number;
  /** Where its own words begin. */
  readonly start: number;
  /** Where the words behind it begin: behind a word of direction. */
  readonly next: number;
  readonly role: Role;
  readonly join: Join;
  readonly direction: -1 | 0 | 1;
  /** Whether the word of direction turns its sense with the measure. */
  readonly unsure: boolean;
  readonly cause: boolean;
  readonly link: Cue["link"];
  /** Whether "loss of" and the like stand before it. */
  readonly loss: boolean;
  readonly paren: boolean;
  /** Whether its words speak of an amount per share, whatever its own unit ("EPS increased 49%"). */
  readonly perShare: boolean;
}

/** What is known of a figure's print: its kind, and whether it could be an amount per share that its unit does not show. */
export interface Print {
  readonly kind: MeasureKind;
  readonly small: boolean;
}

/** Reads the figures of one sentence from left to right. */
export function mentionsOf(atoms: readonly Atom[], printOf: (figure: number) => Print): readonly Mention[] {
  const at: number[] = [];
  atoms.forEach((a, i) => {
    if (a.kind === "figure") at.push(i);
  });
  const mentions: Mention[] = [];
  at.forEach((i, k) => {
    const from = k === 0 ? 0 : at[k - 1]! + 1;
    const to = at[k + 1] ?? atoms.length;
    const atom = atoms[i]!;
    if (atom.kind !== "figure") return;
    const print = printOf(atom.figure);
    const place = { from, at: i, to };
    const last = mentions[mentions.length - 1];
    const perShare = isPerShare(atoms, place, last);
    const kind = print.small && perShare ? "per-share" : print.kind;
    const made = { ...mention(atoms, place, atom.figure, kind, last), perShare: perShare || kind === "per-share" };
    // Neither end of a range is the amount itself.
    if (last !== undefined && isRange(atoms, place, last)) mentions[mentions.length - 1] = { ...last, role: "other" };
    mentions.push(made);
  });
  return mentions;
}

interface Place {
  readonly from: number;
  readonly at: number;
  readonly to: number;
}

function mention(
  atoms: readonly Atom[],
  place: Place,
  figure: number,
  kind: MeasureKind,
  last: Mention | undefined,
): Mention {
  const cue = cueBefore(atoms, place.from, place.at);
  const given = roleOf(atoms, place, kind, cue, last);
  const paren = cue.link === "paren";
  return {
    figure,
    kind,
    atom: place.at,
    from: place.from,
    to: place.to,
    start: cue.start,
    unsure: cue.unsure,
    cause: cue.cause,
    link: cue.link,
    loss: lossBefore(atoms, place.from, place.at),
    paren,
    perShare: false,
    next: place.at + 1,
    direction: 0,
    join: "new",
    ...given,
  };
}

const SHARES = new Set("share shares unit units ads adr".split(" "));
/** Words before a comparative that name no other measure. */
const JOINING = new Set(
  "compared to with versus vs from and or a the of loss income net earnings diluted basic up down".split(" "),
);

/** Whether words make a small amount one per share: "EPS of", "loss per share was", or a comparative of such a figure. */
function isPerShare(atoms: readonly Atom[], { from, at, to }: Place, last: Mention | undefined): boolean {
  let joining = last?.perShare === true;
  for (let i = at - 1; i >= from; i--) {
    const a = atoms[i]!;
    if (a.kind !== "word") continue;
    if (a.text === "eps") return true;
    if (SHARES.has(a.text) && perBefore(atoms, from, i)) return true;
    if (!JOINING.has(a.text)) joining = false;
  }
  if (joining) return true;
  for (let i = at + 1; i < to && i < at + 7; i++) {
    const word = textOf(atoms[i]);
    if (word === "eps" || (SHARES.has(word) && perBefore(atoms, at + 1, i))) return true;
    if (word === "" && !isMark(atoms[i], "(") && !isMark(atoms[i], ")")) return false;
  }
  return false;
}

const textOf = (a: Atom | undefined): string => (a?.kind === "word" ? a.text : "");

const perBefore = (atoms: readonly Atom[], from: number, i: number): boolean =>
  [1, 2, 3, 4].some((n) => i - n >= from && (isWord(atoms[i - n], "per") || isWord(atoms[i - n], "each")));

type Given = Pick<Mention, "role"> & Partial<Pick<Mention, "join" | "direction" | "next" | "unsure">>;

const isChange = (role: Role): boolean => role === "growth" || role === "change" || role === "points";

function roleOf(atoms: readonly Atom[], place: Place, kind: MeasureKind, cue: Cue, last: Mention | undefined): Given {
  const gap = place.at - place.from;
  const short = gap <= 3 || (cue.link === "or" && gap <= 9);
  if (
    last !== undefined &&
    short &&
    (cue.link === "or" || cue.link === "paren" || cue.link === "none" || cue.link === "and")
  ) {
    const twin = twinRole(atoms, place, kind, cue, last);
    if (twin !== undefined) return twin;
  }
  if (isRange(atoms, place, last)) return { role: "other", join: "join" };
  if (
    last !== undefined &&
    isChange(last.role) &&
    last.kind === kind &&
    cue.link === "and" &&
    isTimeAlone(atoms, place)
  )
    return { role: last.role, join: "list", direction: last.direction, unsure: last.unsure };
  if (cue.link === "part" && kind !== "percent") return { role: "part" };
  if (kind === "basis-points" || kind === "percentage-points") return pointsRole(atoms, place, cue, last);
  if (kind === "percent") return percentRole(atoms, place, cue, last);
  return goesOnBack(atoms, place, cue, last) ? { role: "prior", join: "join" } : amountRole(atoms, place, cue);
}

const OF_TIME = new Set("in for during the of and a at this".split(" "));

/** Whether nothing but a time stands between a figure and the last: "declined $45 million in the quarter and $110 million". */
function isTimeAlone(atoms: readonly Atom[], { from, at }: Place): boolean {
  for (let i = from; i < at; i++) {
    const a = atoms[i]!;
    if (a.kind !== "when" && !(a.kind === "word" && OF_TIME.has(a.text))) return false;
  }
  return true;
}

/** Whether nothing but a dash, or "to" without a change, stands between a figure and the last. */
function isRange(atoms: readonly Atom[], { from, at }: Place, last: Mention | undefined): boolean {
  if (last === undefined || at !== from + 1) return false;
  return isMark(atoms[from], "-") || (isWord(atoms[from], "to") && last.link !== "from" && last.direction === 0);
}

/** "... compared to $4 in the quarter before and a loss of $3 a year ago": the second comparative too. */
function goesOnBack(atoms: readonly Atom[], place: Place, cue: Cue, last: Mention | undefined): boolean {
  if (last?.role !== "prior" || cue.link === "to") return false;
  const first = isMark(atoms[place.from], ",") || isMark(atoms[place.from], ")") ? place.from + 1 : place.from;
  const joined = [first, first + 1].some((i) => isWord(atoms[i], "and")) || opensWithBack(atoms, place);
  if (!joined) return false;
  for (let i = place.at + 1; i < place.to; i++) if (backAt(atoms, i, place.to) !== undefined) return true;
  return false;
}

/** "(diluted), in the quarter before and a loss of ...": the time of the last comparative stands before the "and". */
function opensWithBack(atoms: readonly Atom[], place: Place): boolean {
  for (let i = place.from; i < place.at; i++) {
    if (!isWord(atoms[i], "and")) continue;
    for (let j = place.from; j < i; j++) if (backAt(atoms, j, i) !== undefined) return true;
    return false;
  }
  return false;
}

/** Roles of a figure that stands right behind another: "or 33.0", "(0.88 diluted)", "and 5%". */
function twinRole(atoms: readonly Atom[], place: Place, kind: MeasureKind, cue: Cue, last: Mention): Given | undefined {
  const same = kind === last.kind;
  const comma = isMark(atoms[place.from], ",") && place.at === place.from + 1;
  if (cue.link === "and" || comma) {
    const list = same && !last.paren && last.role !== "part" && !isNamedBehind(atoms, place);
    return list ? { role: last.role, join: "list", direction: last.direction, unsure: last.unsure } : undefined;
  }
  if (cue.link === "none") return undefined;
  if (cue.link === "paren" && same) {
    const apart = apartInBrackets(atoms, place, last);
    if (apart !== undefined) return apart;
  }
  if (kind === "per-share" && (last.kind === "amount" || last.kind === "per-share"))
    return { role: last.role, join: "twin", direction: last.direction, unsure: last.unsure };
  if (isChange(last.role) && !same && last.kind !== "per-share") return turned(kind, last);
  const after = cueAfter(atoms, place.at + 1, place.to);
  if (kind === "percent" && after.direction === 0 && isWord(atoms[place.at + 1], "of"))
    return { role: last.role, join: "twin" };
  if (same && cue.link === "paren" && after.direction === 0) return { role: last.role, join: "twin" };
  return undefined;
}

const LEAVES_OUT = new Set("excluding exclusive without before ex excl".split(" "));
/** How many words behind a figure its time may stand. */
const TIME_WITHIN = 6;

/**
 * "$24.8 million ($26.0 million excluding restructuring)", "($21.9 million in the prior year)", "($8.1 million in the third quarter)": what a bracket says to be without
 * something, or of another time, is no second print of the amount before it.
 */
function apartInBrackets(atoms: readonly Atom[], { at, to }: Place, last: Mention): Given | undefined {
  if (LEAVES_OUT.has(textOf(atoms[at + 1]))) return { role: "other" };
  for (let i = at + 1; i < Math.min(to, at + TIME_WITHIN) && !isMark(atoms[i], ")"); i++) {
    if (backAt(atoms, i, to) !== undefined)
      return last.role === "current" ? { role: "prior", join: "join" } : { role: "other" };
    if (atoms[i]?.kind === "when") return { role: "other" };
  }
  return undefined;
}

const LIST_GOES_ON = new Set(
  "in for during at as and or respectively per from to compared versus vs on with by over was were is are while which".split(
    " ",
  ),
);

/** Whether a figure is named right behind it ("$108 million of availability"): then it is no other value of what went before. */
function isNamedBehind(atoms: readonly Atom[], place: Place): boolean {
  const next = atoms[place.at + 1];
  return place.at + 1 < place.to && next?.kind === "word" && !LIST_GOES_ON.has(next.text);
}

/** "7.1 %, or 33.0": the same change in another unit. */
function turned(kind: MeasureKind, last: Mention): Given {
  const role: Role = kind === "percent" ? "growth" : "change";
  return { role, join: "join", direction: last.direction, unsure: last.unsure };
}

function pointsRole(atoms: readonly Atom[], place: Place, cue: Cue, last: Mention | undefined): Given {
  const after = cueAfter(atoms, place.at + 1, place.to);
  const direction = cue.near ? cue.direction : after.direction !== 0 ? after.direction : cue.direction;
  return { role: "points", direction, next: after.next, join: last === undefined ? "new" : "join" };
}

const LEVELS = new Set(
  "margin margins rate ratio percentage yield occupancy represent represented represents representing accounted utilization".split(
    " ",
  ),
);

/** Whether a word for a share or a rate stands between the two, and nearer than any word of direction. */
function levelBefore(atoms: readonly Atom[], from: number, at: number): boolean {
  for (let i = at - 1; i >= from; i--) {
    const a = atoms[i]!;
    if (a.kind === "word" && LEVELS.has(a.text)) return true;
    if (a.kind === "figure" || isMark(a, ";") || (a.kind === "word" && direction(a.text) !== 0)) return false;
  }
  return false;
}

function percentRole(atoms: readonly Atom[], place: Place, cue: Cue, last: Mention | undefined): Given {
  const after = cueAfter(atoms, place.at + 1, place.to);
  const level = levelBefore(atoms, cue.start, place.at);
  if (cue.link === "from" || cue.link === "to" || cue.link === "prior") {
    if (after.direction !== 0) return { role: "other" };
    const side: Role = cue.link === "to" ? "current" : "prior";
    if (last !== undefined && last.role === "growth" && last.kind === "percent" && cue.link === "prior")
      return { role: "other" };
    return { role: side, join: last === undefined ? "new" : "join" };
  }
  if (cue.near)
    return level ? { role: "other", direction: cue.direction } : grown(cue.direction, cue.unsure, place.at + 1);
  if (after.direction !== 0) return grown(after.direction, after.unsure, after.next);
  if (cue.link === "part") return { role: "part" };
  if (isWord(atoms[place.at + 1], "of")) return { role: "current" };
  if (level) return { role: "current" };
  if (cue.direction !== 0 && !cue.cause) return grown(cue.direction, cue.unsure, place.at + 1);
  const follows = last !== undefined && last.role === "growth" && cue.link === "and" && place.at - place.from <= 2;
  return follows ? { role: "growth", join: "join", direction: last.direction } : { role: "other" };
}

const grown = (direction: -1 | 0 | 1, unsure: boolean, next: number): Given => ({
  role: "growth",
  direction,
  unsure,
  next,
  join: "join",
});

/** Amounts, shares and counts. */
function amountRole(atoms: readonly Atom[], place: Place, cue: Cue): Given {
  const after = cueAfter(atoms, place.at + 1, place.to, 3);
  if (cue.link === "prior" || cue.link === "from") return { role: "prior", join: "join" };
  if (after.direction !== 0)
    return { role: "change", direction: after.direction, unsure: after.unsure, next: after.next, join: "join" };
  if (cue.link === "to") return { role: "current", join: "join" };
  const changes = cue.near && cue.direction !== 0 && cue.link !== "none";
  if (changes) return { role: "change", direction: cue.direction, unsure: cue.unsure, join: "join" };
  return { role: "current" };
}

const LOSS = new Set("loss losses deficit outflow outflows".split(" "));
/** Words that may stand between "loss" and its figure. */
const BEHIND_LOSS = new Set(
  (
    "of was were is per basic and diluted share from before tax taxes income continuing discontinued operations operating activities common " +
    "attributable to shareholders stockholders totaled for the in a an approximately about gaap non-gaap ordinary period quarter year adjusted net company"
  ).split(" "),
);

/** Whether the figure is a loss by the word before it: "a net loss of", "loss from operations was". */
function lossBefore(atoms: readonly Atom[], from: number, at: number): boolean {
  for (let i = at - 1; i >= from && i > at - 14; i--) {
    const a = atoms[i]!;
    if (a.kind === "when") continue;
    if (a.kind === "mark" && a.text !== "(" && a.text !== ")") return false;
    if (a.kind !== "word") continue;
    if (LOSS.has(a.text)) return true;
    if (!BEHIND_LOSS.has(a.text)) return false;
  }
  return false;
}
