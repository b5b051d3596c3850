import { comparativeCode, yearToDateCode } from "../books/periods.ts";
import { refer } from "./ask.ts";
import type { Member, Working } from "./fact.ts";
import type { Formula } from "./formula.ts";
import type { Ask } from "./measure.ts";
import { GROUP } from "./member.ts";
import { constant, difference, extreme, growth, isNumber, negation, none, product, quotient, sum } from "./working.ts";

/**
 * Fractions of honest figures have some hundred digits. Formulas over formulas could square a number again and again, so one that has grown
 * beyond this many is given up.
 */
const MOST_DIGITS = 10_000;

const isLarge = (parts: readonly Working[]): boolean => {
  let digits = 0;
  for (const { value } of parts)
    if (isNumber(value)) digits += value.n.toString(16).length + value.d.toString(16).length;
  return digits > MOST_DIGITS;
};

const bounded = (parts: readonly Working[], make: () => Working): Working =>
  isLarge(parts)
    ? none(`the numbers have more than ${MOST_DIGITS} digits and are not reckoned with`, "not-meaningful")
    : make();

/** The value of a formula for one period and member, each name a fact of its own. */
export function formulaValue(formula: Formula, ask: Ask): Working {
  switch (formula.kind) {
    case "number":
      return constant(formula.text, formula.value);
    case "name":
      return refer(ask, formula.name);
    case "negative":
      return negation("turned", formulaValue(formula.of, ask));
    case "operation":
      return operated(formula, ask);
    case "in": {
      const member: Member = { ...ask.member, [formula.dimension]: formula.member };
      return formulaValue(formula.of, { ...ask, member });
    }
    case "call":
      return called(formula, ask);
  }
}

function operated(formula: Extract<Formula, { kind: "operation" }>, ask: Ask): Working {
  const parts = [formulaValue(formula.left, ask), formulaValue(formula.right, ask)] as const;
  const [a, b] = parts;
  const text = `${summary(formula.left)} ${formula.sign} ${summary(formula.right)}`;
  return bounded(parts, () => {
    switch (formula.sign) {
      case "+":
        return sum(text, parts);
      case "-":
        return difference(text, parts);
      case "*":
        return product(text, parts);
      case "/":
        return quotient(text, a, b);
    }
  });
}

const summary = (formula: Formula): string => {
  if (formula.kind === "name") return formula.name;
  if (formula.kind === "number") return formula.text;
  return formula.kind === "call" ? `${formula.name}(...)` : "(...)";
};

function called(formula: Extract<Formula, { kind: "call" }>, ask: Ask): Working {
  const [first] = formula.of;
  if (first === undefined) return none("nothing to reckon with");
  const here = (): Working => formulaValue(first, ask);
  const before = (): Working => moved(first, ask, comparativeCode(ask.span.code));
  switch (formula.name) {
    case "prior":
      return before();
    case "change": {
      const parts = [here(), before()];
      return bounded(parts, () => difference("current - base", parts));
    }
    case "growth": {
      const [current, base] = [here(), before()];
      return bounded([current, base], () =>
        growth("current / base - 1", current, base, ask.desk.books.company.growthCap),
      );
    }
    case "ltm":
      return moved(first, ask, `${lastQuarter(ask)}-LTM`);
    case "year-to-date":
      return moved(first, ask, yearToDateCode(lastQuarter(ask)));
    case "group":
      return formulaValue(first, { ...ask, member: GROUP });
    default:
      return extreme(
        formula.name,
        `${formula.name} of`,
        formula.of.map((one) => formulaValue(one, ask)),
      );
  }
}

/**
 * Why a formula speaks of a period that is not there; undefined where it does not. A sum passes over what is nil, and of a period that is not in the calendar
 * or the books it would pass over everything.
 */
export function absentPeriod(formula: Formula, ask: Ask): string | undefined {
  switch (formula.kind) {
    case "number":
      return undefined;
    case "name":
      return monthNotThere(formula.name, ask);
    case "negative":
    case "in":
      return absentPeriod(formula.of, ask);
    case "operation":
      return absentPeriod(formula.left, ask) ?? absentPeriod(formula.right, ask);
    case "call": {
      const code = otherPeriod(formula.name, ask);
      const here = formula.name === "change" || formula.name === "growth" || code === undefined ? [ask] : [];
      const span = code === undefined ? undefined : ask.desk.period(code);
      if (code !== undefined && span === undefined) return `${code} is not in the calendar of the company`;
      const asks = span === undefined ? here : [...here, { ...ask, span }];
      for (const each of asks)
        for (const part of formula.of) {
          const why = absentPeriod(part, each);
          if (why !== undefined) return why;
        }
      return undefined;
    }
  }
}

function monthNotThere(name: string, { desk, span }: Ask): string | undefined {
  const measure = desk.measures.get(name);
  if (measure === undefined || measure.reach === "calendar") return undefined;
  const months = measure.instant ? span.months.slice(-1) : span.months;
  const base = comparativeCode(span.code) ?? "the year before";
  if (measure.reach === "comparative" && desk.period(base) === undefined)
    return `${base} is not in the calendar of the company`;
  const missing = months.find(({ month }) => !desk.ledger.months.has(month));
  return missing === undefined ? undefined : `${span.code}: the books hold nothing of ${missing.month}`;
}

/** The period that a function looks at instead of the one that is asked for; undefined of functions that stay where they are. */
function otherPeriod(name: string, ask: Ask): string | undefined {
  switch (name) {
    case "prior":
    case "change":
    case "growth":
      return comparativeCode(ask.span.code) ?? "the year before";
    case "ltm":
      return `${lastQuarter(ask)}-LTM`;
    case "year-to-date":
      return yearToDateCode(lastQuarter(ask)) ?? "the year to date";
    default:
      return undefined;
  }
}

const lastQuarter = (ask: Ask): string => ask.span.months.at(-1)?.quarter ?? "";

function moved(formula: Formula, ask: Ask, code: string | undefined): Working {
  const span = code === undefined ? undefined : ask.desk.period(code);
  return span === undefined
    ? none(`${code ?? "the other period"} is not in the calendar of the company`)
    : formulaValue(formula, { ...ask, span });
}
