import { placeOf } from "../../text/printed.ts";
import { RATES } from "../names/family.ts";
import { toldOnceOfAll } from "../reading/also.ts";
import { mentionsAt, passageAt } from "../reading/by-block.ts";
import { isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, type Mention } from "../reading/mention.ts";
import { gaapMentions, idsOf, isOfPart, quoted, RATIOS } from "../reading/own-measure.ts";
import type { Passage } from "../reading/passage.ts";
import type { Place } from "../reading/place.ts";
import { at, statementAt } from "../reading/placed.ts";
import { hasPrint, type Print, type PrintAt, printOf, printOfCells } from "../reading/print.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import { rememberedBy } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { highlightTables } from "./bare.ts";
import { isTornRow } from "./headings.ts";

/** Rows of key figures that are in bold or in larger type, where that of the measure under GAAP is in neither (C&DI 102.10(a)(4)). */
export function rowsInBold(disclosure: Disclosure): readonly Found[] {
  const print = printOfCells(disclosure);
  const isBold = (r: RuleRow): boolean => r.bold || print(r.start).bold;
  return highlightTables(disclosure).flatMap(({ table, rows }) => {
    for (const own of rows) {
      if (own.named?.basis !== "non-GAAP" || own.named.family === "revenue") continue;
      const { family } = own.named;
      const gaap = rows.filter((r) => r.named?.basis === "GAAP" && isHeldAgainst(family, r.named.family, disclosure));
      const how = howOf(
        { bold: isBold(own), size: print(own.start).size },
        gaap.map((r) => ({ bold: isBold(r), size: print(r.start).size })),
      );
      if (how === undefined) continue;
      return [
        {
          ...at(own),
          message: `In table ${table}, ${quoted(own.label)} is in ${how} and ${quoted(gaap[0]!.label)}, the measure under GAAP, is not.`,
          remedy: "Print both alike.",
          figures: own.figures.slice(0, 1).map((f) => f.id),
        },
      ];
    }
    return [];
  });
}

/** By what one stands out above all the others; undefined where it does not, or where there are none. */
function howOf(own: Print, gaap: readonly Print[]): "bold" | "larger type" | undefined {
  if (gaap.length === 0) return undefined;
  if (own.bold && !gaap.some(({ bold }) => bold)) return "bold";
  return gaap.every(({ bold, size }) => size > 0 && own.size * 10 >= size * 11 && !bold) ? "larger type" : undefined;
}

interface Shown {
  readonly own: Mention;
  readonly gaap: Mention;
  readonly how: "bold" | "larger type";
  readonly start: number;
  readonly end: number;
}

/** The same in the text and in its bullets: where the measure under GAAP stands in the same place or right beside it, in plain print. */
export function wordsInBold(disclosure: Disclosure): readonly Found[] {
  if (!hasPrint(disclosure)) return [];
  const all = disclosure.places.filter(({ segment }) => !segment).flatMap((place) => shownIn(place, disclosure));
  return toldOnceOfAll(
    disclosure,
    all,
    ({ own }) => own.family,
    ({ own }) => quoted(own.name),
    ({ own, gaap, how }) => ({
      message: `${quoted(own.name)} is in ${how} and ${quoted(gaap.name)}, the measure under GAAP beside it, is not.`,
      remedy: "Print both alike.",
      figures: idsOf([own, gaap]),
    }),
  );
}

/** So many blocks on either side are beside a place, and so many of a long list. */
const BESIDE = 2;
const LISTED = 30;
/** So far off other paragraphs tell whether they all begin in bold. */
const LABELS = 10;

function shownIn(place: Place, disclosure: Disclosure): readonly Shown[] {
  const statement = statementAt(disclosure);
  return place.mentions.flatMap((own): readonly Shown[] => {
    if (own.basis !== "non-GAAP" || own.figures.length === 0 || own.family === "revenue" || isOfPart(own)) return [];
    // What part of an amount became another one is no more prominent than that amount for being in bold.
    if (RATIOS.has(own.family) && !RATES.has(own.family)) return [];
    // The last row of a reconciliation is in bold as a total is.
    if (own.block > statement || isTornRow(own)) return [];
    const passage = passageAt(own.block, disclosure);
    if (passage === undefined || isMarkedHeading(passage, disclosure)) return [];
    const print = printOf(passage, disclosure);
    const mine = printedAs(own, print);
    if (!mine.bold && mine.size === 0) return [];
    const beside = around(own.block, gaapMentions(own.family, disclosure.mentions, disclosure)).filter(
      (m) =>
        m.ahead === own.ahead &&
        m.part === own.part &&
        (place.blocks.has(m.block) || Math.abs(m.block - own.block) <= BESIDE) &&
        !isOfPart(m) &&
        // What a line that is a heading for its print stands above is headed by it, and not beside it.
        (!passage.heading || m.block === own.block - 1) &&
        (place.blocks.has(m.block) || m.bullet === own.bullet),
    );
    const near = beside.flatMap((gaap) => {
      const its = passageAt(gaap.block, disclosure);
      return its === undefined || (its.heading && isMarkedHeading(its, disclosure)) ? [] : [{ gaap, its }];
    });
    const how = howOf(
      mine,
      near.map(({ gaap, its }) => printedAs(gaap, printOf(its, disclosure))),
    );
    if (how === undefined || (how === "bold" && isLabel(own, passage, near, print, disclosure))) return [];
    return [{ own, gaap: near[0]!.gaap, how, start: own.start, end: own.end }];
  });
}

