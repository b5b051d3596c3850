import { ordinal, weekday } from "../../calendar/date.ts";
import type { DateToken, Token } from "../lex/token.ts";
import type { Relation } from "./relation.ts";
import { count, plainDay, weekdayName } from "./said-wording.ts";
import { doubtful, holding } from "./saying.ts";
import type { Line, Scene } from "./scene.ts";

/** Weeks and days that are counted, against their dates (T63). */
export function days(scene: Scene): readonly Relation[] {
  const heads = scene.tables.flatMap(({ block, meaning }) => {
    const tokens = block.rows.slice(0, meaning.headRows).flatMap((row) => row.cells.flatMap((c) => c.tokens));
    return tokens.some(isWeeks) ? weeksApart(tokens, scene) : [];
  });
  const texts = scene.lines.flatMap((line) =>
    line.column === undefined && line.tokens.some(isWeeks) ? weeksApart(endsIn(line), scene) : [],
  );
  return [...heads, ...texts, ...scene.lines.flatMap((line) => counted(line, scene))];
}

const isWeeks = (t: Token): boolean =>
  t.kind === "period" && t.phrase.ended && t.phrase.lengths.some((l) => l.unit === "week" && l.count >= 12);

/** "thirteen weeks ended November 2, 2024 and October 28, 2023": the dates right behind the phrase. */
function endsIn({ text, tokens }: Line): readonly Token[] {
  const at = tokens.findIndex(isWeeks);
  const ends: Token[] = [];
  let end = tokens[at]!.to;
  for (const token of tokens.slice(at + 1)) {
    if (
      token.kind !== "date" ||
      !/^[\s,]{0,3}(?:(?:and|compared (?:to|with)|versus|on) )?(?:the )?$/.test(text.slice(end, token.from))
    )
      break;
    ends.push(token);
    end = token.to;
  }
  return ends;
}

const isDay = (t: Token): t is DateToken & { readonly date: string } => t.kind === "date" && t.date !== undefined;

/** Ends of periods that are counted in weeks lie whole weeks apart. */
function weeksApart(tokens: readonly Token[], scene: Scene): readonly Relation[] {
  const ends = tokens.filter(isDay);
  const [first] = ends;
  if (first === undefined || ends.length < 2) return [];
  const odd = ends.find((t) => weekday(t.date) !== weekday(first.date));
  const figures = ends.map((t) => scene.figureOf.get(t));
  const saying = {
    rule: "T63",
    kind: "weeks",
    text: `periods of whole weeks end on ${weekdayName(first.date)}`,
    evidence: "the weeks that the heads or the sentence count",
    figures,
  };
  if (odd === undefined) return [holding(saying)];
  const apart = Math.abs(ordinal(first.date) - ordinal(odd.date));
  return [
    doubtful(
      { ...saying, culprit: scene.figureOf.get(odd) },
      {
        code: "weeks-differ",
        severity: "warning",
        message:
          `The periods are counted in weeks, but ${plainDay(first.date)} is a ${weekdayName(first.date)} and ${plainDay(odd.date)} ` +
          `a ${weekdayName(odd.date)}: ${count(apart, "day")} apart, no whole weeks.`,
        remedy: "Check the ends of both periods.",
      },
    ),
  ];
}

const RANGE = /^\s?(?:,\s)?(?:to|through|until|and|–|—|-)\s?$/;
const COUNT = /^[\s,]{0,2}\(?(?:a (?:period|total) of )?(\d{1,3}) (days|weeks)\b/;

/** "from July 1 to September 29, 2007 (91 days)". */
function counted(line: Line, scene: Scene): readonly Relation[] {
  const { text, tokens } = line;
  const relations: Relation[] = [];
  tokens.forEach((from, i) => {
    const to = tokens[i + 1];
    if (from.kind !== "date" || to === undefined || !isDay(to) || !RANGE.test(text.slice(from.to, to.from))) return;
    const m = COUNT.exec(text.slice(to.to, to.to + 40));
    const start = from.date ?? `${to.date.slice(0, 4)}-${two(from.month)}-${two(from.day)}`;
    if (m === null || start > to.date) return;
    const said = Number.parseInt(m[1]!, 10) * (m[2] === "weeks" ? 7 : 1);
    const length = ordinal(to.date) - ordinal(start) + 1;
    const saying = {
      rule: "T63",
      kind: "days",
      text: `${text.slice(from.from, to.to)} has ${m[1]} ${m[2]}`,
      evidence: "the calendar",
      figures: [scene.figureOf.get(from), scene.figureOf.get(to)],
    };
    // The first and the last day may both be counted, or one of them.
    if (said === length || said === length - 1) relations.push(holding(saying));
    else
      relations.push(
        doubtful(saying, {
          code: "days-differ",
          severity: "warning",
          message: `"${m[1]} ${m[2]}" stands after ${text.slice(from.from, to.to)}, which has ${count(length, "day")}, the first and the last counted.`,
          remedy: "Correct the count, or one of the days.",
        }),
      );
  });
  return relations;
}

const two = (n: number): string => String(n).padStart(2, "0");
