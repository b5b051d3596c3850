/** Why something is left to the writer. */
export type CarryReason = "quotation" | "outlook" | "typed" | "unmoved" | "call" | "period" | "date";

const WHAT: Readonly<Record<CarryReason, readonly [mark: string, told: string]>> = {
  quotation: ["check this quotation", "a quotation"],
  outlook: ["check what is expected here", "something expected"],
  typed: ["check the day, the period or the number that is typed here", "a day, a period or a number that is typed"],
  unmoved: ["check this text, in which no figure moves", "text in which no figure moves"],
  call: ["check this part of the call", "the call"],
  period: ["check the period here", "a period that cannot be moved"],
  date: ["write the day it goes out", "the day it goes out"],
};

/** What every mark begins with. */
export const CARRIED = "[[carried over";

/**
 * What is put before something that the writer is to look at. The build refuses it as long as it stands (`placeholder`). It holds no sign that Markdown,
 * bindings or quoted YAML have a use for, but for its brackets.
 */
export const carryMark = (reason: CarryReason, period: string): string =>
  `${CARRIED} from ${period}: ${WHAT[reason][0]}]]`;

const MOST_WORDS = 60;

/** The same for the answer of the command: what it is, and how it begins. */
export function carryTold(reason: CarryReason, text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const begin = line.length > MOST_WORDS ? `${line.slice(0, MOST_WORDS - 1)}…` : line;
  return begin === "" ? WHAT[reason][1] : `${WHAT[reason][1]}: ${begin}`;
}

const MONTH = "January|February|March|April|June|July|August|September|October|November|December";

/** Days, times, fiscal periods and numbers to call, as people type them; "May" only beside a number, for it is a word as well. */
const TYPED: readonly RegExp[] = [
  new RegExp(`\\b(?:${MONTH}|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)(?![\\p{L}])`, "u"),
  /\bMay \d|\d May\b|\b(?:in|of|by|since|until|through) May\b/,
  /\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)[ -](?:fiscal[ -])?quarter/i,
  /\b(?:first|second)[ -]half\b/i,
  /\b(?:six|nine|twelve|thirty-nine|twenty-six|fifty-two|fifty-three)[ -](?:months?|weeks?)\b/i,
  /\b(?:full|fiscal)[ -]year\b|\byear[ -]end(?:ed)?\b/i,
  /\b[QH][1-4]\b|\b[1-4]Q\d*\b|\bFY ?\d/,
  /(?<![\d.,$€£])(?:19|20)\d\d(?!\d|[,.]\d|%)/,
  /\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b/i,
  /\b\d{1,2}:\d\d\b/,
  /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/,
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/,
  /\b(?:this|last|next|later this|earlier this) (?:week|month|morning|afternoon|evening)\b/i,
  /\d{3}[-.) ]{1,2}\d{4}\b|\+\d{1,3} \d/,
];

/** Whether a day, a time, a period or a number to call is typed in a text. */
export const isDated = (text: string): boolean => TYPED.some((pattern) => pattern.test(text));

/** Whether a text says what is to come. */
export const isOutlook = (text: string): boolean =>
  /\b(?:expect(?:s|ed|ing|ation|ations)?|anticipat(?:e|es|ed|ing)|forecasts?|guidance|outlook|projects|projected|intends?|plans? to|aims? to|will|targets?)\b/i.test(
    text,
  );

/** Whether a text quotes more than a name. */
export const isQuoting = (text: string): boolean => /["“][^"“”]{16,}["”]/.test(text);
