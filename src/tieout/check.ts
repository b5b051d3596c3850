import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { figuresOf } from "./figures/document-figures.ts";
import { lexDocument } from "./lex/lex.ts";
import { documentContext } from "./meaning/document-context.ts";
import { withProse } from "./meaning/prose-figure.ts";
import { proseMeaning } from "./meaning/prose-meaning.ts";
import type { Mark } from "./marks/mark.ts";
import { tieOutMarked } from "./marks/marked.ts";
import { read } from "./read/read.ts";
import { proseRelations } from "./relations/prose.ts";
import { tableRelations } from "./relations/relations.ts";
import { saidRelations } from "./relations/said.ts";
import type { Checked } from "./report/checked.ts";
import type { Report } from "./report/report.ts";
import { write } from "./report/write.ts";

export interface CheckOptions {
  /** Named in the report as its `path`; its ending helps to tell text from Markdown. */
  readonly name?: string;
  /** Reads an inline XBRL page as print, ignoring its tags. */
  readonly ignoreTags?: boolean;
  /** The SHA-256 of the bytes in hexadecimal, where the caller has something faster than our own. */
  readonly digest?: (bytes: Uint8Array) => string;
  /** What people have decided about the document: findings waived, relations set right by hand (`parseMarks` reads them). */
  readonly marks?: readonly Mark[];
}

/** Ties out one document: bytes in, the object of `tickmark check --json` out. Bad input is refused in the report; nothing throws. */
export const checkRelease = (bytes: Uint8Array, options: CheckOptions = {}): Report =>
  write(checkDocument(bytes, options));

/** The same before it is written down, for those who print it in another form. */
export function checkDocument(bytes: Uint8Array, options: CheckOptions = {}): Checked {
  const path = options.name ?? "";
  const digest = options.digest ?? ((all: Uint8Array): string => bytesToHex(sha256(all)));
  const document = read(bytes, { name: path, ignoreTags: options.ignoreTags ?? false });
  if (!("blocks" in document))
    return { kind: "refused", path, sha256: digest(bytes), format: null, encoding: null, refusal: document };
  const lexed = lexDocument(document.blocks);
  const context = documentContext(lexed);
  const { figures: bare, tables, texts } = figuresOf(document, lexed, context);
  const groups = proseMeaning(texts, bare, context);
  const figures = withProse(bare, groups);
  const said = saidRelations(lexed, figures, texts, tables, context);
  const proposals = [...tableRelations(tables, figures), ...proseRelations(groups, tables, figures), ...said];
  const tied = tieOutMarked(options.marks ?? [], proposals, { document, lexed, figures, tables, texts });
  return { kind: "checked", path, sha256: digest(bytes), document, ...tied };
}
