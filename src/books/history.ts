import { format } from "../exact/decimal.ts";
import { divide } from "../exact/rational.ts";
import type { PublishedFact, Recast } from "./books.ts";
import { amount, code, dayKind, oneOf, periodCode, positive, text } from "./kind.ts";
import type { Say } from "./said.ts";
import { filled, maybe, type Names, readTable, table, type WorkspaceFile } from "./table.ts";

const HISTORY = table(
  {
    document: filled(text),
    published: filled(dayKind),
    measure: filled(code),
    definition: filled(code),
    period: filled(periodCode),
    member: maybe(text),
    value: filled(amount),
    quantum: filled(positive),
  },
  ["document", "measure", "definition", "period", "member"],
);

/** The facts of one file of history/. */
export const readHistory = (file: WorkspaceFile, names: Names, say: Say): readonly PublishedFact[] =>
  readTable(HISTORY, file, names, say).rows.map(({ values, place, at }) => {
    const { value, quantum } = values;
    if (divide(value, quantum).d !== 1n)
      say(
        "value-off-its-grid",
        at("value"),
        `"value" is ${format(value)} and "quantum" ${format(quantum)}: no multiple of that step prints so.`,
        "Both stand in whole units: what is printed as 371.2 million is 371200000 with the quantum 100000.",
        "warning",
      );
    return { ...values, place };
  });

/** The facts, without those that another file of history/ has already; these are told. */
export function onceEach(facts: readonly PublishedFact[], say: Say): readonly PublishedFact[] {
  const seen = new Map<string, PublishedFact>();
  return facts.filter((fact) => {
    const key = JSON.stringify([fact.document, fact.definition, nameOf(fact)]);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, fact);
    else
      say(
        "row-doubled",
        [fact.place, before.place],
        `What ${fact.document} published of ${fact.measure} for ${fact.period} stands in ${before.place.path} already (line ${before.place.line}).`,
        "Take one of the two out.",
      );
    return before === undefined;
  });
}

const RECASTS = table(
  {
    measure: filled(code),
    period: filled(periodCode),
    member: maybe(text),
    reason: filled(oneOf(["recast", "restated", "reclassified", "definition"])),
    document: filled(text),
    note: maybe(text),
  },
  ["measure", "period", "member", "document"],
);

/** Why published facts are not the same now; each row is held against the facts that were published. */
export function readRecasts(
  file: WorkspaceFile,
  history: readonly PublishedFact[],
  names: Names,
  say: Say,
): readonly Recast[] {
  const published = new Set(history.map(nameOf));
  const rows = readTable(RECASTS, file, names, say).rows;
  return rows.map(({ values, place }) => {
    if (!published.has(nameOf(values))) {
      const of = values.member === undefined ? "" : ` of ${values.member}`;
      say(
        "recast-of-nothing",
        place,
        `A recast is explained of ${values.measure}${of} for ${values.period}, and no file of history/ has published it.`,
        "Add the fact as it was published, or set the measure, the period or the member right.",
        "warning",
      );
    }
    return { ...values, note: values.note ?? "", place };
  });
}

const nameOf = (of: {
  readonly measure: string;
  readonly period: string;
  readonly member: string | undefined;
}): string => JSON.stringify([of.measure, of.period, of.member ?? ""]);
