import { lineAndColumn, lines } from "../text/place.ts";
import { anchorsOf } from "../tieout/anchor/anchor.ts";
import { type AnchorIndex, anchorIndex, find, type Sought, soughtOf } from "../tieout/anchor/find.ts";
import type { Mark, ParsedMarks } from "../tieout/marks/mark.ts";
import { placeWords } from "../tieout/marks/place-words.ts";
import { toldOf } from "../tieout/marks/told-of.ts";
import { besideOf, placesToName, wordsAt } from "../tieout/marks/waive.ts";
import { namedBy } from "../tieout/relations/relation.ts";
import type { Checked, CheckedDocument } from "../tieout/report/checked.ts";
import { shownWithEvidence, showRelease } from "../viewer/show-release.ts";
import type { SignedFigure } from "./chain.ts";
import { signedFigures } from "./content.ts";
import { hashOf } from "./desk.ts";
import type { CheckedView, DeskAsk, DeskReply, DeskWork, PointedDeed } from "./desk-ask.ts";
import type { MarkKind, MarkTroubleView, MarkView, SignOffView } from "./desk-view.ts";
import { rechecker } from "./recheck.ts";
import { placeOf, type Standing, standings } from "./standing.ts";
import { type Deed, marksIn } from "./write-mark.ts";

/** A document as it was checked last, how it is shown, and what its figures are called in it. */
interface Known {
  readonly key: string;
  readonly checked: Checked;
  readonly parsed: ParsedMarks;
  readonly named: Named | undefined;
  readonly shown: Pick<CheckedView, "evidence" | "html" | "earlierHtml">;
}

interface Named {
  readonly document: CheckedDocument;
  readonly index: AnchorIndex;
  readonly signed: (figure: number) => SignedFigure;
  /** The place of each figure by its id. */
  readonly places: ReadonlyMap<string, number>;
}

/** Answers what the desk asks, one question after the other. The document that was checked last need not be checked again. */
export function deskAnswers(): <A extends DeskAsk>(ask: A) => DeskReply<A> {
  const recheck = rechecker();
  const draftOf = draftsShown();
  let last: Known | undefined;
  return <A extends DeskAsk>(ask: A): DeskReply<A> => {
    if (last?.key !== ask.work.key) last = checkedWork(ask.work, recheck, draftOf);
    return answerOf(ask, last) as DeskReply<A>;
  };
}

function answerOf(ask: DeskAsk, known: Known): DeskReply<DeskAsk> {
  if (ask.kind === "view") return viewOf(ask.work, known);
  const { named } = known;
  if (ask.kind === "deed") return named === undefined ? { why: UNREAD } : deedOf(ask.deed, named);
  return ask.figures.map((id) => {
    const place = named?.places.get(id);
    return named === undefined || place === undefined ? undefined : named.signed(place);
  });
}

const UNREAD = "The document cannot be read, so that nothing in it can be marked.";

function checkedWork(
  work: DeskWork,
  recheck: ReturnType<typeof rechecker>,
  draftOf: ReturnType<typeof draftsShown>,
): Known {
  const { key, marks, earlier } = work;
  const parsed = marksIn(marks.text, marks.name);
  const checked = recheck(work, parsed.marks);
  const { evidence, shown: page } = shownWithEvidence(checked);
  const shown = { evidence, html: page.html, earlierHtml: earlier === undefined ? undefined : draftOf(earlier) };
  return { key, checked, parsed, shown, named: namedIn(checked) };
}

/** Shows earlier drafts. The one that was shown last need not be made again, whatever is marked meanwhile. */
function draftsShown(): (draft: NonNullable<DeskWork["earlier"]>) => string {
  let last: { readonly key: string; readonly html: string } | undefined;
  return ({ name, bytes }) => {
    const key = `${name} ${hashOf(bytes)}`;
    if (last?.key !== key) last = { key, html: showRelease(bytes, { name }).shown.html };
    return last.html;
  };
}

function namedIn(checked: Checked): Named | undefined {
  if (checked.kind === "refused" || checked.placed === undefined) return undefined;
  const index = anchorIndex(anchorsOf(checked.placed));
  const relations = checked.relations.map(({ relation }) => relation);
  const places = new Map(checked.figures.map(({ figure }, i) => [figure.id, i]));
  return { document: checked, index, signed: signedFigures(relations, index), places };
}

