import type { BooksFinding } from "../books/books-finding.ts";
import type { FindingCode, Severity } from "../finding-code.ts";

/** Findings of one file and code that are told one by one; the rest is counted. */
export const MOST_TOLD = 20;

export const finding = (
  code: FindingCode,
  severity: Severity,
  path: string,
  line: number | undefined,
  message: string,
  remedy: string,
): BooksFinding => ({
  code,
  about: "books",
  severity,
  message,
  remedy,
  places: path === "" ? [] : [{ path, line, column: line === undefined ? undefined : 1 }],
});

const LONGEST = 60;

/** What stands in a cell, for a message. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}\u2026` : text);

export const counted = (count: number | bigint, noun: string): string =>
  `${count} ${noun}${BigInt(count) === 1n ? "" : "s"}`;
