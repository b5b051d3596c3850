import type { Figure } from "../../tieout/figures/figure.ts";
import { type Family, SHARE_OF } from "../names/family.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { alsoWith, linesTold } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf, digitsPrinted } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isSetInCents } from "../reading/led.ts";
import type { Mention } from "../reading/mention.ts";
import { isOfPart, isShown, measureOf, quoted } from "../reading/own-measure.ts";
import { isAcross, isOwnStatement } from "../reading/own-statement.ts";
import { at, statementAt } from "../reading/placed.ts";
import { shareOf, UNDER_GAAP } from "../reading/row-name.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { EARNED_BY_SHARE, isShareOnlyComputed } from "./computed.ts";
import { aheadTables, isAdjustedFfo, tableLeadsTo } from "./guidance-bridges.ts";
import { reconciling } from "./reconciled.ts";
import { familiesDown, namedLabels, waysOf } from "./ways.ts";

/**
 * What a share earns by the company's own count, where a reconciliation only divides for it: lines lead to the whole amount, or it is taken from another
 * table, and what a share earns under GAAP does not stand there to be led from (C&DI 102.05). One finding for each measure.
 */
export const dividedByShares: (disclosure: Disclosure) => readonly DividedByShares[] = remembered((disclosure) => {
  if (!isComplete(disclosure)) return [];
  const found = new Map<Family, readonly Divided[]>();
  for (const table of dividing(disclosure))
    for (const one of dividedIn(table, disclosure)) found.set(one.family, [...(found.get(one.family) ?? []), one]);
  return [...found].flatMap(([family, all]) =>
    isLedToByShare(family, disclosure) ? [] : [{ family, found: toldOf(family, all, disclosure) }],
  );
});

/** The tables that may lead to results, and any that has a count of shares to divide by. */
const dividing = (disclosure: Disclosure): readonly RuleTable[] => {
  const known = new Set(reconciling(disclosure));
  return [
    ...known,
    ...disclosure.tables.filter(
      (t) => !known.has(t) && t.kind === "figures" && t.rows.some((r) => r.figures.some(isCount)),
    ),
  ];
};
const isCount = ({ measured }: Figure): boolean => measured?.unit === "shares";

interface DividedByShares {
  readonly family: Family;
  readonly found: Found;
}

interface Divided {
  readonly family: Family;
  readonly row: RuleRow;
  /** The amount that is divided. */
  readonly whole: RuleRow;
}

function toldOf(family: Family, all: readonly Divided[], disclosure: Disclosure): Found {
  const [{ row, whole }] = all as readonly [Divided];
  const places = placesOf(family, all, disclosure);
  const lines = linesTold(
    disclosure,
    row,
    places.filter((p) => p.measure === places[0]!.measure),
  );
  const more = lines === "" ? "" : ` The measure is given in ${lines} as well.`;
  const others = alsoWith(
    disclosure,
    places,
    ({ measure }) => measure,
    ({ name }) => quoted(name),
  );
  return {
    ...at(row),
    message: `${quoted(row.label)} is divided out of ${quoted(whole.label)}, and not led to from what a share earns under GAAP, which the table does not have.${more}${others}`,
    remedy:
      "Begin with earnings per share under GAAP, and give what each adjustment comes to per share down to this measure.",
    figures: row.figures.slice(0, 1).map((f) => f.id),
  };
}

/** Where a measure by the share stands, with what tells it from others of its family. */
interface Placed {
  readonly start: number;
  readonly name: string;
  readonly measure: string;
}

/** Core, adjusted and plain funds from operations are measures of their own, whether they are told by the share or as a whole. */
const madeOf = (named: Named): string => `${isAdjustedFfo(named)} ${measureOf(named).slice(named.family.length)}`;

