import type { Outside } from "../../tieout/across/other.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { DocumentContext } from "../../tieout/meaning/document-context.ts";
import { type Span, sentencesOf } from "../../tieout/meaning/sentence.ts";
import type { Learned } from "../names/learned.ts";
import { LONGEST, namedIn } from "../names/lexicon.ts";
import { anyCase } from "../pattern.ts";
import { isAbroad } from "../profile.ts";
import type { RuleInput } from "../rule-input.ts";
import { inHyphens } from "./hyphens.ts";
import { learn } from "./learn.ts";
import { withLeftOut } from "./left-out.ts";
import { type Mention, mentionsIn } from "./mention.ts";
import type { Occasion } from "./occasion.ts";
import { asOwnEfficiency, hasOwnEfficiency } from "./own-efficiency.ts";
import { onTitledBasis, ownTitle } from "./own-titled.ts";
import { guidesFirst, headsOutlook, type Part, partsOf } from "./part.ts";
import { partedIn, withWholes } from "./parted.ts";
import type { Passage, Sentence } from "./passage.ts";
import { type Place, placesOf } from "./place.ts";
import { withoutRequired } from "./required-pro-forma.ts";
import { type RuleTable, renamed, ruleTables } from "./rule-table.ts";
import { goesOnOfSegment, isLedBySegment, segmentsIn } from "./segments.ts";

/** What the rules look at, derived once from a document and its figures. */
export interface Disclosure {
  readonly source: string;
  /** Where the print of a page changes, as `Document` has it. */
  readonly type: readonly number[] | undefined;
  readonly context: DocumentContext;
  /** What is done with the release outside of it, as far as somebody tells. */
  readonly occasion: Occasion;
  /** Releases and filings of the issuer's for periods before this one's, as far as somebody names them. */
  readonly earlier: readonly Outside[];
  readonly passages: readonly Passage[];
  /** The prose of results in the places where a reader meets it. */
  readonly places: readonly Place[];
  readonly tables: readonly RuleTable[];
  /** Those that the end of a page has parted, put together again, and their parts as they are printed. */
  readonly parted: { readonly wholes: readonly RuleTable[]; readonly parts: readonly RuleTable[] };
  /** What the release itself says of the names of its own measures. */
  readonly learned: Learned;
  /** All mentions of measures in passages, in reading order. */
  readonly mentions: readonly Mention[];
}

/** A short line without a point at its end, which heads what follows. */
const HEADS = /^.{1,90}(?<![.;,])$/s;

/** "1 Adjusted EBITDA of $90 million by 2028.": a note that says which targets a sentence has spoken of. */
const isNoteOnTarget = (text: string): boolean => text.length < NOTE_LONGEST && NOTE_ON_TARGET.test(text);
const NOTE_ON_TARGET =
  /^\W{0,3}[\da-z*†]{1,2}\W{0,2} ?(?=\p{Lu})[^;]{0,200}[,\d] (?:to be (?:reached|achieved) )?by (?:the end of |year[- ]end |fiscal (?:year )?)?20\d\d\W{0,2}$/u;
const NOTE_LONGEST = 260;

/** Nobody's release names measures more often; what a text names beyond that is not looked at. */
const MOST = 2000;

