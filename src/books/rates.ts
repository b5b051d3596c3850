import type { Day } from "../calendar/date.ts";
import { plusDays } from "../calendar/date.ts";
import { divide, ONE, type Rational } from "../exact/rational.ts";
import type { Company, MonthName, Rate } from "./books.ts";
import { currency, dayKind, isWrong, type Kind, month, oneOf, positive, quoted } from "./kind.ts";
import { monthOfDay } from "./periods.ts";
import type { Say } from "./said.ts";
import { filled, type Names, readTable, type TableRow, table, type WorkspaceFile } from "./table.ts";

const ratePeriod: Kind<MonthName | Day | "opening"> = {
  expected: "a fiscal month, a day or the word opening",
  read: (written) => {
    if (written === "opening") return written;
    const asMonth = month.read(written);
    const asDay = isWrong(asMonth) ? dayKind.read(written) : asMonth;
    if (!isWrong(asDay)) return asDay;
    return /^\d{4}-\d\d-\d\d$/.test(written)
      ? asDay
      : {
          wrong: "period-not-plain",
          remedy: "Write a month, such as 2007-P07, a day, such as 2007-07-31, or opening.",
        };
  },
  schema: { type: "string" },
};

const RATES = table(
  {
    currency: filled(currency),
    period: filled(ratePeriod),
    kind: filled(oneOf(["average", "closing", "historical"])),
    rate: filled(positive),
    per: filled(currency),
  },
  ["currency", "period", "kind"],
);

type RateRow = TableRow<typeof RATES.columns>;

export interface RatesRead {
  readonly rates: readonly Rate[];
  /** Whether every row could be read: only then is it known what is missing. */
  readonly isWhole: boolean;
}

/** The rates, each in units of the presentation currency for one of its own; quotes the other way round are inverted exactly. */
export function readRates(file: WorkspaceFile, company: Company | undefined, names: Names, say: Say): RatesRead {
  const read = readTable(RATES, file, names, say);
  const rates: Rate[] = [];
  let isWhole = read.names !== undefined && read.leftOut.size === 0;
  const seen = new Map<string, Rate>();
  for (const row of read.rows) {
    const rate = rateOf(row, company, say);
    const period = rate === undefined ? undefined : periodOfRate(row, company, names, say);
    if (rate === undefined || period === undefined) {
      isWhole = false;
      continue;
    }
    if (period === "none") continue;
    const { currency, kind } = row.values;
    const whole: Rate = { currency, period, kind, rate, place: row.place };
    // A closing day and the month that it closes are one; so they may be doubled though their rows differ.
    const key = `${currency} ${period} ${kind}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, whole);
      rates.push(whole);
    } else
      say(
        "row-doubled",
        [row.place, before.place],
        `The ${kind} rate of ${currency} for ${period} stands on line ${before.place.line} already.`,
        "Take one of the two out.",
      );
  }
  return { rates, isWhole };
}

function rateOf({ values, at }: RateRow, company: Company | undefined, say: Say): Rational | undefined {
  const { currency, rate, per } = values;
  const presentation = company?.presentation ?? "";
  if (currency === presentation && presentation !== "") {
    say(
      "rate-not-used",
      at("currency"),
      `${currency} is the presentation currency; it needs no rate.`,
      "Take the row out.",
      "warning",
    );
    return ONE;
  }
  if (per === currency) return rate;
  if (per === presentation || presentation === "") return divide(ONE, rate);
  say(
    "choice-unknown",
    at("per"),
    `"per" holds ${quoted(per)}; ${currency} (the rate is ${presentation} for one ${currency}) or ${presentation} (the rate is ${currency} for one ${presentation}) was expected.`,
    "Write which of the two currencies one unit of is meant.",
  );
  return undefined;
}

/** The period of a rate, where it is one; "none" where nothing uses it, which is told. */
function periodOfRate(
  { values, at }: RateRow,
  company: Company | undefined,
  names: Names,
  say: Say,
): Rate["period"] | "none" | undefined {
  const { currency, period, kind } = values;
  if (currency === company?.presentation) return "none";
  if (period === "opening") {
    if (kind === "closing") return period;
    const message = `The opening has a closing rate only; this one is ${kind}.`;
    say("rate-not-used", at("period"), message, "Write the month or the day that it is the rate of.", "warning");
    return "none";
  }
  if (company === undefined || company.months.length === 0) return period;
  if (period.includes("P")) {
    if (names.month?.has(period) !== false) return period;
    const message = `The ${kind} rate of ${currency} is of ${period}, and company.yaml has no such month.`;
    say("rate-not-used", at("period"), message, "Take the row out, or set its month right.", "warning");
    return "none";
  }
  if (kind === "historical") return period;
  if (kind === "closing") {
    if (period === plusDays(company.months[0]!.start, -1)) return "opening";
    const within = monthOfDay(company, period);
    if (within?.end === period) return within.month;
  }
  const message = `The ${kind} rate of ${currency} is of ${period}, ${kind === "closing" ? "the last day of no month" : "a single day"}.`;
  const remedy =
    kind === "closing"
      ? "Name the month that it closes."
      : "Name the month that it is the average of, or call it historical.";
  say("rate-not-used", at("period"), message, remedy, "warning");
  return "none";
}