/** Where the measures that are divided stand in tables and in the prose of results, there too where one is only a number behind the whole amount. */
function placesOf(family: Family, all: readonly Divided[], disclosure: Disclosure): readonly Placed[] {
  const { tables, mentions } = disclosure;
  const cents = all.flatMap(({ row }) => row.figures.map(({ text }) => text));
  const isIt = ({ family: other, sentence }: Mention): boolean =>
    other === family ||
    (SHARE_OF.get(other) === family &&
      /\bper\b/.test(inSmall(sentence)) &&
      cents.some((text) => sentence.includes(text)));
  const rows = [
    ...all.map(({ row }) => row),
    ...tables.flatMap((t) =>
      t.kind === "guidance" ? [] : t.rows.filter((r) => isOwn(r) && r.named!.family === family),
    ),
  ];
  const led = ledByShare(family, disclosure);
  // A bridge that leads to the year leads to it where the text tells of it first, whatever divides for the quarter.
  const isLed = ({ sentence, from, figures }: Mention): boolean => {
    if (led.size === 0) return false;
    const first = figures.find(isSetInCents)?.text ?? IN_CENTS.exec(sentence.slice(from))?.[0];
    return first !== undefined && led.has(first);
  };
  const said = mentions.filter((m) => m.basis === "non-GAAP" && isShown(m) && !isOfPart(m) && isIt(m) && !isLed(m));
  const divided = new Set(all.map(({ row }) => madeOf(row.named!)));
  return [
    ...rows.map(({ start, label, named }) => ({
      start,
      name: namedIn(label).length > 0 ? label : named!.name,
      measure: madeOf(named!),
    })),
    ...said.map((m) => ({ start: m.start, name: m.name, measure: madeOf(m) })),
  ].filter(({ measure }) => divided.has(measure));
}
const IN_CENTS = /(?<![\d.,])\d{1,3}\.\d\d(?!\d|[.,]\d| ?(?:%|percent|[mb]illion))/;

/** The amounts by the share of a measure to which a bridge of the outlook leads from what a share earns under GAAP, in its column of the year that has ended too. */
function ledByShare(family: Family, disclosure: Disclosure): ReadonlySet<string> {
  const isOfIt = (r: RuleRow): boolean =>
    isOwn(r) && (r.named!.family === family || SHARE_OF.get(r.named!.family) === family);
  return new Set(
    aheadTables(disclosure).flatMap((t) =>
      t.rows.some((r) => r.named?.basis === "GAAP" && isUnderGaap(r))
        ? t.rows.flatMap((r) =>
            isOfIt(r) && [r.named!, shareOf(r.named!)].some((own) => tableLeadsTo(t, own))
              ? r.figures.filter(isSetInCents).map(({ text }) => text)
              : [],
          )
        : [],
    ),
  );
}

/** The rows by the share of a table that has the whole amount of the company's own above them, and nothing by the share under GAAP. */
function dividedIn(table: RuleTable, disclosure: Disclosure): readonly Divided[] {
  const { rows } = table;
  if (table.kind === "statement" || isAcross(table) || isOwnStatement(table) || familiesDown(table).length > 0)
    return [];
  const shares = rows.filter((r) => r.figures.some(isSetInCents));
  const own = shares.flatMap((row): readonly Divided[] => {
    const family = shareFamilyOf(row, table, disclosure);
    const whole = wholeOf(row, family, table);
    return family === undefined || whole === undefined ? [] : [{ family, row, whole }];
  });
  if (own.length === 0 || namesBare(table)) return [];
  if (shares.some((r) => own.every(({ row }) => row !== r) && isUnderGaap(r))) return [];
  return besides(table, disclosure).some(({ rows: others }) => others.some(isUnderGaap)) ? [] : own;
}

/** Whether a line that has lost its figures is what a share earns under GAAP. */
const namesBare = (table: RuleTable): boolean => {
  const filled = new Set(table.rows.map(({ label }) => label));
  return namedLabels(table).some(
    ({ text, names }) =>
      !filled.has(text) && names[0]?.from === 0 && names[0].basis === "GAAP" && EARNED_BY_SHARE.has(names[0].family),
  );
};

