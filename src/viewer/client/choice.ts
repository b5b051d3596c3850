import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import { STATES, type State } from "../state-words.ts";
import { bringIntoView, focusOn, light } from "./spans.ts";
import { type Indexed, isAtWords, passageOf, stepped, targetOf, WEIGHTS, type Weight, weightOf } from "./state.ts";

/** What is chosen on the page, and what can be chosen next. */
export interface Choice {
  /** The id of the chosen figure or passage. */
  readonly id: string | undefined;
  /** The finding that is looked at, by its place in the report's list. */
  readonly finding: number | undefined;
  /** The relation whose operands are lit up; `pinned` stays so when the pointer has left it. */
  readonly lit: number | undefined;
  readonly pinned: number | undefined;
  readonly go: (id: string, how?: { readonly keepsFocus: boolean }) => void;
  readonly goToFinding: (finding: number) => void;
  readonly letGo: () => void;
  readonly pin: (relation: number | undefined) => void;
  readonly hover: (relation: number | undefined) => void;
  readonly step: (by: 1 | -1) => void;
  readonly stepFinding: (by: 1 | -1) => void;
}

export interface Filters {
  readonly states: ReadonlySet<State>;
  readonly weights: ReadonlySet<Weight>;
}
export const NO_FILTERS: Filters = { states: new Set(STATES), weights: new Set(WEIGHTS) };

interface Chosen {
  readonly id: string | undefined;
  readonly finding: number | undefined;
  readonly pinned: number | undefined;
  readonly hovered: number | undefined;
}
const NOTHING: Chosen = { id: undefined, finding: undefined, pinned: undefined, hovered: undefined };

/** Keeps what is chosen, and shows it on the page: by classes on the spans concerned, so that the document is never rendered anew. */
export function useChoice(index: Indexed, page: HTMLElement, { states, weights }: Filters, onGo: () => void): Choice {
  const [chosen, choose] = useState<Chosen>(NOTHING);
  const { id, finding, pinned, hovered } = chosen;
  const { report } = index.evidence;
  const lit = hovered ?? pinned;
  const findings = useMemo(
    () => index.ranked.filter((i) => weights.has(weightOf(report.findings[i]!))),
    [index, weights, report],
  );
  const set = (next: string, about: number | undefined, keepsFocus: boolean): void => {
    choose({ id: next, finding: about, pinned: brokenOf(index, next, about), hovered: undefined });
    bringIntoView(next, page);
    if (!keepsFocus) focusOn(next);
    onGo();
  };
  const goToFinding = (place: number): void => set(targetOf(index, place), place, false);
  useLayoutEffect(() => light("chosen", id === undefined ? [] : [id], page), [id, page]);
  useLayoutEffect(() => {
    // Beside words that a finding means, the figures that it names.
    const named = finding !== undefined && isAtWords(index, finding) ? report.findings[finding]!.figures : [];
    const operands = lit === undefined ? named : (report.relations[lit]?.figures ?? []);
    light("operand", operands, page);
    light("result", lit === undefined ? [] : operands.slice(-1), page);
  }, [lit, finding, index, report, page]);
  return {
    id,
    finding,
    lit,
    pinned,
    go: (next, { keepsFocus } = { keepsFocus: false }) =>
      set(next, (index.findingsOf.get(next) ?? [])[0] ?? passageOf(next), keepsFocus),
    goToFinding,
    letGo: () => choose(NOTHING),
    pin: (relation) => choose((now) => ({ ...now, pinned: relation })),
    hover: (relation) => choose((now) => ({ ...now, hovered: relation })),
    step: (by) => {
      const next = stepped(index, states, id, by);
      if (next !== undefined) set(next, (index.findingsOf.get(next) ?? [])[0], false);
    },
    stepFinding: (by) => {
      if (findings.length === 0) return;
      const at = finding === undefined ? (by === 1 ? -1 : 0) : findings.indexOf(finding);
      goToFinding(findings[(at + by + findings.length) % findings.length]!);
    },
  };
}

/** The relation that is lit up at once: the one that a finding is about, or else one that cannot hold. */
function brokenOf(
  { evidence, relationAt, relationsOf }: Indexed,
  id: string,
  finding: number | undefined,
): number | undefined {
  const { findings, relations } = evidence.report;
  const told = finding === undefined ? undefined : findings[finding]?.relations[0];
  if (told !== undefined) return relationAt.get(told);
  return (relationsOf.get(id) ?? []).find((i) => relations[i]!.verdict === "unattainable");
}
