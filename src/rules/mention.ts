import { type Printed, placeOf } from "../text/printed.ts";
import type { Figure } from "../tieout/figures/figure.ts";
import type { Span } from "../tieout/meaning/sentence.ts";
import type { Named } from "./lexicon.ts";
import type { Part } from "./part.ts";

/** A measure that a sentence names, with the figures it is given. */
export interface Mention extends Named {
  readonly part: Part;
  /** The block it stands in, from 0. */
  readonly block: number;
  readonly bullet: boolean;
  readonly heading: boolean;
  /** The sentence that it stands in; `from` and `to` are places in it. */
  readonly sentence: string;
  /** UTF-16 code units of the source. */
  readonly start: number;
  readonly end: number;
  /** The measurements that the sentence gives it. */
  readonly figures: readonly Figure[];
  /** Whether the sentence speaks of a period to come. */
  readonly ahead: boolean;
}

interface Where {
  readonly block: number;
  readonly part: Part;
  readonly heading: boolean;
  readonly bullet: boolean;
}

const AHEAD =
  /\b(?:expects?|expected|expectations?|guidance|outlook|forecasts?|anticipates?|projects?|projected|target(?:s|ed|ing)?|will (?:be|grow|range)|to be (?:in the range|between|approximately)|in the range of|estimates?|full[- ]year 20\d\d (?:guidance|outlook))\b/i;

/** How far before a name its figure may stand ("$0.83 of non-GAAP EPS"). */
const BEFORE = 30;

/** What earnings are divided into: "net debt to adjusted EBITDA" is a leverage, and gives no amount of EBITDA. */
const DEBT_OVER = /\b(?:debt|leverage)(?: \w+){0,3} (?:to|over|divided by)(?: \w+){0,3} ?$|\bdebt ?[/-] ?(?:to-)?$/i;

/** The names of one sentence with their figures: those behind a name up to the next one, else one that leads up to it. */
export function mentionsIn(
  found: readonly Named[],
  sentence: string,
  span: Span,
  printed: Printed,
  figures: readonly Figure[],
  where: Where,
): readonly Mention[] {
  const named = found.filter((name) => !DEBT_OVER.test(sentence.slice(Math.max(0, name.from - 60), name.from)));
  const ahead = AHEAD.test(sentence) || where.part === "guidance";
  const measured = figures.filter((f) => f.measured !== undefined);
  return named.map((name, i) => {
    const next = named.slice(i + 1).find((other) => other.from >= name.to)?.from ?? sentence.length;
    const last = named.slice(0, i).findLast((other) => other.to <= name.from)?.to ?? 0;
    const at = (f: Figure): number => f.token.from - span.from;
    const behind = measured.filter((f) => at(f) >= name.to && at(f) < next);
    const before = measured.filter((f) => at(f) >= Math.max(last, name.from - BEFORE) && at(f) < name.from);
    return {
      ...name,
      part: where.part,
      block: where.block,
      heading: where.heading,
      bullet: where.bullet,
      sentence,
      ...placeOf(printed, span.from + name.from, span.from + name.to),
      figures: behind.length > 0 ? behind : before,
      ahead,
    };
  });
}
