import type { ReportFigure, ReportRelation } from "../../tieout/report/report.ts";
import { operandNames } from "./figure-words.ts";
import { inScale, printScale } from "./print-scale.ts";
import type { Indexed } from "./state.ts";

export interface TapeProps {
  readonly index: Indexed;
  readonly relation: ReportRelation;
  /** The chosen figure, which is marked among them. */
  readonly figure: string | undefined;
  readonly onGo: (id: string) => void;
}

/**
 * The operands of a relation as on an adding machine's tape: below the rule what their printed digits give, and the result as it
 * is printed. Each leads to its place on the page.
 */
export function Tape({ index, relation, figure, onGo }: TapeProps) {
  const operands = relation.figures.flatMap((id) => index.byId.get(id) ?? []);
  const names = operandNames(operands);
  const result = operands.length > 1 ? operands.at(-1) : undefined;
  const point = relation.computed?.point;
  return (
    <ul class="tape">
      {operands.map((operand, i) => (
        <li key={operand.id} class={operand === result ? "sum" : undefined}>
          {operand === result && point !== undefined && (
            <p class="given">
              <span>The printed digits give</span>
              <span class="number">{withUnit(inScale(point, printScale(operand)), operand)}</span>
            </p>
          )}
          <button
            type="button"
            class="operand-link"
            aria-current={operand.id === figure}
            onClick={() => onGo(operand.id)}
          >
            <span class="what">{names[i]}</span>
            <span class="number">{withUnit(printed(operand), operand)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A negative amount is told by its sign here, wherever the page put the bracket. */
const printed = ({ text, value }: ReportFigure): string =>
  `${value?.startsWith("-") === true && !/^[-−–(]/.test(text) ? "−" : ""}${text}`;

const withUnit = (text: string, { kind }: ReportFigure): string =>
  kind === "percent" && /\d$/.test(text) ? `${text}%` : text;
