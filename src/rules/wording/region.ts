import { HEAD } from "../example-passages.ts";
import { anyCase, says } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { foundAt, type Placed, RESULTS, sentencesOf } from "../reading/placed.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { ALL, type Found, type Rule } from "../rule.ts";
import { type Geography, isCalled, REGIONS } from "./geography.ts";
import { changesIn, isWithout } from "./zero-change.ts";

const TELLS = anyCase(
  /\b(?:growth|grew|increas\w+|decreas\w+|declin\w+|rose|fell|strong(?:er)?|weak(?:er|ness)?|slow(?:er| ?down|ed)?|higher|lower|demand)\b/,
);
const SALES = anyCase(/\b(?:revenues?|sales|growth|customers|business|division|segment)\b/);

/** What is told of the world around, or of what is to come, no table of results has. */
const OF_OTHERS = anyCase(
  /\b(?:markets?|industry|econom\w+|inflation|population|tariffs?|currenc\w+|exchange|expect\w*|will|plan\w*|anticipat\w+|believ\w+|opportunit\w+|potential|could|may|goal|aim\w*|target\w*|future|outlook|guidance|competitors?|launch\w*|expan\w+|stores?|volumes?|orders?|bookings?|backlog|headcount|employees|users?|subscribers?|members?)\b/,
);
/** A country that is named as the cause of what a region has come to is no claim by itself. */
const CAUSES = anyCase(
  /\b(?:driven|led|due|owing|reflect\w*|because|thanks|result\w* (?:from|of)|primarily|mainly|particularly|especially|notably|includ\w+|offset|such as|as well as|across|attribut\w+|support\w*|where|while)\b/,
);
const MOVES =
  "grew|rose|fell|increased|decreased|declined|improved|dropped|weakened|(?:was|were) (?:up|down|higher|lower)";
const MOVE_NOUNS = "growth|declines?|increases?|decreases?|decline";

/** "Sales in China grew", "growth in Europe and Asia", "Latin America again grew", "EMEA revenue declined". */
const claimOf = (said: string): RegExp =>
  new RegExp(
    [
      String.raw`\b(?:[Ss]ales|[Rr]evenues?)(?: growth)? (?:in|from) (?:the )?(?:${said})\b[^.;,]{0,30}? (?:${MOVES})\b`,
      String.raw`\b(?:${MOVE_NOUNS}) in (?:the )?(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?,? (?:and |& )?){0,3}?(?:${said})\b`,
      String.raw`(?:${said})(?: net)?(?: (?:sales|revenues?))? (?:(?:again|also|both|each) )?(?:${MOVES})\b`,
    ].join("|"),
  );
const CLAIMS: ReadonlyMap<Geography, RegExp> = new Map(REGIONS.map((one) => [one, claimOf(one.said)]));

/** A place of the text that tells of a region. */
interface Claim {
  readonly at: Placed;
  readonly match: RegExpExecArray;
  /** The words that say which way it has gone, where they say so plainly. */
  readonly claim?: RegExpExecArray;
}

/** A row of a table of revenue by regions, of which one stands for another cut of what is claimed. */
interface Row {
  readonly row: RuleRow;
  readonly table: RuleTable;
  readonly of: Geography;
}

const OF_REVENUE = anyCase(/\b(?:revenues?|sales|net sales)\b/);
/** One row with the name of a region is no cut. */
const LEAST = 2;

/** A short sentence before a table counts as a part of its title; what claims something is none. */
const titlesIn = (title: string): readonly string[] => title.split(/(?<=\.) /).filter((one) => !one.endsWith("."));

