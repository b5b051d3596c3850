import { type Dilution, dilution, yearPart } from "./_dilution.ts";
import { preferredDividends, weightedShares } from "./_share-register.ts";
import { refer } from "./ask.ts";
import type { Working } from "./fact.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { difference, isNumber, none, quotient, sum } from "./working.ts";

const SHARES = { unit: "shares" } as const;
const EACH = { unit: "per-share" } as const;

/** What of the potential shares is in, with `control` as the profit that decides; undefined where it cannot be said. */
export function dilutionOf(ask: Ask, control: Working, basic: Working): Dilution | undefined {
  if (!isNumber(control.value) || !isNumber(basic.value)) return undefined;
  const { company, shares } = ask.desk.books;
  return dilution(company, shares, ask.span, control.value, basic.value);
}

export function dilutedShares(ask: Ask, control: Working): Working {
  const basic = refer(ask, "basic-shares");
  const found = dilutionOf(ask, control, basic);
  if (found === undefined)
    return none("diluted shares need the control number, the share register and market prices", "nil", [
      control,
      basic,
    ]);
  return sum("basic shares + potential shares", [basic, ...found.shares]);
}

export function dilutiveInterest(ask: Ask, control: Working): Working {
  const found = dilutionOf(ask, control, refer(ask, "basic-shares"));
  return found === undefined || found.interest.length === 0
    ? none("no interest is saved by a conversion that dilutes")
    : sum("interest saved by conversion, after tax", found.interest);
}

/** Income that common stock has a claim to: less the dividends of preferred stock, where there is any (ASC 260-10-45-11). */
export function availableToCommon(ask: Ask, income: Working): Working {
  const { shares } = ask.desk.books;
  if (!shares.some(({ kind }) => kind === "preferred")) return income;
  return difference("income - preferred dividends", [income, refer(ask, "preferred-dividends")]);
}

const each = (name: string, title: string, text: string, income: string, diluted: boolean): Measure =>
  measure(
    name,
    title,
    text,
    (ask) => {
      const earned = refer(ask, income);
      if (earned.value === "nil") return none(`${title}: no income to share`, "nil", [earned]);
      const common = availableToCommon(ask, earned);
      return diluted
        ? quotient(
            "(income + interest saved) / diluted shares",
            sum("income + interest saved", [common, refer(ask, "dilutive-interest")]),
            refer(ask, "diluted-shares"),
          )
        : quotient("income / basic shares", common, refer(ask, "basic-shares"));
    },
    EACH,
  );

/** Earnings per share and the shares under them (ASC 260). A quarter is never the year to date less the quarters before it. */
export function perShare(): readonly Measure[] {
  return [
    measure(
      "basic-shares",
      "Weighted average shares, basic",
      "Shares outstanding weighted by the days that they were, restated for splits (ASC 260-10-45-10, 55-12).",
      (ask) => weightedShares(ask.desk.books.shares, ask.span),
      SHARES,
    ),
    measure(
      "diluted-shares",
      "Weighted average shares, diluted",
      "Basic shares and potential shares, most dilutive first (ASC 260-10-45-18): options by the treasury stock method, convertibles as if converted. A loss from continuing operations lets none in. To date, the mean of the quarters' incremental shares (55-3).",
      (ask) => dilutedShares(ask, availableToCommon(ask, refer(ask, "net-income-continuing"))),
      SHARES,
    ),
    measure(
      "dilutive-interest",
      "Interest saved by conversion, after tax",
      "What the convertibles in diluted shares would no longer cost (ASC 260-10-45-40).",
      (ask) => dilutiveInterest(ask, availableToCommon(ask, refer(ask, "net-income-continuing"))),
    ),
    measure(
      "preferred-dividends",
      "Dividends of preferred stock",
      "Dividends of cumulative preferred stock for the period, declared or not: no income of common stock (ASC 260-10-45-11).",
      (ask) => {
        const rows = preferredDividends(ask.desk.books.shares, ask.span, yearPart(ask.span));
        return rows.length === 0 ? none("no preferred stock in the period") : sum("preferred dividends", rows);
      },
    ),
    each("basic-eps", "Basic earnings per share", "Net income over basic shares.", "net-income", false),
    each(
      "diluted-eps",
      "Diluted earnings per share",
      "Net income and interest saved by conversion over diluted shares.",
      "net-income",
      true,
    ),
    each(
      "basic-eps-continuing",
      "Basic earnings per share from continuing operations",
      "Income from continuing operations attributable to the parent over basic shares (ASC 260-10-45-2).",
      "net-income-continuing",
      false,
    ),
    each(
      "diluted-eps-continuing",
      "Diluted earnings per share from continuing operations",
      "Income from continuing operations attributable to the parent and interest saved over diluted shares.",
      "net-income-continuing",
      true,
    ),
    measure(
      "basic-eps-discontinued",
      "Basic earnings per share from discontinued operations",
      "Discontinued operations over basic shares (ASC 260-10-45-3).",
      (ask) => quotient("income / basic shares", refer(ask, "discontinued-operations"), refer(ask, "basic-shares")),
      EACH,
    ),
    measure(
      "diluted-eps-discontinued",
      "Diluted earnings per share from discontinued operations",
      "Discontinued operations over diluted shares (ASC 260-10-45-3).",
      (ask) => quotient("income / diluted shares", refer(ask, "discontinued-operations"), refer(ask, "diluted-shares")),
      EACH,
    ),
  ];
}
