import type { SourcePlace } from "../books/books.ts";
import { type FiscalPeriod, periodOf } from "../books/periods.ts";
import type { Day } from "../calendar/date.ts";
import { compare, ZERO } from "../exact/rational.ts";
import type { Fact } from "../measures/fact.ts";
import { memberText } from "../measures/member.ts";
import { tellDirections } from "./_directions.ts";
import { fittedWords } from "./_fitted-words.ts";
import type { Binding, FigureAsk } from "./binding.ts";
import { capital, dateline, dayInWords, fiscalYear, stretchInWords, titled, weeksOf } from "./calendar-words.ts";
import { codeOf, type FactDesk, factOf } from "./find-fact.ts";
import { type FormTrouble, formOf } from "./form-words.ts";
import { hasWords } from "./number-words.ts";
import { inUnit, printFigure } from "./print.ts";
import type { BoundFigure, Inline, PrintForm } from "./release.ts";
import type { TextInline } from "./release-text.ts";
import type { Piece } from "./source-text.ts";

/** What a block's bindings are printed with. */
export interface PrintDesk extends FactDesk {
  readonly date: Day;
  readonly city: string | undefined;
  /** Whether the words of this block begin with capitals, as in a headline. */
  readonly isTitle: boolean;
  /** The forms that the figures of this block are printed in: words are chosen from what stands beside them. */
  readonly forms: ReadonlyMap<string, readonly Piece[]>;
  /** The figures whose side a word of this block says: "declined 5 percent" has no sign. */
  readonly said: ReadonlySet<string>;
}

/** A block's words and figures as they are printed; what cannot be printed is told and left out. */
export function printedContent(
  content: readonly TextInline[],
  desk: Omit<PrintDesk, "forms" | "said" | "isTitle">,
  isHeading: boolean,
): readonly Inline[] {
  const whole: PrintDesk = {
    ...desk,
    isTitle: isHeading && isTitled(content),
    forms: formsOf(content, desk),
    said: saidIn(content, desk),
  };
  const printed = fittedWords(content.flatMap((inline) => printedInline(inline, whole)));
  tellDirections(printed, desk.say);
  return printed;
}

function printedInline(inline: TextInline, desk: PrintDesk): readonly Inline[] {
  switch (inline.kind) {
    case "text":
      return [{ kind: "text", text: inline.printed.text, strong: inline.strong, emphasis: inline.emphasis }];
    case "link":
      return [{ kind: "link", text: inline.printed.text, url: inline.url }];
    case "break":
      return [inline];
    case "binding":
      return printedBinding(inline, desk);
  }
}

/** Whether the longer words of a heading begin with capitals. */
function isTitled(content: readonly TextInline[]): boolean {
  const text = content.flatMap((inline) => (inline.kind === "text" ? [inline.printed.text] : [])).join(" ");
  const words = text.match(/\p{L}{5,}/gu) ?? [];
  return words.length > 0 && words.every((word) => word[0] !== word[0]!.toLowerCase());
}

const askKey = (ask: FigureAsk, quarter: string): string =>
  [
    ask.measure.text,
    ...ask.period
      .map((word) => (word.text === quarter ? "" : word.text))
      .filter((word) => word !== "" && word !== "this"),
    memberText(Object.fromEntries(ask.member.map((part) => [part.kind, part.name.text]))),
  ].join("\n");

function formsOf(content: readonly TextInline[], { quarter }: Pick<FactDesk, "quarter">): PrintDesk["forms"] {
  const forms = new Map<string, readonly Piece[]>();
  for (const inline of content) {
    if (inline.kind !== "binding" || inline.binding.kind !== "figure") continue;
    const key = askKey(inline.binding.ask, quarter);
    if (!forms.has(key)) forms.set(key, inline.binding.form);
  }
  return forms;
}