/** The rows of the tables that print revenue by regions. */
function regionRows(tables: readonly RuleTable[]): readonly Row[] {
  return tables.flatMap((table) => {
    const rows = table.rows.flatMap((row): readonly Row[] => {
      const of = REGIONS.find((one) => isCalled(one, row.label));
      return of === undefined ? [] : [{ row, table, of }];
    });
    if (new Set(rows.map(({ of }) => of)).size < LEAST) return [];
    const { meaning } = table.reading;
    const words = [
      ...titlesIn(table.title),
      ...titlesIn(meaning.caption),
      ...meaning.rows.flatMap(({ label, path }) => [...path, label]),
    ];
    return words.some((one) => says(OF_REVENUE, one)) ? rows : [];
  });
}

const isPart = (one: Geography, of: Geography): boolean => one.within.includes(of.name);

/** The row that has another cut of the region: what it is a part of, or its only part with a row of its own. */
function otherCut(region: Geography, rows: readonly Row[]): Row | undefined {
  if (rows.some(({ of }) => of === region)) return undefined;
  const parts = rows.filter(({ of }) => isPart(of, region));
  if (new Set(parts.map(({ of }) => of)).size > 1) return undefined;
  return rows.find(({ of }) => isPart(region, of)) ?? parts[0];
}

/** A claim on a region that the tables have no row, column or title for, where they have another cut of it. */
function regionFindings(disclosure: Disclosure): readonly Found[] {
  const rows = regionRows(disclosure.tables);
  if (rows.length === 0) return [];
  const words = [
    ...disclosure.tables.flatMap(({ rows: lines, reading: { meaning } }) => [
      ...titlesIn(meaning.caption),
      ...lines.map((r) => r.label),
      ...meaning.columns.map((c) => c.head),
    ]),
    ...disclosure.passages.flatMap(({ heading, part, text }) => (heading && part !== "headline" ? [text] : [])),
  ];
  return REGIONS.flatMap((region) => {
    const row = otherCut(region, rows);
    if (row === undefined || words.some((one) => says(region.label, one))) return [];
    // Where only a part has a row of its own, others may have theirs by names of fewer lands.
    const { parts } = region;
    if (isPart(row.of, region) && parts !== undefined && words.some((one) => says(parts, one))) return [];
    return told(disclosure, row, claimsOn(region, row, disclosure));
  });
}

/** Where the text tells of a region; none where it gives an amount of it as well. */
function claimsOn(region: Geography, row: Row, disclosure: Disclosure): readonly Claim[] {
  const said = new RegExp(region.said);
  const all = sentencesOf(disclosure, ({ part, text }) => RESULTS.has(part) && said.test(text)).flatMap(
    (at): readonly Claim[] => {
      const match = said.exec(at.sentence.text);
      return match === null ? [] : [{ at, match }];
    },
  );
  if (all.some(({ at }) => at.sentence.figures.some(({ kind }) => kind === "amount"))) return [];
  return all.flatMap(({ at, match }): readonly Claim[] => {
    const { text, figures } = at.sentence;
    const claim = CLAIMS.get(region)!.exec(text);
    const clause = claim === null ? "" : clauseAt(text, claim.index);
    const isPlain =
      claim !== null &&
      (SALES.test(clause) || SALES.test(at.passage.text)) &&
      !OF_OTHERS.test(clause) &&
      !says(row.of.label, clause) &&
      figures.every(({ measured }) => measured?.unit !== "ratio") &&
      !(region.isCountry && CAUSES.test(clause));
    if (isPlain) return [{ at, match, claim }];
    const isNear = region.near?.includes(row.of.name) === true;
    return isNear && TELLS.test(text) && SALES.test(text) ? [{ at, match }] : [];
  });
}

/** What stands around a place between two semicolons. */
const clauseAt = (text: string, at: number): string =>
  text.slice(text.lastIndexOf(";", at) + 1, text.indexOf(";", at) < 0 ? text.length : text.indexOf(";", at));

