import { placeOf } from "../../text/printed.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";
import { anyCase, inSmall, says } from "../pattern.ts";
import { intoFirst, toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { foundAt, sentencesOf } from "../reading/placed.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { type Found, type Rule, US } from "../rule.ts";

/** What changes amounts that were right: another presentation, principle or structure, a split, or a business that goes. */
const REASONS =
  "conform\\w*|(?:current|this)(?:[- ](?:year|period|quarter))?(?:[\u2019']s)? presentation|reclassif\\w+|stock splits?|share splits?|discontinued operations|adoption of|new (?:accounting )?standard|(?:new|current|revised|changed|updated|realigned) (?:[\\w-]+ ){0,3}(?:structure|segments?|organi[sz]ation|segmentation)|re-?segmentation|re-?organi[sz]ation|realignment|changes? (?:in|to) (?:(?:our|its|the|reportable|reporting|operating|business) )*segments?";
const SAID_OF = anyCase(
  new RegExp(String.raw`\b(?<!amended and )(?:retroactively )?restated\b[^.;]{0,60}?\b(?:${REASONS})\b`),
);
const OF_RATES = anyCase(/\bcurrenc(?:y|ies)\b|\bexchange rates?\b/);
/** What tells of an error, or of what companies file and do where one was found. */
const CORRECTS = anyCase(/\b(?:errors?|misstate\w*|(?:in)?correct(?:ed|ly|s|ion|ions)?|mistakes?|improper\w*)\b/);
const FILES = anyCase(
  /\b10-?[kq]\/a\b|\bmaterial weakness|\baudit committee\b|\brestatements?\b|\bpreviously issued\b/,
);
const REMEDY = 'Write "recast", "reclassified" or "adjusted".';

function restatedFindings(disclosure: Disclosure): readonly Found[] {
  if (disclosure.passages.some((p) => /\brestate/.test(inSmall(p.text)) && CORRECTS.test(p.text))) return [];
  const told = sentencesOf(disclosure, (p) => /restated/.test(inSmall(p.text))).flatMap((at) => {
    // "Restated at the rates of this year" is a way to translate currencies.
    const match = OF_RATES.test(at.sentence.text) ? null : SAID_OF.exec(at.sentence.text);
    const message = `${quoted(match?.[0] ?? "")}: "restated" is the word for the correction of an error, and none is told here.`;
    return match === null ? [] : [foundAt(at, match, message, REMEDY)];
  });
  return told.length > 0 ? told.reduce<readonly Found[]>(intoFirst, []) : headFindings(disclosure);
}

const SAYS_RESTATED = anyCase(/\b(?<!amended and )restated\b/);
const wordsOf = ({ title, reading: { meaning } }: RuleTable): readonly string[] => [
  title,
  meaning.caption,
  ...meaning.columns.map(({ head }) => head),
  ...meaning.rows.map(({ label }) => label),
];

/**
 * "Q3 2024 (restated)" above revenue by segments, where the statements of the release have the same period and call nothing restated: an error in it would have
 * changed them as well, so that the amounts are only divided in another way.
 */
function headFindings(disclosure: Disclosure): readonly Found[] {
  const { tables, passages } = disclosure;
  const heads = tables.filter(
    (t) => t.kind === "figures" && t.reading.meaning.columns.some((c) => says(SAYS_RESTATED, c.head)),
  );
  if (heads.length === 0) return [];
  const statements = tables.filter((t) => t.kind === "statement");
  const isElsewhere =
    statements.some((t) => wordsOf(t).some((words) => says(SAYS_RESTATED, words))) ||
    passages.some((p) => (says(SAYS_RESTATED, p.text) && !p.heading) || FILES.test(p.text));
  if (isElsewhere) return [];
  const periods = new Set(statements.flatMap((t) => t.reading.meaning.columns.flatMap((c) => c.period?.end ?? [])));
  const all = heads
    .filter((t) =>
      t.reading.meaning.columns.some(({ head, period }) => says(SAYS_RESTATED, head) && periods.has(period?.end ?? "")),
    )
    .flatMap(({ table: number, reading: { block, meaning } }) =>
      block.rows.slice(0, meaning.headRows).flatMap(({ cells }) =>
        cells.flatMap(({ cell: { text } }) => {
          const match = SAYS_RESTATED.exec(text.text);
          return match === null ? [] : [{ ...placeOf(text, match.index, match.index + match[0].length), number }];
        }),
      ),
    );
  return toldOnce(disclosure, all, ({ number }) => ({
    message: `Table ${number} calls a column "restated", the word for the correction of an error; the statements have the same period and call nothing so, and no error is told.`,
    remedy: REMEDY,
    figures: [],
  }));
}

const SEGMENTS = table("Revenue by segment", "Tools | 20.1 | 19.0", "Parts | 20.1 | 19.1");

export const RESTATED: readonly Rule[] = [
  {
    code: "restated-without-error",
    title: "Restated is said of corrected errors",
    text: "Amounts are restated where an error is corrected; they are recast or reclassified for another presentation, principle or segment.",
    sources: ["ASC 250-10-45-5 and 45-23"],
    severity: "note",
    state: "REVIEW",
    profiles: US,
    breaks: `${HEAD}Amounts of the prior year have been restated to conform to the current presentation.\n`,
    keeps: [
      `${HEAD}${STATEMENT}${SEGMENTS.replace("Q3 2024", "Q3 2024 (recast)")}`,
      `${HEAD}Amounts of the prior year have been restated to correct an error in the cost of sales.\n`,
      `${HEAD}Amounts of the prior year have been reclassified to conform to the current presentation.\n`,
    ],
    check: restatedFindings,
  },
];
