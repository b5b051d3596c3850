/** A text is no narrower than this where its lines are filled; shorter ones end where their writer wanted. */
const NARROWEST = 60;

/** Words stand one or two blanks apart; columns wider. */
const IN_COLUMNS = /\S(?: {3,}|\t)\S/;
const ITEM = /^\s*(?:[-*•·–—]|\(?\d{1,3}[.)])\s/;
const RULE = /^[\s\-–—_=*.]*$/;

/** A line is full where the next word would not have fitted into so much of the widest one: few texts are filled to the last letter. */
const FULL = 0.88;

export interface TextLine {
  /** Whether it is of words, and not of columns. A line with nothing on it is as the one before. */
  readonly isProse: boolean;
  /** Whether it goes on in the next line: it was broken because the next word no longer fitted. */
  readonly goesOn: boolean;
}

/** What the lines of a text are. Those of tables, headings, items and addresses end where they end. */
export function textLines(lines: readonly string[]): readonly TextLine[] {
  const isWords = lines.map((line) => !RULE.test(line) && !IN_COLUMNS.test(line));
  const lengths = lines.map((line) => line.trimEnd().length);
  const width = lengths.reduce((most, length, i) => (isWords[i] ? Math.max(most, length) : most), 0);
  let isProse = true;
  return lines.map((line, i) => {
    if (line.trim() !== "") isProse = isWords[i]!;
    const next = lines[i + 1];
    if (width < NARROWEST || next === undefined || !isWords[i] || !isWords[i + 1] || ITEM.test(next))
      return { isProse, goesOn: false };
    const [word = ""] = /\S+/.exec(next) ?? [];
    return { isProse, goesOn: lengths[i]! + 1 + word.length > width * FULL };
  });
}
