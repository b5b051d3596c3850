import type { StatementLine } from "../books/statement-line.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, plus, sumOf, Tally } from "../ledger/fraction.ts";
import { opensYear } from "../ledger/trial-balance.ts";
import type { Acquired } from "./acquisition.ts";
import { type Closing, roleOf } from "./closing.ts";
import type { Disposed } from "./disposal.ts";
import type { DividendWithin } from "./eliminate-income.ts";
import { totalsBy } from "./entry.ts";
import type { GroupEntry, RollForward } from "./group.ts";
import type { EquityMove, InvestmentMove } from "./investments.ts";
import type { NciMonth } from "./nci.ts";
import { rollForward, type Step, translationRollForward } from "./roll-forward.ts";
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
  readonly income: readonly GroupEntry[];
  readonly balances: readonly GroupEntry[];
  readonly nciIncome: (month: number) => Rational;
}

const codeOf = ({ subject }: Translated): string => subject.ledger.entity.entity;
const total = <T>(list: readonly T[], amountOf: (each: T) => Rational): Rational => sumOf(list.map(amountOf));

/** Roll-forwards of each entity's cumulative translation and non-controlling interests, and of the group's three. */
export function rollForwards(source: RollSource): RollForward[] {
  const { closing, translated, nci } = source;
  const names = closing.ledger.months.map(({ month }) => month);
  const ofEntities = translated.flatMap((each) =>
    each.months.flatMap((at, month) =>
      at === undefined ? [] : entityRolls(each, month, names[month]!, nci.get(codeOf(each))?.[month]),
    ),
  );
  return [...ofEntities, ...groupRolls(source, ofEntities)];
}

function entityRolls(each: Translated, month: number, name: string, nci: NciMonth | undefined): RollForward[] {
  const translation = translationRollForward(each, month, name);
  if (nci === undefined) return [translation];
  const names = { of: "non-controlling-interests", entity: codeOf(each), month: name } as const;
  return [translation, rollForward(names, nci.opening, nci.steps, nci.total)];
}

/** The credits that stand in the lines which roll, at each month's end, from the entries themselves. */
function standing({ balances, closing }: RollSource): (line: RollForward["of"]) => readonly Rational[] {
  const lines = new Map<StatementLine, GroupEntry[]>(ROLLING.map((line) => [line, []]));
  for (const entry of balances) lines.get(entry.line)?.push(entry);
  return (line) => {
    const totals = totalsBy(lines.get(line)!, ({ month }) => month);
    return closing.ledger.months.map(({ month }) => opposite(totals(month)));
  };
}

const ROLLING = ["translation-adjustment", "non-controlling-interests", "retained-earnings"] as const;

function groupRolls(source: RollSource, ofEntities: readonly RollForward[]): RollForward[] {
  const { months } = source.closing.ledger;
  const at = standing(source);
  const lines = {
    "translation-adjustment": { opening: translationOpening(source), steps: translationSteps(source, ofEntities) },
    "non-controlling-interests": { opening: nciOpening(source), steps: nciSteps(source) },
    "retained-earnings": { opening: retainedOpening(source), steps: retainedSteps(source) },
  } as const;
  return ROLLING.flatMap((of) => {
    const { opening, steps } = lines[of];
    const stood = at(of);
    return months.map(({ month }, i) =>
      rollForward({ of, entity: "", month }, i === 0 ? opening : stood[i - 1]!, steps(i), stood[i]!),
    );
  });
}

const fromOpening = ({ translated }: RollSource): readonly Translated[] =>
  translated.filter(({ subject }) => subject.member.first === 0 && subject.member.acquired === undefined);

/** What the books themselves hold in a line that nothing else in the close makes. */
const ownOpening = (source: RollSource, line: StatementLine): Rational =>
  total(fromOpening(source), ({ subject }) =>
    total(
      subject.ledger.lines.filter(({ account }) => account.line === line),
      (each) => opposite(subject.historical(each)),
    ),
  );

const ownMoved = ({ translated }: RollSource, line: StatementLine, month: number): Rational =>
  total(translated, (each) =>
    total(
      (each.months[month]?.flows ?? []).filter((flow) => flow.line.account.line === line),
      ({ amount }) => amount,
    ),
  );

const openingNci = ({ nci, translated }: RollSource, of: (at: NciMonth) => Rational): Rational =>
  total(
    translated.filter(({ subject }) => subject.member.first === 0 && subject.member.acquired === undefined),
    (each) => {
      const at = nci.get(codeOf(each))?.[0];
      return at === undefined ? ZERO : of(at);
    },
  );

const translationOpening = (source: RollSource): Rational =>
  sumOf([
    total(fromOpening(source), ({ openingEquity }) => openingEquity.translation),
    opposite(openingNci(source, ({ openingTranslation }) => openingTranslation)),
    ownOpening(source, "translation-adjustment"),
  ]);

const nciOpening = (source: RollSource): Rational =>
  plus(
    openingNci(source, ({ opening }) => opening),
    ownOpening(source, "non-controlling-interests"),
  );

