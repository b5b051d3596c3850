import type { Deal } from "../books/books.ts";
import { asMember, lineNumber, nameList } from "./dialect.ts";
import { text } from "./engine.ts";
import { stageSql } from "./stage.ts";
import type { LineChoice } from "./warehouse.ts";

/**
 * Plain SQL over relations that have the columns of docs/workspace.md, and `file` beside them. Sums and counts only: no statement divides or rounds, and no sum
 * can leave its 38 digits, since an amount has 18 at most and a count fewer than 20.
 */

export const MOVEMENT_KEYS = "entity, account, period, currency, division, region, counterparty, tag, stage";

const KEYS = MOVEMENT_KEYS.split(", ");

/** The sums of the lines of each file that share the keys of a movement, and where those of small files are. */
export const GROUPS = "line_groups";
export const GROUPS_TABLE = "small_groups";

export const createGroupsTable = (): string => {
  const keys = KEYS.map((key) => `${key} VARCHAR`);
  return `CREATE OR REPLACE TABLE ${GROUPS_TABLE} (file INTEGER, ${keys.join(", ")}, amount DECIMAL(38, 4), functional DECIMAL(38, 4), lines BIGINT)`;
};

/** The one statement that is pushed down to the lines; `by` is "file, " where lines of several files are grouped at once. */
export const groupsSql = (relation: string, stage: string, by: "" | "file, " = ""): string => `
  SELECT ${by}${MOVEMENT_KEYS}, sum(amount) AS amount, sum(functional) AS functional, count(*) AS lines
  FROM (SELECT *, ${stage} AS stage FROM (${relation}) AS raw) AS line
  GROUP BY ${by}${MOVEMENT_KEYS}`;

/** How many different names each key of the movements has. */
export const nameCountsSql = (): string =>
  `SELECT ${KEYS.map((key) => `count(DISTINCT ${key})`).join(", ")} FROM ${GROUPS}`;

/** The engine hands the whole list over with every few thousand rows. */
const MOST_MEMBERS = 5000n;

/**
 * The movements of all files, and what is to be asked before. Names are handed over as members of lists where they are few: a million movements share a few
 * thousand names, and each of them is then one text.
 */
export function movementsSql(counts: readonly bigint[]): { readonly before: readonly string[]; readonly sql: string } {
  const list = (key: string): string => `names_of_${key}`;
  const listed = KEYS.filter((_, i) => counts[i]! <= MOST_MEMBERS && counts[i]! > 0n);
  const before = listed.flatMap((key) =>
    nameList(list(key), `SELECT DISTINCT ${key} FROM ${GROUPS} WHERE ${key} IS NOT NULL ORDER BY ${key}`),
  );
  const members = KEYS.map((key) => (listed.includes(key) ? `${asMember(key, list(key))} AS ${key}` : key)).join(", ");
  // A sum that fits a machine word is cheaper to hand over; the wide one stands beside it where it does not.
  const sum = (column: string): string =>
    `TRY_CAST(sum(${column}) AS DECIMAL(18, 4)), CASE WHEN TRY_CAST(sum(${column}) AS DECIMAL(18, 4)) IS NULL THEN sum(${column}) END`;
  const sql = `
  SELECT ${MOVEMENT_KEYS}, ${sum("amount")}, ${sum("functional")}, CAST(sum(lines) AS BIGINT)
  FROM (SELECT ${members}, CAST(amount AS DECIMAL(38, 4)) AS amount, CAST(functional AS DECIMAL(38, 4)) AS functional, lines FROM ${GROUPS}) AS named
  GROUP BY ${MOVEMENT_KEYS} ORDER BY ${MOVEMENT_KEYS}`;
  return { before, sql };
}

const SIDE_KEYS = "document, entity, account, period, counterparty, currency, division, region, stage";

/** Only lines whose counterparty is one of the entities. */
export const intercompanySql = (deals: readonly Deal[], entities: Iterable<string>): string => {
  const names = [...entities].map(text).join(", ");
  return `
  SELECT ${SIDE_KEYS}, sum(amount), sum(functional)
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
