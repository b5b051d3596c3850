import type { CheckedDocument } from "../tieout/report/checked.ts";
import { escapeSource, escapeText } from "./safe-markup.ts";

/** Code units of the source from `start` to `end`, as text of the page, with the figures and passages in them marked. */
export type Marker = (start: number, end: number, as: "text" | "markup") => string;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  /** What opens it, but for its id. */
  readonly open: string;
}

/** Markers must be asked in the order of the source: each goes on where the one before it stopped. */
export function markerOf(checked: CheckedDocument): Marker {
  const { source } = checked.document;
  const inFigures = layer(figureSpans(checked));
  const inPassages = layer(passageSpans(checked));
  return (start, end, as) => {
    const escaped = as === "text" ? escapeText : escapeSource;
    return inPassages(start, end, (from, to) => inFigures(from, to, (a, b) => escaped(source.slice(a, b))));
  };
}

function figureSpans({ figures }: CheckedDocument): readonly Span[] {
  return figures.map(({ figure: { id, start, end, kind }, status, reached }) => {
    const state = status ?? (reached ? "checked" : "other");
    return { start, end, id, open: `class="figure" data-status="${state}" data-kind="${kind}" tabindex="-1"` };
  });
}

/** The places that findings mean and no figure does. Where two overlap, the first is shown. */
function passageSpans({ findings }: CheckedDocument): readonly Span[] {
  return findings.flatMap((finding, i) => {
    const { start, end, severity, figures } = finding;
    if (figures.length > 0 || end <= start) return [];
    return [{ start, end, id: `p${i + 1}`, open: `class="passage" data-severity="${severity}"` }];
  });
}

type Layer = (start: number, end: number, inner: (from: number, to: number) => string) => string;

/** Cuts a stretch of text at the ends of spans and wraps what is inside of them. */
function layer(unsorted: readonly Span[]): Layer {
  const spans = apart([...unsorted].sort((a, b) => a.start - b.start || a.end - b.end));
  const pieces = new Map<string, number>();
  let next = 0;
  return (start, end, inner) => {
    let out = "";
    let at = start;
    while (next < spans.length && spans[next]!.end <= start) next++;
    for (let i = next; i < spans.length && spans[i]!.start < end; i++) {
      const span = spans[i]!;
      const from = Math.max(span.start, at);
      const to = Math.min(span.end, end);
      if (to <= from) continue;
      if (from > at) out += inner(at, from);
      const piece = (pieces.get(span.id) ?? 0) + 1;
      pieces.set(span.id, piece);
      out += `<span ${span.open} id="${piece === 1 ? span.id : `${span.id}-${piece}`}">${inner(from, to)}</span>`;
      at = to;
    }
    return at < end ? out + inner(at, end) : out;
  };
}

/** Those of the sorted spans that begin where the one before has ended, so that none stands in another. */
function apart(sorted: readonly Span[]): readonly Span[] {
  let end = 0;
  return sorted.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