function saidIn(content: readonly TextInline[], { quarter }: Pick<FactDesk, "quarter">): ReadonlySet<string> {
  return new Set(
    content.flatMap((inline) => {
      const binding = inline.kind === "binding" && inline.binding.kind === "word" ? inline.binding : undefined;
      const [only, second] = binding?.asks ?? [];
      return only === undefined || second !== undefined ? [] : [askKey(only, quarter)];
    }),
  );
}

type BindingInline = Extract<TextInline, { readonly kind: "binding" }>;

function printedBinding(inline: BindingInline, desk: PrintDesk): readonly Inline[] {
  const { binding, strong, emphasis, start } = inline;
  const place = desk.source.at(start);
  const style = { ...(strong ? { strong } : {}), ...(emphasis ? { emphasis } : {}) };
  switch (binding.kind) {
    case "figure": {
      const figure = boundFigure(binding, place, desk);
      return figure === undefined ? [] : [{ kind: "figure", figure, ...style }];
    }
    case "word":
    case "plural": {
      const words = chosenWord(binding, desk);
      if (words === undefined) return [];
      const texts = binding.kind === "word" ? aroundFigure(words, binding) : [words];
      return texts.flatMap((text, i): readonly Inline[] => {
        const figure = i > 0 && binding.kind === "word" ? figureOfWord(binding, place, desk) : undefined;
        const before: readonly Inline[] = figure === undefined ? [] : [{ kind: "figure", figure, ...style }];
        return text === "" ? before : [...before, { kind: "text", text, strong, emphasis }];
      });
    }
    case "literal":
      return [{ kind: "literal", text: binding.text.text, reason: binding.reason.text, place, ...style }];
    case "calendar": {
      const text = calendarText(binding, desk);
      return text === undefined ? [] : [{ kind: "literal", text, reason: CALENDAR, place, ...style }];
    }
  }
}

