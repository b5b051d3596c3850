import type { Figure } from "../../tieout/figures/figure.ts";
import { anyCase } from "../pattern.ts";

/** A measure that a sentence names, with its place there, its figures and the words that are about it. */
interface Told {
  readonly from: number;
  readonly to: number;
  readonly sentence: string;
  readonly figures: readonly Figure[];
  readonly said: string;
}

/** "Net income was $7 million and adjusted EBITDA $17 million, up 34% and 18%": two rates of growth behind the second of two amounts. */
const IN_TURN = anyCase(
  /(?:,|\() ?(?:(?:which (?:is|was|were) )?(?:up|down)|(?:an )?(?:increases?|decreases?|growth|declines?) of) (\d[\d.]{0,5}) ?(?:%|percent)?,? and (?:(?:up|down|of) )?(\d[\d.]{0,5}) ?(?:%|percent)/d,
);
/** Rates of one measure on two bases, or over two periods; or the second one is the part of revenue that it is. */
const OF_ONE = anyCase(
  /^\)?,? (?:respectively,? )?(?:from|over|on|versus|vs\.?|than|in|for|compared (?:to|with)) (?:[\w’'-]+ ){1,8}?and (?:(?:from|over|on|versus|vs\.?|than|in|for|compared (?:to|with)) )?(?:(?:the|an?|its) )?(?:prior|previous|preceding|last|year|quarter|first|second|third|fourth|six|nine|twelve|full|half|q[1-4])\b|^\)? of (?:(?:total|net|our|its) ){0,2}(?:revenues?|sales)\b|^[^.;]{0,60}?\b(?:constant|organic\w*|local|neutral|sequential\w*|basis|terms|quarter[- ]over[- ]quarter|year[- ]to[- ]date)\b/,
);

/** The rates in turn: the first of two is that of the first measure. */
export function withRatesInTurn<T extends Told>(all: readonly T[]): readonly T[] {
  return all.map((m, i) => {
    const [last, next] = [all[i - 1], all[i + 1]];
    const ofNext = next === undefined ? undefined : firstRate(m, next);
    if (ofNext !== undefined) return { ...m, figures: [...m.figures, ofNext], said: `${m.said}${next!.said}` };
    const ofLast = last === undefined ? undefined : firstRate(last, m);
    return ofLast === undefined ? m : { ...m, figures: m.figures.filter((f) => f !== ofLast) };
  });
}

/** The first of two rates behind the second of two measures that each have an amount, and only the second of them a rate. */
function firstRate(first: Told, second: Told): Figure | undefined {
  if (
    first.figures.length === 0 ||
    first.figures.some(isRate) ||
    !AND.test(first.sentence.slice(first.to, second.from))
  )
    return undefined;
  const behind = second.sentence.slice(second.to);
  const turn = IN_TURN.exec(behind);
  if (turn === null || OF_ONE.test(behind.slice(turn.index + turn[0].length))) return undefined;
  const rates = second.figures.filter(isRate);
  const at = rates.findIndex(({ text }) => text === turn[1]);
  return at >= 0 && rates[at + 1]?.text === turn[2] ? rates[at] : undefined;
}
const AND = anyCase(/^(?:[^.;]|\.\d){0,120}\band (?:[\w-]+ ){0,3}$/);
const isRate = ({ measured }: Figure): boolean => measured?.unit === "ratio";
