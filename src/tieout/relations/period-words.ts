import { type Day, monthOf, ordinal } from "../../calendar/date.ts";
import { fiscalYearOf, nominalEnd, startOfMonths } from "../../calendar/fiscal.ts";
import type { DateToken, PeriodToken } from "../lex/token.ts";
import { resolve } from "../meaning/document-context.ts";
import type { Relation } from "./relation.ts";
import { count, plainDay, worded } from "./said-wording.ts";
import { doubtful, holding } from "./saying.ts";
import type { Line, Scene } from "./scene.ts";

/** "third quarter ended September 29, 2007". */
interface NamedQuarter {
  readonly line: Line;
  readonly phrase: PeriodToken;
  readonly date: DateToken;
  readonly end: Day;
  readonly quarter: number;
}

/** Quarters named beside the day that they end on (T43). */
export function periodWords(scene: Scene): readonly Relation[] {
  const named = namedQuarters(scene);
  const votes = new Map<number, number>();
  for (const q of named) votes.set(yearEnd(q), (votes.get(yearEnd(q)) ?? 0) + 1);
  const usual = [...votes].find(([, n]) => n >= 2 && n > named.length / 2)?.[0];
  return named.map((q) => (usual !== undefined && yearEnd(q) !== usual ? misnamed(q, usual, scene) : dated(q, scene)));
}

/** The month that the year ends with if the quarter is named rightly. */
const yearEnd = ({ end, quarter }: NamedQuarter): number =>
  ((monthOf(nominalEnd(end)) + 3 * (4 - quarter) - 1) % 12) + 1;

const BETWEEN = /^[\s,]{0,3}(?:on )?$/;

function namedQuarters({ lines }: Scene): readonly NamedQuarter[] {
  const found: NamedQuarter[] = [];
  for (const line of lines)
    line.tokens.forEach((phrase, i) => {
      const date = line.tokens[i + 1];
      if (phrase.kind !== "period" || date?.kind !== "date" || !phrase.phrase.ended) return;
      const [length, more] = phrase.phrase.lengths;
      const quarter = phrase.phrase.nth;
      if (
        length?.unit !== "quarter" ||
        length.count !== 1 ||
        more !== undefined ||
        quarter === undefined ||
        quarter > 4
      )
        return;
      if (date.date === undefined || !BETWEEN.test(line.text.slice(phrase.to, date.from))) return;
      found.push({ line, phrase, date, end: date.date, quarter });
    });
  return found;
}

const figuresOf = ({ phrase, date }: NamedQuarter, scene: Scene): readonly (number | undefined)[] => [
  scene.figureOf.get(phrase),
  scene.figureOf.get(date),
];

const printOf = ({ line, phrase, date }: NamedQuarter): string => line.text.slice(phrase.from, date.to);

function dated(q: NamedQuarter, scene: Scene): Relation {
  const start =
    resolve(scene.context, q.phrase.phrase, q.date)[0]?.start ?? startOfMonths(scene.context.calendar, q.end, 3);
  const length = ordinal(q.end) - ordinal(start) + 1;
  return holding({
    rule: "T43",
    kind: "period",
    text: `${printOf(q)} is ${plainDay(start)} to ${worded(q.end)}: ${count(length, "day")}, in fiscal ${fiscalYearOf(scene.context.calendar, q.end)}`,
    evidence: "the calendar of the document",
    figures: figuresOf(q, scene),
  });
}

const ORDINALS = ["first", "second", "third", "fourth"];

function misnamed(q: NamedQuarter, usual: number, scene: Scene): Relation {
  const months = (((monthOf(nominalEnd(q.end)) - usual - 1) % 12) + 12) % 12;
  const quarter = ORDINALS[Math.floor(months / 3)]!;
  return doubtful(
    {
      rule: "T43",
      kind: "period",
      text: `${printOf(q)} is a quarter of the document's calendar`,
      evidence: "the other quarters that are named with their days",
      figures: figuresOf(q, scene),
    },
    {
      code: "quarter-differs",
      severity: "warning",
      message: `"${printOf(q)}" is printed; as the document names its other quarters, the one that ends then is the ${quarter}.`,
      remedy: "Correct the quarter or the day.",
    },
  );
}
