import { rulesBy } from "../rules/rules.ts";
import { isMissing, whyNot } from "../text/thrown.ts";
import { type Other, otherOf } from "../tieout/across/other.ts";
import { type CheckOptions, checkDocument } from "../tieout/check.ts";
import type { Checked } from "../tieout/report/checked.ts";
import { filtered } from "../tieout/report/filter.ts";
import { summarize } from "../tieout/report/write.ts";
import { evidenceOf } from "../viewer/evidence-of.ts";
import { evidencePage } from "../viewer/evidence-page.ts";
import { shownDocument } from "../viewer/shown-document.ts";
import { type Answer, type Asked, crashed, notRead, refusedPage } from "./asked.ts";
import { INPUT } from "./documents.ts";
import type { Effects } from "./effects.ts";
import { EXIT } from "./exit.ts";
import { figureAnswer } from "./figure.ts";
import { saidIn } from "./output.ts";

/**
 * One document from its name to its answer. Nothing here hangs on the other documents of the command, so that several
 * can be at work at once; never rejects.
 */
export async function answerFor(
  path: string,
  asked: Asked,
  effects: Pick<Effects, "files" | "digest">,
): Promise<Answer> {
  const { files, digest } = effects;
  let bytes: Uint8Array;
  try {
    bytes = path === INPUT ? await files.readInput() : await files.read(path);
  } catch (error) {
    if (isMissing(error)) return notRead(path, asked, "file-missing", "There is no file of this name.");
    return notRead(path, asked, "file-not-read", `The file cannot be read: ${whyNot(error)}.`);
  }
  try {
    const { ignoreTags, marks = [], since, strict } = asked;
    const rules = rulesBy({ ...asked.rules, strict });
    const base: CheckOptions = { name: path, ignoreTags, digest, marks, rules };
    const options = since === undefined ? base : { ...base, since };
    const others = othersOf(asked);
    const checked = filtered(checkDocument(bytes, options, others), asked.filter);
    const status = others.some((o) => o.kind === "unread") ? EXIT.notUnderstood : EXIT.clean;
    if (asked.figure !== undefined && checked.kind === "checked")
      return figureAnswer(asked.figure, checked, asked, status);
    const said = saidIn(asked.output, checked, asked.look);
    return { ...said, ...pageOf(checked, asked), status: Math.max(status, statusOf(checked)) };
  } catch (error) {
    return crashed(path, asked, error);
  }
}

function pageOf(checked: Checked, asked: Asked): Pick<Answer, "page"> {
  const { page: client } = asked;
  if (client === undefined) return {};
  if (checked.kind === "refused") return refusedPage(checked, asked);
  const evidence = evidenceOf(checked);
  const { path, summary } = evidence.report;
  const entry = { report: { path, summary }, title: evidence.title };
  return { page: { html: evidencePage(evidence, shownDocument(checked), client), entry } };
}

/** The other documents are read once, however many documents of the command they are held against. */
const known = new WeakMap<Asked, readonly Other[]>();

function othersOf(asked: Asked): readonly Other[] {
  const old = known.get(asked);
  if (old !== undefined) return old;
  const others = (asked.with ?? []).map((other) => otherOf(other, asked));
  known.set(asked, others);
  return others;
}

function statusOf(checked: Checked): number {
  if (checked.kind === "refused" || checked.since?.refused !== undefined) return EXIT.notUnderstood;
  return summarize(checked).errors > 0 ? EXIT.errors : EXIT.clean;
}
