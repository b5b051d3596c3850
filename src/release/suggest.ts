import type { Books } from "../books/books.ts";
import { comparativeCode, periodOf, yearToDateCode } from "../books/periods.ts";
import type { Day } from "../calendar/date.ts";
import type { Fact } from "../measures/fact.ts";
import type { FactBook } from "../measures/fact-book.ts";
import { memberText } from "../measures/member.ts";
import { dayInWords, fiscalYear } from "./calendar-words.ts";
import { formOf } from "./form-words.ts";
import { printFigure } from "./print.ts";

/** What to do about typed digits: the binding that prints them, where one can be named. */
export type Suggest = (text: string, from: number, to: number) => string;

interface Candidate {
  readonly binding: string;
  readonly text: string;
  readonly from: number;
  readonly fact: Fact;
}

const OTHERWISE =
  'Bind it to its fact, write {literal "…": reason} where it is no figure, or waive it with a reason in marks.yaml.';

/** No more facts than these are made to find the one that somebody typed. */
const MOST_FACTS = 4000;

/** Looks typed digits up among the facts of the release's quarter, of the year to date and of the year before; the facts are made at the first question. */
export function suggestions(books: Books, facts: FactBook, quarter: string, date: Day): Suggest {
  let index: ReadonlyMap<string, readonly Candidate[]> | undefined;
  const calendar = calendarTexts(books, quarter, date);
  return (text, from, to) => {
    const days = calendar.find(({ text: words }) => {
      const at = text.indexOf(words, Math.max(0, to - words.length));
      return at >= 0 && at <= from && to <= at + words.length;
    });
    if (days !== undefined) return `Bind it: ${days.binding} prints "${days.text}".`;
    index ??= indexOf(books, facts, quarter);
    const all = index.get(text.slice(from, to)) ?? [];
    const whole = all.filter((one) => from >= one.from && text.startsWith(one.text, from - one.from));
    const fits = whole.length > 0 ? longest(whole) : all;
    const plain = narrowed(
      narrowed(mostSaid(fits, text, from), ({ fact }) => fact.basis === "GAAP"),
      ({ fact }) => memberText(fact.member) === "",
    );
    const [only, second] = plain;
    if (only === undefined) return OTHERWISE;
    if (second === undefined) return `Bind it: ${only.binding} prints "${only.text}".`;
    const named = plain.slice(0, 3).map(({ binding }) => binding);
    const more = plain.length > 3 ? ` and ${plain.length - 3} more` : "";
    return `Bind it to its fact: ${named.join(", ")}${more} print these digits.`;
  };
}

/** Those that fit better, where any do. */
function narrowed(all: readonly Candidate[], isBetter: (one: Candidate) => boolean): readonly Candidate[] {
  const better = all.filter(isBetter);
  return better.length > 0 ? better : all;
}

/** Of those that stand there whole, the unit beside the digits says more than the digits alone. */
function longest(fits: readonly Candidate[]): readonly Candidate[] {
  const most = Math.max(...fits.map(({ text }) => text.length));
  return fits.filter(({ text }) => text.length === most);
}

/** How far around the digits their sentence speaks of them. */
const AROUND = 120;

/** Those whose measure and members the words around the digits name best. */
function mostSaid(all: readonly Candidate[], text: string, at: number): readonly Candidate[] {
  const before =
    text
      .slice(Math.max(0, at - AROUND), at)
      .split(/[.!?;] /)
      .at(-1) ?? "";
  const behind = text.slice(at, at + AROUND).split(/[.!?;] /)[0] ?? "";
  const around = `${before}${behind}`.toLowerCase();
  const said = new Set(around.replace(/\b(?:grew|grow|grows|rose|increased)\b/g, "growth").match(/\p{L}{2,}/gu) ?? []);
  const scores = all.map(({ fact }) => {
    const words = `${fact.measure} ${Object.values(fact.member).join(" ")}`.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
    return words.reduce((sum, word) => sum + (said.has(word) ? 2 : -1), 0);
  });
  const most = Math.max(...scores);
  return all.filter((_, i) => scores[i] === most);
}

function calendarTexts(books: Books, quarter: string, date: Day): readonly Pick<Candidate, "binding" | "text">[] {
  const before = comparativeCode(quarter) ?? "";
  const ends = [
    { binding: "{period-end}", end: periodOf(books.company, quarter)?.end },
    { binding: "{period-end year-ago}", end: periodOf(books.company, before)?.end },
  ];
  return [
    { binding: "{date}", text: dayInWords(date) },
    ...ends.flatMap(({ binding, end }) => (end === undefined ? [] : [{ binding, text: dayInWords(end) }])),
    { binding: "{year}", text: fiscalYear(quarter) },
    { binding: "{year year-ago}", text: fiscalYear(before) },
  ];
}

/** The forms that people round to, beside the usual one. */
const FORMS: Readonly<Partial<Record<Fact["unit"], readonly string[]>>> = {
  money: ["billions", "millions 1"],
  ratio: ["0.1"],
  "basis-points": ["1"],
};

function indexOf(books: Books, facts: FactBook, quarter: string): ReadonlyMap<string, readonly Candidate[]> {
  const index = new Map<string, Candidate[]>();
  let left = MOST_FACTS;
  const toDate = yearToDateCode(quarter) ?? quarter;
  const periods = new Map([
    [quarter, ""],
    [comparativeCode(quarter) ?? "", " year-ago"],
    ...(toDate === quarter
      ? []
      : ([
          [toDate, " to-date"],
          [comparativeCode(toDate) ?? "", " year-ago to-date"],
        ] as const)),
  ]);
  // What is said of the whole group comes first, should there be more facts than are looked at.
  const asks = [true, false].flatMap((isGroup) =>
    facts.measures.flatMap((info) =>
      info.members.filter((one) => (memberText(one) === "") === isGroup).map((member) => ({ info, member })),
    ),
  );
  for (const { info, member } of asks)
    for (const [code, words] of periods) {
      if (left-- <= 0) return index;
      const fact = facts.fact(info.name, code, member);
      if (fact === undefined || typeof fact.value === "string") continue;
      // A balance of the year to date is that of the quarter.
      if (fact.start === undefined && words.endsWith("to-date")) continue;
      const parts = Object.entries(member).map(
        ([kind, name]) => ` ${kind}=${/[\s=|:,"]/.test(name) ? `"${name}"` : name}`,
      );
      take(index, fact, `${info.name}${words}${parts.join("")}`, books);
    }
  return index;
}

function take(index: Map<string, Candidate[]>, fact: Fact, ask: string, books: Books): void {
  const seen = new Set<string>();
  for (const words of ["", ...(FORMS[fact.unit] ?? [])]) {
    const pieces = words
      .split(" ")
      .filter((word) => word !== "")
      .map((text) => ({ text, start: 0, end: 0 }));
    const formed = formOf(pieces, fact.unit, books.company.rounding);
    if ("trouble" in formed) continue;
    const { text, from, to } = printFigure(fact, formed.form);
    const digits = text.slice(from, to);
    if (digits === "" || seen.has(text)) continue;
    seen.add(text);
    const binding = `{${ask}${words === "" ? "" : ` | ${words}`}}`;
    index.set(digits, [...(index.get(digits) ?? []), { binding, text, from, fact }]);
  }
}
