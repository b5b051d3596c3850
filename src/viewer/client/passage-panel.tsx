import type { ComponentChildren } from "preact";
import { FindingCard } from "./finding-card.tsx";
import { findingsAt, type Indexed } from "./state.ts";

export interface PassagePanelProps {
  readonly index: Indexed;
  readonly finding: number;
  readonly onGo: (id: string) => void;
  /** What can be done with a finding, where it is shown. */
  readonly actions: ((finding: number, isChosen: boolean) => ComponentChildren) | undefined;
}

/** So much of a passage names it. */
const LONGEST = 90;

/** All that is known of words that findings mean: the chosen finding, and whatever else is said of some of the same words. */
export function PassagePanel({ index, finding, onGo, actions }: PassagePanelProps) {
  const { excerpt } = index.evidence.findings[finding]!;
  const words = excerpt?.line.slice(excerpt.from, excerpt.to).trim() ?? "";
  return (
    <article class="chosen-figure">
      <header>
        <h2 id="chosen-name" tabindex={-1}>
          {words === "" ? "The document" : "Words of the text"}
        </h2>
        {words !== "" && <p class="print words">{words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}</p>}
      </header>
      {findingsAt(index, finding).map((i) => (
        <FindingCard key={i} index={index} finding={i} onGo={onGo}>
          {actions?.(i, i === finding)}
        </FindingCard>
      ))}
    </article>
  );
}
