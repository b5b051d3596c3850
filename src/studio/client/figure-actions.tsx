import { useLayoutEffect, useState } from "preact/hooks";
import type { ReportFigure, ReportFinding } from "../../tieout/report/report.ts";
import { findingWords } from "../../viewer/client/state.ts";
import { mark, sign } from "./api.ts";
import { DecisionsOn } from "./decisions.tsx";
import { type Hands, isWriting } from "./hands.ts";
import { RelationForm } from "./relation-form.tsx";
import { SignForm } from "./sign-form.tsx";

type Doing = "accept" | "question" | "comment" | "waive" | "relation" | "sign";

interface Deed {
  readonly doing: Doing;
  readonly key: string;
  readonly words: string;
  readonly title: string;
}

const DEEDS: readonly Deed[] = [
  { doing: "accept", key: "a", words: "Accept", title: "What was it agreed to?" },
  { doing: "question", key: "q", words: "Question", title: "What do you ask?" },
  { doing: "comment", key: "c", words: "Comment", title: "What do you say?" },
  { doing: "waive", key: "w", words: "Waive", title: "Why is the finding accepted as it stands?" },
  { doing: "relation", key: "r", words: "Relation", title: "" },
  { doing: "sign", key: "s", words: "Sign off", title: "What was done" },
];

/** What has been decided about the chosen figure, and what can be. */
export function FigureActions({ figure, hands }: { readonly figure: ReportFigure; readonly hands: Hands }) {
  const [doing, setDoing] = useState<Doing>();
  const findings = openFindings(hands, figure.id);
  // At once, and not after the next paint: whoever walks by keyboard is faster than that.
  useLayoutEffect(() => {
    const typed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const deed = DEEDS.find(({ key }) => key === event.key);
      if (deed === undefined || (deed.doing === "waive" && findings.length === 0)) return;
      event.preventDefault();
      setDoing(deed.doing);
    };
    document.addEventListener("keydown", typed);
    return () => document.removeEventListener("keydown", typed);
  });
  const close = (): void => {
    setDoing(undefined);
    // Back to where the reader was: the figure on the page.
    document.getElementById(figure.id)?.focus({ preventScroll: true });
  };
  return (
    <section class="decisions" aria-label="Decisions about this figure">
      <DecisionsOn figure={figure.id} hands={hands} />
      <p class="row deeds">
        {DEEDS.filter((deed) => deed.doing !== "waive" || findings.length > 0).map((deed) => (
          <button
            key={deed.doing}
            type="button"
            aria-expanded={doing === deed.doing}
            onClick={() => setDoing(deed.doing)}
          >
            {deed.words} <kbd>{deed.key}</kbd>
          </button>
        ))}
      </p>
      {doing === "relation" || hands.pointing !== undefined ? (
        <RelationForm figure={figure} hands={hands} onClose={close} />
      ) : (
        doing !== undefined && (
          <DeedForm doing={doing} figure={figure} findings={findings} hands={hands} onClose={close} />
        )
      )}
    </section>
  );
}

/** The findings about a figure that stand open and can be waived. */
function openFindings({ view }: Hands, id: string): readonly number[] {
  return view.evidence.report.findings.flatMap((finding, i) =>
    finding.figures.includes(id) && canBeWaived(finding) ? [i] : [],
  );
}

/** What is said of marks themselves is mended in the marks. */
const canBeWaived = ({ waived, code }: ReportFinding): boolean =>
  waived === null && !code.startsWith("mark-") && code !== "question-open";

interface DeedFormProps {
  readonly doing: Exclude<Doing, "relation">;
  readonly figure: ReportFigure;
  readonly findings: readonly number[];
  readonly hands: Hands;
  readonly onClose: () => void;
}

function DeedForm({ doing, figure, findings, hands, onClose }: DeedFormProps) {
  const { view, act } = hands;
  const [finding, setFinding] = useState(findings[0] ?? 0);
  const { words, title } = DEEDS.find((deed) => deed.doing === doing)!;
  const report = view.evidence.report;
  return (
    <SignForm
      title={`${words}: ${figure.text}`}
      words={title}
      isNeeded={doing !== "sign"}
      act={words}
      onCancel={onClose}
      onDone={(signed) => {
        if (doing === "sign") return act(() => sign(view, [figure.id], signed), `${figure.text} is signed off.`);
        if (doing === "waive")
          return act(() => mark(view, { kind: "waive", finding }, signed), "The finding is waived.");
        return act(
          () => mark(view, { kind: "remark", remark: doing, figure: figure.id }, signed),
          `${words} is kept with ${figure.text}.`,
        );
      }}
    >
      {doing === "waive" && findings.length > 1 && (
        <p>
          <label for="which-finding">Which finding</label>
          <select
            id="which-finding"
            value={finding}
            onChange={(event) => setFinding(Number(event.currentTarget.value))}
          >
            {findings.map((i) => (
              <option key={i} value={i}>
                {report.findings[i]!.code}: {report.findings[i]!.message.slice(0, 80)}
              </option>
            ))}
          </select>
        </p>
      )}
      {doing === "waive" && findings.length === 1 && <p class="why">{report.findings[finding]?.message}</p>}
    </SignForm>
  );
}

export interface FindingActionsProps {
  readonly finding: number;
  /** Whether it is the one that the keys are for. */
  readonly isChosen: boolean;
  readonly hands: Hands;
}

/** What can be done with a finding where it stands at words; one that stands at a figure is waived at that. */
export function FindingActions({ finding, isChosen, hands }: FindingActionsProps) {
  const [isWaiving, setWaiving] = useState(false);
  const { view, act } = hands;
  const isOpen = canBeWaived(view.evidence.report.findings[finding]!);
  useLayoutEffect(() => {
    if (!isChosen || !isOpen) return undefined;
    const typed = (event: KeyboardEvent): void => {
      if (event.key !== "w" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      setWaiving(true);
    };
    document.addEventListener("keydown", typed);
    return () => document.removeEventListener("keydown", typed);
  });
  if (!isOpen) return null;
  if (!isWaiving)
    return (
      <p class="row deeds">
        <button type="button" onClick={() => setWaiving(true)}>
          Waive {isChosen && <kbd>w</kbd>}
        </button>
      </p>
    );
  const close = (): void => {
    setWaiving(false);
    document.getElementById(`p${finding + 1}`)?.focus({ preventScroll: true });
  };
  return (
    <SignForm
      title={`Waive: ${findingWords(view.evidence.report.findings[finding]!)}`}
      words="Why is the finding accepted as it stands?"
      isNeeded
      act="Waive"
      onCancel={close}
      onDone={(signed) => act(() => mark(view, { kind: "waive", finding }, signed), "The finding is waived.")}
    />
  );
}
