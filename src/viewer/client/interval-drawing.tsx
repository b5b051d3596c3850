import { format, parse } from "../../exact/decimal.ts";
import { compare, type Rational, subtract } from "../../exact/rational.ts";
import type { ReportFigure } from "../../tieout/report/report.ts";
import { drawn } from "./amounts.ts";
import { inScale, type PrintScale, printScale } from "./print-scale.ts";

interface Ends {
  readonly low?: string;
  readonly high?: string;
}

const WIDTH = 344;
const ROWS = { printed: 30, implied: 72 } as const;
/** What a character of an end's label takes, in units of the drawing. */
const WIDE = 7;

/** What the print stands for, above what the rest of the document leaves for it, on one scale. */
export function IntervalDrawing({ figure }: { readonly figure: ReportFigure }) {
  const { low, high, implied } = figure;
  if (low === undefined || high === undefined) return null;
  const scale = printScale(figure);
  const printed = { low, high };
  const shown = [low, high, implied?.low, implied?.high].flatMap((end) => (end === undefined ? [] : [end]));
  const edge = Math.min(124, Math.max(...shown.map((end) => inScale(end, scale).length)) * WIDE + 14);
  const ends = shown.map(drawn);
  const least = Math.min(...ends);
  const span = Math.max(...ends) - least || Math.abs(least) || 1;
  const x = (end: string): number => edge + ((drawn(end) - least) / span) * (WIDTH - 2 * edge);
  const meeting = meetingWords(figure, scale);
  return (
    <figure class="drawing">
      <svg viewBox={`0 0 ${WIDTH} 92`} role="img" aria-label={spoken(figure, scale)}>
        <g class="guide">
          <line x1={x(low)} x2={x(low)} y1={ROWS.printed} y2={86} />
          <line x1={x(high)} x2={x(high)} y1={ROWS.printed} y2={86} />
        </g>
        <Row kind="printed" name={`${figure.text} stands for`} ends={printed} open={figure.open} x={x} scale={scale} />
        <Row kind="implied" name="the rest of the page leaves" ends={implied} x={x} scale={scale} />
      </svg>
      <figcaption class={meeting.kind}>{meeting.words}</figcaption>
    </figure>
  );
}

interface RowProps {
  readonly kind: keyof typeof ROWS;
  readonly name: string;
  readonly ends: Ends | undefined;
  readonly open?: ReportFigure["open"];
  readonly x: (end: string) => number;
  readonly scale: PrintScale;
}

function Row({ kind, name, ends, open, x, scale }: RowProps) {
  const y = ROWS[kind];
  const title = (
    <text class="name" x={0} y={y - 16}>
      {name}
    </text>
  );
  if (ends === undefined || (ends.low === undefined && ends.high === undefined))
    return (
      <g class={kind}>
        {title}
        <line class="boundless" x1={0} x2={WIDTH} y1={y} y2={y} />
      </g>
    );
  const from = ends.low === undefined ? 0 : x(ends.low);
  const to = Math.max(ends.high === undefined ? WIDTH : x(ends.high), from + 1);
  return (
    <g class={kind}>
      {title}
      <rect x={from} y={y - 6} width={to - from} height={12} />
      {ends.low !== undefined && <End x={from} y={y} isOpen={open === "low" || open === "both"} />}
      {ends.high !== undefined && <End x={to} y={y} isOpen={open === "high" || open === "both"} />}
      {ends.low !== undefined && (
        <text x={from - 7} y={y + 4} text-anchor="end">
          {inScale(ends.low, scale)}
        </text>
      )}
      {ends.high !== undefined && (
        <text x={to + 7} y={y + 4}>
          {inScale(ends.high, scale)}
        </text>
      )}
    </g>
  );
}

/** A stroke where the end belongs to the interval, a ring where it does not. */
const End = ({ x, y, isOpen }: { readonly x: number; readonly y: number; readonly isOpen: boolean }) =>
  isOpen ? <circle cx={x} cy={y} r={3.2} /> : <line x1={x} x2={x} y1={y - 8} y2={y + 8} />;

function rangeWords({ low, high }: Ends, scale: PrintScale): string {
  if (low === undefined) return high === undefined ? "any amount" : `at most ${inScale(high, scale)}`;
  return high === undefined ? `at least ${inScale(low, scale)}` : `${inScale(low, scale)} to ${inScale(high, scale)}`;
}

function spoken(figure: ReportFigure, scale: PrintScale): string {
  const { low, high, implied } = figure;
  const left = implied === undefined ? "nothing else on the page bounds it" : rangeWords(implied, scale);
  const unit = scale.words === "" ? "" : ` (${scale.words})`;
  return `${figure.text} stands for ${rangeWords({ low: low!, high: high! }, scale)}${unit}. The rest of the page leaves: ${left}.`;
}

interface Meeting {
  readonly kind: "apart" | "inside" | "partly" | "boundless";
  readonly words: string;
}

/** How the two lie to each other. It is asked of the exact ends, never of the drawing. */
function meetingWords(figure: ReportFigure, scale: PrintScale): Meeting {
  const { low, high, implied, open } = figure;
  const end = (text: string | undefined): Rational | undefined => (text === undefined ? undefined : parse(text));
  const [from, to, least, most] = [end(low)!, end(high)!, end(implied?.low), end(implied?.high)];
  if (least === undefined && most === undefined)
    return { kind: "boundless", words: "Nothing else on the page bounds it." };
  const gap =
    most !== undefined && compare(most, from) < 0
      ? subtract(from, most)
      : least !== undefined && compare(least, to) > 0
        ? subtract(least, to)
        : undefined;
  if (gap !== undefined)
    return {
      kind: "apart",
      words: `They do not meet: ${inScale(format(gap), scale)}${scale.words === "" ? "" : ` ${scale.words}`} lie between them.`,
    };
  const isBelow = (a: Rational, b: Rational, isOpen: boolean): boolean => compare(a, b) < (isOpen ? 0 : 1);
  const isInside =
    least !== undefined &&
    most !== undefined &&
    isBelow(from, least, open === "low" || open === "both") &&
    isBelow(most, to, open === "high" || open === "both");
  return isInside
    ? { kind: "inside", words: "Whatever the rest leaves prints as this." }
    : { kind: "partly", words: "They meet: some of what the rest leaves prints as this." };
}
