import { comparableTo, isComparable } from "../names/comparable.ts";
import type { Family } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import { anyCase, inSmall } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isSetInCents } from "../reading/led.ts";
import { gaapMentions } from "../reading/own-measure.ts";
import { isAcross } from "../reading/own-statement.ts";
import type { Sentence } from "../reading/passage.ts";
import { sentencesOf } from "../reading/placed.ts";
import { shareOf } from "../reading/row-name.ts";
import { linesOf, namedRows, outlookRows, type RuleTable } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";
import { isReturnComputed } from "./computed.ts";
import { listedAhead } from "./listed-ahead.ts";
import { groupOf } from "./reconciled.ts";
import { capsOf } from "./ways.ts";

/** Adjusted funds from operations are another measure than funds from operations, core or not. */
const AFFO = anyCase(/\ba(?:djusted )?ffo\b|\badjusted funds from operations\b/);
export const isAdjustedFfo = ({ family, name }: Named): boolean => groupOf("ffo").includes(family) && AFFO.test(name);

/** What a table has above its labels: "2026 Projected" is its title where no other stands above it. */
const firstCellOf = ({ reading: { block } }: RuleTable): string => block.rows[0]?.cells[0]?.cell.text.text ?? "";

/** Tables that lead from one measure to the other for a period to come. */
export const aheadTables: (disclosure: Disclosure) => readonly RuleTable[] = remembered(
  ({ tables, context: { reportEnd } }: Disclosure) =>
    tables.filter(
      (t) =>
        (t.kind === "guidance" || t.kind === "reconciliation") &&
        (/\b(?:guidance|outlook|forecast|project\w+|forward|expect(?:ed|ations?)|estimat\w+|range|low|high|mid-?point|targets?)\b/.test(
          inSmall(`${firstCellOf(t)} ${capsOf(t)}`),
        ) ||
          t.rows.some(
            (r) =>
              /\b(?:guidance|outlook)\b/.test(inSmall(r.label)) ||
              r.figures.some((f) => f.period !== undefined && reportEnd !== undefined && f.period.end > reportEnd),
          )),
    ),
);

/** Whether a table is called a reconciliation of what is to come, and has no figure of a period that has ended. */
export const isAheadAlone = (table: RuleTable, { reportEnd }: Disclosure["context"]): boolean =>
  (table.kind === "reconciliation" ||
    (table.kind === "guidance" && /\breconciliations?\b/.test(inSmall(table.title)))) &&
  CALLED_AHEAD.test(`${firstCellOf(table)} ${capsOf(table)}`) &&
  !table.rows.some((r) =>
    r.figures.some(({ period }) => period !== undefined && reportEnd !== undefined && period.end <= reportEnd),
  );
const CALLED_AHEAD = anyCase(/\b(?:guidance|outlook|forecast(?:s|ed)?|projected|projections?)\d?\b/);

const isOf = (own: Named, guidedFor: Named): boolean =>
  groupOf(guidedFor.family).includes(own.family) && isAdjustedFfo(own) === isAdjustedFfo(guidedFor);

/** Whether a table says above its lines that they are of a share's part, and prints them in cents: no line of it says so again. */
const isOfShares = (table: RuleTable): boolean =>
  OF_A_SHARE.test(`${firstCellOf(table)} ${capsOf(table)}`) &&
  table.rows.every(({ figures }) => figures.every(isSetInCents));
const OF_A_SHARE = anyCase(/\bper (?:\w+ ){0,3}(?:share|unit)\b/);

const ofShare = (named: Named | undefined): Named | undefined => named && shareOf(named);

/** Whether names of one sentence are those of the measure and of that under GAAP. */
const leadsTo = (all: readonly Named[], own: Named): boolean =>
  all.some((n) => isOf(n, own)) && all.some((n) => n.basis === "GAAP" && isComparable(own.family, n.family));

/** Whether a table leads from the one to the other: by a line that is neither, unless it is called a reconciliation. */
export function tableLeadsTo(table: RuleTable, own: Named): boolean {
  if (isReturnComputed(own.family, table)) return true;
  const asTold = isOfShares(table) ? ofShare : (named: Named | undefined): Named | undefined => named;
  if (isAcross(table) || /\breconcil/.test(inSmall(table.title)))
    return leadsTo(
      namedRows(table).map((n) => asTold(n)!),
      own,
    );
  const rows = linesOf(table).map(asTold);
  const to = rows.flatMap((n, i) => (n !== undefined && isOf(n, own) ? [i] : []));
  const from = rows.flatMap((n, i) => (n?.basis === "GAAP" && isComparable(own.family, n.family) ? [i] : []));
  return to.some((t) => from.some((f) => isLedThrough(rows.slice(Math.min(t, f) + 1, Math.max(t, f)))));
}

/** Whether lines between two measures can lead from the one to the other: some name none, and none is another result, as a summary of the outlook has them. */
const isLedThrough = (between: readonly (Named | undefined)[]): boolean =>
  between.some((n) => n === undefined || ITEMS.has(n.family)) &&
  !between.some((n) => n !== undefined && OTHER_RESULTS.has(n.family));
/** "Depreciation, interest, other income and taxes" are lines on the way, whatever the first that is named in them. */
const ITEMS: ReadonlySet<Family> = new Set<Family>(["other-income"]);
const OTHER_RESULTS: ReadonlySet<Family> = new Set<Family>(["revenue", "operating-cash-flow", "free-cash-flow"]);

