import type { Company, Deal, OrganicStrategy } from "../books/books.ts";
import type { GroupEntry } from "../consolidation/group.ts";
import { namedDeals, type TakenOut, takenOut } from "./_deal-days.ts";
import { entriesLeaf, inMember, turned } from "./_ledger.ts";
import { atOtherRates } from "./_other-rates.ts";
import { refer, referBase } from "./ask.ts";
import { yearAfter, yearBefore } from "./constant-currency.ts";
import type { Working } from "./fact.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { rate } from "./rates.ts";
import { count, difference, gap, growth, none, product, quotient, sum } from "./working.ts";

/** What each strategy takes out, as a release would define it (MEA-30; domain D8: the definitions of a release say which was taken). */
const TAKES_OUT: Readonly<Record<OrganicStrategy, string>> = {
  "named-deals": "the businesses of named acquisitions and disposals in both periods",
  "all-deals": "the businesses acquired or disposed of since the first day of the comparative period, in both periods",
  "not-in-base-period":
    "the days of acquired businesses that have no counterpart in the comparative period, and the days of the comparative period of businesses since disposed of",
  "twelve-months":
    "acquired businesses until twelve months after their acquisition, and disposed businesses in the twelve months before their disposal",
  "whole-quarter": "businesses that were not in the group for the whole of both quarters",
  "points-bridge": "acquisitions and disposals, each in points of the revenue of the comparative period",
};

export const STRATEGIES: readonly OrganicStrategy[] = [
  "named-deals",
  "all-deals",
  "not-in-base-period",
  "twelve-months",
  "whole-quarter",
  "points-bridge",
];

const definitionOf = (strategy: OrganicStrategy): string =>
  `Growth of revenue without ${TAKES_OUT[strategy]}, and without the change of exchange rates. Acquisitions go out first, currency then on what remains (MEA-30, MEA-31).`;

/** Rates of which an amount that is taken out is reckoned: its own month's, or those of the other year. */
type At = "own" | "other";

const usesPriorRates = (ask: Ask): boolean => ask.desk.books.company.constantCurrency === "current-at-prior-rates";

/** The deals that a strategy speaks of: those of the text `organic-deals` in company.yaml where it names some, else all. */
function dealsOf(ask: Ask, strategy: OrganicStrategy): readonly Deal[] {
  const { company, deals } = ask.desk.books;
  const named = namedDeals(company);
  return strategy === "named-deals" && named.length > 0 ? deals.filter((deal) => named.includes(deal.entity)) : deals;
}

/** Whether an entry is the business of a deal: of its entity, or known by the entity's code as a tag where the business was merged into others. */
const isOfDeal = (entry: GroupEntry, deal: Deal): boolean =>
  entry.entity === deal.entity || entry.tag === deal.entity || entry.tag === stubTag(deal);

/** The tag of lines that are known to lie in the days that a strategy takes out of a month that it cuts. */
const stubTag = (deal: Deal): string => `${deal.entity}-stub`;

/** Revenue that a strategy takes out of the period or of its base. Where two deals of one entity take out the same month, the longer cut counts. */
function revenueOut(ask: Ask, strategy: OrganicStrategy, side: TakenOut["side"], at: At): Working {
  const cuts = new Map<string, { readonly deal: Deal; readonly out: TakenOut }>();
  for (const deal of dealsOf(ask, strategy))
    for (const out of takenOut(ask.desk.period, ask.span, strategy, deal)) {
      const key = `${deal.entity} ${out.month.month}`;
      if (out.side === side && out.days > (cuts.get(key)?.out.days ?? 0)) cuts.set(key, { deal, out });
    }
  const parts = [...cuts.values()].map(({ deal, out }) => cutRevenue(ask, deal, out, at));
  const missing = parts.find((part) => part?.value === "nil");
  const title =
    side === "current" ? "revenue that came with deals" : "revenue of the base that went or came with deals";
  if (missing !== undefined) return none(`${title}: ${missing.text}`, "nil", [missing]);
  const there = parts.filter((part) => part !== undefined);
  return there.length === 0 ? none(`${title}: none`) : sum(title, there);
}

