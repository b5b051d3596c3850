import type { Refusal } from "../../finding.ts";
import { read } from "../read/read.ts";
import { type Reading, readingOf } from "../reading.ts";
import { type Fact, factsOf } from "./fact.ts";
import { type FactIndex, factIndex } from "./fact-index.ts";
import { type Issuer, issuerOf } from "./issuer.ts";

/** Another document of the issuer, read for what it states; or the reason why it could not be read. */
export type Other = Outside | Unread;

export interface Outside {
  readonly kind: "outside";
  readonly name: string;
  readonly reading: Reading;
  readonly facts: readonly Fact[];
  readonly index: FactIndex;
  readonly issuer: Issuer;
}

export interface Unread {
  readonly kind: "unread";
  readonly name: string;
  readonly refusal: Refusal;
}

export interface OtherDocument {
  /** Named in the findings that rest on it; its ending helps to tell text from Markdown. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads another document once; what it states can then be held against any number of documents. */
export function otherOf(
  { name, bytes }: OtherDocument,
  { ignoreTags = false }: { readonly ignoreTags?: boolean },
): Other {
  const document = read(bytes, { name, ignoreTags });
  if (!("blocks" in document)) return { kind: "unread", name, refusal: document };
  const reading = readingOf(document);
  const facts = factsOf(reading);
  return { kind: "outside", name, reading, facts, index: factIndex(facts), issuer: issuerOf(reading.texts) };
}
