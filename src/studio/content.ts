import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type AnchorIndex, soughtOf } from "../tieout/anchor/find.ts";
import { fold, foldPrint, withoutNumbers } from "../tieout/anchor/fold.ts";
import { namedBy, type Relation } from "../tieout/relations/relation.ts";
import type { SignedFigure } from "./chain.ts";

/** Of a figure's relations so many are written out; the others are in the hash of one line. */
const MOST_RELATIONS = 40;
/** Figures of a relation that are written out. */
const MOST_FIGURES = 40;

/**
 * What each figure is signed for: its print, the words that name it, and the relations it stands in, each with the prints of all
 * of its figures. Relations too weak to speak for anything are left out, since a change elsewhere may make or break them.
 */
export function signedFigures(relations: readonly Relation[], index: AnchorIndex): (figure: number) => SignedFigure {
  const byFigure = new Map<number, Relation[]>();
  for (const relation of relations.filter((r) => r.strength !== "weak"))
    for (const figure of namedBy(relation.form)) {
      const list = byFigure.get(figure);
      if (list === undefined) byFigure.set(figure, [relation]);
      else list.push(relation);
    }
  return (figure) => {
    const { print, label, column, table, sentence, period } = index.anchors[figure]!;
    const { nth } = soughtOf(index, figure);
    // Two columns can have the same words and prints: what is said twice is said once here.
    const lines = [...new Set((byFigure.get(figure) ?? []).map((relation) => relationLine(relation, index)))].sort();
    return {
      ...{ print, label, column, table, sentence, period },
      nth: nth === undefined ? "" : `${nth.at} of ${nth.of}`,
      relations: bounded(lines, MOST_RELATIONS, "relations"),
    };
  };
}

/** "footing: americas 147.4; europe 161.4; asia pacific 62.4; total 371.2": a form of its own, for it must not change from version to version. */
function relationLine({ kind, form }: Relation, { anchors }: AnchorIndex): string {
  const figures = namedBy(form).map((figure) => {
    const { label, print } = anchors[figure]!;
    return `${fold(label)} ${print}`.trimStart();
  });
  return `${kind}: ${bounded(figures, MOST_FIGURES, "figures").join("; ")}`;
}

/** What is too long to be written out still counts. */
function bounded(lines: readonly string[], most: number, what: string): readonly string[] {
  if (lines.length <= most) return lines;
  const rest = lines.slice(most);
  return [...lines.slice(0, most), `and ${rest.length} more ${what}, of hash ${hashOf(rest)}`];
}

/**
 * The SHA-256 of what a figure is signed for. Capitals, punctuation and white space of its words do not count, nor the numbers beside it in
 * its sentence; where it stands among its like does not either.
 */
export const contentOf = ({ print, label, column, table, sentence, period, relations }: SignedFigure): string =>
  hashOf([
    foldPrint(print),
    fold(label),
    fold(column),
    fold(table),
    withoutNumbers(fold(sentence)),
    period,
    ...relations,
  ]);

const hashOf = (texts: readonly string[]): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(texts))));