/** One month of one deal. Journals are by month here, so a month that is cut is split by days unless a tag says which lines it cuts off. */
function cutRevenue(ask: Ask, deal: Deal, out: TakenOut, at: At): Working | undefined {
  const { desk } = ask;
  const all = desk.ledger
    .income("revenue", [out.month.month])
    .filter((entry) => isOfDeal(entry, deal) && inMember(entry, ask.member));
  const stub = all.filter((entry) => entry.tag === stubTag(deal));
  const whole = out.days === out.of;
  const entries = whole || stub.length === 0 ? all : stub;
  if (entries.length === 0) return undefined;
  const text = `${deal.entity}, ${deal.kind} ${deal.date}: ${out.month.month}`;
  const amount =
    at === "own"
      ? entriesLeaf(text, entries, (entry) => turned(entry.amount, -1))
      : atOtherRates(desk, text, "revenue", entries, out.side === "current" ? yearBefore : yearAfter);
  if (whole || stub.length > 0) return amount;
  return product(`${text}, ${out.days} of ${out.of} days, as its lines are by month`, [
    amount,
    quotient("days without a counterpart", count("days", out.days), count("days of the month", out.of)),
  ]);
}

interface Sides {
  readonly current: Working;
  readonly base: Working;
}

/** What is left on both sides: acquisitions go out first, currency then on what remains (MEA-31). */
function comparable(ask: Ask, strategy: OrganicStrategy): Sides {
  if (usesPriorRates(ask))
    return {
      current: left(
        "revenue at prior rates - acquired",
        refer(ask, "revenue-at-prior-rates"),
        revenueOut(ask, strategy, "current", "other"),
      ),
      base: left("base - divested", referBase(ask, "revenue"), revenueOut(ask, strategy, "base", "own")),
    };
  return {
    current: left("revenue - acquired", refer(ask, "revenue"), revenueOut(ask, strategy, "current", "own")),
    base: left(
      "base at current rates - divested",
      refer(ask, "revenue-base-at-current-rates"),
      revenueOut(ask, strategy, "base", "other"),
    ),
  };
}

/** An amount with something that could not be reckoned taken out of it is not known either. */
function left(text: string, whole: Working, out: Working): Working {
  const unknown =
    whole.value === "nil" || (out.kind === "computed" && out.operation === "none" && out.parts.length > 0);
  return unknown ? none(`${text}: not known`, "nil", [whole, out]) : difference(text, [whole, out]);
}

function organicGrowth(ask: Ask, strategy: OrganicStrategy): Working {
  if (strategy === "points-bridge") return bridged(ask);
  const { current, base } = comparable(ask, strategy);
  const isBaseUnknown = base.value === "nil" && referBase(ask, "revenue").value !== "nil";
  if (current.value === "nil" || isBaseUnknown)
    return none("organic growth: an amount is not there", "nil", [current, base]);
  return growth("comparable revenue / comparable base - 1", current, base, ask.desk.books.company.growthCap);
}

/** Reported growth less the points of each cause, all over the one base: the rows of such a table add up. */
function bridged(ask: Ask): Working {
  const base = referBase(ask, "revenue");
  const reported = growth("reported growth", refer(ask, "revenue"), base, undefined);
  if (typeof reported.value === "string")
    return none("organic growth: reported growth is not there", reported.value, [reported]);
  const currency = pointsOf(ask, "points-bridge", "currency");
  if (currency.value === "nil") return none("organic growth: a rate is missing", "nil", [reported, currency]);
  return difference("reported growth - points of acquisitions, divestitures and currency", [
    reported,
    pointsOf(ask, "points-bridge", "acquired"),
    pointsOf(ask, "points-bridge", "divested"),
    currency,
  ]);
}

type Cause = "acquired" | "divested" | "currency";

function pointsOf(ask: Ask, strategy: OrganicStrategy, cause: Cause): Working {
  const base = referBase(ask, "revenue");
  if (cause === "acquired") return rate("acquired / base", revenueOut(ask, strategy, "current", "own"), base);
  if (cause === "currency") return rate("currency on the rest / base", currencyOnRest(ask, strategy), base);
  const out = revenueOut(ask, strategy, "base", "own");
  return rate("- divested / base", difference("0 - divested", [count("nothing", 0), out]), base);
}

