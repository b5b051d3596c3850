import { RULES } from "../rules/rules.ts";
import { wrap } from "../text/told.ts";

/** Every rule of disclosure with its sources, as `tickmark rules` prints them. */
export function rulesText(): string {
  return RULES.map(({ code, title, text, sources, severity, state, profiles }) =>
    [
      `${code} (${severity}, ${state})`,
      `    ${title}.`,
      `    ${wrap(text, 100).replaceAll("\n", "\n    ")}`,
      `    Sources: ${sources.join("; ")}`,
      `    Applies to: ${profiles.join(", ")}`,
      "",
    ].join("\n"),
  ).join("\n");
}

/** The same as one line of JSON a rule. */
export const rulesJson = (): string => RULES.map(({ check: _, ...rule }) => `${JSON.stringify(rule)}\n`).join("");