/** One finding for a region, with the lines of its other places, and one for each claim that the row with nearly its name does not bear out. */
function told(disclosure: Disclosure, { row, table }: Row, claims: readonly Claim[]): readonly Found[] {
  const has = `table ${table.table} has ${quoted(row.label)}`;
  const found = claims.map(({ at, match, claim }, i) => {
    const against = claim === undefined ? undefined : againstRow(claim, row, table);
    const division = divisionIn(at, table, disclosure);
    const words = i > 0 && against !== undefined ? claim! : match;
    return {
      against,
      ...foundAt(
        at,
        words,
        `The text speaks of ${quoted(words[0])}; ${has}, which is not the same, so that the claim cannot be read from it.${against ?? ""}${division === undefined ? "" : ` Its regions are not those of ${quoted(division)} alone.`}`,
        "Use the names of the table, or print the amounts of the region that is meant.",
      ),
    };
  });
  const [first] = found;
  if (first === undefined) return [];
  const apart = found.filter((one) => one !== first && one.against !== undefined).slice(0, 1);
  const others = found.filter((one) => one !== first && !apart.includes(one));
  return [{ ...first, message: `${first.message}${alsoIn(disclosure, first, others)}` }, ...apart].map(
    ({ against: _, ...one }) => one,
  );
}

/** The division that a claim is on, as a row of another table has its revenue, where the table of regions does not say that it is of that one. */
function divisionIn({ sentence: { text } }: Placed, regions: RuleTable, { tables }: Disclosure): string | undefined {
  const named = NAMES_DIVISION.exec(text)?.[1];
  if (
    named === undefined ||
    [...titlesIn(regions.title), ...titlesIn(regions.reading.meaning.caption)].some((one) => one.includes(named))
  )
    return undefined;
  return tables.some((t) => t !== regions && t.rows.some(({ label }) => label.startsWith(named))) ? named : undefined;
}
const NAMES_DIVISION = /\b([A-Z][a-z]{3,20}(?: [A-Z][a-z]{2,20})?) (?:[Dd]ivision|[Ss]egment)\b/;

const FALLS = anyCase(/\b(?:declin\w+|decreas\w+|fell|dropped|down|lower|weakened)\b/);
const RISES = anyCase(/\b(?:growth|grew|rose|increas\w+|improved|up|higher)\b/);

/** What the row itself shows, where it goes the other way, or no way, in every period that it compares. */
function againstRow([words]: RegExpExecArray, row: RuleRow, table: RuleTable): string | undefined {
  const way = FALLS.test(words) ? -1 : RISES.test(words) ? 1 : undefined;
  const changes = changesIn(table).filter((one) => one.row === row && one.compared !== undefined);
  const [first] = changes;
  if (way === undefined || first === undefined || !changes.every((one) => isWithout(one, way))) return undefined;
  const [current, base] = first.compared!;
  return ` There it is ${current.text} against ${base.text}, printed as ${quoted(first.text)}.`;
}

const REGIONS_TABLE =
  "## Revenue by Geography\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Americas | 20.1 | 20.3 |\n| Europe | 12.0 | 11.0 |\n| Asia/Pacific | 8.1 | 6.8 |\n| Total | 40.2 | 38.1 |\n\n";

export const REGION: readonly Rule[] = [
  {
    code: "region-not-in-tables",
    title: "A claim on a region has a row in the tables",
    text: "Where the text tells of growth in a region, and the tables print revenue by regions, they have that region, and not another cut with nearly its name, around it or within it.",
    sources: ["Regulation G, 17 CFR 244.100(b)", "Consistency of names between text and tables"],
    severity: "note",
    state: "REVIEW",
    profiles: ALL,
    breaks: `${HEAD}Sales declined in North America.\n\n${REGIONS_TABLE}`,
    keeps: [
      `${HEAD}Sales declined in the Americas and grew in Asia/Pacific.\n\n${REGIONS_TABLE}`,
      `${HEAD}Our North America headquarters moved to Boston.\n\n${REGIONS_TABLE}`,
      `${HEAD}Sales in the Americas declined, driven by lower sales in Brazil.\n\n${REGIONS_TABLE}`,
    ],
    check: regionFindings,
  },
];
