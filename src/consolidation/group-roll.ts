import type { StatementLine } from "../books/statement-line.ts";
import type { Rational } from "../exact/rational.ts";
import { minus, NOTHING, opposite, plus, type Quotient, quotient, sumOf, Tally } from "../ledger/quotient.ts";
import { opensYear } from "../ledger/trial-balance.ts";
import type { Acquired } from "./acquisition.ts";
import { type Closing, roleOf } from "./closing.ts";
import type { Disposed } from "./disposal.ts";
import type { DividendWithin } from "./eliminate-income.ts";
import type { RollForward } from "./group.ts";
import type { EquityMove, InvestmentMove } from "./investments.ts";
import type { NciMonth } from "./nci.ts";
import { Rolled, type Step, stepped, translationRollForward } from "./roll-forward.ts";
import type { Translated } from "./translated.ts";

export interface RollSource {
  readonly closing: Closing;
  readonly translated: readonly Translated[];
  readonly nci: ReadonlyMap<string, readonly (NciMonth | undefined)[]>;
  readonly acquisitions: ReadonlyMap<string, Acquired>;
  readonly disposals: readonly Disposed[];
  readonly investments: readonly InvestmentMove[];
  readonly equity: readonly EquityMove[];
  readonly dividends: readonly DividendWithin[];
  readonly contributions: (month: number) => Rational;
  /** What all income of each entity comes to in each month, in debit, from the entries themselves. */
  readonly results: ReadonlyMap<string, readonly Quotient[]>;
  /** What all balances of each line that rolls, and those of all others, come to at each month's end. */
  readonly standing: ReadonlyMap<RollForward["of"] | "other", readonly Quotient[]>;
  readonly nciIncome: (month: number) => Quotient;
}

const codeOf = ({ subject }: Translated): string => subject.ledger.entity.entity;
const total = <T>(list: readonly T[], amountOf: (each: T) => Quotient): Quotient => sumOf(list.map(amountOf));

/** Roll-forwards of each entity's cumulative translation and non-controlling interests, and of the group's three. */
export function rollForwards(source: RollSource): Rolled[] {
  const { closing, translated, nci } = source;
  const names = closing.ledger.months.map(({ month }) => month);
  const rolls: Rolled[] = [];
  for (const each of translated) {
    const entity = codeOf(each);
    const others = nci.get(entity);
    for (let month = each.subject.member.first; month < each.subject.member.end; month++) {
      rolls.push(translationRollForward(each, month, names[month]!));
      const at = others?.[month];
      if (at === undefined) continue;
      const of = { of: "non-controlling-interests", entity, month: names[month]! } as const;
      rolls.push(new Rolled(of, at.opening, stepped(at.steps), at.total));
    }
  }
  return [...rolls, ...groupRolls(source, rolls)];
}

const ROLLING = ["translation-adjustment", "non-controlling-interests", "retained-earnings"] as const;

/** Is it a line that has a roll-forward of the group? */
export const isRolling = (line: StatementLine): line is RollForward["of"] =>
  ROLLING.some((rolling) => rolling === line);

function groupRolls(source: RollSource, ofEntities: readonly Rolled[]): Rolled[] {
  const { months } = source.closing.ledger;
  const lines = {
    "translation-adjustment": { opening: translationOpening(source), steps: translationSteps(source, ofEntities) },
    "non-controlling-interests": { opening: nciOpening(source), steps: nciSteps(source) },
    "retained-earnings": { opening: retainedOpening(source), steps: retainedSteps(source) },
  } as const;
  return ROLLING.flatMap((of) => {
    const { opening, steps } = lines[of];
    const stood = months.map((_, month) => opposite(source.standing.get(of)?.[month] ?? NOTHING));
    return months.map(
      ({ month }, i) =>
        new Rolled({ of, entity: "", month }, i === 0 ? opening : stood[i - 1]!, stepped(steps(i)), stood[i]!),
    );
  });
}

const fromOpening = ({ translated }: RollSource): readonly Translated[] =>
  translated.filter(({ subject }) => subject.member.first === 0 && subject.member.acquired === undefined);

