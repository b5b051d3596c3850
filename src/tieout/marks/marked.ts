import type { Finding } from "../../finding.ts";
import { anchorsOf, type Placed } from "../anchor/anchor.ts";
import { type AnchorIndex, anchorIndex } from "../anchor/find.ts";
import { type TieOut, tieOut } from "../prove/tieout.ts";
import type { Relation } from "../relations/relation.ts";
import { setByHand } from "./by-hand.ts";
import type { Mark } from "./mark.ts";
import { type Waived, waive } from "./waive.ts";

/** A mark that is in force, and the figures it is about. */
export interface InForce {
  readonly mark: Mark;
  readonly figures: readonly number[];
}

export interface MarkedTieOut extends TieOut {
  readonly marks: readonly InForce[];
}

/** Ties out with the marks of a person: relations set right by hand first, then findings waived. Void marks are findings too. */
export function tieOutMarked(
  marks: readonly Mark[],
  proposals: readonly Relation[],
  placed: Placed & { readonly document: { readonly source: string } },
): MarkedTieOut {
  const { figures } = placed;
  if (marks.length === 0) return { ...tieOut(proposals, figures), marks: [] };
  const index: AnchorIndex = anchorIndex(anchorsOf(placed));
  const corrections = marks.filter((mark) => mark.kind === "correction");
  const waivers = marks.filter((mark) => mark.kind === "waiver");
  const byHand = setByHand(corrections, proposals, figures, index);
  let waived: Waived | undefined;
  const tied = tieOut(byHand.relations, figures, (findings) => {
    waived = waive(waivers, findings, figures, index, placed.document.source);
    return inOrder([...waived.findings, ...byHand.findings, ...waived.about]);
  });
  return { ...tied, marks: [...byHand.inForce, ...(waived?.inForce ?? [])] };
}

const inOrder = (findings: readonly Finding[]): readonly Finding[] => findings.toSorted((a, b) => a.start - b.start);
