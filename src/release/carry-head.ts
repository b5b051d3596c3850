import { type Field, settingsValue, type Text } from "../text/settings.ts";
import { type CarryWork, NO_WORK } from "./carry-changes.ts";
import { carryMark } from "./carry-mark.ts";
import type { CarryStep } from "./carry-period.ts";
import { markedScalar } from "./carry-scalar.ts";

const WORDS = { all: "settings", one: "a setting", divide: "", second: ["", ""] as const };

/** Moves the head of a release on: its period; its day is left to the writer. `body` is where the text begins behind it. */
export function carriedHead(source: string, body: number, step: CarryStep): CarryWork {
  // The line of hyphens before it is blanked and the one behind it left out, so that places are those of the file.
  const head = source
    .slice(0, source.lastIndexOf("\n", body - 1) + 1)
    .replace(/^[^\n]*/, (line) => line.replace(/./gs, " "));
  const { value } = settingsValue(head, WORDS);
  const fields: readonly Field[] = value?.kind === "fields" ? value.fields : [];
  const held = (name: string): Text | undefined => {
    const found = fields.find(({ key }) => key.text === name)?.value;
    return found?.kind === "text" ? found : undefined;
  };
  const [period, date] = [held("period"), held("date")];
  if (period === undefined || date === undefined) return NO_WORK;
  const within = source.slice(period.start, period.end).indexOf(step.from);
  const start = within < 0 ? period.start : period.start + within;
  const end = within < 0 ? period.end : start + step.from.length;
  return {
    changes: [{ start, end, text: step.to }, ...markedScalar(source, date, carryMark("date", step.from))],
    notes: [
      { kind: "moved", at: start, words: `${step.from} is ${step.to} now` },
      {
        kind: "marked",
        at: date.start,
        words: `the day that the release goes out; that of ${step.from} was ${date.text}`,
      },
    ],
  };
}
