// Days as text, "2007-09-29", and sums on them.

export const dayNumber = (day) => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / 86400000;
export const dayAt = (number) => new Date(number * 86400000).toISOString().slice(0, 10);
export const plusDays = (day, days) => dayAt(dayNumber(day) + days);
/** How many days from the first to the last, both counted. */
export const daysFrom = (first, last) => dayNumber(last) - dayNumber(first) + 1;

/** Fiscal months as company.yaml states them, from the first day and the last days of the months of each quarter. */
export function fiscalMonths(firstDay, quarters) {
  let start = firstDay;
  return quarters.flatMap(([quarter, ...ends]) =>
    ends.map((end, k) => {
      const number = String((+quarter.slice(6) - 1) * 3 + k + 1).padStart(2, "0");
      const month = { month: `${quarter.slice(0, 4)}-P${number}`, start, end, quarter };
      start = plusDays(end, 1);
      return month;
    }),
  );
}
