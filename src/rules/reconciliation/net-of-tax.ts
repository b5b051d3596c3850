import { placeOf } from "../../text/printed.ts";
import { comparableTo } from "../names/comparable.ts";
import type { Family } from "../names/family.ts";
import { namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { alsoIn, intoFirst, toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { figureIn, foots } from "../reading/foots.ts";
import { EARNED, isShown, quoted } from "../reading/own-measure.ts";
import { isAcross, isOwnStatement, leadsToComprehensive } from "../reading/own-statement.ts";
import { at, foundAt, type Placed, sentencesOf } from "../reading/placed.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { AFTER_TAX, BEFORE, PRINTED_SO } from "./after-tax.ts";
import { sameAhead } from "./net-of-tax-ahead.ts";
import { besideTaxTable } from "./net-of-tax-beside.ts";
import { markedAfterTax } from "./net-of-tax-marked.ts";
import { toldBeforeTax } from "./net-of-tax-told.ts";
import { shownTwice } from "./net-of-tax-twice.ts";
import { linesDown } from "./ways.ts";

const NET_OF_TAX = anyCase(
  /\bnet[- ]of[- ](?:(?:the |all )?(?:income|related|applicable|associated) )?tax(?:es)?\b|\b(?:after|post)[- ]tax\b|\btax[- ](?:effected|affected|adjusted)\b/,
);

/** Adjustments that are shown after tax: by their own lines, by what a sentence says of all of them, or without a line for the tax on them (C&DI 102.11). */
export function taxFindings(disclosure: Disclosure): readonly Found[] {
  for (const find of WAYS) {
    const found = find(disclosure);
    if (found.length === 0) continue;
    if (find !== linesAfterTax) return found;
    // What the figures tell of other lines than the words do is told as well.
    return [...found, ...shownTwice(disclosure, BEFORE).filter(({ start }) => found[0]!.start !== start)];
  }
  return shownTwice(disclosure, BEFORE);
}

/**
 * Tables with a column for each measure, whose adjustments have one amount for operating income or income before tax and a smaller one for net
 * income, and no line or column for the tax between the two; one finding for those of several periods.
 */
function columnsAfterTax(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.tables.flatMap((t) => {
    const heads = t.reading.meaning.columns.map(({ head }) => head);
    if (
      [...heads, ...t.rows.map((r) => r.label)].some((words) => /\btax/.test(inSmall(words.replace(BEFORE_TAX, " "))))
    )
      return [];
    const families = heads.map((head) => namedIn(head)[0]?.family);
    const whole = families.findIndex((f) => f !== undefined && BEFORE_NET.has(f));
    const net = families.findIndex((f, i) => i > whole && f === "net-income");
    if (whole < 0 || net < 0) return [];
    const row = linesDown(t).find((r) => {
      const [before, after] = [whole, net].map((c) => figureAt(r, c));
      return before !== undefined && after !== undefined && before !== after;
    });
    return row === undefined ? [] : [{ ...row, table: t.table, words: heads[net]! }];
  });
  return toldOnce(disclosure, all, ({ table, label, words, figures }) => ({
    message: `Table ${table} shows ${quoted(label)} after tax in its column ${quoted(words)}, and the tax on it has neither a line nor a column.`,
    remedy: BEFORE,
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}
const BEFORE_TAX =
  /\b(?:before|pre)[- ](?:income )?tax(?:es)?\b|\b(?:effective )?(?:income )?tax rates?\b|\bpretax\b/gi;
/** The digits of a row's figure in a column of the table. */
const figureAt = (row: RuleRow, column: number): string | undefined =>
  figureIn(row, column + 1)?.text.replace(/[^\d.]/g, "");

const BEFORE_NET: ReadonlySet<Family> = new Set<Family>(["operating-expenses", "operating-income", "pre-tax-income"]);

/** From column to column to what a share earns, with one column of adjustments and none of tax. */
function acrossAfterTax(disclosure: Disclosure): readonly Found[] {
  if (isTaxTold(disclosure)) return [];
  return disclosure.tables
    .filter((t) => isAcross(t) && !isOwnStatement(t))
    .flatMap(({ table, rows, title, reading: { meaning } }) => {
      const words = [title, ...meaning.columns.map((c) => c.head), ...meaning.rows.map((r) => r.label)];
      const lump = meaning.columns.find((c) => LUMP.test(c.head));
      const first = rows[0];
      const isOfShares = rows.every((r) => r.named?.family === "eps");
      if (first === undefined || lump === undefined || !isOfShares || words.some((w) => /\btax/.test(inSmall(w))))
        return [];
      return [
        foundIn(
          first,
          `Table ${table} leads to earnings per share of the company's own by one column, ${quoted(lump.head)}, in which the tax on the adjustments is.`,
        ),
      ];
    })
    .reduce<readonly Found[]>(intoFirst, []);
}

/** From what a share earns to the company's own by one line for all adjustments, where no table has the tax on them: it is in that line. */
function lumpAfterTax(disclosure: Disclosure): readonly Found[] {
  if (isTaxTold(disclosure)) return [];
  const all = disclosure.tables
    .filter((t) => !isAcross(t) && !isOwnStatement(t) && t.kind !== "guidance")
    .flatMap((t) => {
      const way = betweenOf(t, "eps");
      const line = way?.lines[0];
      return line !== undefined && way?.lines.length === 1 && LUMP.test(line.label)
        ? [{ ...line, table: t.table }]
        : [];
    });
  return toldOnce(disclosure, all, ({ table, label, figures }) => ({
    message: `Table ${table} leads to earnings per share of the company's own by one line, ${quoted(label)}, in which the tax on the adjustments is.`,
    remedy: BEFORE,
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}

const OF_ALL = anyCase(/\b(?:adjustments?|adjusting|items|total)\b/);

/** Whether a line is what the gross lines right above it come to with the tax on them, which is a line of its own there. */
function isLeftOfAbove(row: RuleRow, rows: readonly RuleRow[]): boolean {
  const at = rows.indexOf(row);
  const bare = rows.slice(rows.slice(0, at).findLastIndex((r) => r.named !== undefined) + 1, at);
  if (!bare.some((r) => /\btax/.test(inSmall(r.label)) && !NET_OF_TAX.test(r.label))) return false;
  return bare.some((first, i) => {
    const lines = bare.slice(i + 1);
    return lines.some((r) => /\btax/.test(inSmall(r.label))) && foots(first, row, lines);
  });
}

/** One finding for all lines that say so, in the reconciliations and in tables of results that lead from one measure to another. */
function linesAfterTax(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.tables.flatMap(({ kind, table, rows, reading }) => {
    if (leadsToComprehensive(rows)) return [];
    const down = linesDown({ rows });
    if (!rows.some((r) => r.named !== undefined) && down.length === 0) return [];
    // What a section is called is true of each of its lines.
    const wordsOf = (r: RuleRow): string => [...(reading.meaning.rows[r.row]?.path ?? []), r.label].join(" ");
    // Elsewhere a line is an adjustment where it says that it is taken off or added.
    const isLed = (r: RuleRow): boolean =>
      kind === "reconciliation" || down.includes(r) || /^(?:less|add|plus)\b/.test(inSmall(r.label));
    return (
      rows
        .filter((r) => isLed(r) && r.named === undefined && NET_OF_TAX.test(wordsOf(r)) && !PRINTED_SO.test(wordsOf(r)))
        // What is left of all adjustments right below the tax on them has that tax as a line of its own.
        .filter((r) => !(OF_ALL.test(r.label) && TAX_LINE.test(rows[rows.indexOf(r) - 1]?.label ?? "")))
        .filter((r) => !isLeftOfAbove(r, rows))
        .map((row) => ({ row, table }))
    );
  });
  const first = all[0];
  if (first === undefined) return [];
  // The same lines may be printed again in another table.
  const here = all.filter(({ table }) => table === first.table).length;
  const more = here > 1 ? ` and ${here - 1} more` : "";
  const also = alsoIn(
    disclosure,
    first.row,
    all.map(({ row }) => row),
  );
  return [foundIn(first.row, `Table ${first.table} shows ${quoted(first.row.label)}${more} net of tax.${also}`)];
}

/** Per share each adjustment after tax, where the amounts have a line for the tax and the shares have none. */
function sharesAfterTax(disclosure: Disclosure): readonly Found[] {
  const isTaxed = disclosure.tables.some(
    (t) =>
      t.kind === "reconciliation" &&
      t.rows.some((r) => r.named === undefined && (TAX_LINE.test(r.label) || (isAcross(t) && OF_TAX.test(r.label)))),
  );
  if (!isTaxed) return [];
  return disclosure.tables
    .filter((t) => !isAcross(t) && !isOwnStatement(t))
    .flatMap((t) => {
      const way = betweenOf(t, "eps");
      // One line for all of them is their sum, whose tax the amounts show.
      if (way === undefined || way.lines.length < 2) return [];
      const message = `Table ${t.table} leads from earnings per share to ${quoted(way.to.label)} by ${way.lines.length} lines and none for the tax on them, which the amounts have: per share each is shown after tax.`;
      return [foundIn(way.lines[0]!, message)];
    })
    .reduce<readonly Found[]>(intoFirst, []);
}

/** From column to column the line of the tax itself has what the adjustments have done to it. */
const OF_TAX = anyCase(
  /^\W{0,3}(?:provision for |benefit from )?(?:income )?tax(?:es)?(?: expense| provision| benefit)?\W{0,3}$/,
);

/** All adjustments in one line. */
const LUMP = anyCase(
  /^\W{0,3}(?:total |net |all |non-?gaap |effect of )*(?:adjustments?|adjusting items|reconciling items|special items)\b/,
);

const foundIn = ({ start, end, figures }: RuleRow, message: string): Found => ({
  start,
  end,
  message,
  remedy: BEFORE,
  figures: figures.slice(0, 1).map((f) => f.id),
});

/** "All amounts presented in the table above are tax adjusted": said of the adjustments as a whole, not of one of them. */
const ALL_AFTER_TAX = anyCase(
  /^\W{0,4}(?:\(\w{1,2}\) ?)?(?:(?:excluding|except for|other than) [^,;.]{3,60}, )?(?:all |the |these |our )?(?:(?:non-?gaap|reconciling|adjusting|non-core|special|excluded) )?(?:amounts|adjustments|items)\b[^.;]{0,90}\b(?:are|is|were|have been) (?:also |each |all )?(?:presented |shown |stated |reported |reflected )?(?:on an )?(?:tax[- ](?:adjusted|effected|affected)|net of (?:income |related )?tax(?:es)?|after[- ]tax)\b/,
);
/** A line for the tax on adjustments, whichever way it goes: it is then shown by itself. */
const TAX_LINE = anyCase(
  /\btax(?:es)? (?:effects?|impacts?|adjustments?|on(?! (?:income|earnings|profit))|related|benefit of)\b|\btax(?:es)? (?:benefits?|expenses?|provisions?|costs?) (?:associated with|attributable to|related to|resulting from|relating to|on|from)(?! (?:income|earnings|profit|discontinued))\b|\b(?:income )?tax(?:es)? (?:\w+ ){0,3}adjust/,
);

/** One finding for all notes that say so, at the first line of the reconciliation that it stands below, if that is a table. */
function allAfterTax(disclosure: Disclosure): readonly Found[] {
  // What a note says of its own table is not mended by the line of another one.
  const isTold = ({ block }: Note): boolean => {
    const table = tableAbove(block, disclosure);
    const isBridge = table?.rows.some((r) => r.named?.basis === "non-GAAP") === true;
    return isBridge ? hasTaxLine(table!) : isTaxTold(disclosure);
  };
  const all = [...notesIn(disclosure), ...notesInCells(disclosure)]
    .filter((note) => !isTold(note))
    .toSorted((a, b) => a.start - b.start);
  const first = all[0];
  if (first === undefined) return [];
  const message = `${quoted(first.words)}: the adjustments are shown after tax, and the tax on them is no line of the reconciliation.`;
  const lines = all.flatMap(({ block }) => firstLineAbove(block, disclosure) ?? []);
  const place = firstLineAbove(first.block, disclosure) ?? first;
  const figures = "figures" in place ? place.figures.slice(0, 1).map((f) => f.id) : [];
  return [
    { ...at(place), message: `${message}${alsoIn(disclosure, place, [...all, ...lines])}`, remedy: BEFORE, figures },
  ];
}

/** "(in millions, after tax)": said in a title of all amounts below it, and of no measure that it names. */
const TITLED_AFTER_TAX = anyCase(
  /(?:\(|, |\b(?:amounts|adjustments|items|presented|shown|stated|reported|are) )(?:after[- ]tax|net of (?:income |related )?tax(?:es)?)(?: basis| amounts)?(?:[),;]|\s{0,3}$)/,
);
const TITLE_END = 160;

/** From earnings to the company's own below a title that says that all amounts are after tax, with no line for the tax. */
function titledAfterTax(disclosure: Disclosure): readonly Found[] {
  if (isTaxTold(disclosure)) return [];
  const all = disclosure.tables
    .filter((t) => !isAcross(t) && !isOwnStatement(t))
    .flatMap((t) => {
      const title = TITLED_AFTER_TAX.exec(t.title.slice(-TITLE_END));
      const way = title === null ? undefined : [...EARNED].flatMap((family) => betweenOf(t, family) ?? [])[0];
      const first = way?.lines[0];
      return title === null || first === undefined ? [] : [{ ...first, table: t.table, words: title[0] }];
    });
  return toldOnce(disclosure, all, ({ table, label, words, figures }) => ({
    message: `Table ${table} shows ${quoted(label)} after tax, by its title (${quoted(words.trim())}), and the tax on it is no line of the reconciliation.`,
    remedy: BEFORE,
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}

interface Note {
  readonly words: string;
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

const notesIn = (disclosure: Disclosure): readonly Note[] =>
  sentencesOf(disclosure, (p) => !TOP.has(p.part)).flatMap((said) => {
    const match = AFTER_TAX.test(said.sentence.text) ? ALL_AFTER_TAX.exec(said.sentence.text) : null;
    return match === null
      ? []
      : [{ words: match[0], block: said.passage.block, ...at(foundAt(said, match, "", BEFORE)) }];
  });

/** Notes that a page's layout has set as a table of one cell. */
const notesInCells = ({ tables }: Disclosure): readonly Note[] =>
  tables.flatMap(({ block, reading }) =>
    reading.block.rows.flatMap(({ cells }) =>
      cells.flatMap(({ cell: { text } }) => {
        const match = text.text.length > 40 ? ALL_AFTER_TAX.exec(text.text) : null;
        return match === null
          ? []
          : [{ words: match[0], block, ...placeOf(text, match.index, match.index + match[0].length) }];
      }),
    ),
  );

const TOP: ReadonlySet<string> = new Set(["headline", "quotation", "about", "contacts"]);

/** A table that takes one item apart, before and after tax, is not the reconciliation. */
const isTaxTold = ({ tables }: Disclosure): boolean =>
  tables.some(
    ({ kind, rows }) =>
      kind === "reconciliation" && rows.some((r) => r.named?.basis === "non-GAAP") && hasTaxLine({ rows }),
  );
const hasTaxLine = ({ rows }: Pick<RuleTable, "rows">): boolean =>
  rows.some((r) => r.named === undefined && TAX_LINE.test(r.label));

/** So far above its note a table may stand. */
const ABOVE = 4;

const tableAbove = (block: number, { tables }: Disclosure): RuleTable | undefined =>
  tables.findLast((t) => t.block < block && t.block >= block - ABOVE);

/** The first adjustment of the table right above a note on it, where that leads to earnings of the company's own. */
function firstLineAbove(block: number, disclosure: Disclosure): RuleRow | undefined {
  const table = tableAbove(block, disclosure);
  const to = table?.rows.findLast((r) => r.named?.basis === "non-GAAP" && EARNED.has(r.named.family));
  return to === undefined ? undefined : table?.rows.find((r) => r.named === undefined && r.row < to.row);
}

/** "Net income excluding non-core items, net of tax": what is left out is so by the measure's own name. */
const LEFT_OUT_AFTER_TAX = anyCase(
  /\b(?:excluding|excl\.?|before|exclusive of|adjusted for)\b[^.;$€£\d]{3,70}?,? (?:net of (?:income |related )?tax(?:es)?|after[- ]tax)\b/,
);

/** One finding for each measure that is called so, where no line of the tables gives the tax. */
function namedAfterTax(disclosure: Disclosure): readonly Found[] {
  if (isTaxTold(disclosure)) return [];
  const rows = disclosure.tables
    .flatMap((t) => t.rows)
    .filter((r) => isOwn(r) && LEFT_OUT_AFTER_TAX.test(r.label))
    .map(({ named, label, start, end, figures }) => ({ named: named!, label, start, end, figures }));
  const said = disclosure.mentions
    .filter((m) => m.basis === "non-GAAP" && isShown(m) && LEFT_OUT_AFTER_TAX.test(m.sentence.slice(m.from, m.to + 90)))
    .map((m) => {
      const words = m.sentence.slice(m.from);
      const match = LEFT_OUT_AFTER_TAX.exec(words)!;
      const label = words.slice(0, match.index + match[0].length);
      return { named: m, label, start: m.start, end: m.end, figures: m.figures };
    });
  const all = [...said, ...rows].filter(({ named }) => EARNED.has(named.family)).toSorted((a, b) => a.start - b.start);
  return [...EARNED].flatMap((family) =>
    toldOnce(
      disclosure,
      all.filter(({ named }) => named.family === family),
      ({ label, figures }) => ({
        message: `${quoted(label)}: what is left out is shown after tax, and the tax on it is no line of any reconciliation.`,
        remedy: BEFORE,
        figures: figures.slice(0, 1).map((f) => f.id),
      }),
    ),
  );
}

/** One look at a sentence tells that it does not say so. */
const ON_TAX = anyCase(/\btax(?:es)? (?:effect|impact|benefit)/);
/** That the tax on adjustments was computed, so that one is in the amounts. */
const COMPUTED = anyCase(
  /\btax(?:es)? (?:effects?|impacts?|benefits?) (?:of|on|from|related to|associated with|for) (?:the |these |our |all |such |each )?(?:[\w-]+ ){0,2}(?:adjustments?|items?|charges)\b[^.;]{0,40}\b(?:are|is|was|were|has been|have been) (?:\w+ )?(?:calculated|computed|determined|based|estimated|measured)\b/,
);

/** From earnings to the company's own over lines none of which is for tax, where a sentence says how the tax on them was computed. */
function withoutTaxLine(disclosure: Disclosure): readonly Found[] {
  const [said] = sentencesOf(disclosure, (p) => p.part !== "safe-harbour").filter(
    (at) => ON_TAX.test(at.sentence.text) && COMPUTED.test(at.sentence.text),
  );
  if (said === undefined) return [];
  return [...EARNED].flatMap((family) =>
    disclosure.tables
      .filter((t) => !isAcross(t) && !isOwnStatement(t))
      .flatMap((t) => wayOf(t, family, said, disclosure))
      .slice(0, 1),
  );
}

function wayOf(t: RuleTable, family: Family, said: Placed, disclosure: Disclosure): readonly Found[] {
  const way = betweenOf(t, family);
  if (way === undefined || way.lines.length < 2) return [];
  const words = comparableTo(family).words;
  const message = `Table ${t.table} leads from ${words} to ${quoted(way.to.label)} by ${way.lines.length} lines and none for the tax on them, of which the release says how it was computed (${quoted(COMPUTED.exec(said.sentence.text)?.[0] ?? "")}).${family === "eps" ? sameAhead(disclosure, way.lines) : ""}`;
  return [foundIn(way.lines[0]!, message)];
}

/** The lines from earnings to the company's own, where none of them is another measure or is for tax. */
function betweenOf(
  { rows }: RuleTable,
  family: Family,
): { readonly to: RuleRow; readonly lines: readonly RuleRow[] } | undefined {
  const to = rows.findIndex((r) => r.named?.family === family && r.named.basis === "non-GAAP");
  const from = rows
    .slice(0, Math.max(to, 0))
    .findLastIndex((r) => r.named?.family === family && r.named.basis === "GAAP");
  const lines = rows.slice(from + 1, Math.max(to, 0));
  if (from < 0 || lines.some((r) => r.named !== undefined || /\btax/.test(inSmall(r.label)))) return undefined;
  return { to: rows[to]!, lines };
}

/** How adjustments after tax are told, the surest first. */
const WAYS: readonly ((disclosure: Disclosure) => readonly Found[])[] = [
  linesAfterTax,
  allAfterTax,
  titledAfterTax,
  markedAfterTax,
  namedAfterTax,
  withoutTaxLine,
  (disclosure) => besideTaxTable(disclosure, betweenOf, BEFORE),
  sharesAfterTax,
  acrossAfterTax,
  lumpAfterTax,
  columnsAfterTax,
  toldBeforeTax,
];
