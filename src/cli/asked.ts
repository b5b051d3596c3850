import { basename } from "node:path";
import type { RuleSettings } from "../rules/rules.ts";
import { traceOf } from "../text/thrown.ts";
import type { OtherDocument } from "../tieout/across/other.ts";
import type { Mark } from "../tieout/marks/mark.ts";
import type { RefusedDocument } from "../tieout/report/checked.ts";
import type { Filter } from "../tieout/report/filter.ts";
import { write } from "../tieout/report/write.ts";
import type { ViewerClient } from "../viewer/evidence-page.ts";
import type { IndexEntry } from "../viewer/index-page.ts";
import { EXIT } from "./exit.ts";
import { type Output, type Said, saidIn } from "./output.ts";
import type { Look } from "./terminal.ts";

/** How each document of a command is to be checked and answered: plain data, so that it can be handed to a worker. */
export interface Asked {
  readonly output: Output;
  readonly look: Look;
  readonly ignoreTags: boolean;
  /** Which findings are shown, and count for the exit status; all, where there is none. */
  readonly filter?: Filter | undefined;
  /** What people have decided about the documents. */
  readonly marks?: readonly Mark[] | undefined;
  /** The earlier draft that the document is compared with. */
  readonly since?: OtherDocument | undefined;
  /** Other documents of the issuer, whose statements are held against the document's. */
  readonly with?: readonly OtherDocument[] | undefined;
  /** How the rules of disclosure are read. */
  readonly rules?: RuleSettings | undefined;
  /** Whether a rule that is broken as the regulator has said counts as an error in the exit status. */
  readonly strict?: boolean | undefined;
  /** The client of the page of evidence, where one is asked for. */
  readonly page?: ViewerClient | undefined;
  /** What one figure is called, where only that is asked for. */
  readonly figure?: string | undefined;
}

/** What is printed of one document: plain data. */
export interface Answer extends Said {
  readonly status: number;
  /** The page of evidence (undefined where the document could not be read), and its line in an index; there where it was asked for. */
  readonly page?: { readonly html: string | undefined; readonly entry: Omit<IndexEntry, "page"> };
  /** The trace of an exception: our own mistake. */
  readonly bug?: string;
}

/** The answer for a document that could not be had, in the form that was asked for. */
export function notRead(path: string, asked: Asked, code: string, message: string): Answer {
  const refusal = { code, message };
  const checked: RefusedDocument = { kind: "refused", path, sha256: null, format: null, encoding: null, refusal };
  return { ...saidIn(asked.output, checked, asked.look), ...refusedPage(checked, asked), status: EXIT.notUnderstood };
}

/** What an index of pages says of a document that has none. */
export function refusedPage(checked: RefusedDocument, { page }: Asked): Pick<Answer, "page"> {
  if (page === undefined) return {};
  const { path, summary, refused } = write(checked);
  const report = refused === undefined ? { path, summary } : { path, summary, refused };
  return { page: { html: undefined, entry: { report, title: basename(path) } } };
}

/** The answer for a document over which a mistake of our own showed. */
export function crashed(path: string, asked: Asked, error: unknown): Answer {
  const words = error instanceof Error ? error.message : String(error);
  const message = `A mistake of Tickmark's own stopped the check: ${words}. Please report it.`;
  return { ...notRead(path, asked, "internal-error", message), status: EXIT.ourBug, bug: traceOf(error) };
}
