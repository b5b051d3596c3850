// Brackenholt's shares: basic and diluted, of a quarter and to date (ASC 260).
import * as plan from "./brackenholt-plan.mjs";
import { add, cmp, dec, div, frac, mul, ONE, sub, ZERO } from "./exact.mjs";

const { MONTHS } = plan;

/** Shares of a stretch as if the split had always been: weighted by days. */
function sharesOf(months) {
  const number = (day) => Date.parse(day) / 86400000;
  const [start, end] = [number(months[0].start), number(months.at(-1).end)];
  const { outstanding, buyBack, issue, split, option, convertible, prices } = plan.SHARES;
  const twice = BigInt(split[1]);
  const days = BigInt(end - start + 1);
  const changes = [
    [buyBack[0], -buyBack[1]],
    [issue[0], issue[1]],
  ];
  const weighted = changes.map(([day, shares]) => {
    const there = number(day) <= start ? end - start + 1 : Math.max(0, end - number(day) + 1);
    return frac(BigInt(shares) * twice * BigInt(there), days);
  });
  const basic = add(frac(BigInt(outstanding[1]) * twice), ...weighted);
  const quarters = [...new Set(months.map(({ quarter }) => quarter))];
  const options = quarters.map((quarter) => {
    const own = MONTHS.filter((month) => month.quarter === quarter);
    const length = BigInt(number(own.at(-1).end) - number(own[0].start) + 1);
    const inside = prices.filter(([from, to]) => from <= own.at(-1).end && to >= own[0].start);
    const price = div(
      add(
        ...inside.map(([from, to, each]) =>
          mul(div(dec(each), frac(from < split[0] ? split[1] : 1)), frac(number(to) - number(from) + 1)),
        ),
      ),
      frac(length),
    );
    const kept = sub(ONE, div(div(dec(option.price), frac(split[1])), price));
    const added = kept.n > 0n ? mul(frac(BigInt(option.shares) * twice), kept) : ZERO;
    return { added, length };
  });
  const length = options.reduce((sum, one) => sum + one.length, 0n);
  const fromOptions = div(add(...options.map(({ added, length: of }) => mul(added, frac(of)))), frac(length));
  const interest = mul(frac(convertible.interest), sub(ONE, dec(convertible.taxRate)), frac(quarters.length, 4));
  return { basic, fromOptions, converted: frac(BigInt(convertible.shares) * twice), interest };
}

/** Diluted earnings: options first, notes if they dilute what is left; a loss lets nothing in. */
export function dilutedOf(months, earnings, control) {
  const { basic, fromOptions, converted, interest } = sharesOf(months);
  if (control.n <= 0n) return { basic, shares: basic, each: div(earnings, basic) };
  const withOptions = add(basic, fromOptions);
  const dilutes = cmp(div(interest, converted), div(control, withOptions)) < 0;
  const shares = dilutes ? add(withOptions, converted) : withOptions;
  return { basic, shares, each: div(dilutes ? add(earnings, interest) : earnings, shares) };
}
