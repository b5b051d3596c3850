import { keyOf } from "../names/learned.ts";
import { namedIn } from "../names/lexicon.ts";
import { anyCase } from "../pattern.ts";
import { captionOf, cleaned, type Taught } from "./_learn-name.ts";
import type { Told } from "./_learn-prose.ts";
import { foots } from "./foots.ts";
import { isRate } from "./mention.ts";
import type { RuleRow, RuleTable } from "./rule-table.ts";

/** So many rows above or below the measure its counterpart may stand, and so long a table is that has both. */
const FARTHEST = 15;
const MOST_ROWS = 120;
/** So many words before the name of a row may tell its term alone: "LTM", "Total company". */
const LED_BY = /^(?:total(?: company)?|ltm|ttm|consolidated) /;

/** A line that says it is under GAAP, the word apart from "non-". */
const UNDER_GAAP = anyCase(/(?<!\bnon[-\u2010\u2011 ]?)\bgaap\b|\bas reported\b/);
const NOT_UNDER_GAAP = anyCase(/\bnon[-\u2010\u2011 ]?gaap\b/);

/**
 * The measures that a release itself says are not of the standards, whatever they are called, with the line that its own reconciliation begins
 * with: that is what it holds them against (Item 10(e)(1)(i)(B)). A name that no table leads to tells nothing of its counterpart.
 */
export function taughtByCalled(tables: readonly RuleTable[], called: readonly string[]): readonly Taught[] {
  const names = new Map<string, string>();
  for (const name of called) names.set(keyOf(name), name);
  const captions = captionKeys(tables);
  return tables.flatMap((table): readonly Taught[] => {
    if (table.kind === "statement" || table.kind === "guidance" || table.rows.length > MOST_ROWS) return [];
    return table.rows.flatMap((row, at): readonly Taught[] => {
      if (row.named !== undefined) return [];
      const name = cleaned(row.label);
      const key = name === undefined ? undefined : keyOf(name);
      if (name === undefined || key === undefined || captions.has(key)) return [];
      const known = names.get(key) ?? names.get(key.replace(LED_BY, ""));
      if (known === undefined && !(NOT_UNDER_GAAP.test(row.label) && isOfWords(name))) return [];
      const start = startOf(table.rows, at, captions);
      if (start === undefined) return [];
      const from = { named: start.named?.basis === "GAAP" ? start.named : undefined, label: start.label };
      return [...new Set([known ?? name, name])].flatMap((one): readonly Taught[] =>
        (["reconciled", "listed"] as const).map((by) => ({ name: one, by, from, headless: true })),
      );
    });
  });
}

/** "Non-GAAP amount" is no name of a measure: without its basis too little of it is left. */
const isOfWords = (name: string): boolean =>
  /\p{L}{3,}[ -]+\p{L}{3,}/u.test(
    name.replace(/\b(?:non[-\u2010\u2011 ]?gaap|gaap|adjusted|total|basic|diluted)\b/gi, " "),
  );

/** Captions of the statements, by which a line is known for one of theirs. */
const captionKeys = (tables: readonly RuleTable[]): ReadonlySet<string> =>
  new Set(tables.filter(({ kind }) => kind === "statement").flatMap(({ rows }) => rows.map((r) => keyOf(r.label))));

/** Words before a caption that make another amount of it, and a measure of the company's own. */
const OWN_WORDS = ["adjusted", "non gaap", "underlying", "normalized"];
/** One look at a text tells that it has none of these. */
const TELLS_OWN = anyCase(/\b(?:adjusted|underlying|normali[sz]ed|non-?gaap) [a-z]/);
const SAID = new RegExp(String.raw`\b(?:${OWN_WORDS.join("|")}) ([a-z]+ [a-z]+)`, "g");

/**
 * "Adjusted income from equity method investments": a caption of the statements of income that no lexicon has, told on another basis. Its counterpart
 * is that line.
 */
export function taughtByCaptions(tables: readonly RuleTable[], told: readonly Told[]): readonly Taught[] {
  const labels = tables
    .filter(({ kind, reading }) => kind === "statement" && reading.meaning.statement === "income")
    .flatMap(({ rows }) => rows.filter((r) => r.named === undefined).map((r) => captionOf(r.label) ?? ""))
    .filter((label) => label.includes(" ") && !/\d|[|,:;]/.test(label));
  if (labels.length === 0) return [];
  const prose = told.flatMap(({ text }) => (TELLS_OWN.test(text) ? [keyOf(text)] : [])).join("\n");
  const said = new Set(Array.from(prose.matchAll(SAID), ([, two]) => two!));
  return [...new Set(labels)].flatMap((label): readonly Taught[] => {
    const key = keyOf(label);
    if (!said.has(key.split(" ").slice(0, 2).join(" ")) || namedIn(label).length > 0) return [];
    const words = OWN_WORDS.filter((word) => prose.includes(`${word} ${key}`));
    return words.map((word) => ({
      name: `${word} ${label}`,
      by: "caption",
      from: { named: undefined, label },
      headless: true,
    }));
  });
}

/** The line that the rows between lead from to a measure: the nearest that is of the statements or says so, above it or, turned about, below. */
function startOf(rows: readonly RuleRow[], at: number, captions: ReadonlySet<string>): RuleRow | undefined {
  const own = rows[at]!;
  const isLine = (r: RuleRow): boolean =>
    !NOT_UNDER_GAAP.test(r.label) &&
    r.named?.basis !== "non-GAAP" &&
    (UNDER_GAAP.test(r.label) || r.named?.basis === "GAAP" || captions.has(keyOf(cleaned(r.label) ?? r.label)));
  const leading = (i: number): Leading => ({ r: rows[i]!, between: rows.slice(Math.min(i, at) + 1, Math.max(i, at)) });
  const above = upTo(Math.max(0, at - FARTHEST), at - 2)
    .toReversed()
    .map(leading);
  // Turned about, a reconciliation begins with the measure: what has lines above it that lead to nothing is one part of a sum.
  const isFirst = at === 0 || rows[at - 1]!.named !== undefined;
  const below = upTo(isFirst ? at + 2 : rows.length, Math.min(rows.length - 1, at + FARTHEST)).map(leading);
  const isLed = ({ r, between }: Leading): boolean =>
    captionOf(r.label) !== undefined && isRatio(r) === isRatio(own) && foots(r, own, between);
  return (
    above.find((one) => isLine(one.r) && isLed(one)) ??
    below.find((one) => isLine(one.r) && isLed(one)) ??
    above.find((one) => mayBeLine(one.r) && isLed(one))
  )?.r;
}
/** No sum of money comes to a ratio, nor one of ratios to money, however near their digits are. */
const isRatio = ({ figures }: RuleRow): boolean => figures.some((figure) => isRate(figure));
/** A row that may lead to the measure, and what stands between the two. */
interface Leading {
  readonly r: RuleRow;
  readonly between: readonly RuleRow[];
}
/** The places from one to another, both counted; none where the first lies beyond the second. */
const upTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
const mayBeLine = ({ label }: RuleRow): boolean =>
  !NOT_UNDER_GAAP.test(label) && namedIn(label).every(({ basis }) => basis === "GAAP");
