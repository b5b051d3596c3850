// Two texts of one release laid beside each other by their words and numbers alone, without what the program makes of them.
import { align } from "../dist/tieout/since/align.js";

/** A tag is one piece and left out; a number keeps its points and commas. */
const PIECE = /<[^<>]{1,500}>|\d[\d,.]*\d|\d|\p{L}+/gu;

/** The words and numbers of a source in reading order, each with its place in UTF-16 code units. */
const piecesOf = (source) =>
  [...source.matchAll(PIECE)]
    .filter(([text]) => !text.startsWith("<"))
    .map(({ 0: text, index }) => ({ text: text.toLowerCase(), start: index }));

const isMeasurement = ({ status }) => status !== undefined;
const lastLabel = ({ label = "" }) => label.split(" / ").at(-1).toLowerCase();

/**
 * Pairs of figures that are one print of the release, at least one of each pair a measurement: where the sources agree word by word
 * around them, and elsewhere (a table that has moved, or is laid out by columns) the first with the first of those that have the
 * same print, kind, label and period, where both texts have as many of them.
 */
export function figurePairs(a, b) {
  const [startsA, startsB] = [a, b].map(({ figures }) => new Map(figures.map((figure) => [figure.start, figure])));
  const [piecesA, piecesB] = [a, b].map(({ source }) => piecesOf(source));
  const texts = (pieces) => pieces.map(({ text }) => text);
  const pairs = [];
  for (const [i, j] of align(texts(piecesA), texts(piecesB))) {
    const [x, y] = [startsA.get(piecesA[i].start), startsB.get(piecesB[j].start)];
    if (x !== undefined && y !== undefined && (isMeasurement(x) || isMeasurement(y))) pairs.push([x, y]);
  }
  return [...pairs, ...byName(a, b, new Set(pairs.flat()))];
}

function byName(a, b, paired) {
  const named = ({ figures }) => {
    const groups = new Map();
    for (const figure of figures) {
      if (!isMeasurement(figure) || paired.has(figure) || lastLabel(figure) === "") continue;
      const { start, end } = figure.period ?? {};
      const key = [figure.text, figure.kind, lastLabel(figure), start, end].join("|");
      groups.set(key, [...(groups.get(key) ?? []), figure]);
    }
    return groups;
  };
  const others = named(b);
  return [...named(a)].flatMap(([key, list]) => {
    const other = others.get(key) ?? [];
    return other.length === list.length ? list.map((figure, i) => [figure, other[i]]) : [];
  });
}
