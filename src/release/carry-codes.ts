import { type Calendar, isPeriodCode } from "../books/periods.ts";
import type { Binding } from "./binding.ts";
import { type CarryWork, NO_WORK, worksOf } from "./carry-changes.ts";
import { carryMark } from "./carry-mark.ts";
import { type CarryStep, movedCode } from "./carry-period.ts";
import { periodCodesOf } from "./read-binding.ts";
import type { Piece } from "./source-text.ts";

/** Moves the codes that a binding names; where one cannot be moved, a mark stands before the binding. Relative words stay as they are. */
export function carriedCodes(binding: Binding, step: CarryStep, calendar: Calendar, start: number): CarryWork {
  return worksOf(
    periodCodesOf(binding).map((code) => {
      const moved = carriedCode(code, step, calendar);
      if (moved !== undefined) return moved;
      const mark = `${carryMark("period", step.from)} `;
      return {
        changes: [{ start, end: start, text: mark }],
        notes: [{ kind: "marked", at: start, words: stays(code.text) }],
      };
    }),
  );
}

export const stays = (code: string): string => `${code} stays: the calendar has nothing that it could move to`;

/** Undefined where the code cannot be moved. */
export function carriedCode({ text, start, end }: Piece, step: CarryStep, calendar: Calendar): CarryWork | undefined {
  if (!isPeriodCode(text)) return NO_WORK;
  const moved = movedCode(text, step, calendar);
  if (moved === undefined) return undefined;
  if (moved === text) return NO_WORK;
  return {
    changes: [{ start, end, text: moved }],
    notes: [{ kind: "moved", at: start, words: `${text} is ${moved} now` }],
  };
}