/** What exchange rates did to the business that remains when acquisitions are out. */
function currencyOnRest(ask: Ask, strategy: OrganicStrategy): Working {
  if (usesPriorRates(ask) || strategy === "points-bridge")
    return gap(
      "(revenue - acquired) - the same at prior rates",
      left("revenue - acquired", refer(ask, "revenue"), revenueOut(ask, strategy, "current", "own")),
      left(
        "revenue at prior rates - acquired",
        refer(ask, "revenue-at-prior-rates"),
        revenueOut(ask, strategy, "current", "other"),
      ),
    );
  return gap(
    "(base - divested) at current rates - the same at its own",
    comparable(ask, strategy).base,
    left("base - divested", referBase(ask, "revenue"), revenueOut(ask, strategy, "base", "own")),
  );
}

export const ORGANIC = { basis: "organic", members: "parts", reach: "comparative" } as const;
const RATIO = { ...ORGANIC, unit: "ratio" } as const;
const POINTS = { ...ORGANIC, unit: "points" } as const;

/** Organic growth of revenue by the company's strategy and by each other, and what was taken out for it. */
export function organic(company: Company): readonly Measure[] {
  const mine = (ask: Ask): OrganicStrategy => ask.desk.books.company.organic;
  return [
    measure(
      "revenue-acquired",
      "Revenue that came with deals",
      "Revenue of the period that the company's organic strategy takes out, at the period's own rates (MEA-31).",
      (ask) => revenueOut(ask, mine(ask), "current", "own"),
      ORGANIC,
    ),
    measure(
      "revenue-divested",
      "Revenue of the base that deals took away",
      "Revenue of the comparative period that the company's organic strategy takes out (MEA-33).",
      (ask) => revenueOut(ask, mine(ask), "base", "own"),
      ORGANIC,
    ),
    measure(
      "revenue-organic",
      "Comparable revenue",
      "Revenue without what came with deals, in constant currency: the numerator of organic growth.",
      (ask) => comparable(ask, mine(ask)).current,
      ORGANIC,
    ),
    measure(
      "revenue-organic-base",
      "Comparable revenue of the year before",
      "Revenue of the comparative period without what deals took away: the base of organic growth.",
      (ask) => comparable(ask, mine(ask)).base,
      ORGANIC,
    ),
    measure(
      "revenue-organic-fx-impact",
      "Effect of exchange rates on comparable revenue",
      "What exchange rates did to revenue once acquisitions are out of it (MEA-31).",
      (ask) => currencyOnRest(ask, mine(ask)),
      ORGANIC,
    ),
    measure(
      "revenue-organic-growth",
      "Organic growth of revenue",
      definitionOf(company.organic),
      (ask) => organicGrowth(ask, mine(ask)),
      RATIO,
    ),
    ...STRATEGIES.map((strategy) =>
      measure(
        `revenue-organic-growth-by-${strategy}`,
        `Organic growth of revenue (${strategy.replaceAll("-", " ")})`,
        definitionOf(strategy),
        (ask) => organicGrowth(ask, strategy),
        RATIO,
      ),
    ),
    ...causes(mine),
  ];
}

function causes(mine: (ask: Ask) => OrganicStrategy): readonly Measure[] {
  const one = (name: string, title: string, text: string, cause: Cause): Measure =>
    measure(name, title, text, (ask) => pointsOf(ask, mine(ask), cause), POINTS);
  return [
    one(
      "revenue-acquisition-points",
      "Acquisitions in points of growth",
      "Revenue that came with deals over the base.",
      "acquired",
    ),
    one(
      "revenue-divestiture-points",
      "Divestitures in points of growth",
      "Less the revenue that deals took away over the base.",
      "divested",
    ),
    one(
      "revenue-organic-fx-points",
      "Currency in points of growth, acquisitions out",
      "The effect of exchange rates on comparable revenue over the base.",
      "currency",
    ),
  ];
}
