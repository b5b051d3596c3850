import { useState } from "preact/hooks";
import type { MarkKind, MarkView, SignOffView } from "../desk-view.ts";
import { unmark, withdraw } from "./api.ts";
import type { Hands } from "./hands.ts";
import { SignForm } from "./sign-form.tsx";

export const MARK_WORDS: Readonly<Record<MarkKind, string>> = {
  accept: "Accepted",
  question: "Asked",
  comment: "Comment",
  waive: "Waived",
  forbid: "Relation forbidden",
  add: "Relation added",
  replace: "Relation replaced",
};

/** What has been decided about one figure. */
export function DecisionsOn({ figure, hands }: { readonly figure: string; readonly hands: Hands }) {
  const { marks, signOffs } = hands.view;
  return (
    <ul class="decided">
      {signOffs
        .filter((one) => one.figure === figure)
        .map((one) => (
          <SignOff key={`s${one.n}`} one={one} hands={hands} isShort />
        ))}
      {marks
        .filter(({ figures }) => figures.includes(figure))
        .map((one) => (
          <Mark key={`m${one.line}`} one={one} hands={hands} />
        ))}
    </ul>
  );
}

export function Mark({ one, hands }: { readonly one: MarkView; readonly hands: Hands }) {
  const { kind, about, text, author, date, line, trouble } = one;
  const { view, act } = hands;
  return (
    <li class={trouble === null ? `mark ${kind}` : "mark void"}>
      <p>
        <b>{MARK_WORDS[kind]}</b> {about.replaceAll("-", " ")} <span class="why">{`${author}, ${date}`}</span>
      </p>
      <p>{text}</p>
      {trouble !== null && <p class="trouble">{trouble}</p>}
      <button
        type="button"
        class="small"
        aria-label={`Take out: ${MARK_WORDS[kind]}, ${text.slice(0, 60)}`}
        onClick={() => void act(() => unmark(view, line), "The mark is taken out.")}
      >
        Take out
      </button>
    </li>
  );
}

const STANDING: Readonly<Record<SignOffView["kind"], string>> = {
  "in-force": "Signed off",
  void: "Sign-off void",
  withdrawn: "Sign-off taken back",
};

interface SignOffProps {
  readonly one: SignOffView;
  readonly hands: Hands;
  /** Whether the figure is in sight anyway. */
  readonly isShort?: boolean;
}

export function SignOff({ one, hands, isShort = false }: SignOffProps) {
  const [isTaking, setTaking] = useState(false);
  const { n, kind, by, at, note, words, document, why } = one;
  const { view, act } = hands;
  return (
    <li class={`signoff ${kind}`}>
      <p>
        <b>{STANDING[kind]}</b>{" "}
        <span class="why">{`${by}, ${at.slice(0, 10)} ${at.slice(11, 16)} UTC, line ${n}`}</span>
      </p>
      {!isShort && <p>{words === "" ? `The whole document ${document}` : words}</p>}
      {note !== "" && <p>{note}</p>}
      {why !== "" && <p class="trouble">{why}</p>}
      {isTaking ? (
        <SignForm
          title="Take back the sign-off"
          words="Why"
          isNeeded={false}
          act="Take back"
          onCancel={() => setTaking(false)}
          onDone={(signed) => act(() => withdraw(view, n, signed), "The sign-off is taken back.")}
        />
      ) : (
        kind === "in-force" && (
          <button
            type="button"
            class="small"
            aria-label={`Take back the sign-off of line ${n}`}
            onClick={() => setTaking(true)}
          >
            Take back
          </button>
        )
      )}
    </li>
  );
}
