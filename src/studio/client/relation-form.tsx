import { useLayoutEffect, useState } from "preact/hooks";
import type { AddedForm } from "../../tieout/marks/mark.ts";
import type { ReportFigure } from "../../tieout/report/report.ts";
import { mark } from "./api.ts";
import { type Hands, isWriting, type Pointing } from "./hands.ts";
import { SignForm } from "./sign-form.tsx";

const FORM_WORDS: Readonly<Record<AddedForm, string>> = {
  sum: "a sum: its parts, then the total",
  difference: "a difference: the first less the others, then the result",
  growth: "growth: the current amount, the comparative one, the growth printed",
  ratio: "a ratio: numerator, denominator, the ratio printed",
  equal: "two prints of one amount",
};
const FORMS = Object.keys(FORM_WORDS) as readonly AddedForm[];

interface RelationFormProps {
  readonly figure: ReportFigure;
  readonly hands: Hands;
  readonly onClose: () => void;
}

/** Sets relations right by hand: one of the figure's own is forbidden, or one is added by pointing at its figures. */
export function RelationForm({ figure, hands, onClose }: RelationFormProps) {
  const { view, act, pointing, point } = hands;
  const own = view.evidence.report.relations.flatMap(({ figures }, i) => (figures.includes(figure.id) ? [i] : []));
  const [forbidden, setForbidden] = useState<number>();
  const close = (): void => {
    point(undefined);
    onClose();
  };
  if (pointing !== undefined) return <PointForm figure={figure} hands={hands} pointing={pointing} onClose={close} />;
  if (forbidden !== undefined)
    return (
      <SignForm
        title="Forbid this relation"
        words="Why does it not hold here?"
        isNeeded
        act="Forbid"
        onCancel={close}
        onDone={(signed) =>
          act(
            () => mark(view, { kind: "forbid", relation: view.evidence.report.relations[forbidden]!.id }, signed),
            "The relation is forbidden.",
          )
        }
      >
        <p class="why">{view.evidence.relations[forbidden]?.line}</p>
      </SignForm>
    );
  return (
    <fieldset class="decide">
      <legend class="sr-only">Relations by hand</legend>
      <h3>Add a relation</h3>
      <p class="why">Then point at its figures on the page, or walk to them and press +. The result comes last.</p>
      <p class="row">
        {FORMS.map((form) => (
          <button
            key={form}
            type="button"
            ref={(button) => {
              if (form === "sum" && button !== null && !button.dataset["met"]) {
                button.dataset["met"] = "yes";
                button.focus();
              }
            }}
            onClick={() => point({ form, figures: [figure.id], minus: [] })}
          >
            {form}
          </button>
        ))}
      </p>
      {own.length > 0 && <h3>Forbid one that does not hold here</h3>}
      <ul class="choices">
        {own.slice(0, 20).map((i) => (
          <li key={i}>
            <button type="button" class="line" onClick={() => setForbidden(i)}>
              {view.evidence.relations[i]?.line}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={close}>
        Cancel
      </button>
    </fieldset>
  );
}

interface PointFormProps extends RelationFormProps {
  readonly pointing: Pointing;
}

function PointForm({ figure, hands, pointing, onClose }: PointFormProps) {
  const { view, act, point } = hands;
  const { form, figures, minus } = pointing;
  const [isReady, setReady] = useState(false);
  const textOf = (id: string): string => {
    const found = view.evidence.report.figures.find((f) => f.id === id);
    return found === undefined ? id : `${found.label ?? ""} ${found.text}`.trim();
  };
  const without = (id: string): Pointing => ({
    ...pointing,
    figures: figures.filter((one) => one !== id),
    minus: minus.filter((one) => one !== id),
  });
  const turned = (id: string): Pointing => ({
    ...pointing,
    minus: minus.includes(id) ? minus.filter((one) => one !== id) : [...minus, id],
  });
  const list = (
    <ol class="pointed">
      {figures.map((id, i) => (
        <li key={id}>
          {form === "sum" && i < figures.length - 1 && (
            <button type="button" class="small" aria-pressed={minus.includes(id)} onClick={() => point(turned(id))}>
              {minus.includes(id) ? "minus" : "plus"}
            </button>
          )}{" "}
          {textOf(id)}
          {i === figures.length - 1 && figures.length > 1 ? " (the result) " : " "}
          <button type="button" class="small" aria-label={`Leave out ${textOf(id)}`} onClick={() => point(without(id))}>
            ✕
          </button>
        </li>
      ))}
    </ol>
  );
  if (isReady)
    return (
      <SignForm
        title={`Add ${form === "equal" ? "an equality" : `a ${form}`}`}
        words="Why does it hold here?"
        isNeeded
        act="Add"
        onCancel={onClose}
        onDone={(signed) => {
          const places = minus.map((id) => figures.indexOf(id));
          return act(
            () => mark(view, { kind: "add", form, figures, minus: form === "sum" ? places : [] }, signed),
            "The relation is added.",
          );
        }}
      >
        {list}
      </SignForm>
    );
  const isIn = figures.includes(figure.id);
  const add = (): void => {
    if (!isIn) point({ ...pointing, figures: [...figures, figure.id] });
  };
  useLayoutEffect(() => {
    const typed = (event: KeyboardEvent): void => {
      if (event.key === "+" && !isWriting(event.target)) add();
      if (event.key === "Escape") onClose();
    };
    document.addEventListener("keydown", typed);
    return () => document.removeEventListener("keydown", typed);
  });
  return (
    <fieldset class="decide">
      <legend class="sr-only">The relation that is being added</legend>
      <h3>Point at {FORM_WORDS[form]}</h3>
      {list}
      <p class="row">
        <button type="button" disabled={isIn} onClick={add}>
          Add {figure.text} <kbd>+</kbd>
        </button>
        <button type="button" class="main" disabled={figures.length < 2} onClick={() => setReady(true)}>
          Go on
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </fieldset>
  );
}
