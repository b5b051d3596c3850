import type { Deal } from "../books/books.ts";
import { text } from "./engine.ts";
import type { Stage } from "./warehouse.ts";

interface Turn {
  /** The condition under which a line is of this stage, if it is of none before. */
  readonly until: string;
  readonly stage: Stage;
}

/**
 * The stage of a line from the deals of its entity: "before" until the day it was acquired, and also between a disposal and a later acquisition of the
 * same entity (its balances of then are bought with it); "after" from the day behind its last disposal on. The day of a line may be a date or the text of one.
 */
export function stageSql(deals: readonly Deal[]): string {
  const entities = [...new Set(deals.map(({ entity }) => entity))].sort();
  if (entities.length === 0) return "'within'";
  // Days are compared before names, since that is far cheaper and decides for most lines.
  const cases = entities.flatMap((entity) => {
    const own = deals
      .filter((deal) => deal.entity === entity)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const { turns, last } = turnsOf(own);
    const isOwn = `entity = ${text(entity)}`;
    return [
      ...turns.map(({ until, stage }) => `WHEN ${until} AND ${isOwn} THEN '${stage}'`),
      ...(last === "within" ? [] : [`WHEN ${isOwn} THEN '${last}'`]),
    ];
  });
  return `CASE ${cases.join(" ")} ELSE 'within' END`;
}

function turnsOf(own: readonly Deal[]): { readonly turns: readonly Turn[]; readonly last: Stage } {
  const turns = own.map(({ kind, date }, i): Turn => {
    if (kind === "acquired") return { until: `date < '${date}'`, stage: "before" };
    const isFirst = i === 0 || own[i - 1]!.kind === "acquired";
    return { until: `date <= '${date}'`, stage: isFirst ? "within" : "after" };
  });
  return { turns, last: own.at(-1)!.kind === "acquired" ? "within" : "after" };
}
