import type { RuleChoice } from "../finding.ts";
import { nearestTo } from "../text/nearest.ts";
import { settingsValue, unmarked, type Value } from "../text/settings.ts";

/** What is wrong with a file of choices, with its place in the text. */
export interface ChoiceTrouble {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly start: number;
  readonly end: number;
}

const WORDS = {
  all: "choices of rules",
  one: "a choice",
  divide: "Leave out what is not a choice.",
  second: ["A second document starts here; the choices of a file are one.", "Put all below one line `rules:`."],
} as const;

const KEYS = ["code", "severity", "reason"];
const SEVERITIES = ["error", "warning", "note", "off"] as const;

/** The choices of a YAML text, `rules:` and a list of code, severity and reason. What is not understood is told and left out. */
export function choicesOf(
  text: string,
  codes: readonly string[],
): { readonly choices: readonly RuleChoice[]; readonly troubles: readonly ChoiceTrouble[] } {
  const { value, troubles: before } = settingsValue(unmarked(text), WORDS);
  const troubles: ChoiceTrouble[] = before.map(({ kind, ...told }) => ({ code: `rules-${kind}`, ...told }));
  if (value === undefined) return { choices: [], troubles };
  const say = (at: { start: number; end: number }, message: string, remedy: string): void => {
    troubles.push({
      code: "rule-choice-not-read",
      message,
      remedy,
      start: at.start,
      end: Math.max(at.end, at.start + 1),
    });
  };
  const list = value.kind === "fields" && value.fields.length === 1 ? value.fields[0]! : undefined;
  if (list?.key.text !== "rules" || list.value.kind !== "list") {
    say(
      value,
      "A file of choices holds one field, rules, with a list.",
      'Write "rules:" and below it one choice a "- ".',
    );
    return { choices: [], troubles };
  }
  const choices: RuleChoice[] = [];
  for (const item of list.value.items) {
    const choice = choiceOf(item, codes, say);
    if (choice === undefined) continue;
    if (choices.some(({ code }) => code === choice.code))
      say(item, `The rule ${choice.code} has a second choice here.`, "Take one of the two out.");
    else choices.push(choice);
  }
  return { choices, troubles };
}

type Say = (at: { start: number; end: number }, message: string, remedy: string) => void;

function choiceOf(item: Value, codes: readonly string[], say: Say): RuleChoice | undefined {
  const held = new Map<string, string>();
  for (const { key, value } of item.kind === "fields" ? item.fields : []) {
    if (!KEYS.includes(key.text) || held.has(key.text) || value.kind !== "text") {
      say(key, `Here stands "${key.text}"; a choice has one code, one severity and one reason.`, "Mend or remove it.");
      return undefined;
    }
    held.set(key.text, value.text.trim());
  }
  const code = held.get("code") ?? "";
  const reason = held.get("reason") ?? "";
  const severity = SEVERITIES.find((one) => one === held.get("severity"));
  if (!codes.includes(code))
    say(item, `There is no rule "${code}"; the nearest is ${nearestTo(code, codes)}.`, '"tickmark rules" lists all.');
  else if (severity === undefined)
    say(
      item,
      `The severity is "${held.get("severity") ?? ""}"; it is error, warning, note or off.`,
      "Write one of these.",
    );
  else if (reason === "")
    say(item, "A choice without a reason is not taken.", 'Write "reason:" and why the company has chosen so.');
  else return { code, severity, reason };
  return undefined;
}
