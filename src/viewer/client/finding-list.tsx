import type { ComponentChildren } from "preact";
import { type Indexed, targetOf } from "./state.ts";

export interface FindingCardProps {
  readonly index: Indexed;
  readonly finding: number;
  readonly isOpen: boolean;
  readonly onGo: (id: string) => void;
  readonly children?: ComponentChildren;
}

const MARKS = { error: "✕", warning: "!", note: "i" } as const;

/** A finding; open, it shows its remedy and the sum that anyone can add up by hand. */
export function FindingCard({ index, finding, isOpen, onGo, children }: FindingCardProps) {
  const { report, findings } = index.evidence;
  const found = report.findings[finding]!;
  const { certificate } = findings[finding]!;
  const state = found.waived === null ? found.severity : "waived";
  return (
    <div class={`finding ${state}`}>
      <button type="button" class="line" onClick={() => onGo(targetOf(index, finding))} aria-expanded={isOpen}>
        <span class="mark" aria-hidden="true">
          {MARKS[found.severity]}
        </span>
        <span class="code">
          {state} · {found.code.replaceAll("-", " ")}
        </span>
        <span class="message">{found.message}</span>
      </button>
      {isOpen && (
        <div class="more">
          <p class="remedy">{found.remedy}</p>
          {found.waived !== null && <p>Waived: {found.waived.reason}</p>}
          {certificate.length > 0 && (
            <>
              <p class="by-hand">Added up by hand</p>
              <ol class="certificate">
                {certificate.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ol>
            </>
          )}
          {children}
        </div>
      )}
    </div>
  );
}
