import type { RuleChoice } from "../finding.ts";
import { RULES } from "../rules/rules.ts";
import { whyNotRead } from "../text/thrown.ts";
import { troublesText } from "../tieout/report/text.ts";
import type { Effects } from "./effects.ts";
import { complaint, lookOf, textOptions } from "./terminal.ts";

/** The choices of the file that the command line names, and what there is to complain of. */
export async function rulesIn(
  path: string | undefined,
  { files, err }: Effects,
): Promise<{ readonly choices: readonly RuleChoice[]; readonly complaints: string }> {
  if (path === undefined) return { choices: [], complaints: "" };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await files.read(path));
  } catch (error) {
    const why = error instanceof TypeError ? "it is not UTF-8 text" : whyNotRead(error);
    return { choices: [], complaints: complaint(`the choices of rules ${path}: ${why}`) };
  }
  const { choicesOf } = await import("../rules/choices.ts");
  const codes = RULES.map(({ code }) => code);
  const { choices, troubles } = choicesOf(text, codes);
  return { choices, complaints: troublesText(troubles, path, text, textOptions(lookOf(err))) };
}
