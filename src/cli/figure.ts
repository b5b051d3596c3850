import type { CheckedDocument } from "../tieout/report/checked.ts";
import { figureNamed } from "../tieout/report/named-figure.ts";
import { rangeReport, rangeText, unnamed } from "../tieout/report/range-text.ts";
import { type Answer, type Asked, notRead } from "./asked.ts";
import { textOptions } from "./terminal.ts";

/** `tickmark check --figure NAME`: what the rest of a document leaves for one figure, in words or as a line of JSON. */
export function figureAnswer(name: string, checked: CheckedDocument, asked: Asked, status: number): Answer {
  const named = figureNamed(name, checked.figures);
  if (named.kind !== "one") {
    const code = named.kind === "several" ? "figure-ambiguous" : "figure-not-found";
    return notRead(checked.path, asked, code, unnamed(name, named, checked));
  }
  if (asked.output === "json") return { text: [`${JSON.stringify(rangeReport(checked, named.figure))}\n`], status };
  const text = rangeText(checked, named.figure, textOptions(asked.look).columns);
  return { text: [text], status };
}