function viewOf(work: DeskWork, { checked, parsed, named, shown }: Known): CheckedView {
  const { name, signOffs, marks, earlier } = work;
  const names = [name, ...(earlier === undefined ? [] : [earlier.name])];
  const sha256 = checked.sha256 ?? "";
  const standing = named === undefined ? [] : standings({ signOffs }, { sha256, names, ...named });
  const meant = parsed.marks.filter((mark) => isMeant(mark, names));
  return {
    ...shown,
    marks: named === undefined ? [] : meant.map((mark) => markView(mark, named)),
    markTroubles: troublesIn(marks.text, parsed),
    signOffs: standing.map((one) => signOffView(one, named)),
  };
}

const isMeant = ({ document }: Mark, names: readonly string[]): boolean =>
  document === undefined || names.includes(document);

function troublesIn(text: string, { troubles }: ParsedMarks): readonly MarkTroubleView[] {
  const table = lines(text);
  return troubles.map(({ message, remedy, start }) => ({ ...lineAndColumn(table, start), message, remedy }));
}

function markView(mark: Mark, { document, index }: Named): MarkView {
  const ids = soughtIn(mark).flatMap((sought) => {
    const at = placeOf(find(index, sought));
    return at === undefined ? [] : [document.figures[at]!.figure.id];
  });
  const { line, reason, author, date } = mark;
  const trouble = toldOf(mark, document.findings)?.message ?? null;
  return { ...deedView(mark), line, figures: [...new Set(ids)], text: reason, author, date, trouble };
}

function soughtIn(mark: Mark): readonly Sought[] {
  if (mark.kind === "remark") return [mark.figure];
  if (mark.kind === "waiver") return mark.figure === undefined ? [] : [mark.figure];
  return [...(mark.forbid?.figures ?? []), ...(mark.add?.figures ?? [])];
}

function deedView(mark: Mark): { readonly kind: MarkKind; readonly about: string } {
  if (mark.kind === "remark") return { kind: mark.remark, about: "" };
  if (mark.kind === "waiver") return { kind: "waive", about: mark.code };
  const { forbid, add } = mark;
  if (forbid !== undefined && add !== undefined) return { kind: "replace", about: `${forbid.relation}, ${add.form}` };
  return forbid === undefined ? { kind: "add", about: add?.form ?? "" } : { kind: "forbid", about: forbid.relation };
}

function signOffView({ signature, figure, kind, why }: Standing, named: Named | undefined): SignOffView {
  const { n, by, at, note, document } = signature;
  const words = signature.figure === undefined ? "" : inWords(signature.figure);
  const id = figure === undefined ? null : (named?.document.figures[figure]?.figure.id ?? null);
  return { n, kind, by, at, note, figure: id, words, document: document.name, why };
}

function inWords({ print, label, column, table, sentence }: SignedFigure): string {
  const words = (sentence === "" ? [label, column, table] : [sentence]).filter((word) => word !== "");
  return words.length === 0 ? print : `${print} (${words.join(", ")})`;
}

/** What was pointed at, in words that find it again; or why it cannot be marked. */
function deedOf(deed: PointedDeed, { document, index, places }: Named): Deed | { readonly why: string } {
  const sought = (id: string): Sought | undefined => {
    const place = places.get(id);
    return place === undefined ? undefined : soughtOf(index, place);
  };
  const lost = { why: "What was pointed at is not in this document." };
  if (deed.kind === "remark") {
    const figure = sought(deed.figure);
    return figure === undefined ? lost : { ...deed, figure };
  }
  if (deed.kind === "waive") return waiver(deed.finding, document, index, sought) ?? lost;
  if (deed.kind === "add") {
    const figures = deed.figures.map(sought);
    return figures.every((f) => f !== undefined) ? { ...deed, figures } : lost;
  }
  const hit = document.relations.find(({ id }) => id === deed.relation);
  if (hit === undefined) return lost;
  const figures = namedBy(hit.relation.form).map((figure) => soughtOf(index, figure));
  return { kind: "forbid", relation: hit.relation.kind, figures };
}

function waiver(
  at: number,
  document: CheckedDocument,
  index: AnchorIndex,
  sought: (id: string) => Sought | undefined,
): Deed | { readonly why: string } | undefined {
  const finding = document.findings[at];
  if (finding === undefined) return undefined;
  const { code, figures } = finding;
  if (code.startsWith("mark-") || code === "question-open")
    return { why: "This finding is about a mark: take the mark out, or write it anew." };
  if (finding.waived !== null) return { why: "This finding is waived already." };
  const [first] = figures;
  const places = placesToName(finding).map(placeWords(document.document));
  if (first === undefined) {
    const text = wordsAt(finding, document.document.source);
    return { kind: "waive", code, figure: undefined, beside: [], text, places };
  }
  const own = document.figures.map(({ figure }) => figure);
  const beside = besideOf(finding, first, own, index);
  return { kind: "waive", code, figure: sought(first), beside, text: undefined, places };
}
