import { format } from "../../exact/decimal.ts";
import { equal } from "../../exact/rational.ts";
import { type Anchor, anchorsOf, type Placed } from "../anchor/anchor.ts";
import { foldPrint } from "../anchor/fold.ts";
import type { Checked, CheckedDocument } from "../report/checked.ts";
import type { ChangedFigure, Changes, NamedFigure, Since, Words } from "./changes.ts";
import { type Line, linesOf } from "./line.ts";
import { pairFigures } from "./pair-figures.ts";
import { pairFindings } from "./pair-findings.ts";
import { pairLines } from "./pair-lines.ts";

/** What has changed from one draft to the next. Nothing has where the two are one document. */
export function since(before: Checked, now: CheckedDocument): Since {
  const { path, sha256 } = before;
  if (before.kind === "refused" || before.placed === undefined || now.placed === undefined)
    return {
      path,
      sha256,
      ...(before.kind === "refused" ? { refused: before.refusal } : {}),
      figures: { same: 0, changed: [], added: [], removed: [] },
      labels: NO_CHANGES,
      sentences: NO_CHANGES,
      findings: { new: [], gone: [], still: [] },
    };
  const a = draftOf(before.placed);
  const b = draftOf(now.placed);
  const lines = pairLines(a.lines, b.lines, before.placed.figures, now.placed.figures);
  const was = pairFigures(lines, a, b);
  const findings = pairFindings(before, now, was);
  const wordings = lines.map((p) => ({ was: a.lines[p.before]!, is: b.lines[p.now]!, moved: p.moved }));
  const gone = leftOf(
    a.lines,
    wordings.map((w) => w.was),
  );
  const come = leftOf(
    b.lines,
    wordings.map((w) => w.is),
  );
  return {
    path,
    sha256,
    figures: figureChanges(a, b, was),
    labels: changesOf("row", wordings, gone, come),
    sentences: changesOf("sentence", wordings, gone, come),
    findings,
  };
}

const NO_CHANGES: Changes = { changed: [], added: [], removed: [], moved: [] };

interface Draft {
  readonly placed: Placed;
  readonly lines: readonly Line[];
  readonly anchors: readonly Anchor[];
}

const draftOf = (placed: Placed): Draft => ({ placed, lines: linesOf(placed), anchors: anchorsOf(placed) });

function leftOf(lines: readonly Line[], paired: readonly Line[]): readonly Line[] {
  const known = new Set(paired);
  return lines.filter((line) => !known.has(line));
}

function figureChanges(a: Draft, b: Draft, was: readonly (number | undefined)[]): Since["figures"] {
  const changed: ChangedFigure[] = [];
  const added: NamedFigure[] = [];
  let same = 0;
  was.forEach((i, j) => {
    if (i === undefined) added.push(namedFigure(b, j));
    else if (isSame(a, i, b, j)) same++;
    else changed.push({ ...namedFigure(b, j), was: printOf(a, i) });
  });
  const kept = new Set(was);
  const removed = a.anchors.flatMap((_, i) => (kept.has(i) ? [] : [namedFigure(a, i)]));
  return { same, changed, added, removed };
}

function isSame(a: Draft, i: number, b: Draft, j: number): boolean {
  if (foldPrint(a.anchors[i]!.print) !== foldPrint(b.anchors[j]!.print)) return false;
  const x = a.placed.figures[i]!.measured;
  const y = b.placed.figures[j]!.measured;
  if (x === undefined || y === undefined) return x === y;
  return x.unit === y.unit && equal(x.value, y.value);
}

function printOf({ placed, anchors }: Draft, i: number): ChangedFigure["was"] {
  const { id, measured } = placed.figures[i]!;
  const value = measured === undefined ? {} : { value: format(measured.value) };
  return { id, print: anchors[i]!.print, ...value };
}

function namedFigure(draft: Draft, i: number): NamedFigure {
  const { label, column, table, sentence } = draft.anchors[i]!;
  const words = { label, column, table, sentence };
  return { ...printOf(draft, i), ...Object.fromEntries(Object.entries(words).filter(([, text]) => text !== "")) };
}

function changesOf(
  kind: Line["kind"],
  pairs: readonly { readonly was: Line; readonly is: Line; readonly moved: boolean }[],
  gone: readonly Line[],
  come: readonly Line[],
): Changes {
  const own = pairs.filter(({ is }) => is.kind === kind);
  const listed = (lines: readonly Line[]): readonly Words[] =>
    lines.filter((line) => line.kind === kind && line.words !== "").map(wordsOf);
  return {
    changed: own
      .filter(({ was, is }) => was.words !== is.words)
      .map(({ was, is }) => ({ ...wordsOf(is), was: wordsOf(was).text })),
    added: listed(come),
    removed: listed(gone),
    moved: listed(own.filter(({ moved }) => moved).map(({ is }) => is)),
  };
}

const wordsOf = ({ kind, text, words, table }: Line): Words =>
  kind === "sentence" ? { text } : { text: words, ...(table === "" ? {} : { table }) };
