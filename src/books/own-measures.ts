import type { OwnMeasure } from "./books.ts";
import { code, oneOf, text } from "./kind.ts";
import type { Say } from "./said.ts";
import { listOf, must, readSettings, type Settings } from "./settings.ts";
import type { WorkspaceFile } from "./table.ts";

/** What measures.yaml holds; its JSON Schema is made from the same. */
const MEASURES = {
  measures: listOf(
    "a measure",
    {
      measure: must(code, "The name that the measure is asked for by."),
      title: must(text, "The measure as it is shown."),
      version: must(code, "The version of its definition."),
      unit: must(oneOf(["money", "ratio", "shares", "per-share", "count"]), "What its values are."),
      formula: must(text, "A formula over measures (docs/measures.md)."),
      text: must(text, "The definition in words, as a release prints it."),
    },
    "optional",
    "The company's own measures.",
  ),
};

/** What measures.yaml holds, for its JSON Schema. */
export const MEASURES_SETTINGS: Settings = MEASURES;

export function readOwnMeasures(file: WorkspaceFile, say: Say): readonly OwnMeasure[] {
  const found = readSettings(MEASURES, "the file of measures", file, say);
  const measures: OwnMeasure[] = [];
  const seen = new Map<string, OwnMeasure>();
  for (const { values, at } of found?.values.measures ?? []) {
    const measure: OwnMeasure = { ...values, place: at("formula") };
    const key = `${measure.measure} ${measure.version}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, measure);
      measures.push(measure);
    } else
      say(
        "row-doubled",
        [at("measure"), before.place],
        `The measure ${measure.measure} has the version ${measure.version} already (line ${before.place.line}).`,
        "Give one of the two another name or another version.",
      );
  }
  return measures;
}