/** What the books themselves hold in a line that nothing else in the close makes. */
const ownOpening = (source: RollSource, line: StatementLine): Quotient =>
  total(fromOpening(source), ({ subject }) =>
    total(
      subject.ledger.lines.filter(({ account }) => account.line === line),
      (each) => opposite(quotient(subject.historical(each))),
    ),
  );

function ownMoved({ translated }: RollSource, line: StatementLine, month: number): Quotient {
  const moved = new Tally();
  for (let i = 0; i < translated.length; i++) {
    const flows = translated[i]!.months[month]?.flows;
    if (flows === undefined || flows.length === 0) continue;
    for (const flow of flows) if (flow.line.account.line === line) moved.add(flow.amount);
  }
  return moved.total();
}

const openingNci = ({ nci, translated }: RollSource, of: (at: NciMonth) => Quotient): Quotient =>
  total(
    translated.filter(({ subject }) => subject.member.first === 0 && subject.member.acquired === undefined),
    (each) => {
      const at = nci.get(codeOf(each))?.[0];
      return at === undefined ? NOTHING : of(at);
    },
  );

const translationOpening = (source: RollSource): Quotient =>
  sumOf([
    total(fromOpening(source), ({ openingEquity }) => openingEquity.translation),
    opposite(openingNci(source, ({ openingTranslation }) => openingTranslation)),
    ownOpening(source, "translation-adjustment"),
  ]);

const nciOpening = (source: RollSource): Quotient =>
  plus(
    openingNci(source, ({ opening }) => opening),
    ownOpening(source, "non-controlling-interests"),
  );

/**
 * What translation added in each month, of all entities. Where an entity opens a month with what it closed the last one with, its closings are added up
 * by month and the sums are subtracted, not thousands of fractions one by one.
 */
function translationOfAll({ closing }: RollSource, ofEntities: readonly Rolled[]): readonly Quotient[] {
  const { months } = closing.ledger;
  const numbers = new Map(months.map(({ month }, i) => [month, i]));
  const [closings, carried, opened] = [0, 1, 2].map(() => months.map(() => new Tally())) as [Tally[], Tally[], Tally[]];
  const before = new Map<string, { readonly month: number; readonly closing: Quotient }>();
  for (const roll of ofEntities) {
    if (roll.of !== "translation-adjustment") continue;
    const month = numbers.get(roll.month)!;
    const last = before.get(roll.entity);
    closings[month]!.add(roll.to);
    const follows = last?.month === month - 1 && last.closing === roll.from;
    // What closed a month and opens none is taken off again.
    if (last !== undefined && !follows) carried[last.month + 1]?.add(last.closing);
    if (!follows) opened[month]!.add(roll.from);
    before.set(roll.entity, { month, closing: roll.to });
  }
  for (const { month, closing: left } of before.values()) carried[month + 1]?.add(left);
  const sums = closings.map((each) => each.total());
  return sums.map((sum, month) => {
    const kept = month === 0 ? NOTHING : minus(sums[month - 1]!, carried[month]!.total());
    return minus(minus(sum, kept), opened[month]!.total());
  });
}

function translationSteps(source: RollSource, ofEntities: readonly Rolled[]): (month: number) => Step[] {
  const { nci, disposals, dividends } = source;
  const translated = translationOfAll(source, ofEntities);
  return (month) => {
    const others = [...nci.values()].flatMap((months) => months[month] ?? []);
    const gone = disposals.filter((each) => each.month === month);
    const paid = dividends.filter((each) => each.month === month);
    return [
      {
        text: "translation of the month, of all entities",
        amount: translated[month]!,
      },
      {
        text: "share of non-controlling interests",
        amount: opposite(total(others, ({ translationShare }) => translationShare)),
      },
      { text: "changes of ownership", amount: opposite(total(others, ({ translationMoved }) => translationMoved)) },
      {
        text: "released to income with entities disposed of",
        amount: opposite(total(gone, ({ released }) => quotient(released))),
      },
      {
        text: "dividends within the group, taken up at another rate than paid",
        amount: total(paid, ({ takenUp, paid: left }) => minus(quotient(takenUp), quotient(left))),
      },
      {
        text: "capital within the group, paid in at another rate than booked",
        amount: opposite(quotient(source.contributions(month))),
      },
      { text: "entries of the books", amount: ownMoved(source, "translation-adjustment", month) },
    ];
  };
}

