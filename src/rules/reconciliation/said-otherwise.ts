import { absolute, divide, isCloser, rational, sign } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { toldOnceOfAll } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, type Mention } from "../reading/mention.ts";
import { isOfPart, quoted, RATIOS } from "../reading/own-measure.ts";
import { isOwn, type RuleRow } from "../reading/rule-table.ts";
import { isRoundedTo, isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";
import { scaled } from "./beside-reconciliation.ts";
import { groupOf } from "./reconciled.ts";

/** An amount of fewer digits is near another one by chance. */
const DIGITS = 3;
/** Of one measure and one period two amounts that are no nearer to each other than by this part are two of different periods. */
const PART = rational(1n, 40n);

interface Otherwise {
  readonly said: Figure;
  readonly led: Figure;
}

/**
 * Amounts of a measure of the company's own in the text of which the reconciliation has another one: the text gives two of its amounts, of which the row
 * that the reconciliation comes to prints the one, and beside it what is nearly the other. To the one that is told nothing leads. One finding for all of them.
 */
export function saidOtherwise(disclosure: Disclosure): readonly Found[] {
  const own = disclosure.mentions.filter((m) => m.basis === "non-GAAP" && !m.ahead && isAmountOfWhole(m));
  const told = own.flatMap((m) => {
    const apart = otherwise(m, disclosure);
    return apart === undefined ? [] : [{ ...m, ...apart }];
  });
  if (told.length === 0 || !isComplete(disclosure)) return [];
  // Where the amount stands by itself, it is the same one.
  const again = own.flatMap((m) => {
    const same = told.find((one) => one.family === m.family && m.figures.some((f) => f.text === one.said.text));
    return same === undefined ? [] : [{ ...m, said: same.said, led: same.led }];
  });
  return toldOnceOfAll(
    disclosure,
    again,
    ({ family }) => family,
    ({ name }) => quoted(name),
    ({ name, said, led }) => ({
      message: `${quoted(name)} is given as ${said.text}, and its reconciliation comes to ${led.text}: nothing leads to the amount that is told.`,
      remedy: "Give one amount of it in both.",
      figures: [said.id, led.id],
    }),
  );
}

const isAmountOfWhole = (m: Mention): boolean =>
  m.family !== "revenue" && !RATIOS.has(m.family) && m.figures.some(isTelling) && !isOfPart(m);

const isTelling = (f: Figure): boolean => isMoney(f) && digitsOf(f).length >= DIGITS;

function otherwise(m: Mention, disclosure: Disclosure): Otherwise | undefined {
  const amounts = m.figures.filter(isTelling);
  if (amounts.length < 2) return undefined;
  const group = groupOf(m.family);
  const rows = disclosure.tables.flatMap((t) =>
    t.kind === "reconciliation" ? t.rows.filter((r) => isOwn(r) && group.includes(r.named!.family)) : [],
  );
  for (const said of amounts) {
    const led = rows.flatMap((r) => nearIn(r, said, amounts))[0];
    if (led !== undefined && !isPrinted(said, disclosure) && !isTold(led, m, disclosure)) return { said, led };
  }
  return undefined;
}

/** What a row that prints another of the amounts has beside it, nearly as much as the one that is told. */
function nearIn({ figures }: RuleRow, said: Figure, amounts: readonly Figure[]): readonly Figure[] {
  const other = figures.find((f) => amounts.some((one) => one !== said && one.text === f.text));
  return other === undefined ? [] : figures.filter((f) => f !== other && isNear(f, said));
}

const isNear = (f: Figure, { measured }: Figure): boolean =>
  f.measured !== undefined &&
  measured !== undefined &&
  sign(measured.value) !== 0 &&
  f.measured.unit === measured.unit &&
  isCloser(absolute(divide(f.measured.value, measured.value)), rational(1n), PART) &&
  !isSameAmount(f, measured);

/** Whether any table prints the amount, in whatever scale, or one that it is rounded from. */
const isPrinted = (said: Figure, disclosure: Disclosure): boolean => {
  const alike = scaled(said.measured!, false);
  return disclosure.tables.some((t) =>
    t.rows.some((r) =>
      r.figures.some(
        (f) =>
          f.text === said.text ||
          alike.some(
            (amount) =>
              isSameAmount(f, amount) || (f.measured?.unit === amount.unit && isRoundedTo(f.measured.value, amount)),
          ),
      ),
    ),
  );
};

/** Whether the text gives the amount of the row as well, which then is that of another period. */
const isTold = (led: Figure, { family }: Mention, { mentions }: Disclosure): boolean =>
  mentions.some((m) => m.family === family && m.figures.some((f) => digitsOf(f) === digitsOf(led)));
