import type { Document } from "../tieout/document.ts";
import type { TableReading, TextReading } from "../tieout/figures/document-figures.ts";
import type { Figure } from "../tieout/figures/figure.ts";
import type { LexedBlock } from "../tieout/lex/lexed.ts";
import type { DocumentContext } from "../tieout/meaning/document-context.ts";

/** What the tie-out's readers give of a document. */
export interface RuleInput {
  readonly document: Document;
  readonly lexed: readonly LexedBlock[];
  readonly context: DocumentContext;
  readonly figures: readonly Figure[];
  readonly tables: readonly TableReading[];
  readonly texts: readonly TextReading[];
}
