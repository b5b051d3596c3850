import { shown } from "../../text/place.ts";
import { type TextOptions, wrap } from "../../text/told.ts";
import type { ChangedFigure, Changes, NamedFigure, NamedFinding, Since, Words } from "./changes.ts";

/** What has changed since an earlier draft, as people read it: a line of counts, then each change. */
export function sinceText(since: Since, options: TextOptions = {}): string {
  const { columns = 100, paint = (_style, text) => text } = options;
  const width = Math.max(columns, 40);
  const line = (title: string, words: string): string =>
    `  ${wrap(`${title}: ${shown(words)}`, width - 4).replace(/\n/g, "\n    ")}`;
  const head = paint("strong", `Since ${shown(since.path)}`);
  if (since.refused !== undefined)
    return `${head}: nothing can be compared.\n${line(since.refused.code, since.refused.message)}\n`;
  const { figures, labels, sentences, findings } = since;
  const lines = [
    ...figures.changed.map((f) => line("figure changed", changedFigure(f))),
    ...figures.added.map((f) => line("figure added", inWords(f))),
    ...figures.removed.map((f) => line("figure removed", inWords(f))),
    ...changeLines("label", labels, line),
    ...changeLines("sentence", sentences, line),
    ...findings.new.map((f) => line("finding new", findingWords(f))),
    ...findings.gone.map((f) => line("finding gone", findingWords(f))),
    ...findings.still.map((f) => line("finding still there", findingWords(f))),
  ];
  return [`${head}:`, ...countsOf(since).map((count) => `  ${count}`), ...lines, ""].join("\n");
}

function countsOf({ figures, labels, sentences, findings }: Since): readonly string[] {
  const counted = (what: string, { changed, added, removed, moved }: Changes): string =>
    `${what}: ${changed.length} changed, ${added.length} added, ${removed.length} removed, ${moved.length} moved`;
  return [
    `figures: ${figures.changed.length} changed, ${figures.added.length} added, ${figures.removed.length} removed, ${figures.same} the same`,
    counted("labels", labels),
    counted("sentences", sentences),
    `findings: ${findings.new.length} new, ${findings.gone.length} gone, ${findings.still.length} still there`,
  ];
}

const placeOf = ({ label, column, table, sentence }: NamedFigure): string =>
  [label, column, table, sentence].filter((words) => words !== undefined).join(", ");

const inWords = (figure: NamedFigure): string => {
  const place = placeOf(figure);
  return place === "" ? figure.print : `${figure.print} (${place})`;
};

function changedFigure({ was, ...figure }: ChangedFigure): string {
  // The same print under another caption or unit stands for another amount.
  const reading =
    was.print === figure.print ? `, read as ${was.value ?? "no amount"} -> ${figure.value ?? "no amount"}` : "";
  const place = placeOf(figure);
  return `${was.print} -> ${figure.print}${reading}${place === "" ? "" : ` (${place})`}`;
}

function changeLines(
  what: string,
  { changed, added, removed, moved }: Changes,
  line: (title: string, words: string) => string,
): readonly string[] {
  const place = ({ text, table }: Words): string => (table === undefined ? text : `${text} (${table})`);
  return [
    ...changed.map((c) => line(`${what} changed`, `${c.was} -> ${place(c)}`)),
    ...added.map((c) => line(`${what} added`, place(c))),
    ...removed.map((c) => line(`${what} removed`, place(c))),
    ...moved.map((c) => line(`${what} moved`, place(c))),
  ];
}

/** The answer itself has the whole of what is new or still there. */
const LONGEST = 160;

const findingWords = ({ severity, code, message }: NamedFinding): string =>
  `${severity}[${code}] ${message.length > LONGEST ? `${message.slice(0, LONGEST - 1)}\u2026` : message}`;
