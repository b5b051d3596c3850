import { plusDays } from "../calendar/date.ts";
import { ZERO } from "../exact/rational.ts";
import type { Company, FiscalMonth, OrganicStrategy } from "./books.ts";
import { code, currency, dayKind, month, notNegative, oneOf, positive, quarter, text } from "./kind.ts";
import type { Say } from "./said.ts";
import { type Found, listOf, may, must, readSettings, type Settings, textsOf, type Whole } from "./settings.ts";
import type { WorkspaceFile } from "./table.ts";

const STRATEGIES: readonly OrganicStrategy[] = [
  "named-deals",
  "all-deals",
  "not-in-base-period",
  "twelve-months",
  "whole-quarter",
  "points-bridge",
];

const MONTH = {
  month: must(month, "The fiscal month: fiscal year and number within it, from P01."),
  start: must(dayKind, "Its first day: the day after the last of the month before."),
  end: must(dayKind, "Its last day."),
  quarter: must(quarter, "The fiscal quarter that it belongs to."),
};

/** What company.yaml holds; its JSON Schema is made from the same. */
const COMPANY = {
  name: must(text, "The name of the company as the release gives it."),
  exchange: may(text, "The exchange that its shares are listed on."),
  ticker: may(text, "The symbol of its shares."),
  presentation: must(currency, "The currency that the group reports in, ISO 4217."),
  parent: must(code, "The entity that the group is consolidated into."),
  rounding: must(oneOf(["halfExpand", "halfEven", "trunc"]), "How figures are rounded when they are printed."),
  "percent-basis": must(
    oneOf(["unrounded", "displayed"]),
    "Whether growth and margins are computed from unrounded amounts or from those that are printed.",
  ),
  "constant-currency": must(
    oneOf(["current-at-prior-rates", "prior-at-current-rates"]),
    "Which of two periods is translated at the rates of the other.",
  ),
  organic: must(oneOf(STRATEGIES), "What organic growth takes out (docs/measures.md)."),
  framework: may(
    oneOf(["us-gaap", "ifrs"]),
    "The accounting standards of the group, which say whose rate tax on profit in stock is deferred at; us-gaap where it is left out.",
  ),
  "growth-cap": may(positive, "Growth above this ratio is printed as not meaningful: 10 is 1,000 percent."),
  "intercompany-tolerance": must(
    notNegative,
    "What unmatched sides of intercompany transactions may come to, in the presentation currency.",
  ),
  remeasurement: must(
    oneOf(["compute", "books"]),
    "Whether the close remeasures foreign-currency balances, or the journals hold that already.",
  ),
  definition: may(code, "The version of the non-GAAP definitions in force; v1 where it is left out."),
  periods: listOf("a fiscal month", MONTH, "required", "The fiscal months, ascending and without a gap."),
  people: listOf(
    "a person",
    {
      name: must(text, "The name as the release gives it."),
      title: may(text, "The title."),
      phone: may(text, "The number to call."),
      email: may(text, "The address of e-mail."),
    },
    "optional",
    "The people that a release names.",
  ),
  text: textsOf("Texts by their names, such as the description of the company that closes a release."),
};

/** More than eighty years: what comes after is no list of months. */
const MOST_MONTHS = 1000;

export interface CompanyRead {
  readonly company: Company;
  /** What other files can be held against: the company, without its months where something is wrong with them. */
  readonly ground: Company;
}

/**
 * The company; undefined where its file cannot be understood at all. Where a setting is wrong, which is told, another stands in its place, so that the
 * rest of the books can still be looked at.
 */
export function readCompany(file: WorkspaceFile, say: Say): CompanyRead | undefined {
  const found = readSettings(COMPANY, "the company", file, say);
  if (found === undefined) return undefined;
  const rows = (found.values.periods ?? []).slice(0, MOST_MONTHS);
  const more = found.values.periods?.[MOST_MONTHS];
  if (more !== undefined)
    say(
      "file-too-large",
      more.at("month"),
      `Up to here the list has ${MOST_MONTHS} months; no more are read.`,
      "Leave out the months that no figure is asked for.",
    );
  const company = companyOf(
    found.values,
    rows.map((row) => row.values),
  );
  const areSound = found.isWhole("periods") && doFollow(rows, say);
  return { company, ground: areSound ? company : { ...company, months: [] } };
}

