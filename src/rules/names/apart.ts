import { anyCase, find, findAll, inSmall, type Pattern, says } from "../pattern.ts";
import type { Named } from "./named.ts";

/** How far behind revenue its basis may stand. */
const GROWTH_REACH = 170;
export const AS_REPORTED: Pattern = anyCase(
  /\b(?:as[- ]reported|reported (?:basis|terms|rates?|growth|currency)|nominal|actual (?:currency|rates)|gaap)\b/,
);
/** A rate or the range of one ("4% to 6%"), a change in words, or an amount. */
const GIVEN =
  /[$€£] ?\(?\d|\d\)? ?(?:%|percent\b|bps\b|basis points)(?: ?(?:to|[-\u2013\u2014]) ?\(?\d[\d.]{0,6}\)? ?(?:%|percent\b))?|\bflat\b/gi;

/** "Revenue grew 8%, and 6% in constant currency": the one growth, and the other with the words that tell its basis as its place. */
export function growthApart(text: string, gaap: Named, until: number, bases: RegExp): readonly Named[] | undefined {
  const behind = text.slice(gaap.to, Math.min(until, gaap.to + GROWTH_REACH));
  const clause = behind.slice(0, /[;:]|\.(?!\d)/.exec(behind)?.index);
  const [basis] = findAll(bases, clause);
  if (basis === undefined || says(OF_NEXT, clause.slice(0, basis.index))) return undefined;
  const words = basis[0].trimEnd();
  const end = basis.index + words.length;
  const given = clause.slice(0, basis.index).match(GIVEN)?.length ?? 0;
  const own: Named = { ...gaap, basis: "non-GAAP" };
  const place = (from: number, to: number): { name: string; from: number; to: number } => ({
    name: `${gaap.name} ${clause.slice(from, to)}`,
    from: gaap.to + from,
    to: gaap.to + to,
  });
  const reported = find(AS_REPORTED, clause);
  const isSecond = given === 1 && says(JOINS, clause.slice(0, basis.index)) && says(RATE_NEXT, clause.slice(end));
  if (isSecond || given >= 2 || (given === 1 && reported !== null && reported.index < basis.index))
    return [gaap, { ...own, ...place(basis.index, end) }];
  if (given === 1 && reported !== null)
    return [own, { ...gaap, ...place(reported.index, reported.index + reported[0].length) }];
  return given === 1 || /^[^%]{0,40}?\d ?(?:%|percent)/.test(inSmall(clause.slice(end))) ? [own] : undefined;
}

/** "Gross margin grew 9.2%, and net yields increased 3.1% (2.5% in constant currency)": what another subject's verb has behind it is told of that one. */
const OF_NEXT =
  /\d ?(?:%|percent)[^%;]{0,40}?,? and (?!(?:it|this|that|these|its|growth|the (?:growth|increase|rise|decrease|decline)|up|down|was|were|is)\b)(?:[A-Za-z-]+ ){1,4}(?:increased|decreased|grew|rose|fell|improved|declined|was|were) /;

/** "Revenue rose 14%, and without Acme 10%": the second rate stands behind the words of its basis. */
const JOINS = anyCase(/\d ?(?:%|percent)[^%]{0,40}?(?:,|\b(?:and|but|or)) (?:up |down )?$/);
const RATE_NEXT = anyCase(
  /^,? (?:it )?(?:(?:rose|grew|increased|fell|declined|decreased|was|were|is|up|down|by) ){0,2}\(?\d[\d.]{0,6}\)? ?(?:%|percent)/,
);

/** "Net income was $5 million, or $6 million excluding the gain", "gross margin was 50%, or 52% on a non-GAAP basis", "EPS of $1.12, $1.36 on an adjusted basis": two amounts, of which the second is the company's own. */
export function amountApart(gaap: Named, behind: string): readonly Named[] | undefined {
  const basis = find(APART, behind);
  if (basis === null) return undefined;
  const before = behind.slice(0, basis.index);
  if (says(OF_MARGIN, before)) return [gaap];
  if (
    (before.match(GIVEN)?.length ?? 0) < 2 ||
    !/,? (?:or|and|with) [^,;]{0,40}$| \([^(),;]{0,60}$|\d, \(?[$€£] ?\(?\d[\d.]{0,9}\)?(?: [mb]illion)? $/.test(
      inSmall(before),
    ) ||
    COMPARES.test(before) ||
    says(BETWEEN_TWO, before)
  )
    return undefined;
  const from = gaap.to + basis.index;
  const to = from + basis[0].length;
  return [gaap, { ...gaap, basis: "non-GAAP", name: `${gaap.name} ${basis[0]}`, from, to }];
}
/** "Was $0.49 per share, and on an adjusted basis $0.47": the basis stands between the two amounts. */
export function amountBehind(gaap: Named, behind: string): readonly Named[] | undefined {
  const basis = find(APART, behind);
  if (basis === null) return undefined;
  const end = basis.index + basis[0].length;
  if (!says(ONE_AND, behind.slice(0, basis.index)) || !says(AMOUNT_NEXT, behind.slice(end))) return undefined;
  const [from, to] = [gaap.to + basis.index, gaap.to + end];
  return [gaap, { ...gaap, basis: "non-GAAP", name: `${gaap.name} ${basis[0]}`, from, to }];
}
const ONE_AND = anyCase(
  /^(?:[^.;:$€£%\d]|\.\d){0,40}(?:[$€£] ?\(?\d[\d.,]{0,12}\)?(?: [mb]illion)?|\(?\d[\d.]{0,6}\)? ?(?:%|percent))[^$€£%\d]{0,40}?(?:,|;|\band|\bbut|\bor) (?:it was |up |down )?$/,
);
const AMOUNT_NEXT = anyCase(
  /^,? (?:[\w-]+,? ){0,5}?(?:(?:it )?(?:was|were|is|by|to|of) )?(?:[$€£] ?\(?\d|\(?\d[\d.]{0,6}\)? ?(?:%|percent))/,
);
/** "Net income was $344 million with a margin of 7.9%, or 9.0% excluding charges": both rates are those of the margin. */
const OF_MARGIN = anyCase(/\bmargins? (?:of|was|at) [^$€£]{0,40}$/);
/** "Between 5% and 6%" is one range. */
const BETWEEN_TWO = anyCase(/\bbetween [^,;]{0,40}$/);
const APART = anyCase(
  /\b(?:excluding|exclusive of) (?:the )?[\w&'’-]+|\bon an? (?:non-?gaap|non-?ifrs|adjusted|core|underlying|normali[sz]ed)(?: (?!gaap\b)[a-z-]{1,16}){0,2} basis\b/,
);
const COMPARES = anyCase(/\b(?:compared|versus|vs|from|against)\b/);