export function disclosureOf(read: RuleInput, occasion: Occasion = {}, earlier: readonly Outside[] = []): Disclosure {
  const input = inHyphens(read);
  const { document, lexed, context, figures, texts: readings } = input;
  const parts = partsOf(lexed);
  const texts: Unnamed[] = [];
  let next = 0;
  let isHeadOfOutlook = false;
  let isBelowOwnTitle = false;
  lexed.forEach((block, i) => {
    if (block.kind !== "text") return;
    const reading = readings[next++];
    const { text: printed, kind } = block.block;
    if (printed.text.length > LONGEST) return;
    const spans = sentencesOf(printed);
    const isBullet = kind === "paragraph" && block.block.bullet;
    // Below the headline an outlook may be a list of its own: its title says that the bullets guide.
    if (!isBullet) isHeadOfOutlook = parts[i] === "headline" && headsOutlook(printed.text);
    if (kind === "heading" || (!isBullet && HEADS.test(printed.text)))
      isBelowOwnTitle = ownTitle(printed.text) !== undefined;
    texts.push({
      block: i,
      part: parts[i]!,
      heading: kind === "heading",
      bullet: isBullet,
      guides: (isBullet && (isHeadOfOutlook || guidesFirst(printed.text))) || isNoteOnTarget(printed.text),
      ownTitled: isBelowOwnTitle && parts[i] === "results",
      text: printed.text,
      printed,
      figures: (reading?.figures ?? []).map((f) => figures[f]!),
      spans,
      sentences: spans.map((s) => printed.text.slice(s.from, s.to)),
    });
  });
  const tabled = ruleTables(input, parts);
  const learned = learn(tabled, texts, isAbroad(document.source));
  const segments = segmentsIn(texts);
  const isOwnEfficiency = hasOwnEfficiency(tabled, texts);
  const passages = texts.map((told, at): Passage => {
    const { block, part, heading, bullet, text, printed } = told;
    const ofSegment = !heading && goesOnOfSegment(texts[at - 1]?.text, text);
    const read = told.sentences.map((_, i) => sentenceOf(told, i, learned, segments, ofSegment));
    const sentences = isOwnEfficiency ? read.map(withOwnEfficiency) : read;
    return { block, part, heading, bullet, text, printed, sentences };
  });
  const mentions = passages.flatMap((passage) => passage.sentences.flatMap((s) => s.mentions)).slice(0, MOST);
  const places = placesOf(passages, segments);
  const known = tabled.map((table) => renamed(table, learned));
  const printed = isOwnEfficiency ? known.map(tableWithOwnEfficiency) : known;
  const wholes = partedIn(printed, passages);
  const tables = withWholes(printed, wholes);
  const pieces = printed.filter(({ block }) => wholes.some(({ blocks }) => blocks.includes(block)));
  const parted = { wholes: wholes.map(({ whole }) => whole), parts: pieces };
  return {
    source: document.source,
    type: document.type,
    context,
    occasion,
    earlier,
    passages,
    places,
    tables,
    parted,
    learned,
    mentions,
  };
}

/** How far around a name the words stand that say it is under GAAP. */
const BASIS_NEAR = 30;
const withOwnEfficiency = (sentence: Sentence): Sentence => ({
  ...sentence,
  mentions: sentence.mentions.map((m) =>
    asOwnEfficiency(m, sentence.text.slice(Math.max(0, m.from - BASIS_NEAR), m.to + BASIS_NEAR)),
  ),
});
const tableWithOwnEfficiency = (table: RuleTable): RuleTable => ({
  ...table,
  rows: table.rows.map((row) =>
    row.named === undefined ? row : { ...row, named: asOwnEfficiency(row.named, row.label) },
  ),
});

/** A passage before its measures are named. */
interface Unnamed extends Omit<Passage, "sentences"> {
  /** Whether it is a bullet that says with its first words that it guides, in the headline too. */
  readonly guides: boolean;
  /** Whether it stands among results below a title that says of all of them that they are the company's own. */
  readonly ownTitled: boolean;
  readonly figures: readonly Figure[];
  readonly spans: readonly Span[];
  /** The words of each span. */
  readonly sentences: readonly string[];
}

/** Parts that tell of no measure, whatever they name, but for what a sentence among them explains. */
const SILENT: ReadonlySet<Part> = new Set<Part>(["safe-harbour", "about", "call", "contacts", "wire"]);
const EXPLAINS = anyCase(/defin|calculat|comput|reconcil|non-?gaap/);

function sentenceOf(
  told: Unnamed,
  at: number,
  learned: Learned,
  segments: readonly string[],
  goesOn: boolean,
): Sentence {
  const span = told.spans[at]!;
  const text = told.sentences[at]!;
  const figures = told.figures.filter((f) => f.token.from >= span.from && f.token.from < span.to);
  const named = SILENT.has(told.part) && !EXPLAINS.test(text) ? [] : namedIn(text, learned);
  const mentions = named.length === 0 ? [] : mentionsIn(named, text, span, told.printed, figures, told, segments);
  const led = mentions.length > 0 && (goesOn || isLedBySegment(told.sentences, at));
  const ofSegment = led ? mentions.map((m): Mention => ({ ...m, ofSegment: true })) : mentions;
  const onBasis = told.ownTitled ? ofSegment.map(onTitledBasis) : ofSegment;
  return { span, text, figures, mentions: withoutRequired(withLeftOut(onBasis, told.sentences), told.text) };
}
