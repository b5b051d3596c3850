import { comparativeCode, periodCodes, periodOf } from "../books/periods.ts";
import type { Say } from "../books/said.ts";
import { isStatementLine, STATEMENT_LINES } from "../books/statement-line.ts";
import { format } from "../exact/decimal.ts";
import { add, equal, type Rational, rational, subtract, ZERO } from "../exact/rational.ts";
import { round } from "../exact/rounding.ts";
import { namedDeals } from "./_deal-days.ts";
import { averagePrice, isPriced, potentialsOf } from "./_share-register.ts";
import type { Desk } from "./measure.ts";
import { GROUP, memberOf } from "./member.ts";
import { isNumber } from "./working.ts";

/** What the rows beside the journals say that the journals, the calendar or the catalogue do not bear out. */
export function checkRows(desk: Desk, say: Say): void {
  checkAdjustments(desk, say);
  checkPlan(desk, say);
  checkPrices(desk, say);
  checkBaseRates(desk, say);
  checkNamedDeals(desk, say);
  checkCash(desk, say);
}

const cents = (value: Rational): string => format(round(value, rational(1n, 100n), "halfExpand"));

/** Every tagged line of income must be in a placement of its tag, or the reconciliation would leave it out in silence (MEA-51). */
function checkAdjustments(desk: Desk, say: Say): void {
  const { adjustments } = desk.books;
  const tags = new Map(adjustments.map((row) => [row.tag, row]));
  const taken = new Set(adjustments.map((row) => `${row.tag} ${row.placement}`));
  const seen = new Set<string>();
  const astray = new Map<string, { tag: string; line: string; from: string; amount: Rational }>();
  for (const entry of desk.group.income) {
    if (!tags.has(entry.tag)) continue;
    seen.add(`${entry.tag} ${entry.line}`);
    if (taken.has(`${entry.tag} ${entry.line}`) || entry.kind === "discontinued") continue;
    const key = `${entry.tag} ${entry.line}`;
    const one = astray.get(key) ?? { tag: entry.tag, line: entry.line, from: entry.month, amount: ZERO };
    astray.set(key, { ...one, amount: add(one.amount, entry.amount) });
  }
  for (const { tag, line, from, amount } of astray.values()) {
    const title = isStatementLine(line) ? STATEMENT_LINES[line].title : line;
    say(
      "adjustment-line-not-placed",
      tags.get(tag)?.place ?? [],
      `Journal lines with the tag ${tag} stand in ${line} (${title}) as well, from ${from} on ${cents(amount)} ${desk.group.presentation}, and no row of adjustments.csv has that placement.`,
      `Add a row for ${tag} in ${line}, or take the tag off the lines that are no part of the adjustment.`,
      "warning",
    );
  }
  for (const row of adjustments)
    if (!seen.has(`${row.tag} ${row.placement}`))
      say(
        "adjustment-without-entries",
        row.place,
        `The adjustment ${row.tag} is placed in ${row.placement}, and no journal line of that line has the tag.`,
        "Set the tag or the placement right, or take the row out.",
        "warning",
      );
}

function checkPlan(desk: Desk, say: Say): void {
  const { plan, company } = desk.books;
  for (const row of plan) {
    const missing = !desk.measures.has(row.measure)
      ? `no measure is called "${row.measure}"`
      : memberOf(desk.names, row.member) === undefined
        ? `the books have no one member "${row.member}"`
        : periodOf(company, row.period) === undefined
          ? `the months of company.yaml do not cover ${row.period}`
          : undefined;
    if (missing !== undefined)
      say(
        "plan-of-nothing",
        row.place,
        `The ${row.scenario} of ${row.issued} for ${row.measure} in ${row.period} cannot be held against anything: ${missing}.`,
        "Set the name right, or add the months to company.yaml; months to come may stand there.",
        "warning",
      );
  }
}

/** The quarters that the books hold to their end, in time. */
const quartersOf = (desk: Desk) =>
  periodCodes(desk.books.company)
    .flatMap((code) => periodOf(desk.books.company, code) ?? [])
    .filter(
      (period) => period.kind === "quarter" && period.months.every((month) => desk.ledger.months.has(month.month)),
    );

/** Without a market price the treasury stock method cannot be done, and diluted earnings per share would be nil. */
function checkPrices(desk: Desk, say: Say): void {
  const { shares } = desk.books;
  for (const quarter of quartersOf(desk)) {
    const priced = potentialsOf(shares, quarter).find(isPriced);
    if (priced === undefined || isNumber(averagePrice(shares, quarter).value)) continue;
    say(
      "market-price-missing",
      priced.place,
      `${priced.name} could become shares in ${quarter.code}, and no row of shares.csv gives a market price of a day from ${quarter.start} to ${quarter.end}; diluted earnings per share of the quarter cannot be reckoned.`,
      "Add a row of the kind price for the quarter, or for each of its months.",
      "warning",
    );
  }
}

/** A currency of this year needs last year's rate of the same month, and the other way round (MEA-12). */
function checkBaseRates(desk: Desk, say: Say): void {
  const missing = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const { currency, month } of desk.group.income) {
    const key = `${currency} ${month}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const base = comparativeCode(month) ?? "";
    if (desk.ledger.months.has(base) && desk.averageRate(currency, base) === undefined)
      missing.set(currency, [...(missing.get(currency) ?? []), base]);
  }
  for (const [currency, months] of missing)
    say(
      "constant-currency-rate-missing",
      { path: "books/rates.csv", line: undefined, column: undefined },
      `Income in ${currency} has no average rate of the year before: ${months.sort().join(", ")}. Constant currency and organic growth of these months are nil.`,
      `Add the average rates of ${currency} for these months, though nothing was booked in them.`,
      "warning",
    );
}

/** Organic growth by named deals would leave in what a name that is written wrongly was to take out. */
function checkNamedDeals(desk: Desk, say: Say): void {
  const { company, deals } = desk.books;
  const known = [...new Set(deals.map((deal) => deal.entity))];
  for (const name of namedDeals(company))
    if (!known.includes(name))
      say(
        "organic-deal-unknown",
        { path: "company.yaml", line: undefined, column: undefined },
        `The text organic-deals names "${name}", and deals.csv has no deal of an entity of that code.`,
        `Write the code of an entity of deals.csv: ${known.join(", ") || "it has none"}.`,
        "warning",
      );
}

/** The cash flow statement explains the cash of the balance sheet, or says by how much it does not. */
function checkCash(desk: Desk, say: Say): void {
  if (desk.group.flows.length === 0) return;
  const months = [...desk.ledger.months].sort();
  for (const quarter of quartersOf(desk)) {
    const opening = months[months.indexOf(quarter.months[0]?.month ?? "") - 1];
    if (opening === undefined) continue;
    const [start, end, flow] = [
      desk.fact("cash", opening, GROUP),
      desk.fact("cash", quarter.code, GROUP),
      desk.fact("change-in-cash", quarter.code, GROUP),
    ].map((fact) => (fact !== undefined && isNumber(fact.value) ? fact.value : ZERO));
    if (start === undefined || end === undefined || flow === undefined) continue;
    const moved = subtract(end, start);
    if (equal(moved, flow)) continue;
    say(
      "cash-does-not-roll",
      [],
      `In ${quarter.code} cash went from ${cents(start)} to ${cents(end)}, by ${cents(moved)}; the cash flow statement explains ${cents(flow)}, ${cents(subtract(moved, flow))} less.`,
      "Give every account of the balance sheet its line in the column cash flow of accounts.csv.",
    );
  }
}