function nciSteps(source: RollSource): (month: number) => Step[] {
  return (month) => {
    const steps = new Map<string, Quotient>();
    for (const months of source.nci.values())
      for (const { text, amount } of months[month]?.steps ?? [])
        steps.set(text, plus(steps.get(text) ?? NOTHING, amount));
    const gone = source.disposals.filter((each) => each.month === month);
    return [
      ...[...steps].map(([text, amount]) => ({ text, amount })),
      { text: "derecognised with entities disposed of", amount: opposite(total(gone, ({ nci }) => quotient(nci))) },
      { text: "entries of the books", amount: ownMoved(source, "non-controlling-interests", month) },
    ];
  };
}

const isParent = ({ closing }: RollSource, each: Translated): boolean => codeOf(each) === closing.books.company.parent;

function retainedOpening(source: RollSource): Quotient {
  const kept = fromOpening(source).map((each) => {
    const { retained, paidIn, dividends, investments } = each.openingEquity;
    return minus(isParent(source, each) ? retained : sumOf([retained, paidIn, dividends]), investments);
  });
  return minus(
    sumOf(kept),
    openingNci(source, ({ opening, openingTranslation }) => minus(opening, openingTranslation)),
  );
}

function retainedSteps(source: RollSource): (month: number) => Step[] {
  const { closing, translated } = source;
  const results = closing.ledger.months.map((_, month) => total([...source.results.values()], (of) => of[month]!));
  const parent = translated.find((each) => isParent(source, each));
  return (month) => {
    const carried = opensYear(closing.ledger.months, month) ? parent?.months[month - 1]?.equity.dividends : undefined;
    const own = (parent?.months[month]?.flows ?? []).filter(({ line }) => roleOf(line) === "retained");
    return [
      {
        text: "net income attributable to the parent",
        amount: opposite(plus(results[month]!, source.nciIncome(month))),
      },
      { text: "dividends of the closed year", amount: carried ?? NOTHING },
      { text: "entries of the parent's books in retained earnings", amount: total(own, ({ amount }) => amount) },
      { text: "dividends of entities beyond what owners took up", amount: beyondTaken(source, month) },
      { text: "acquisitions: what the books paid beyond the deal", amount: beyondDeal(source, month) },
    ];
  };
}

/** Distributions of entities but the parent, less the part of non-controlling interests and what is taken out against owners' income. */
function beyondTaken(source: RollSource, month: number): Quotient {
  const { equity, closing, nci, dividends } = source;
  const left = equity.filter(
    (each) => each.month === month && each.role === "distribution" && each.entity !== closing.books.company.parent,
  );
  const others = [...nci.values()].flatMap((months) => months[month] ?? []);
  return sumOf([
    total(left, ({ amount }) => quotient(amount)),
    opposite(total(others, ({ distributed }) => distributed)),
    total(
      dividends.filter((each) => each.month === month),
      ({ paid }) => quotient(paid),
    ),
  ]);
}

function beyondDeal(source: RollSource, month: number): Quotient {
  const { translated, acquisitions, investments, nci } = source;
  return total(translated, (each) => {
    const acquired = acquisitions.get(codeOf(each));
    if (acquired === undefined || each.subject.member.first !== month) return NOTHING;
    const { paidIn, dividends, retained } = each.openingEquity;
    const paid = investments.filter((move) => move.entity === codeOf(each) && move.kind === "acquisition");
    const others = nci.get(codeOf(each)) === undefined ? NOTHING : quotient(acquired.nci);
    return minus(
      sumOf([paidIn, dividends, retained]),
      sumOf([total(paid, ({ amount }) => quotient(amount)), others, quotient(acquired.bargain)]),
    );
  });
}
