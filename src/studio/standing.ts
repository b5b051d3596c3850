import { type AnchorIndex, type Found, find, type Sought } from "../tieout/anchor/find.ts";
import { fold } from "../tieout/anchor/fold.ts";
import type { Chain, Signature, SignedFigure, SignOff } from "./chain.ts";
import { contentOf } from "./content.ts";

/** How a signature stands over a document as it is now. */
export interface Standing {
  readonly signature: Signature;
  /** The index of the figure it is about in the document as it is now; undefined where it is about the document, or the figure is not found. */
  readonly figure: number | undefined;
  readonly kind: "in-force" | "void" | "withdrawn";
  /** In one or two sentences, where it is not in force. */
  readonly why: string;
}

/** The document that signatures are held against. */
export interface SignedDocument {
  readonly sha256: string;
  /** Its own file name, and those of the earlier drafts whose signatures are carried to it. */
  readonly names: readonly string[];
  readonly index: AnchorIndex;
  /** What a figure would be signed for now. */
  readonly signed: (figure: number) => SignedFigure;
}

/** How each signature of the chain stands that was given for the document or one of its earlier drafts, in the order of the file. */
export function standings({ signOffs }: Pick<Chain, "signOffs">, document: SignedDocument): readonly Standing[] {
  const withdrawals = withdrawnBy(signOffs);
  return signOffs.flatMap((one): readonly Standing[] => {
    if (one.kind === "withdrawal" || !document.names.includes(one.document.name)) return [];
    const standing = standingOf(one, document);
    const taken = withdrawals.get(one.n);
    if (taken === undefined) return [standing];
    const why = `${taken.by} took it back at ${taken.at}${taken.note === "" ? "" : `: ${taken.note}`}.`;
    return [{ ...standing, kind: "withdrawn", why }];
  });
}

/** The first withdrawal of each line; a line can only take back one that stands before it. */
function withdrawnBy(signOffs: readonly SignOff[]): ReadonlyMap<number, SignOff> {
  const map = new Map<number, SignOff>();
  for (const one of signOffs)
    if (one.kind === "withdrawal" && one.withdraws < one.n && !map.has(one.withdraws)) map.set(one.withdraws, one);
  return map;
}

function standingOf(signature: Signature, document: SignedDocument): Standing {
  const { figure: was, content } = signature;
  if (was === undefined) {
    const same = content === document.sha256;
    const why = same ? "" : "The document has other bytes than the one that was signed.";
    return { signature, figure: undefined, kind: same ? "in-force" : "void", why };
  }
  const found = find(document.index, soughtFor(was));
  if (found.kind !== "found")
    return { signature, figure: placeOf(found), kind: "void", why: lostWhy(was, found, document.index) };
  const { figure } = found;
  const is = document.signed(figure);
  if (contentOf(is) === content) return { signature, figure, kind: "in-force", why: "" };
  return { signature, figure, kind: "void", why: changedWhy(was, is) };
}

function soughtFor({ print, label, column, table, sentence, nth }: SignedFigure): Sought {
  const [, at, of] = /^(\d{1,6}) of (\d{1,6})$/.exec(nth) ?? [];
  // As soughtOf names it: prose by its sentence, a cell by its labels.
  return {
    print,
    ...(sentence === "" && label !== "" ? { label } : {}),
    ...(column === "" ? {} : { column }),
    ...(table === "" ? {} : { table }),
    ...(sentence === "" ? {} : { sentence }),
    ...(at === undefined || of === undefined
      ? {}
      : { nth: { at: Number.parseInt(at, 10), of: Number.parseInt(of, 10) } }),
  };
}

type Lost = Exclude<Found, { kind: "found" }>;

/** The figure that was found, or the one that stands in its place now: there a decision is shown, be it void. */
export function placeOf(found: Found): number | undefined {
  if (found.kind === "found") return found.figure;
  return found.kind === "changed" && found.figures.length === 1 ? found.figures[0] : undefined;
}

function lostWhy({ print }: SignedFigure, found: Lost, { anchors }: AnchorIndex): string {
  if (found.kind === "none") return `It was signed as ${print}, which this draft no longer prints.`;
  if (found.kind === "elsewhere")
    return `It was signed as ${print}, which no longer stands where it was signed: its row, its column, its table or its sentence is another.`;
  if (found.kind === "several")
    return `It was signed as ${print}; ${found.figures.length} figures of this draft have its words, and one was meant.`;
  const prints = [...new Set(found.figures.map((figure) => anchors[figure]!.print))].slice(0, 3);
  return `It was signed as ${print}; ${prints.join(" or ")} stands there now.`;
}

/** What of a figure that is found has changed since it was signed. */
function changedWhy(was: SignedFigure, is: SignedFigure): string {
  const gone = was.relations.filter((line) => !is.relations.includes(line));
  const come = is.relations.filter((line) => !was.relations.includes(line));
  const words = (["label", "column", "table", "sentence", "period"] as const).filter(
    (key) => fold(was[key]) !== fold(is[key]),
  );
  const parts = [
    ...(gone.length === 0 ? [] : [`What it was signed beside no longer stands so: ${listed(gone)}.`]),
    ...(come.length === 0 ? [] : [`What stands beside it now was not there when it was signed: ${listed(come)}.`]),
    ...(words.length === 0 ? [] : [`Its ${words.join(", ")} ${words.length === 1 ? "reads" : "read"} otherwise now.`]),
  ];
  return parts.length === 0 ? "What it was signed for is no longer what its line says." : parts.join(" ");
}

/** Lines that a sentence names, and characters of each; the others are counted, the rest is left out before its result. */
const SHOWN = 3;
const LONGEST = 240;

function listed(lines: readonly string[]): string {
  const rest = lines.length - SHOWN;
  return [...lines.slice(0, SHOWN).map(shortened), ...(rest > 0 ? [`and ${rest} more`] : [])].join(" | ");
}

function shortened(line: string): string {
  if (line.length <= LONGEST) return line;
  const result = line.slice(line.lastIndexOf("; ") + 2).slice(0, LONGEST / 2);
  return `${line.slice(0, LONGEST - result.length)}\u2026 ${result}`;
}
