import type { ReportFigure } from "../../tieout/report/report.ts";
import { drawn, worded } from "./amounts.ts";

interface Ends {
  readonly low?: string;
  readonly high?: string;
}

const WIDTH = 320;
const MARGIN = 14;

/** What the print stands for, above what the rest of the document leaves for it, on one scale. */
export function IntervalDrawing({ figure }: { readonly figure: ReportFigure }) {
  const { low, high, unit = "", implied } = figure;
  if (low === undefined || high === undefined) return null;
  const ends = [low, high, implied?.low, implied?.high].flatMap((end) => (end === undefined ? [] : [drawn(end)]));
  const least = Math.min(...ends);
  const most = Math.max(...ends);
  const span = most - least || Math.abs(most) || 1;
  const x = (value: number): number => MARGIN + ((value - least + span * 0.15) / (span * 1.3)) * (WIDTH - 2 * MARGIN);
  const words = (of: Ends): string =>
    of.low === undefined
      ? `at most ${worded(of.high!, unit)}`
      : of.high === undefined
        ? `at least ${worded(of.low, unit)}`
        : `${worded(of.low, unit)} to ${worded(of.high, unit)}`;
  const printed = words({ low, high });
  const left = implied === undefined ? "nothing on the page bounds it" : words(implied);
  return (
    <figure class="drawing">
      <svg viewBox={`0 0 ${WIDTH} 74`} role="img" aria-label={`Printed: ${printed}. Implied by the rest: ${left}.`}>
        <Bar y={18} from={x(drawn(low))} to={x(drawn(high))} kind="printed" />
        {implied !== undefined && (
          <Bar
            y={52}
            from={implied.low === undefined ? 0 : x(drawn(implied.low))}
            to={implied.high === undefined ? WIDTH : x(drawn(implied.high))}
            kind="implied"
          />
        )}
        <line class="guide" x1={x(drawn(low))} x2={x(drawn(low))} y1={8} y2={66} />
        <line class="guide" x1={x(drawn(high))} x2={x(drawn(high))} y1={8} y2={66} />
      </svg>
      <dl>
        <dt class="printed">Printed stands for</dt>
        <dd>{printed}</dd>
        <dt class="implied">The rest implies</dt>
        <dd>{left}</dd>
      </dl>
    </figure>
  );
}

function Bar(at: { readonly y: number; readonly from: number; readonly to: number; readonly kind: string }) {
  const { y, from, to, kind } = at;
  return (
    <g class={kind}>
      <rect x={from} y={y - 7} width={Math.max(3, to - from)} height={14} rx={2} />
      <line x1={from} x2={from} y1={y - 11} y2={y + 11} />
      <line x1={Math.max(to, from + 3)} x2={Math.max(to, from + 3)} y1={y - 11} y2={y + 11} />
    </g>
  );
}
