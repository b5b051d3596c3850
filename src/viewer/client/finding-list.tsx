import { useEffect, useRef, useState } from "preact/hooks";
import { choiceWords } from "../../tieout/report/rule-words.ts";
import { nameOf } from "./figure-words.ts";
import { findingWords, type Indexed, targetOf, WEIGHT_MARKS, WEIGHTS, type Weight, weightOf } from "./state.ts";

export interface FindingListProps {
  readonly index: Indexed;
  readonly finding: number | undefined;
  readonly weights: ReadonlySet<Weight>;
  readonly onWeight: (weight: Weight) => void;
  readonly onGo: (finding: number) => void;
}

/** How many findings are listed at first, and with each press more. */
const SHOWN = 100;

export function FindingList({ index, finding, weights, onWeight, onGo }: FindingListProps) {
  const { findings, ruleChoices = [] } = index.evidence.report;
  const [most, setMost] = useState(SHOWN);
  const listed = index.ranked.filter((i) => weights.has(weightOf(findings[i]!)));
  const place = finding === undefined ? -1 : listed.indexOf(finding);
  const shown = Math.max(most, place + 1);
  return (
    <section class="findings" aria-label="Findings">
      <h2>
        Findings <span class="count">{findings.length}</span>
      </h2>
      {findings.length === 0 ? (
        <p class="none">Nothing to act on.</p>
      ) : (
        <WeightFilter index={index} weights={weights} onWeight={onWeight} />
      )}
      <ol>
        {listed.slice(0, shown).map((i) => (
          <Item key={i} index={index} finding={i} isChosen={finding === i} onGo={onGo} />
        ))}
      </ol>
      {listed.length > shown && (
        <button type="button" class="more" onClick={() => setMost(shown + SHOWN)}>
          {listed.length - shown} more
        </button>
      )}
      {ruleChoices.length > 0 && (
        <ul class="choices" aria-label="What has been decided about rules">
          {ruleChoices.map((choice) => (
            <li key={choice.code}>{choiceWords(choice)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface WeightFilterProps {
  readonly index: Indexed;
  readonly weights: ReadonlySet<Weight>;
  readonly onWeight: (weight: Weight) => void;
}

function WeightFilter({ index, weights, onWeight }: WeightFilterProps) {
  const { findings } = index.evidence.report;
  const counts = new Map<Weight, number>();
  for (const finding of findings) counts.set(weightOf(finding), (counts.get(weightOf(finding)) ?? 0) + 1);
  if (counts.size < 2) return null;
  return (
    <ul class="weights" aria-label="Findings by severity">
      {WEIGHTS.filter((weight) => counts.has(weight)).map((weight) => (
        <li key={weight}>
          <button
            type="button"
            class={`weight-filter ${weight}`}
            aria-pressed={weights.has(weight)}
            onClick={() => onWeight(weight)}
          >
            <span aria-hidden="true">{WEIGHT_MARKS[weight]}</span> {weight} <b>{counts.get(weight)}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly index: Indexed;
  readonly finding: number;
  readonly isChosen: boolean;
  readonly onGo: (finding: number) => void;
}

function Item({ index, finding, isChosen, onGo }: ItemProps) {
  const item = useRef<HTMLLIElement>(null);
  const found = index.evidence.report.findings[finding]!;
  const figure = index.byId.get(targetOf(index, finding));
  const { rule } = index.evidence.findings[finding]!;
  const weight = weightOf(found);
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    <li ref={item} class={`listed ${weight}`}>
      <button type="button" aria-current={isChosen} onClick={() => onGo(finding)}>
        <span class="mark" aria-hidden="true">
          {WEIGHT_MARKS[weight]}
        </span>
        <span class="code">
          <span class="sr-only">{weight}: </span>
          {findingWords(found)}
          {rule !== undefined && <span class="state"> {rule.state}</span>}
        </span>
        {figure !== undefined && <span class="about">{figure.text}</span>}
        <span class="message">
          {figure === undefined || found.message.includes(nameOf(figure))
            ? found.message
            : `${nameOf(figure)} · ${found.message}`}
        </span>
      </button>
    </li>
  );
}
