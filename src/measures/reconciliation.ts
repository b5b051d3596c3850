import type { Section } from "../books/statement-line.ts";
import { add, type Rational, subtract, ZERO } from "../exact/rational.ts";
import { BEFORE_TAX } from "./adjustments.ts";
import type { Fact, Member } from "./fact.ts";
import type { Ask, Desk } from "./measure.ts";
import { GROUP } from "./member.ts";
import { BRIDGES, categoriesIn } from "./non-gaap.ts";
import { isNumber } from "./working.ts";

/** From a GAAP measure to its non-GAAP one, in that order (Regulation G 100(a)(2)); start and lines add to the end. */
export interface Reconciliation {
  readonly measure: string;
  readonly definition: string;
  readonly start: Fact;
  /** A line for each category with an amount, then what is a line of its own: tax, non-controlling interests, the other share count. */
  readonly lines: readonly Fact[];
  readonly end: Fact;
  /** The end less the start and the lines: zero, or the placements do not add up. */
  readonly residual: Rational;
}

const EVERY: readonly Section[] = [...BEFORE_TAX, "tax", "discontinued"];

interface Plan {
  readonly start: string;
  readonly end: string;
  readonly line: string;
  readonly sections: readonly Section[];
  readonly further: readonly string[];
}

function planOf(of: string): Plan | undefined {
  if (of === "diluted-eps")
    return {
      start: "diluted-eps",
      end: "non-gaap-diluted-eps",
      line: "non-gaap-diluted-eps-adjustment",
      sections: EVERY,
      further: [
        "tax-effect-of-adjustments-per-share",
        "nci-share-of-adjustments-per-share",
        "share-count-effect-per-share",
      ],
    };
  const bridge = BRIDGES.find((one) => one.of === of);
  if (bridge === undefined) return undefined;
  const further = of === "net-income" ? ["tax-effect-of-adjustments", "nci-share-of-adjustments"] : [];
  return {
    start: of,
    end: `non-gaap-${of}`,
    line: `non-gaap-${of}-adjustment`,
    sections: bridge.sections,
    further,
  };
}

export function reconciled(desk: Desk, of: string, period: string, definition: string): Reconciliation | undefined {
  const plan = planOf(of);
  const span = desk.period(period);
  if (plan === undefined || span === undefined) return undefined;
  const ask: Ask = { span, member: GROUP, definition, desk };
  const find = (name: string, member: Member = GROUP): Fact | undefined =>
    desk.fact(`${name}@${definition}`, period, member);
  const start = desk.fact(plan.start, period, GROUP);
  const end = find(plan.end);
  if (start === undefined || end === undefined || !isNumber(start.value) || !isNumber(end.value)) return undefined;
  const lines = [
    ...categoriesIn(ask, plan.sections).map((category) => find(plan.line, { category })),
    ...plan.further.map((name) => find(name)),
  ].filter((fact) => fact !== undefined && isNumber(fact.value)) as readonly Fact[];
  const total = lines.reduce((sum, fact) => (isNumber(fact.value) ? add(sum, fact.value) : sum), ZERO);
  return {
    measure: of,
    definition,
    start,
    lines,
    end,
    residual: subtract(subtract(end.value, start.value), total),
  };
}
