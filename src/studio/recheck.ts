import { rulesBy } from "../rules/rules.ts";
import { anchorsOf } from "../tieout/anchor/anchor.ts";
import { anchorIndex } from "../tieout/anchor/find.ts";
import { checkDocument } from "../tieout/check.ts";
import type { Mark } from "../tieout/marks/mark.ts";
import { remarkFindings } from "../tieout/marks/remarks.ts";
import { waive } from "../tieout/marks/waive.ts";
import type { Checked, CheckedDocument } from "../tieout/report/checked.ts";
import { since } from "../tieout/since/since.ts";
import { hashOf } from "./desk.ts";
import type { DeskWork } from "./desk-ask.ts";

/** A document and its earlier draft, with and without what changes states. */
const MOST_KEPT = 4;

/**
 * Checks documents with the marks of people, as `checkDocument` does. A remark and the waiver of what is no error change no figure's
 * state, so that a document which was checked once need not be checked again for them: a reviewer who comments does not wait.
 */
export function rechecker(): (work: Pick<DeskWork, "name" | "bytes" | "earlier">, marks: readonly Mark[]) => Checked {
  const kept = new Map<string, Checked>();
  const checkedOnce = (name: string, bytes: Uint8Array, marks: readonly Mark[]): Checked => {
    const key = hashOf(JSON.stringify([name, hashOf(bytes), marks]));
    const checked = kept.get(key) ?? checkDocument(bytes, { name, marks, rules: rulesBy() });
    // What was asked for last is let go last.
    kept.delete(key);
    kept.set(key, checked);
    for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old);
    return checked;
  };
  const marked = (name: string, bytes: Uint8Array, marks: readonly Mark[]): Checked => {
    const corrections = marks.filter(({ kind }) => kind === "correction");
    const bare = checkedOnce(name, bytes, corrections);
    if (bare.kind === "refused" || bare.placed === undefined || corrections.length === marks.length) return bare;
    const grave = marks.filter((mark) => changesStates(mark, bare));
    const base = grave.length === 0 ? bare : checkedOnce(name, bytes, [...corrections, ...grave]);
    return base.kind === "refused"
      ? base
      : withMarks(
          base,
          marks.filter((mark) => !grave.includes(mark)),
        );
  };
  return ({ name, bytes, earlier }, marks) => {
    const meantFor = (...names: readonly string[]): readonly Mark[] =>
      marks.filter(({ document }) => document === undefined || names.includes(document));
    if (earlier === undefined) return marked(name, bytes, meantFor(name));
    const now = marked(name, bytes, meantFor(name, earlier.name));
    if (now.kind === "refused") return now;
    return { ...now, since: since(marked(earlier.name, earlier.bytes, meantFor(earlier.name)), now) };
  };
}

/** Whether the mark waives an error: the figure that it names is then no longer called contradicted. */
const changesStates = (mark: Mark, checked: CheckedDocument): boolean =>
  mark.kind === "waiver" &&
  withMarks(checked, [mark]).findings.some(({ severity, waived }) => severity === "error" && waived !== null);

/** The document with these waivers and remarks beside those that it was checked with. */
function withMarks(checked: CheckedDocument, marks: readonly Mark[]): CheckedDocument {
  const { placed, findings, document } = checked;
  if (placed === undefined || marks.length === 0) return checked;
  const index = anchorIndex(anchorsOf(placed));
  const waivers = marks.filter((mark) => mark.kind === "waiver");
  const remarks = marks.filter((mark) => mark.kind === "remark");
  const waived = waive(waivers, findings, placed.figures, index, document);
  const all = [...waived.findings, ...waived.about, ...remarkFindings(remarks, placed.figures, index)];
  return { ...checked, findings: all.toSorted((a, b) => a.start - b.start) };
}
