import type { Printed } from "../text/printed.ts";
import type { Outside } from "../tieout/across/other.ts";
import type { Figure } from "../tieout/figures/figure.ts";
import type { DocumentContext } from "../tieout/meaning/document-context.ts";
import { type Span, sentences } from "../tieout/meaning/sentence.ts";
import { LONGEST, namedIn } from "./lexicon.ts";
import { type Mention, mentionsIn } from "./mention.ts";
import type { Occasion } from "./occasion.ts";
import { partsOf } from "./part.ts";
import type { Passage, Sentence } from "./passage.ts";
import { type Place, placesOf } from "./place.ts";
import type { RuleInput } from "./rule-input.ts";
import { type RuleTable, ruleTables } from "./rule-table.ts";

/** What the rules look at, derived once from a document and its figures. */
export interface Disclosure {
  readonly source: string;
  readonly context: DocumentContext;
  /** What is done with the release outside of it, as far as somebody tells. */
  readonly occasion: Occasion;
  /** Releases and filings of the issuer's for periods before this one's, as far as somebody names them. */
  readonly earlier: readonly Outside[];
  readonly passages: readonly Passage[];
  /** The prose of results in the places where a reader meets it. */
  readonly places: readonly Place[];
  readonly tables: readonly RuleTable[];
  /** All mentions of measures in passages, in reading order. */
  readonly mentions: readonly Mention[];
}

/** Nobody's release names measures more often; what a text names beyond that is not looked at. */
const MOST = 2000;

export function disclosureOf(input: RuleInput, occasion: Occasion = {}, earlier: readonly Outside[] = []): Disclosure {
  const { document, lexed, context, figures, texts } = input;
  const parts = partsOf(lexed);
  const passages: Passage[] = [];
  let next = 0;
  lexed.forEach((block, i) => {
    if (block.kind !== "text") return;
    const reading = texts[next++];
    const { text: printed, kind } = block.block;
    if (printed.text.length > LONGEST) return;
    const own = (reading?.figures ?? []).map((f) => figures[f]!);
    const part = parts[i]!;
    const place = { block: i, part, heading: kind === "heading", bullet: kind === "paragraph" && block.block.bullet };
    const all = sentences(printed.text).map((span) => sentenceOf(span, printed, own, place));
    passages.push({ ...place, text: printed.text, printed, sentences: all });
  });
  const mentions = passages.flatMap((passage) => passage.sentences.flatMap((s) => s.mentions)).slice(0, MOST);
  const places = placesOf(passages);
  return {
    source: document.source,
    context,
    occasion,
    earlier,
    passages,
    places,
    tables: ruleTables(input, parts),
    mentions,
  };
}

function sentenceOf(
  span: Span,
  printed: Printed,
  own: readonly Figure[],
  place: Pick<Passage, "block" | "part" | "heading" | "bullet">,
): Sentence {
  const text = printed.text.slice(span.from, span.to);
  const figures = own.filter((f) => f.token.from >= span.from && f.token.from < span.to);
  const named = namedIn(text);
  const mentions = named.length === 0 ? [] : mentionsIn(named, text, span, printed, figures, place);
  return { span, text, figures, mentions };
}