function companyOf(values: Found<typeof COMPANY>["values"], months: readonly FiscalMonth[]): Company {
  return {
    name: values.name ?? "",
    exchange: values.exchange,
    ticker: values.ticker,
    presentation: values.presentation ?? "",
    parent: values.parent ?? "",
    rounding: values.rounding ?? "halfExpand",
    percentBasis: values["percent-basis"] ?? "unrounded",
    constantCurrency: values["constant-currency"] ?? "current-at-prior-rates",
    organic: values.organic ?? "not-in-base-period",
    framework: values.framework ?? "us-gaap",
    growthCap: values["growth-cap"],
    intercompanyTolerance: values["intercompany-tolerance"] ?? ZERO,
    remeasurement: values.remeasurement ?? "compute",
    definition: values.definition ?? "v1",
    months,
    people: (values.people ?? []).map((person) => person.values),
    text: values.text ?? new Map(),
  };
}

/** What company.yaml holds, for its JSON Schema. */
export const COMPANY_SETTINGS: Settings = COMPANY;

type MonthRow = Whole<typeof MONTH>;

/** Whether the months follow each other; where they do not, it is told. */
function doFollow(rows: readonly MonthRow[], told: Say): boolean {
  let areSound = true;
  const say: Say = (...finding) => {
    areSound = false;
    told(...finding);
  };
  for (const [i, row] of rows.entries()) {
    const at = row.values;
    if (at.end < at.start)
      say(
        "days-turned-round",
        row.at("end"),
        `${at.month} ends on ${at.end}, before it starts on ${at.start}.`,
        "Exchange the two days, or set the wrong one right.",
      );
    if (at.month.slice(0, 4) !== at.quarter.slice(0, 4))
      say(
        "months-do-not-follow",
        row.at("quarter"),
        `${at.month} is said to belong to ${at.quarter}, a quarter of another fiscal year.`,
        "A month and its quarter begin with the same fiscal year.",
      );
    const before = rows[i - 1]?.values;
    if (before !== undefined) sayBreak(before, row, say);
    else if (at.month.endsWith("-P01") && !at.quarter.endsWith("-Q1"))
      say(
        "months-do-not-follow",
        row.at("quarter"),
        `${at.month} is said to belong to ${at.quarter}.`,
        "The first month of a fiscal year belongs to Q1.",
      );
  }
  return areSound;
}

function sayBreak(before: FiscalMonth, row: MonthRow, say: Say): void {
  const at = row.values;
  if (before.end >= before.start && at.start !== plusDays(before.end, 1))
    say(
      "months-do-not-follow",
      row.at("start"),
      `${at.month} starts on ${at.start}; ${before.month} ends on ${before.end}, so ${plusDays(before.end, 1)} was expected.`,
      at.start > before.end ? "Close the gap between the two months." : "Let no day lie in two months.",
    );
  const names = namesAfter(before);
  if (!names.includes(at.month))
    say(
      "months-do-not-follow",
      row.at("month"),
      `${at.month} stands behind ${before.month}, where ${names.join(" or ")} was expected.`,
      "Put the months in their order; the first of a fiscal year is P01.",
    );
  else if (!isQuarterAfter(before, at))
    say(
      "months-do-not-follow",
      row.at("quarter"),
      `${at.month} belongs to ${at.quarter}, and ${before.month} before it to ${before.quarter}.`,
      "Quarters follow each other from Q1 to Q4, and a fiscal year begins with Q1.",
    );
}

const twoDigits = (n: number): string => String(n).padStart(2, "0");

/** The next month of the fiscal year, or the first of the next. */
function namesAfter({ month }: FiscalMonth): readonly string[] {
  const year = month.slice(0, 4);
  const number = +month.slice(6);
  const next = `${String(+year + 1).padStart(4, "0")}-P01`;
  return number < 12 ? [`${year}-P${twoDigits(number + 1)}`] : [next, `${year}-P${twoDigits(number + 1)}`];
}

function isQuarterAfter(before: FiscalMonth, at: FiscalMonth): boolean {
  const from = +before.quarter.slice(6);
  const to = +at.quarter.slice(6);
  return at.month.endsWith("-P01") ? to === 1 && from === 4 : to === from || to === from + 1;
}