/** A # that is no part of a word: there the figure stands that the words are chosen by. */
const FIGURE = /(?<![^\s(])#(?![\p{L}\p{N}#])/u;

/** Words that are chosen by one figure, taken apart where they print it. */
const aroundFigure = (words: string, { asks }: Extract<Binding, { kind: "word" }>): readonly string[] =>
  asks.length === 1 ? words.split(FIGURE) : [words];

function figureOfWord(
  { asks: [ask], form }: Extract<Binding, { kind: "word" }>,
  place: SourcePlace,
  desk: PrintDesk,
): BoundFigure | undefined {
  return ask === undefined ? undefined : boundFigure({ ask, form: formBeside(form, ask, desk) }, place, desk);
}

/** The form that is written, or else that in which the same figure stands in its paragraph. */
const formBeside = (form: readonly Piece[], ask: FigureAsk, desk: PrintDesk): readonly Piece[] =>
  form.length > 0 ? form : (desk.forms.get(askKey(ask, desk.quarter)) ?? []);

const CALENDAR = "a day or a period of the calendar";

const tellForm = ({ word, message, remedy }: FormTrouble, { say, source }: PrintDesk): void =>
  say("form-does-not-fit", source.at(word.start), message, remedy);

function factInForm(
  ask: FigureAsk,
  words: readonly Piece[],
  desk: PrintDesk,
): { readonly fact: Fact; readonly form: PrintForm } | undefined {
  const fact = factOf(ask, desk);
  if (fact === undefined) return undefined;
  const formed = formOf(words, fact.unit, desk.books.company.rounding);
  if ("form" in formed) return { fact, form: formed.form };
  tellForm(formed.trouble, desk);
  return undefined;
}

function boundFigure(
  binding: Pick<Extract<Binding, { kind: "figure" }>, "ask" | "form">,
  place: SourcePlace,
  desk: PrintDesk,
): BoundFigure | undefined {
  const made = factInForm(binding.ask, binding.form, desk);
  if (made === undefined) return undefined;
  const { fact } = made;
  const isSaid = desk.said.has(askKey(binding.ask, desk.quarter)) && made.form.negative !== "brackets";
  const form: PrintForm = isSaid ? { ...made.form, absolute: true } : made.form;
  const { text, from, to, value } = printFigure(fact, form);
  const inWords = binding.form.find((word) => word.text === "words");
  if (inWords !== undefined && value !== undefined && !hasWords(inUnit(value, form.scale))) {
    const message = `"${fact.measure}" prints as ${printFigure(fact, { ...form, words: false }).text}, and words are found for whole numbers below a million only.`;
    tellForm({ word: inWords, message, remedy: "Take the word out, or ask for a larger scale." }, desk);
    return undefined;
  }
  return { id: "", fact, form, text, from, to, place };
}

/** The word that what is printed asks for: a growth of nothing is never said to have grown (MEA-02). */
function chosenWord(binding: Extract<Binding, { kind: "word" | "plural" }>, desk: PrintDesk): string | undefined {
  const asks = binding.kind === "word" ? binding.asks : [binding.ask];
  const values = asks.map((ask) => {
    const made = factInForm(ask, formBeside(binding.form, ask, desk), desk);
    if (made === undefined) return undefined;
    // The word says the side, so the figure beside it may be printed by its size alone.
    const { value } = printFigure(made.fact, { ...made.form, absolute: false, words: false });
    return value === undefined ? undefined : { value, form: made.form, fact: made.fact };
  });
  const [first, second] = values;
  if (first === undefined || (asks.length > 1 && second === undefined)) return undefined;
  if (binding.kind === "plural") {
    const count = inUnit(first.value, first.form.scale);
    return binding.words[count.d === 1n && (count.n === 1n || count.n === -1n) ? 0 : 1].text;
  }
  if (second !== undefined && second.fact.unit !== first.fact.unit) {
    const message = `"${first.fact.measure}" and "${second.fact.measure}" are of different units, and cannot be compared.`;
    tellForm({ word: asks[1]!.measure, message, remedy: "Compare two figures of one unit." }, desk);
    return undefined;
  }
  const side = compare(first.value, second === undefined ? ZERO : second.value);
  return binding.words[side > 0 ? 0 : side < 0 ? 1 : 2].text;
}

function calendarText(binding: Extract<Binding, { kind: "calendar" }>, desk: PrintDesk): string | undefined {
  const code = codeOf(binding.period, binding.place, desk);
  const period = code === undefined ? undefined : periodOf(desk.books.company, code);
  if (period === undefined) return undefined;
  const areWords = binding.form.some((word) => word.text === "words");
  const odd = binding.form.find((word) => word.text !== "words" || binding.name !== "weeks");
  if (odd !== undefined) {
    const remedy = "Take the form out; {weeks | words} alone has one.";
    tellForm({ word: odd, message: `"${binding.name}" is not printed as ${odd.text}.`, remedy }, desk);
    return undefined;
  }
  const text = calendarWords(binding, period, areWords, desk);
  if (text === undefined) return undefined;
  return desk.isTitle ? titled(text) : binding.isCapital ? capital(text) : text;
}

function calendarWords(
  { name, place }: Extract<Binding, { kind: "calendar" }>,
  period: FiscalPeriod,
  areWords: boolean,
  { date, city, say, source }: PrintDesk,
): string | undefined {
  switch (name) {
    case "date":
      return dayInWords(date);
    case "dateline":
      if (city !== undefined) return dateline(city, date);
      say(
        "setting-missing",
        source.at(place.start),
        "The dateline has no city.",
        'Write "city:" into the head of the release.',
      );
      return undefined;
    case "quarter":
      return stretchInWords(period);
    case "year":
      return fiscalYear(period.code);
    case "period-start":
      return dayInWords(period.start);
    case "period-end":
      return dayInWords(period.end);
    case "weeks": {
      const weeks = weeksOf(period, areWords);
      const message = `${period.code} is not made of whole weeks.`;
      if (weeks === undefined) say("form-does-not-fit", source.at(place.start), message, "Say its months instead.");
      return weeks;
    }
  }
}
