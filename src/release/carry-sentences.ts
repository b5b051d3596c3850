/** What stands for a binding in a text that is taken apart: a figure or words chosen by one, and anything else. */
export const FIGURE = "\ufffc";
export const OTHER = "\ufffb";

/** Offsets of a text. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** Words with a point behind them that end no sentence. */
const SHORT =
  /(?:^|[\s("“])(?:Inc|Corp|Co|Ltd|Mr|Mrs|Ms|Dr|Prof|St|No|vs|approx|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mass|Calif|Conn|Fla|Ill|Minn|Pa|Tex|Wash|e\.g|i\.e|\p{Lu}|(?:\p{L}\.)+\p{L})\.$/u;

/** The sentences of a text, in order and without the blanks around them. A point behind an abbreviation ends none. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const push = (to: number): void => {
    const written = text.slice(from, to);
    const start = from + written.length - written.trimStart().length;
    if (written.trim() !== "") found.push({ from: start, to: start + written.trim().length });
    from = to;
  };
  for (const { index, 0: end } of text.matchAll(/[.!?]["”’')\]]*(?=\s+["“‘'([]?[\p{Lu}\p{Nd}\ufffb\ufffc])/gu)) {
    const isShort = end === "." && SHORT.test(text.slice(Math.max(from, index - 16), index + 1));
    if (!isShort) push(index + end.length);
  }
  push(text.length);
  return found;
}
