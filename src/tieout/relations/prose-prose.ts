import type { Figure } from "../figures/figure.ts";
import { LIGHT_STEMS } from "../meaning/prose-lexicon.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { bitsOfPrint, fits, sameAmount } from "./prose-fit.ts";
import { hedgeDiffers } from "./prose-hedge.ts";
import { printKey } from "./prose-scene.ts";
import { timeAgreement } from "./prose-time.ts";
import type { Relation } from "./relation.ts";

/** A value met oftener than this links nothing. */
const MOST_PLACES = 12;
/** How much of the words of two groups must agree to speak of one measure. */
const LEAST_WORDS = 0.5;
/** The figure that two groups share must carry so many bits before another of theirs can be refuted. */
const LEAST_SHARED = 8;

interface Pair {
  readonly earlier: ProseGroup;
  readonly later: ProseGroup;
}

/**
 * One fact stated twice (T28): two sentences that share a figure of one measure, basis and period are held together, and their
 * other figures of the same role must agree. A pair is found by the print it shares, so the cost grows with the figures alone.
 */
export function proseProse(groups: readonly ProseGroup[], figures: readonly Figure[]): readonly Relation[] {
  const places = new Map<string, { group: number; reading: ProseReading }[]>();
  groups.forEach((g, k) => {
    for (const r of g.readings) {
      const key = printKey(r.kind, figures[r.figure]!);
      const list = places.get(key);
      if (list === undefined) places.set(key, [{ group: k, reading: r }]);
      else list.push({ group: k, reading: r });
    }
  });
  const seen = new Set<string>();
  const relations: Relation[] = [];
  const hedges = new Map<string, Relation>();
  for (const list of places.values()) {
    if (list.length < 2 || list.length > MOST_PLACES) continue;
    for (let i = 1; i < list.length; i++)
      for (let j = 0; j < i; j++) {
        const [a, b] = [list[j]!.group, list[i]!.group];
        const key = `${a} ${b}`;
        if (seen.has(key) || groups[a]!.sentence === groups[b]!.sentence) continue;
        seen.add(key);
        for (const r of relate({ earlier: groups[a]!, later: groups[b]! }, figures)) {
          relations.push(r);
          const hedge = hedgeDiffers(r, figures);
          // A fact that is told three times is one note.
          if (hedge !== undefined) hedges.set(hedge.text, hedges.get(hedge.text) ?? hedge);
        }
      }
  }
  return [...relations, ...hedges.values()];
}

function relate(pair: Pair, figures: readonly Figure[]): readonly Relation[] {
  const { earlier, later } = pair;
  const words = overlap(earlier, later);
  if (words < LEAST_WORDS || basisOfGroup(earlier) !== basisOfGroup(later) || earlier.forward !== later.forward)
    return [];
  const matches = later.readings.flatMap((r) => {
    const other = earlier.readings.filter((o) => sameRole(o, r));
    return other.length === 1 && later.readings.filter((o) => sameRole(o, r)).length === 1
      ? [{ left: other[0]!, right: r, form: sameAmount(figures, other[0]!.figure, r.figure) }]
      : [];
  });
  const judged = matches.map((m) => ({
    ...m,
    holds: fits(m.form, figures),
    bits: bitsOfPrint(figures[m.right.figure]!),
  }));
  const holding = judged.filter((m) => m.holds);
  if (holding.length === 0 || holding.length < judged.length - 1) return [];
  return judged.flatMap((m): readonly Relation[] => {
    const shared = holding.filter((h) => h !== m).reduce((n, h) => n + h.bits, 0);
    const sure = shared >= LEAST_SHARED && words >= 0.75 && isPlain(m.left) && isPlain(m.right) && !earlier.forward;
    if (!m.holds && !sure) return [];
    const named = words >= 0.75 && timeAgreement(m.left.period, m.right.period) !== "unknown";
    const strength = sure ? "strong" : named || m.bits + shared >= 6 ? "fair" : "weak";
    return [relation(later, m.form, strength, holding.length - (m.holds ? 1 : 0), m.bits + shared)];
  });
}

const isPlain = (r: ProseReading): boolean => !r.loose && !r.cause && !r.unsure;

const basisOfGroup = (group: ProseGroup): string => {
  const { basis } = group.readings[0]!;
  return basis === "GAAP" ? "unknown" : basis;
};

/** The same kind, role, basis and time: growths must be measured against the same period. */
function sameRole(a: ProseReading, b: ProseReading): boolean {
  if (a.role !== b.role || a.kind !== b.kind || a.role === "other" || a.role === "part") return false;
  if (timeAgreement(a.period, b.period) === "different") return false;
  if (a.role === "prior" || a.role === "current") return true;
  const special = (r: ProseReading): string =>
    r.basis === "constant-currency" || r.basis === "organic" ? r.basis : "";
  return (
    special(a) === special(b) &&
    timeAgreement(a.against, b.against) !== "different" &&
    (a.back ?? b.back) === (b.back ?? a.back)
  );
}

/** The share of the naming stems that both groups have, of those of the group with fewer; light ones count little. */
function overlap(a: ProseGroup, b: ProseGroup): number {
  const [few, many] = a.words.stems.size <= b.words.stems.size ? [a, b] : [b, a];
  const weigh = (s: string): number => (LIGHT_STEMS.has(s) ? 0.25 : 1);
  let all = 0;
  let both = 0;
  for (const s of few.words.stems) {
    all += weigh(s);
    if (many.words.stems.has(s)) both += weigh(s);
    else if (many.around.stems.has(s) || many.above.stems.has(s)) both += 0.7 * weigh(s);
  }
  if (all === 0) return 0;
  let extra = 0;
  for (const s of many.words.stems)
    if (many.words.names.has(s) && !few.words.stems.has(s) && !few.around.stems.has(s) && !few.above.stems.has(s))
      extra++;
  return (both / all) * (extra > 0 ? 0.6 : 1);
}

function relation(
  group: ProseGroup,
  form: Relation["form"],
  strength: Relation["strength"],
  others: number,
  bits: number,
): Relation {
  const name = group.words.printed.slice(-6).join(" ");
  return {
    rule: "T28",
    kind: "prose-prose",
    text: name === "" ? "one fact stated twice" : `"${name}", stated twice`,
    form,
    strength,
    evidence:
      others > 0
        ? `one measure, one period, and ${others} other figure${others === 1 ? "" : "s"} of both sentences that agree`
        : "one measure and one period",
    bits,
    allowance: 0,
  };
}
