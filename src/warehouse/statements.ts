import type { Deal } from "../books/books.ts";
import { lineNumber, nameList } from "./dialect.ts";
import { text } from "./engine.ts";
import { type Pack, packSql } from "./packed-keys.ts";
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

/** Copies of several files are read as one relation, of which the first file says the types: others are cast, and fine amounts would be rounded. */
const sumOfOneType = (sum: string): string => `CAST(${sum} AS DECIMAL(38, 4))`;

/** The one statement that is pushed down to the lines; `by` is "file, " where lines of several files are grouped at once. */
export const groupsSql = (relation: string, stage: string, by: "" | "file, " = ""): string => `
  SELECT ${by}${MOVEMENT_KEYS}, ${sumOfOneType("sum(amount)")} AS amount, ${sumOfOneType("sum(functional)")} AS functional, count(*) AS lines
  FROM (SELECT *, ${stage} AS stage FROM (${relation}) AS raw) AS line
  GROUP BY ${by}${MOVEMENT_KEYS}`;

/** The same of lines that are sums already, and may stay several of the same keys: movements are grouped once more. */
export const summedGroupsSql = (relation: string, stage: string): string =>
  `SELECT ${MOVEMENT_KEYS}, ${sumOfOneType("amount")} AS amount, ${sumOfOneType("functional")} AS functional, lines FROM (SELECT *, ${stage} AS stage FROM (${relation}) AS raw) AS line`;

/** The names of each key, by its place among the keys; of one that has more of them than a list may have, one name more than that. */
const NAMES = "key_names";

/** More names than this are texts that have nothing in common. */
const MOST_MEMBERS = 100_000;

export const createNamesTable = (): string => {
  const names = (key: string, i: number): string =>
    `SELECT ${i} AS key, name FROM (SELECT DISTINCT ${key} AS name FROM ${GROUPS} LIMIT ${MOST_MEMBERS + 1}) AS named`;
  return `CREATE OR REPLACE TABLE ${NAMES} AS ${KEYS.map(names).join(" UNION ALL ")}`;
};

export const namesSql = (): string => `SELECT key, name FROM ${NAMES} ORDER BY key, name`;

/** The names of the keys in order, out of the answer to `namesSql`; undefined where they are too many for a list. */
export function keyLists([keys, names]: readonly (readonly unknown[])[]): readonly (readonly string[] | undefined)[] {
  const lists = KEYS.map((): string[] => []);
  keys!.forEach((key, row) => {
    lists[key as number]!.push(names![row] as string);
  });
  return lists.map((list) => (list.length > MOST_MEMBERS ? undefined : list));
}

/** The movements of all files, in the order of their keys, and what is to be asked before. Each row has its packs, the sums, and how many lines it stands for. */
export function movementsSql(packs: readonly Pack[]): { readonly before: readonly string[]; readonly sql: string } {
  const list = (key: string): string => `names_of_${key}`;
  const before = packs.flatMap(({ keys, counts }) =>
    counts === undefined
      ? []
      : keys.flatMap((key) => nameList(list(KEYS[key]!), `SELECT name FROM ${NAMES} WHERE key = ${key} ORDER BY name`)),
  );
  const packed = packs.map((pack, i) => `${packSql(pack, KEYS, list)} AS pack_${i}`).join(", ");
  const keys = packs.map((_, i) => `pack_${i}`).join(", ");
  // A sum that fits a machine word is cheaper to hand over; the wide one stands beside it where it does not.
  const sum = (column: string): string =>
    `TRY_CAST(sum(${column}) AS DECIMAL(18, 4)), CASE WHEN TRY_CAST(sum(${column}) AS DECIMAL(18, 4)) IS NULL THEN sum(${column}) END`;
  const sql = `
  SELECT ${keys}, ${sum("amount")}, ${sum("functional")}, CAST(sum(lines) AS BIGINT)
  FROM (SELECT ${packed}, CAST(amount AS DECIMAL(38, 4)) AS amount, CAST(functional AS DECIMAL(38, 4)) AS functional, lines FROM ${GROUPS}) AS named
  GROUP BY ${keys} ORDER BY ${keys}`;
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
