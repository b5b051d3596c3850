import { dayKind, quarter, text } from "../books/kind.ts";
import type { Say } from "../books/said.ts";
import { may, must, readSettings } from "../books/settings.ts";
import type { ReleaseHead } from "./release-text.ts";
import type { SourceText } from "./source-text.ts";

const HEAD = {
  period: must(quarter, "The quarter that the release is of."),
  date: must(dayKind, "The day it goes out."),
  city: may(text, "Where it is dated from, as the dateline gives it."),
};

const RULE = /^---[ \t]*\r?$/;

/** What stands between the lines of hyphens that a release begins with, and where its text begins. */
export function readHead(
  source: SourceText,
  say: Say,
): { readonly head: ReleaseHead | undefined; readonly body: number } {
  const lines = source.text.split("\n");
  const last = RULE.test(lines[0] ?? "") ? lines.findIndex((line, i) => i > 0 && RULE.test(line)) : -1;
  if (last < 0) {
    const what = RULE.test(lines[0] ?? "")
      ? "The head is not closed by a second line of hyphens"
      : "No head stands here";
    say(
      "release-head-missing",
      source.at(0),
      `${what}; a release begins with one: ---, period, date and city, ---.`,
      "Write it as docs/release.md shows it: a line of three hyphens before it, and one behind it.",
    );
    // What was to be its first line is no rule of the text.
    return { head: undefined, body: RULE.test(lines[0] ?? "") ? (lines[0]?.length ?? 0) : 0 };
  }
  const within = lines.slice(0, last);
  const body = within.reduce((sum, line) => sum + line.length + 1, 0) + (lines[last]?.length ?? 0);
  // The line of hyphens is left out and its line break kept, so that places are those of the file.
  const bytes = new TextEncoder().encode(["", ...within.slice(1)].join("\n"));
  const found = readSettings(HEAD, "the head of a release", { path: source.path, bytes }, say);
  const { period, date, city } = found?.values ?? {};
  if (found === undefined || period === undefined || date === undefined) return { head: undefined, body };
  return { head: { period, date, city, periodPlace: found.at("period") }, body };
}