/** What leads to guided measures: tables of what is to come, and sums in sentences. */
export function bridgesOf(disclosure: Disclosure): readonly ((own: Named) => boolean)[] {
  const tables = aheadTables(disclosure).map(
    (t) =>
      (own: Named): boolean =>
        tableLeadsTo(t, own),
  );
  const apart = disclosure.passages
    .filter(({ sentences }) => sentences.some(({ text }) => /difference/.test(inSmall(text)) && DIFFERENCE.test(text)))
    .map(
      ({ sentences }) =>
        (own: Named): boolean =>
          leadsTo(
            sentences.flatMap(({ mentions }) => mentions.filter((m) => m.ahead)),
            own,
          ),
    );
  return [
    ...tables,
    ...sumsAhead(disclosure),
    ...listedAhead(disclosure).map(
      (m) =>
        (own: Named): boolean =>
          isOf(m, own),
    ),
    ...apart,
    ...itemizing(disclosure).map(
      (mark) =>
        (own: Named): boolean =>
          (mark === undefined || isMarked((named) => isOf(named, own), mark, disclosure)) &&
          isGuidedUnderGaap(own, disclosure),
    ),
  ];
}

/** The sums in sentences on what is to come, each told by the measures that it leads to. */
export const sumsAhead: (disclosure: Disclosure) => readonly ((own: Named) => boolean)[] = remembered((disclosure) =>
  sentencesOf(disclosure)
    .filter(
      ({ sentence: { mentions, text } }) => mentions.some((m) => m.ahead) && (SUM.test(text) || ITEMIZED.test(text)),
    )
    .map(
      ({ sentence }) =>
        (own: Named): boolean =>
          leadsTo(sentence.mentions, own) ||
          isWithoutItem(sentence, own) ||
          (ITEMIZED.test(sentence.text) &&
            sentence.mentions.some((m) => m.ahead && isOf(m, own)) &&
            isGuidedUnderGaap(own, disclosure)),
    ),
);

/**
 * "The non-GAAP amounts above exclude estimated amortization of $11 million and stock-based compensation of $155 million": a note that sizes
 * what all measures of the outlook leave out leads to each of them that is guided for on both bases, and a footnote that begins with it to those that bear its
 * mark. What is told is the mark; undefined is a note on all.
 */
function itemizing({ passages }: Disclosure): readonly (string | undefined)[] {
  return passages.flatMap(({ sentences }) =>
    sentences.flatMap(({ text }) => {
      const note = FOR_ALL.exec(text);
      const isSized = note !== null && AHEAD_NOTE.test(text) && (text.match(SIZED)?.length ?? 0) > 1;
      return isSized ? [note[1]] : [];
    }),
  );
}
/** Whether a measure bears the mark of a footnote, where it is guided for in the text or in a row of a table. */
export const isMarked = (isIt: (named: Named) => boolean, mark: string, { mentions, tables }: Disclosure): boolean =>
  mentions.some((m) => m.ahead && isIt(m) && m.sentence.slice(m.from).includes(`(${mark})`)) ||
  tables.some(
    (t) =>
      t.kind === "guidance" &&
      outlookRows(t).some(
        ({ row, named }) =>
          isIt(named) &&
          t.reading.block.rows[row]?.cells.some(({ cell }) => cell.text.text.includes(`(${mark})`)) === true,
      ),
  );
const FOR_ALL = anyCase(
  /\bnon-?gaap (?:financial )?(?:amounts|guidance|outlook|measures|estimates|figures|ranges|results)\b[^.;]{0,160}\b(?:exclud|adjust)|^\W{0,3}(\w{1,2})\)\W{0,3}(?:excludes?|excluding|does not include|before|adjusted for)\b/d,
);
const AHEAD_NOTE = anyCase(/\b(?:estimated|expected|anticipated|guidance|outlook|forecast|projected)\b/);
const SIZED = /[$€£] ?\d/g;

/** "Non-GAAP operating expenses of $90 million, excluding $10 million of stock-based compensation": the line of the statement, and the one thing that it leaves out with its amount. */
const isWithoutItem = ({ mentions, text }: Sentence, own: Named): boolean =>
  comparableTo(own.family).family === own.family &&
  mentions.some((m) => m.ahead && isOf(m, own)) &&
  LEAVES_OUT.test(text);
/** "Core operating income excludes anticipated adjustments of $12 million for amortization": below a table that guides for both, a note that gives the items with their amounts leads from one to the other. */
const ITEMIZED = anyCase(
  /\bexclud\w+ (?:[\w-]+ ){0,4}?(?:of )?(?:approximately |about |roughly )?[$€£] ?\d[^;]{0,400}?\b(?:for|relat(?:ed|ing) to|attributable to|consisting of) [a-z]/,
);
const LEAVES_OUT = anyCase(/\bexclud\w+ (?:an estimated |approximately |about |roughly )?[$€£] ?\d/);

/** "The difference is amortization of $0.16 per share": behind both ranges it says what lies between them, with its amount. */
const DIFFERENCE = anyCase(
  /(?:^|[;,] )(?:with )?(?:the )?differences? (?:between [^.;]{3,120} )?(?:is|are|being|consists? of|reflects?|represents?|relates? to|comprises?)\b[^.;]{3,160}?[$€£] ?\d/,
);

/** "The guidance equates to net earnings of $1.97 per share, plus $1.36 of depreciation": the sum in a sentence. */
const SUM = anyCase(
  /[$€£] ?\d.{0,200}\b(?:less|minus|plus(?! or minus)|exclud\w+|adding back|net of|adjusted for|before|after(?! tax))\b.{0,200}[$€£] ?\d/,
);

/** Whether the outlook has the measure under GAAP as well. */
const isGuidedUnderGaap = ({ family }: Named, disclosure: Disclosure): boolean =>
  gaapMentions(family, disclosure.mentions, disclosure).some((m) => m.ahead && m.part === "guidance") ||
  disclosure.tables.some(
    (t) => t.kind === "guidance" && namedRows(t).some((n) => n.basis === "GAAP" && isComparable(family, n.family)),
  );
