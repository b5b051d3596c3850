import { compare, negate, ONE, type Rational, rational, ZERO } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { LIGHT_STEMS } from "../meaning/prose-lexicon.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { bitsOfPrint, fits, term } from "./prose-fit.ts";
import { timeAgreement } from "./prose-time.ts";
import type { Form, Relation, Term } from "./relation.ts";

interface Stated {
  readonly group: ProseGroup;
  readonly reading: ProseReading;
}

/** The growth that sentences of one paragraph state of one measure: as reported, what currency brought, and without currency. */
interface Told {
  readonly reported: Stated[];
  readonly currency: Stated[];
  readonly without: Stated[];
}

/** Words that say that currency is spoken of, and words of its effect that name no measure. */
const CURRENCY = new Set(["currency", "exchange", "fx", "translation"]);
const EFFECT = new Set(
  "foreign rate change fluctuation impact effect movement headwind tailwind benefit favorable".split(" "),
);
const BASIS_POINT = rational(1n, 10000n);

/**
 * "Revenue grew 12 percent. Currency increased growth by about 4 percent. Without currency, growth was 8 percent" (T22): growth as
 * reported less the points that currency brought is growth without currency. Only agreement counts: some houses multiply.
 */
export function proseGrowthBridges(groups: readonly ProseGroup[], figures: readonly Figure[]): readonly Relation[] {
  const told = new Map<number, Told>();
  for (const group of groups) {
    if (group.forward || group.tabular) continue;
    for (const reading of group.readings) {
      const place = placeOf(group, reading);
      if (place === undefined || reading.direction === 0) continue;
      const all = told.get(group.paragraph) ?? { reported: [], currency: [], without: [] };
      if (!told.has(group.paragraph)) told.set(group.paragraph, all);
      if (all[place].length < MOST_TOLD) all[place].push({ group, reading });
    }
  }
  return [...told.values()].flatMap((all) => bridgesOf(all, figures));
}

/** No paragraph states more growth than this. */
const MOST_TOLD = 12;

function placeOf(group: ProseGroup, { role, kind, basis }: ProseReading): keyof Told | undefined {
  if (role === "growth" && kind === "percent" && basis === "constant-currency") return "without";
  if (role !== "growth" && role !== "points") return undefined;
  if (basis !== "unknown" && basis !== "GAAP") return undefined;
  if ([...group.words.stems].some((s) => CURRENCY.has(s))) return "currency";
  return role === "growth" && kind === "percent" ? "reported" : undefined;
}

function bridgesOf({ reported, currency, without }: Told, figures: readonly Figure[]): readonly Relation[] {
  return without.flatMap((end) => {
    const of = (list: readonly Stated[]): readonly Stated[] =>
      list.filter((s) => timeAgreement(s.reading.period, end.reading.period) === "same" && sameMeasure(s, end));
    const [start, ...more] = of(reported);
    const [effect, ...others] = of(currency);
    if (start === undefined || effect === undefined || more.length > 0 || others.length > 0) return [];
    const form = formOf(start, effect, end, figures);
    return fits(form, figures) ? [relation(start, form, figures)] : [];
  });
}

/** Whether both name the same measure, what is said of currency left aside. */
function sameMeasure(a: Stated, b: Stated): boolean {
  const [x, y] = [measureOf(a), measureOf(b)];
  const [few, many] = x.size <= y.size ? [x, y] : [y, x];
  return few.size > 0 && [...few].every((s) => many.has(s)) && [...many].every((s) => few.has(s) || LIGHT_STEMS.has(s));
}

const measureOf = ({ group }: Stated): ReadonlySet<string> =>
  new Set([...group.words.stems].filter((s) => !CURRENCY.has(s) && !EFFECT.has(s)));

/** A word of direction gives its sign to what is printed without one. */
const signOf = ({ reading }: Stated, figures: readonly Figure[]): Rational =>
  reading.direction < 0 && compare(figures[reading.figure]!.measured!.value, ZERO) >= 0 ? negate(ONE) : ONE;

function formOf(start: Stated, effect: Stated, end: Stated, figures: readonly Figure[]): Form {
  const turn = signOf(end, figures);
  const times = (s: Stated): Rational => {
    const size = s.reading.kind === "basis-points" ? BASIS_POINT : ONE;
    const by = signOf(s, figures);
    return by.n * turn.n < 0n ? negate(size) : size;
  };
  const terms: Term[] = [term(start.reading.figure, times(start)), term(effect.reading.figure, negate(times(effect)))];
  return { kind: "sum", terms, result: end.reading.figure };
}

function relation(start: Stated, form: Form, figures: readonly Figure[]): Relation {
  const name = start.group.words.printed.slice(-6).join(" ");
  return {
    rule: "T22",
    kind: "growth bridge",
    text: `growth of "${name}" less what currency brought = its growth without currency`,
    form,
    strength: "fair",
    evidence: "one paragraph, one measure and one period",
    bits: bitsOfPrint(figures[start.reading.figure]!),
    allowance: 0,
  };
}
