import { legible } from "../legible.ts";

/** Where something stands in the page, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A page while it is written: what is put down is never taken back, so that places hold. */
export interface Sheet {
  readonly parts: string[];
  length: number;
  /** The place of each figure's digits where it is first printed as text. */
  readonly figures: Map<string, Span>;
  /** How many elements have been given a name. */
  named: number;
}

export const newSheet = (): Sheet => ({ parts: [], length: 0, figures: new Map(), named: 0 });

/** Puts down markup as it is. */
export function put(sheet: Sheet, markup: string): void {
  sheet.parts.push(markup);
  sheet.length += markup.length;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text of the workspace as it may stand between tags and in a quoted attribute. */
export const escaped = (text: string): string => legible(text).replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);

/** Puts down text of the workspace. */
export const putText = (sheet: Sheet, text: string): void => put(sheet, escaped(text));

/** A name for an element that others point to, unique in the page. */
export const nameFor = (sheet: Sheet, kind: string): string => `${kind}-${++sheet.named}`;
