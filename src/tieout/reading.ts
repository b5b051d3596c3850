import type { Document } from "./document.ts";
import { figuresOf, type TableReading, type TextReading } from "./figures/document-figures.ts";
import type { Figure } from "./figures/figure.ts";
import { lexDocument } from "./lex/lex.ts";
import type { LexedBlock } from "./lex/lexed.ts";
import { type DocumentContext, documentContext } from "./meaning/document-context.ts";
import { withProse } from "./meaning/prose-figure.ts";
import { type ProseGroup, proseMeaning } from "./meaning/prose-meaning.ts";

/** A document with all that its tables and sentences say of its figures; nothing is held against anything yet. */
export interface Reading {
  readonly document: Document;
  readonly lexed: readonly LexedBlock[];
  readonly context: DocumentContext;
  readonly figures: readonly Figure[];
  readonly tables: readonly TableReading[];
  readonly texts: readonly TextReading[];
  readonly groups: readonly ProseGroup[];
}

export function readingOf(document: Document): Reading {
  const lexed = lexDocument(document.blocks);
  const context = documentContext(lexed);
  const { figures: bare, tables, texts } = figuresOf(document, lexed, context);
  const groups = proseMeaning(texts, bare, context);
  return { document, lexed, context, figures: withProse(bare, groups), tables, texts, groups };
}
