import { lineAndColumn, lines } from "../text/place.ts";
import { type SourceText, textWithin } from "./source-text.ts";
import type { ReleaseFile } from "./table-source.ts";

/** A text of company.yaml. Its letters have no places of their own, for YAML folds lines: all of it stands where its name does. */
export function companyText(name: string, text: string, file: ReleaseFile | undefined): SourceText {
  const path = file?.path ?? "company.yaml";
  const nothing = { path, line: undefined, column: undefined };
  if (file === undefined) return textWithin(nothing, text);
  const section = /^text:/m.exec(file.text)?.index ?? 0;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const key = new RegExp(`^[ \\t]+["']?(?=${escaped}["']?[ \\t]*:)`, "m").exec(file.text.slice(section));
  if (key === null) return textWithin(nothing, text);
  return textWithin({ path, ...lineAndColumn(lines(file.text), section + key.index + key[0].length) }, text);
}