/** Those of the mentions that stand no further off a block than those of a list do. */
const around = (block: number, mentions: readonly Mention[]): readonly Mention[] =>
  Array.from({ length: 2 * LISTED + 1 }, (_, i) => mentionsAt(block - LISTED + i, mentions)).flat();

/** A heading by its markup, which is set apart whatever it names; a line that is one for its print alone is a line of the text in bold. */
const isMarkedHeading = ({ heading, part, printed }: Passage, { source, type }: Disclosure): boolean =>
  heading &&
  (part === "headline" ||
    (type === undefined
      ? /^[^\n]*#/.test(source.slice(source.lastIndexOf("\n", (printed.pieces[1] ?? 0) - 1) + 1, printed.pieces[1]))
      : /<h[1-6]\b[^<>]{0,200}>(?:\s|<[^/][^<>]{0,300}>){0,6}$/.test(
          source.slice(Math.max(0, (printed.pieces[1] ?? 0) - HEADED_WITHIN), printed.pieces[1]).toLowerCase(),
        )));
const HEADED_WITHIN = 900;

/** A measure is in bold where its name or its amount is; for that of an amount, the rate beside it is none. */
function printedAs({ start, end, figures, family }: Mention, print: PrintAt): Print {
  const name = print(start);
  const [figure] = figures;
  const isFigure = figure !== undefined && (RATES.has(family) || isMoney(figure)) && print(figure.start).bold;
  return { bold: isFigure || (name.bold && print(end - 1).bold), size: name.size };
}

/**
 * Whether the bold words are but those that a paragraph or a bullet begins with, as others beside it do: what they are called after is no more
 * prominent than what the others are called after. So it is with a title that runs into its text ("Adjusted EBITDA: ...").
 */
function isLabel(
  own: Mention,
  passage: Passage,
  near: readonly { readonly its: Passage }[],
  print: PrintAt,
  disclosure: Disclosure,
): boolean {
  const figure = own.figures[0];
  if (figure !== undefined && print(figure.start).bold && !print(own.start).bold) return false;
  if (!isLed(passage, print) || isWhole(passage, print)) return false;
  if (
    /^(?: ?\([^()]{1,20}\))?\s*[.:\u2013\u2014-]/.test(passage.text.slice(passage.text.indexOf(own.sentence) + own.to))
  )
    return true;
  const others = near.filter(({ its }) => its !== passage);
  const isOfGaap = ({ sentences }: Passage): boolean =>
    sentences.some(({ mentions }) =>
      mentions.some((m) => m.basis === "GAAP" && isHeldAgainst(own.family, m.family, disclosure)),
    );
  return disclosure.passages.some(
    (p) =>
      p !== passage &&
      p.bullet === passage.bullet &&
      Math.abs(p.block - passage.block) <= LABELS &&
      !p.heading &&
      // Where the measure under GAAP has a bullet or a paragraph of its own, that one is asked for.
      (others.length === 0 || isOfGaap(p)) &&
      isLed(p, printOf(p, disclosure)),
  );
}

/** Whether a passage begins in bold. */
const isLed = (passage: Passage, print: PrintAt): boolean =>
  known(passage, isLed, () => {
    const { text, printed } = passage;
    const first = text.search(/[\p{L}\d]/u);
    return first >= 0 && print(placeOf(printed, first, first + 1).start).bold;
  });
/** A passage is asked as often as it names a measure. */
const known = rememberedBy<Passage, boolean>();

/** Whether it ends so as well, as a passage does that is all in bold. */
const isWhole = (passage: Passage, print: PrintAt): boolean =>
  known(passage, isWhole, () => {
    const { text, printed } = passage;
    const words = [...text.matchAll(/[\p{L}\d]+/gu)];
    return words.every(({ index }) => print(placeOf(printed, index, index + 1).start).bold);
  });
