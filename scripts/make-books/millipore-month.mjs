// One month of the reconstruction's books, as everything that posts into it sees it.
import { add, div, mul, neg, round } from "./exact.mjs";
import { ENTITIES } from "./millipore-entities.mjs";

export const DIVISIONS = ["Bioprocess", "Bioscience"];
export const isIncome = (account) => +account >= 4000;

/** What every part of the month writes into: the ledger, the rates, and small helpers that know the currency of an entity. */
export function openMonth(ledger, rates, month) {
  const code = `${month.month.slice(2, 4)}${month.month.slice(6)}`;
  const currencyOf = (entity) => ENTITIES[entity].currency;
  const cents = (entity, amount) => round(amount, currencyOf(entity) === "JPY" ? 0 : 2);
  const toDollars = (entity, amount) => mul(amount, rates.average(currencyOf(entity), month.month));
  const fromDollars = (entity, dollars) => cents(entity, div(dollars, rates.average(currencyOf(entity), month.month)));
  /** An amount of one currency in the functional currency of an entity, at the average rate of the month. */
  const intoFunctional = (entity, currency, amount) =>
    cents(
      entity,
      mul(amount, div(rates.average(currency, month.month), rates.average(currencyOf(entity), month.month))),
    );
  const post = (entity, name, date, lines) =>
    ledger.post(entity, month, date, `${entity[0]}${entity.slice(4)}${code}-${name}`, lines);
  const rows = () => ledger.rows.filter((row) => row.period === month.month);
  const ours = (entity) => rows().filter((row) => row.entity === entity);
  const income = (entity) =>
    neg(
      add(
        ...ours(entity)
          .filter((row) => isIncome(row.account))
          .map((row) => row.functional),
      ),
    );
  const salesBy = (entity) =>
    Object.fromEntries(
      DIVISIONS.map((division) => [
        division,
        neg(
          add(
            ...ours(entity)
              .filter((row) => row.account === "4000" && row.division === division && !row.counterparty)
              .map((row) => row.functional),
          ),
        ),
      ]),
    );
  return {
    ledger,
    rates,
    month,
    code,
    currencyOf,
    cents,
    toDollars,
    fromDollars,
    intoFunctional,
    post,
    rows,
    ours,
    income,
    salesBy,
  };
}

export const isActive = (entity, month) => !ENTITIES[entity].acquired || month.month >= "2006-P07";
export const isAcquiredIn = (month) => month.month === "2006-P07";
