import { type Day, day, daysInMonth } from "../calendar/date.ts";
import { compare, decimal, divide, ONE, type Rational, sign, whole, ZERO } from "../exact/rational.ts";
import type { FindingCode } from "../finding-code.ts";
import { nearestTo } from "../text/nearest.ts";
import { isPeriodCode } from "./periods.ts";
import type { Remedy } from "./said.ts";

/** What a cell or a setting can hold: how it is read, and what is expected where it cannot be. */
export interface Kind<T> {
  /** "a day, 2007-09-29,": stands between a semicolon and "was expected". */
  readonly expected: string;
  /** Never asked for empty text. */
  readonly read: (text: string) => T | Wrong;
  /** What an editor checks: a part of a JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The file whose names the text must be among. */
  readonly names?: NameKind;
}

/** What is declared in one file and named in others. */
export type NameKind = "entity" | "account" | "month";

/** `stands` says what is wrong, before "; ... was expected". */
export interface Wrong {
  readonly wrong: FindingCode;
  readonly stands?: string;
  readonly remedy: Remedy;
}

export const isWrong = (read: unknown): read is Wrong => typeof read === "object" && read !== null && "wrong" in read;

export const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}\u2026` : text);

export const text: Kind<string> = {
  expected: "text",
  read: (written) => written.trim(),
  // An editor takes "600519" for a number; here it is the text that stands there.
  schema: { type: ["string", "number"], minLength: 1 },
};

const matching = (expected: string, pattern: string, wrong: FindingCode, remedy: string): Kind<string> => {
  const whole = new RegExp(pattern);
  return {
    expected,
    read: (written) => (whole.test(written) ? written : { wrong, remedy: blanks(written) ?? remedy }),
    schema: { type: "string", pattern },
  };
};

const blanks = (written: string): string | undefined =>
  /^\s|\s$/.test(written) ? "Take out the blanks at its ends." : undefined;

/** Codes are compared letter by letter, so that nothing may hide in them. */
const letters: Kind<string> = matching(
  "a code of letters, digits, points, hyphens and underscores",
  "^[A-Za-z0-9._-]{1,64}$",
  "code-not-plain",
  "Write it with these characters alone.",
);

export const code: Kind<string> = { ...letters, schema: { ...letters.schema, type: ["string", "number"] } };

export const currency: Kind<string> = matching(
  "a currency code of ISO 4217, such as USD,",
  "^[A-Z]{3}$",
  "code-not-plain",
  "Write the three capital letters of the currency.",
);

export const country: Kind<string> = matching(
  "a country code of ISO 3166, such as US,",
  "^[A-Z]{2}$",
  "code-not-plain",
  "Write the two capital letters of the country.",
);

export const entityName: Kind<string> = { ...code, names: "entity" };
export const accountName: Kind<string> = { ...code, names: "account" };

/** A fiscal month that may lie outside of those of the company. */
export const month: Kind<string> = matching(
  "a fiscal month, such as 2007-P07,",
  "^\\d{4}-P(0[1-9]|1[0-9])$",
  "period-not-plain",
  "Write the fiscal year, a hyphen, P and the number of the month with two digits.",
);

export const monthName: Kind<string> = { ...month, names: "month" };

export const quarter: Kind<string> = matching(
  "a fiscal quarter, such as 2007-Q3,",
  "^\\d{4}-Q[1-4]$",
  "period-not-plain",
  "Write the fiscal year, a hyphen, Q and the number of the quarter.",
);

export const periodCode: Kind<string> = {
  expected: "a stretch of time, such as 2007-P07, 2007-Q3, 2007-9M, 2007-FY or 2007-Q3-LTM,",
  read: (written) =>
    isPeriodCode(written)
      ? written
      : { wrong: "period-not-plain", remedy: blanks(written) ?? "Write one of these forms with its year and number." },
  schema: { type: "string" },
};

const PLAIN_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

export const dayKind: Kind<Day> = {
  expected: "a day of the calendar, such as 2007-09-29,",
  read: readDay,
  schema: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\d$" },
};

function readDay(written: string): Day | Wrong {
  const parts = PLAIN_DAY.exec(written);
  if (parts === null)
    return {
      wrong: "day-not-plain",
      remedy: blanks(written) ?? "Write the year, the month and the day, with hyphens between them and nothing else.",
    };
  const [year, inYear, inMonth] = parts.slice(1).map((part) => +part) as [number, number, number];
  const found = day(year, inYear, inMonth);
  if (found !== undefined) return found;
  const last = daysInMonth(year, inYear);
  const stands = last === 0 ? "has no such month" : `has a month of ${last} days`;
  return { wrong: "day-not-plain", stands, remedy: "Write a day that there is." };
}

const PLAIN_NUMBER = /^-?\d{1,40}(\.\d{1,40})?$/;

/** Any amount. */
export const amount: Kind<Rational> = {
  expected: "a plain number, such as -1234.50,",
  read: (written) =>
    PLAIN_NUMBER.test(written) ? plainNumber(written) : { wrong: "number-not-plain", remedy: numberRemedy(written) },
  schema: { type: ["number", "string"], pattern: PLAIN_NUMBER.source },
};

function plainNumber(written: string): Rational {
  const point = written.indexOf(".");
  if (point < 0) return whole(BigInt(written));
  return decimal(BigInt(written.slice(0, point) + written.slice(point + 1)), point + 1 - written.length);
}

/** What people and spreadsheets write instead of a plain number, and what to do about it. */
const NUMBER_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\s|\s$/, "Take out the blanks at its ends."],
  [/^-?\d{1,3}(,\d{3})+(\.\d+)?$/, "Take out the comma: thousands are not separated."],
  [/^-?\d{1,3}(\.\d{3})+,\d+$/, "Take out the points, and write a point for the comma."],
  [/^-?\d+,\d+$/, "Write a point for the comma."],
  [/^-?\d[\d.]*[eE][+-]?\d+$/, "Write out all digits; a spreadsheet has put an exponent there."],
  [/^\(.*\)$/, "Write a minus sign in front instead of the brackets."],
  [/%$/, "Take out the percent sign, and look which unit the column has."],
  [/^\+/, "Take out the plus sign."],
  [/^[\u2212\u2013\u2014]/, "Write a hyphen for the minus sign."],
  [/-$/, "Put the minus sign in front."],
  [/^-?\.\d+$/, "Write a zero in front of the point."],
  [/[$\u20ac\u00a3\u00a5]|[A-Z]{3}/, "Take out the currency; it has a column of its own where there is one."],
  [/\d[\s\u00a0\u202f']\d/, "Take out the separators between the digits."],
];

const numberRemedy = (written: string): string =>
  NUMBER_FORMS.find(([form]) => form.test(written))?.[1] ??
  "Write digits, a point before decimals, and a minus sign where it is below zero.";

const bounded = (
  expected: string,
  isRight: (r: Rational) => boolean,
  remedy: string,
  schema: Readonly<Record<string, unknown>>,
): Kind<Rational> => ({
  expected,
  read: (written) => {
    const read = amount.read(written);
    return isWrong(read) || isRight(read) ? read : { wrong: "number-out-of-range", remedy };
  },
  schema: { ...amount.schema, ...schema },
});

export const positive: Kind<Rational> = bounded("a number above zero", (r) => sign(r) > 0, "Look at its sign.", {
  exclusiveMinimum: 0,
});

export const notNegative: Kind<Rational> = bounded(
  "a number that is not below zero",
  (r) => sign(r) >= 0,
  "Look at its sign.",
  { minimum: 0 },
);

const isShare = (r: Rational): boolean => compare(r, ZERO) >= 0 && compare(r, ONE) <= 0;

/** 0 to 1. */
export const share: Kind<Rational> = bounded("a rate from 0 to 1", isShare, "Write 0.35 for 35 percent.", {
  minimum: 0,
  maximum: 1,
});

/** Written as 0 to 100, read as 0 to 1. */
export const percent: Kind<Rational> = {
  expected: "a percentage from 0 to 100",
  read: (written) => {
    const read = amount.read(written);
    if (isWrong(read)) return read;
    const asShare = divide(read, whole(100));
    return isShare(asShare) ? asShare : { wrong: "number-out-of-range", remedy: "Write 80 for 80 percent." };
  },
  schema: { ...amount.schema, minimum: 0, maximum: 100 },
};

/** One of a few words. */
export const oneOf = <const T extends string>(words: readonly T[]): Kind<T> => ({
  expected: words.length > 12 ? `one of ${words.length} words` : `one of ${words.join(", ")}`,
  read: (written) =>
    words.find((word) => word === written) ?? {
      wrong: "choice-unknown",
      remedy: () => `The nearest is ${nearestTo(written, words)}.`,
    },
  schema: { enum: words },
});

export const yesNo: Kind<boolean> = {
  expected: "yes or no",
  read: (written) =>
    written === "yes" || written === "no"
      ? written === "yes"
      : { wrong: "choice-unknown", remedy: "Write yes or no, in small letters." },
  schema: { enum: ["yes", "no"] },
};

/** Words or codes, separated by spaces. */
export const codes: Kind<readonly string[]> = {
  expected: "codes separated by spaces",
  read: (written) => {
    const parts = written.split(" ").filter((part) => part !== "");
    const other = parts.map((part) => code.read(part)).find(isWrong);
    return other ?? [...new Set(parts)];
  },
  schema: { type: "string" },
};
