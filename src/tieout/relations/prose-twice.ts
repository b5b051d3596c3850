import type { Figure } from "../figures/figure.ts";
import { LIGHT_STEMS } from "../meaning/prose-lexicon.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { bitsOfPrint, fits, hasSteps, isSlipped, sameAmount, sameDigits } from "./prose-fit.ts";
import { isOrphan, type Scene } from "./prose-scene.ts";
import type { Form, Relation } from "./relation.ts";

/** A fact as one sentence states it. */
interface Statement {
  readonly group: ProseGroup;
  readonly reading: ProseReading;
}

/** More statements of one fact than this are compared with the first ones alone. */
const MOST_STATEMENTS = 24;

/**
 * One fact named by the very same words twice (T28): the same measure, unit, basis and period in two sentences, though nothing else
 * of theirs agrees. Names that stand for several amounts (the revenue of one division under each heading) are left alone.
 */
export function proseTwice(groups: readonly ProseGroup[], scene: Scene): readonly Relation[] {
  const facts = new Map<string, Statement[]>();
  for (const group of groups) {
    const reading = statedBy(group);
    const key = reading === undefined ? undefined : keyOf(group, reading, scene.figures);
    if (reading === undefined || key === undefined) continue;
    const list = facts.get(key);
    if (list === undefined) facts.set(key, [{ group, reading }]);
    else if (list.length < MOST_STATEMENTS) list.push({ group, reading });
  }
  const told = [...facts.values()].filter((list) => list.length > 1).map((list) => amountsOf(list, scene.figures));
  const agreeing = told.filter((amounts) => amounts.length === 1).length;
  return told.flatMap((amounts) => {
    const [others, differing] =
      amounts.length === 1 ? [agreeing - 1, told.length - agreeing] : [agreeing, told.length - agreeing - 1];
    return relationsOf(amounts, others >= LEAST_TOLD && others >= MANY * differing, scene);
  });
}

/**
 * Words and periods tell facts apart in one document and not in another (a quarter and its year under headings that were not
 * understood): a document is believed where so many of its other facts agree, for each that does not.
 */
const LEAST_TOLD = 2;
const MANY = 3;

/** The amounts that the statements fall into, each with those that agree with its first. */
function amountsOf(list: readonly Statement[], figures: readonly Figure[]): readonly (readonly Statement[])[] {
  const amounts: Statement[][] = [];
  for (const s of list) {
    const same = amounts.find((a) => fits(sameAmount(figures, a[0]!.reading.figure, s.reading.figure), figures));
    if (same === undefined) amounts.push([s]);
    else same.push(s);
  }
  return amounts;
}

/** The one current figure of a group; undefined where another may be meant, or where it is not sure what it is. */
function statedBy(group: ProseGroup): ProseReading | undefined {
  const [first, ...more] = group.readings.filter((r) => r.role === "current");
  if (first === undefined || more.length > 0 || group.tabular || group.slot !== undefined) return undefined;
  return first.loose || first.listed || first.cause || first.kind !== group.kind ? undefined : first;
}

/** Shares of something are of many wholes, and counts of many things; of rates only these are told apart by their own name. */
const RATES = ["margin", "ratio"];
const isNamed = (kind: ProseReading["kind"], stems: readonly string[]): boolean =>
  kind === "amount" || kind === "per-share" || (kind === "percent" && RATES.some((s) => stems.includes(s)));

function keyOf(group: ProseGroup, r: ProseReading, figures: readonly Figure[]): string | undefined {
  const { period } = r;
  const { unit } = figures[r.figure]!.measured!;
  const stems = [...group.words.stems].sort();
  // One word names a fact only where it says what of; light words do not.
  if (period === undefined || !isNamed(r.kind, stems) || stems.length < 2 || stems.every((s) => LIGHT_STEMS.has(s)))
    return undefined;
  const basis = r.basis === "GAAP" ? "unknown" : r.basis;
  return [r.kind, unit, basis, group.forward, r.loss, period.start, period.end, ...stems].join(" ");
}

function relationsOf(amounts: readonly (readonly Statement[])[], believed: boolean, scene: Scene): readonly Relation[] {
  const { figures } = scene;
  if (amounts.length > 2) return [];
  const agreeing = amounts.flatMap(([first, ...others]) =>
    others
      .filter((other) => !isApart(first!, other))
      .map((other) => relation(first!, other, figures, believed ? strengthOf(first!, other, figures) : "fair")),
  );
  const [first, second] = amounts;
  if (second === undefined || !believed) return second === undefined ? agreeing : [];
  const [many, few] = first!.length >= second.length ? [first!, second] : [second, first!];
  return [...agreeing, ...(few.length > 1 ? [] : broken(many[0]!, few[0]!, scene))];
}

/** Where one slip leads from the one to the other, and one of them is printed nowhere else. */
function broken(a: Statement, b: Statement, scene: Scene): readonly Relation[] {
  const { figures } = scene;
  const form = sameAmount(figures, a.reading.figure, b.reading.figure);
  const [left, right] = [figures[a.reading.figure]!, figures[b.reading.figure]!];
  if (isApart(a, b) || a.group.sentence === b.group.sentence || sameDigits(left, right)) return [];
  if (!isSlipped(form, b.reading.figure, figures) || !(isOrphan(a.reading, scene) || isOrphan(b.reading, scene)))
    return [];
  return [relation(a, b, figures, "strong", form)];
}

const strengthOf = (a: Statement, b: Statement, figures: readonly Figure[]): Relation["strength"] =>
  a.group.sentence !== b.group.sentence && hasSteps(figures[a.reading.figure]!) && hasSteps(figures[b.reading.figure]!)
    ? "strong"
    : "fair";

/** Whether the headings above the two name different things: one division above the one, another above the other. */
function isApart({ group: a }: Statement, { group: b }: Statement): boolean {
  return hasOwn(a, b) && hasOwn(b, a);
}

function hasOwn({ above }: ProseGroup, other: ProseGroup): boolean {
  for (const s of above.names)
    if (!other.above.stems.has(s) && !other.around.stems.has(s) && !other.words.stems.has(s)) return true;
  return false;
}

function relation(
  a: Statement,
  b: Statement,
  figures: readonly Figure[],
  strength: Relation["strength"],
  form: Form = sameAmount(figures, a.reading.figure, b.reading.figure),
): Relation {
  return {
    rule: "T28",
    kind: "prose-prose",
    text: `"${b.group.words.printed.slice(-6).join(" ")}", stated twice`,
    form,
    strength,
    evidence: "the same words for it, the same unit and the same period in two sentences",
    bits: 6 + Math.min(bitsOfPrint(figures[a.reading.figure]!), bitsOfPrint(figures[b.reading.figure]!)),
    allowance: 0,
  };
}
