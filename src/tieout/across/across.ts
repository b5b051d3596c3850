import type { FindingCode } from "../../finding.ts";
import type { Reading } from "../reading.ts";
import type { Relation } from "../relations/relation.ts";
import { doubtful } from "../relations/saying.ts";
import { factsOf } from "./fact.ts";
import { factIndex } from "./fact-index.ts";
import { growthBases } from "./growth-base.ts";
import { isOtherIssuer, issuerOf } from "./issuer.ts";
import type { Other, Outside } from "./other.ts";
import { asPublished } from "./published.ts";
import { recastsOf } from "./recast.ts";
import { yearsToDate } from "./year-to-date.ts";

/** Other documents that may speak for this one, and what is said of those that may not. */
export interface Evidence {
  readonly outsides: readonly Outside[];
  readonly told: readonly Relation[];
}

/**
 * The other documents of the issuer. One that could not be read, or that is another company's, proves nothing and is told of; this document itself,
 * given as its own evidence, is passed over.
 */
export function evidenceFor(reading: Reading, others: readonly Other[]): Evidence {
  if (others.length === 0) return { outsides: [], told: [] };
  const issuer = issuerOf(reading.texts);
  const told: Relation[] = [];
  const outsides: Outside[] = [];
  for (const other of others) {
    if (other.kind === "unread")
      told.push(
        telling(
          "evidence-not-read",
          `${other.name} was given as evidence and could not be read: ${other.refusal.message}`,
          "Give the document in a form that can be read.",
        ),
      );
    else if (other.reading.document.source === reading.document.source) continue;
    else if (isOtherIssuer(issuer, other.issuer))
      told.push(
        telling(
          "other-issuer",
          `${other.name} was given as evidence, and is of ${other.issuer.printed}; this document is of ${issuer.printed}. Nothing of it is used.`,
          "Give earlier releases or filings of the same company.",
        ),
      );
    else outsides.push(other);
  }
  return { outsides, told };
}

/** All that other documents of the issuer say of the figures of this one. */
export function acrossRelations(reading: Reading, { outsides, told }: Evidence): readonly Relation[] {
  if (outsides.length === 0) return told;
  const facts = factsOf(reading);
  const own = factIndex(facts);
  const recasts = recastsOf(reading);
  return [
    ...told,
    ...asPublished(facts, own, outsides, recasts),
    ...growthBases(reading, own, outsides),
    ...yearsToDate(reading, facts, own, outsides, recasts),
  ];
}

/** What is said of a document given as evidence, and of no figure. */
const telling = (code: FindingCode, message: string, remedy: string): Relation =>
  doubtful(
    { rule: "T44", kind: "evidence", text: message, evidence: "", strength: "weak", figures: [] },
    { code, severity: "warning", message, remedy },
  );
