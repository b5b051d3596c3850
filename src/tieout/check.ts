import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Finding, RuleChoice } from "../finding.ts";
import { acrossRelations, evidenceFor } from "./across/across.ts";
import { type Other, type OtherDocument, type Outside, otherOf } from "./across/other.ts";
import type { Document } from "./document.ts";
import type { Mark } from "./marks/mark.ts";
import { tieOutMarked } from "./marks/marked.ts";
import { read } from "./read/read.ts";
import { type Reading, readingOf } from "./reading.ts";
import { boundLists } from "./relations/bound-lists.ts";
import { listRelations } from "./relations/list-relations.ts";
import { proseRelations } from "./relations/prose.ts";
import { proseParts } from "./relations/prose-parts.ts";
import type { Relation } from "./relations/relation.ts";
import { tableRelations } from "./relations/relations.ts";
import { listSentences } from "./relations/respectively.ts";
import { excusedByNote } from "./relations/rounding-note.ts";
import { saidRelations } from "./relations/said.ts";
import { atomSentences } from "./relations/sentence-atoms.ts";
import type { Checked, CheckedDocument } from "./report/checked.ts";
import type { Report } from "./report/report.ts";
import { write } from "./report/write.ts";
import { since } from "./since/since.ts";

export interface CheckOptions {
  /** Named in the report as its `path`; its ending helps to tell text from Markdown. */
  readonly name?: string;
  /** Reads an inline XBRL page as print, ignoring its tags. */
  readonly ignoreTags?: boolean;
  /** The SHA-256 of the bytes in hexadecimal, where the caller has something faster than our own. */
  readonly digest?: (bytes: Uint8Array) => string;
  /** What people have decided about the document: findings waived, relations set right by hand (`parseMarks` reads them). */
  readonly marks?: readonly Mark[];
  /** Earlier releases or filings of the same issuer: what they state is held against this document's figures. */
  readonly with?: readonly OtherDocument[];
  /** What else is to be said of a document as it was read, beside others of its issuer: `rulesBy` of src/rules/ for the rules of disclosure. */
  readonly rules?: Rules;
  /** An earlier draft: the report ends with what has changed since, and is otherwise the same. */
  readonly since?: OtherDocument;
}

/** Reads a document by rules, and says what somebody has decided about them, so that the report tells it. */
export interface Rules {
  (reading: Omit<Reading, "groups">, outsides: readonly Outside[]): readonly Finding[];
  readonly choices?: readonly RuleChoice[];
}

/** Ties out one document: bytes in, the object of `tickmark check --json` out. Bad input is refused in the report; nothing throws. */
export const checkRelease = (bytes: Uint8Array, options: CheckOptions = {}): Report =>
  write(checkDocument(bytes, options));

/**
 * The same before it is written down, for those who print it in another form. `others` are documents to be held against this one
 * that have been read already.
 */
export function checkDocument(bytes: Uint8Array, options: CheckOptions = {}, others: readonly Other[] = []): Checked {
  const path = options.name ?? "";
  const digest = options.digest ?? ((all: Uint8Array): string => bytesToHex(sha256(all)));
  const document = read(bytes, { name: path, ignoreTags: options.ignoreTags ?? false });
  if (!("blocks" in document))
    return { kind: "refused", path, sha256: digest(bytes), format: null, encoding: null, refusal: document };
  const { proposals, placed, ruled } = proposedIn(document, options, others);
  const tied = tieOutMarked(marksFor(path, options), proposals, placed, ruled);
  const { choices = [] } = options.rules ?? {};
  const chosen = choices.length === 0 ? {} : { ruleChoices: choices };
  const checked: CheckedDocument = { kind: "checked", path, sha256: digest(bytes), document, ...tied, ...chosen };
  if (options.since === undefined) return checked;
  const { since: draft, ...same } = options;
  return { ...checked, since: since(checkDocument(draft.bytes, { ...same, name: draft.name }, others), checked) };
}

/** The marks that are meant for this document: those that name none, it, or the earlier draft it is compared with. */
function marksFor(path: string, { marks = [], since: draft }: CheckOptions): readonly Mark[] {
  const names = [path, draft?.name ?? path].map(fileName);
  return marks.filter(({ document }) => document === undefined || names.includes(document));
}

const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

interface Proposed {
  readonly proposals: readonly Relation[];
  readonly placed: Omit<Reading, "groups" | "context">;
  /** What the rules say of it. */
  readonly ruled: readonly Finding[];
}

/** All that is proposed, and what it is proposed about. What else the sentences were found to say is let go with this call. */
function proposedIn(document: Document, options: CheckOptions, others: readonly Other[]): Proposed {
  const reading = readingOf(document);
  const { groups, context, ...placed } = reading;
  const { lexed, figures, tables, texts } = placed;
  const evidence = evidenceFor(reading, [...(options.with ?? []).map((o) => otherOf(o, options)), ...others]);
  const across = acrossRelations(reading, evidence);
  const said = saidRelations(lexed, figures, texts, tables, context);
  const whole = texts.flatMap((text) => atomSentences(text, figures));
  const lists = listSentences(groups, whole, context);
  const proposals = [
    ...excusedByNote(tableRelations(tables, figures), document.blocks, figures),
    ...proseRelations(boundLists(groups, lists, context), tables, figures, whole),
    ...listRelations(lists, figures),
    ...proseParts(whole, figures),
    ...said,
    ...across,
  ];
  return { proposals, placed, ruled: options.rules?.(reading, evidence.outsides) ?? [] };
}
