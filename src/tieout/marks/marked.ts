import type { Finding } from "../../finding.ts";
import { anchorsOf, type Placed } from "../anchor/anchor.ts";
import { anchorIndex } from "../anchor/find.ts";
import type { Document } from "../document.ts";
import { type TieOut, tieOut } from "../prove/tieout.ts";
import type { Relation } from "../relations/relation.ts";
import { setByHand } from "./by-hand.ts";
import type { Mark } from "./mark.ts";
import { remarkFindings } from "./remarks.ts";
import { waive } from "./waive.ts";

export interface MarkedTieOut extends TieOut {
  readonly placed: Placed;
}

/**
 * Ties out with the marks of a person: relations set right by hand first, then findings waived. Void marks are findings too.
 * `ruled` are findings that no relation gives; they are waived as the others are.
 */
export function tieOutMarked(
  marks: readonly Mark[],
  proposals: readonly Relation[],
  placed: Placed & { readonly document: Pick<Document, "source" | "blocks"> },
  ruled: readonly Finding[] = [],
): MarkedTieOut {
  const { figures } = placed;
  const among = (findings: readonly Finding[]): readonly Finding[] =>
    ruled.length === 0 ? findings : inOrder([...findings, ...ruled]);
  if (marks.length === 0) return { ...tieOut(proposals, figures, among), placed };
  const index = anchorIndex(anchorsOf(placed));
  const corrections = marks.filter((mark) => mark.kind === "correction");
  const waivers = marks.filter((mark) => mark.kind === "waiver");
  const remarks = marks.filter((mark) => mark.kind === "remark");
  const byHand = setByHand(corrections, proposals, figures, index);
  const remarked = remarkFindings(remarks, figures, index);
  const settle = (findings: readonly Finding[]): readonly Finding[] => {
    const waived = waive(waivers, among(findings), figures, index, placed.document);
    return inOrder([...waived.findings, ...byHand.findings, ...waived.about, ...remarked]);
  };
  return { ...tieOut(byHand.relations, figures, settle), placed };
}

const inOrder = (findings: readonly Finding[]): readonly Finding[] => findings.toSorted((a, b) => a.start - b.start);
