import type { Deal } from "../books/books.ts";
import { lineNumber } from "./dialect.ts";
import { text } from "./engine.ts";
import type { LineChoice, Stage } from "./warehouse.ts";

/** Plain SQL over the relation `journal`, which has the columns of docs/workspace.md and `file`. Sums and counts only: no statement divides or rounds. */

const MOVEMENT_KEYS = "entity, account, period, currency, division, region, counterparty, tag, stage";

/** The one statement that the close is made from. */
export const movementsSql = (deals: readonly Deal[]): string => `
  SELECT ${MOVEMENT_KEYS}, sum(amount) AS amount, sum(functional) AS functional, count(*) AS lines
  FROM (SELECT entity, account, period, currency, division, region, counterparty, tag, amount, functional, ${stageSql(deals)} AS stage FROM journal) AS line
  GROUP BY ${MOVEMENT_KEYS}
  ORDER BY ${MOVEMENT_KEYS}`;

const SIDE_KEYS = "document, entity, account, period, counterparty, currency, division, region, stage";

/** Only lines whose counterparty is one of the entities. */
export const intercompanySql = (deals: readonly Deal[], entities: Iterable<string>): string => {
  const names = [...entities].map(text).join(", ");
  return `
  SELECT ${SIDE_KEYS}, sum(amount) AS amount, sum(functional) AS functional
  FROM (SELECT document, entity, account, period, counterparty, currency, division, region, amount, functional, ${stageSql(deals)} AS stage
    FROM journal WHERE counterparty IN (${names === "" ? "NULL" : names})) AS line
  GROUP BY ${SIDE_KEYS}
  ORDER BY ${SIDE_KEYS}`;
};

const CHOICE_KEYS = ["entity", "account", "division", "region", "tag", "document"] as const;

/** The lines that are chosen, in an order that does not depend on how they came in. */
export function linesSql(choice: LineChoice, most: number): string {
  const conditions = CHOICE_KEYS.flatMap((key) => {
    const value = choice[key];
    return value === undefined ? [] : [`${key} = ${text(value)}`];
  });
  if (choice.months !== undefined)
    conditions.push(choice.months.length === 0 ? "FALSE" : `period IN (${choice.months.map(text).join(", ")})`);
  return `
  SELECT file, document, line, CAST(date AS VARCHAR), period, entity, account, division, region, counterparty, currency, amount, functional, tag
  FROM journal${conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`}
  ORDER BY date, document, ${lineNumber("line")}, line, entity, account, period, currency, amount, functional, division, region, counterparty, tag, file
  LIMIT ${most}`;
}

interface Turn {
  readonly until: string;
  readonly stage: Stage;
}

/**
 * The stage of a line from the deals of its entity: "before" until the day it was acquired, and also between a disposal and a later acquisition of the
 * same entity (its balances of then are bought with it); "after" from the day behind its last disposal on.
 */
export function stageSql(deals: readonly Deal[]): string {
  const entities = [...new Set(deals.map(({ entity }) => entity))].sort();
  if (entities.length === 0) return "'within'";
  const cases = entities.map((entity) => {
    const own = deals
      .filter((deal) => deal.entity === entity)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const { turns, last } = turnsOf(own);
    const whens = turns.map(({ until, stage }) => `WHEN ${until} THEN '${stage}'`).join(" ");
    return `WHEN ${text(entity)} THEN CASE ${whens} ELSE '${last}' END`;
  });
  return `CASE entity ${cases.join(" ")} ELSE 'within' END`;
}

function turnsOf(own: readonly Deal[]): { readonly turns: readonly Turn[]; readonly last: Stage } {
  const turns = own.map(({ kind, date }, i): Turn => {
    if (kind === "acquired") return { until: `date < DATE '${date}'`, stage: "before" };
    const isFirst = i === 0 || own[i - 1]!.kind === "acquired";
    return { until: `date <= DATE '${date}'`, stage: isFirst ? "within" : "after" };
  });
  return { turns, last: own.at(-1)!.kind === "acquired" ? "within" : "after" };
}