/** What a row in cents is of: "Basic earnings, as adjusted" says nothing of shares where its section does. */
function shareFamilyOf(row: RuleRow, table: RuleTable, disclosure: Disclosure): Family | undefined {
  if (row.named === undefined || !row.figures.every((f) => f.measured === undefined || isSetInCents(f)))
    return undefined;
  const { family } = row.named;
  const share = EARNED_BY_SHARE.has(family) ? family : SHARE_OF.get(family);
  if (share === undefined || !EARNED_BY_SHARE.has(share)) return undefined;
  return isOwn(row) || isOwnInFact(row, table, disclosure) ? share : undefined;
}

/** Whether a row that says nothing of its basis stands below earnings of the company's own, and no line of the statements has any of its amounts. */
function isOwnInFact({ row, label, named, figures }: RuleRow, { rows }: RuleTable, disclosure: Disclosure): boolean {
  if (!EARNED_BY_SHARE.has(named!.family) || UNDER_GAAP.test(label)) return false;
  const above = rows.findLast((r) => r.row < row && r.named !== undefined && SHARE_OF.has(r.named.family));
  if (above === undefined || !isOwn(above)) return false;
  const under = sharesOfStatements(disclosure);
  return under.size > 0 && figures.every((f) => !under.has(digitsOf(f)));
}

/** What the statements print by the share, in digits. */
const sharesOfStatements = remembered(
  ({ tables }: Disclosure): ReadonlySet<string> =>
    new Set(
      tables.flatMap((t) =>
        t.kind === "statement"
          ? t.rows.flatMap(({ named, figures }) =>
              named?.family === "eps" ? figures.filter(isSetInCents).map(digitsOf) : [],
            )
          : [],
      ),
    ),
);

/** The amount that is divided: of several, the one whose name goes as far with that of the row as any, and the last of those. */
function wholeOf(row: RuleRow, family: Family | undefined, { rows }: RuleTable): RuleRow | undefined {
  const all = rows.filter((r) => r.row < row.row && isWholeOf(r, family));
  const most = Math.max(...all.map((r) => sharedBy(r.label, row.label)));
  return all.findLast((r) => sharedBy(r.label, row.label) === most);
}

/** How many letters two labels begin with alike. */
const sharedBy = (a: string, b: string): number => {
  const at = [...a].findIndex((letter, i) => letter.toLowerCase() !== b[i]?.toLowerCase());
  return at < 0 ? a.length : at;
};

const isWholeOf = (r: RuleRow, family: Family | undefined): boolean =>
  isOwn(r) &&
  SHARE_OF.get(r.named!.family) === family &&
  r.figures.some((f) => !isSetInCents(f) && digitsPrinted(f).length > 1);

/** Whether a row in cents is of what a share earns under GAAP, or is a line of a way from there: of an adjustment by the share. */
const isUnderGaap = (r: RuleRow): boolean =>
  r.figures.some(isSetInCents) &&
  (r.named === undefined
    ? !OF_NO_EARNINGS.test(r.label)
    : r.named.basis === "GAAP" && (EARNED_BY_SHARE.has(r.named.family) || SHARE_OF.has(r.named.family)));
/** What stands by the share, or in two decimals, and is neither earned nor an adjustment. */
const OF_NO_EARNINGS = anyCase(
  /\bdividends?\b|\bdistributions?\b|\bprice\b|\bbook value\b|\bshares?(?: outstanding)?\W*$|\b(?:return|margin|ratio|rate|yield)\b/,
);

/** The tables right before and behind one, which a page may have parted from it. */
const besides = (table: RuleTable, { tables }: Disclosure): readonly RuleTable[] =>
  tables.filter((t) => t !== table && t.kind !== "statement" && Math.abs(t.table - table.table) === 1);

/** Whether another table leads to the measure by the share. */
const isLedToByShare = (family: Family, disclosure: Disclosure): boolean =>
  reconciling(disclosure).some(
    (t) =>
      !isShareOnlyComputed(family, t) &&
      (familiesDown(t).includes(family) || waysOf(t, t.block < statementAt(disclosure)).has(family)),
  );