/**
 * What translation added in each month, of all entities. Where an entity opens a month with what it closed the last one with, its closings are added up
 * by month and the sums are subtracted, not thousands of fractions one by one.
 */
function translationOfAll({ closing }: RollSource, ofEntities: readonly RollForward[]): readonly Rational[] {
  const { months } = closing.ledger;
  const numbers = new Map(months.map(({ month }, i) => [month, i]));
  const [closings, carried, opened] = [0, 1, 2].map(() => months.map(() => new Tally())) as [Tally[], Tally[], Tally[]];
  const before = new Map<string, { readonly month: number; readonly closing: Rational }>();
  for (const roll of ofEntities) {
    if (roll.of !== "translation-adjustment") continue;
    const month = numbers.get(roll.month)!;
    const last = before.get(roll.entity);
    closings[month]!.add(roll.closing);
    const follows = last?.month === month - 1 && last.closing === roll.opening;
    // What closed a month and opens none is taken off again.
    if (last !== undefined && !follows) carried[last.month + 1]?.add(last.closing);
    if (!follows) opened[month]!.add(roll.opening);
    before.set(roll.entity, { month, closing: roll.closing });
  }
  for (const { month, closing: left } of before.values()) carried[month + 1]?.add(left);
  const sums = closings.map((each) => each.total());
  return sums.map((sum, month) => {
    const kept = month === 0 ? ZERO : minus(sums[month - 1]!, carried[month]!.total());
    return minus(minus(sum, kept), opened[month]!.total());
  });
}

function translationSteps(source: RollSource, ofEntities: readonly RollForward[]): (month: number) => Step[] {
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
        amount: opposite(total(gone, ({ released }) => released)),
      },
      {
        text: "dividends within the group, taken up at another rate than paid",
        amount: total(paid, ({ takenUp, paid: left }) => minus(takenUp, left)),
      },
      {
        text: "capital within the group, paid in at another rate than booked",
        amount: opposite(source.contributions(month)),
      },
      { text: "entries of the books", amount: ownMoved(source, "translation-adjustment", month) },
    ];
  };
}

function nciSteps(source: RollSource): (month: number) => Step[] {
  return (month) => {
    const steps = new Map<string, Rational>();
    for (const months of source.nci.values())
      for (const { text, amount } of months[month]?.steps ?? []) steps.set(text, plus(steps.get(text) ?? ZERO, amount));
    const gone = source.disposals.filter((each) => each.month === month);
    return [
      ...[...steps].map(([text, amount]) => ({ text, amount })),
      { text: "derecognised with entities disposed of", amount: opposite(total(gone, ({ nci }) => nci)) },
      { text: "entries of the books", amount: ownMoved(source, "non-controlling-interests", month) },
    ];
  };
}

const isParent = ({ closing }: RollSource, each: Translated): boolean => codeOf(each) === closing.books.company.parent;

function retainedOpening(source: RollSource): Rational {
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
  const results = totalsBy(source.income, ({ month }) => month);
  const parent = translated.find((each) => isParent(source, each));
  return (month) => {
    const name = closing.ledger.months[month]!.month;
    const carried = opensYear(closing.ledger.months, month) ? parent?.months[month - 1]?.equity.dividends : undefined;
    const own = (parent?.months[month]?.flows ?? []).filter(({ line }) => roleOf(line) === "retained");
    return [
      {
        text: "net income attributable to the parent",
        amount: opposite(plus(results(name), source.nciIncome(month))),
      },
      { text: "dividends of the closed year", amount: carried ?? ZERO },
      { text: "entries of the parent's books in retained earnings", amount: total(own, ({ amount }) => amount) },
      { text: "dividends of entities beyond what owners took up", amount: beyondTaken(source, month) },
      { text: "acquisitions: what the books paid beyond the deal", amount: beyondDeal(source, month) },
    ];
  };
}

/** Distributions of entities but the parent, less the part of non-controlling interests and what is taken out against owners' income. */
function beyondTaken(source: RollSource, month: number): Rational {
  const { equity, closing, nci, dividends } = source;
  const left = equity.filter(
    (each) => each.month === month && each.role === "distribution" && each.entity !== closing.books.company.parent,
  );
  const others = [...nci.values()].flatMap((months) => months[month] ?? []);
  return sumOf([
    total(left, ({ amount }) => amount),
    opposite(total(others, ({ distributed }) => distributed)),
    total(
      dividends.filter((each) => each.month === month),
      ({ paid }) => paid,
    ),
  ]);
}

function beyondDeal(source: RollSource, month: number): Rational {
  const { translated, acquisitions, investments, nci } = source;
  return total(translated, (each) => {
    const acquired = acquisitions.get(codeOf(each));
    if (acquired === undefined || each.subject.member.first !== month) return ZERO;
    const { paidIn, dividends, retained } = each.openingEquity;
    const paid = investments.filter((move) => move.entity === codeOf(each) && move.kind === "acquisition");
    const others = nci.get(codeOf(each)) === undefined ? ZERO : acquired.nci;
    return minus(
      sumOf([paidIn, dividends, retained]),
      sumOf([total(paid, ({ amount }) => amount), others, acquired.bargain]),
    );
  });
}
