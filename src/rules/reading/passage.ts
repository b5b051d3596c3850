import { type Printed, placeOf } from "../../text/printed.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Span } from "../../tieout/meaning/sentence.ts";
import type { Mention } from "./mention.ts";
import type { Part } from "./part.ts";

/** A heading or a paragraph, and which part of the release it belongs to. */
export interface Passage {
  /** Its place among all headings, paragraphs and tables, from 0. */
  readonly block: number;
  readonly part: Part;
  readonly heading: boolean;
  readonly bullet: boolean;
  readonly text: string;
  readonly printed: Printed;
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  /** In the text of its passage. */
  readonly span: Span;
  readonly text: string;
  /** The measurements and other tokens in it, in order. */
  readonly figures: readonly Figure[];
  readonly mentions: readonly Mention[];
}

/** The place in the source of a stretch of a sentence's text. */
export const placeIn = (
  passage: Passage,
  sentence: Sentence,
  from: number,
  to: number,
): { start: number; end: number } => placeOf(passage.printed, sentence.span.from + from, sentence.span.from + to);
