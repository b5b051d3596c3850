import type { Cell, Engine } from "./engine.ts";
import { groupsSelect } from "./groups.ts";
import type { Scratch } from "./scratch.ts";
import type { Source } from "./source.ts";
import { GROUPS_TABLE } from "./statements.ts";

/** A name that lines of a file have in one of their columns. */
export interface NameUse {
  readonly kind: "entity" | "account" | "period" | "currency";
  readonly name: string;
  readonly lines: number;
}

/** More different names than this in one file are no names any more. */
export const MOST_NAMES = 100_000;

const KINDS = ["entity", "account", "period", "currency"] as const;

/** The names of a file that has a copy of its groups, so that no line is read for them. */
export async function namesIn(
  engine: Engine,
  source: Source,
  scratch: Scratch | undefined,
): Promise<readonly NameUse[]> {
  const columns = await engine.ask(`
    SELECT ${KINDS.map((kind) => `grouping(${kind})`).join(", ")}, coalesce(entity, account, period, currency, ''), CAST(sum(lines) AS BIGINT)
    FROM (${groupsSelect([source], scratch)}) AS grouped GROUP BY GROUPING SETS ((entity), (account), (period), (currency))
    ORDER BY 1, 2, 3, 4, 5 LIMIT ${MOST_NAMES + 1}`);
  return columns[4]!.map((_, row) => useIn(columns, row));
}

/** The names of every other file, by its number: each statement has a price of its own, and such files may be many. */
export async function namesInTable(engine: Engine): Promise<ReadonlyMap<number, readonly NameUse[]>> {
  const columns = await engine.ask(`
    SELECT ${KINDS.map((kind) => `grouping(${kind}) AS of_${kind}`).join(", ")}, coalesce(entity, account, period, currency, '') AS name,
      CAST(sum(lines) AS BIGINT), file
    FROM ${GROUPS_TABLE} GROUP BY GROUPING SETS (${KINDS.map((kind) => `(file, ${kind})`).join(", ")})
    QUALIFY row_number() OVER (PARTITION BY file ORDER BY ${KINDS.map((kind) => `of_${kind}`).join(", ")}, name) <= ${MOST_NAMES + 1}
    ORDER BY 7, 1, 2, 3, 4, 5`);
  const names = new Map<number, NameUse[]>();
  columns[6]!.forEach((file, row) => {
    const known = names.get(Number(file));
    if (known === undefined) names.set(Number(file), [useIn(columns, row)]);
    else known.push(useIn(columns, row));
  });
  return names;
}

function useIn(columns: readonly (readonly Cell[])[], row: number): NameUse {
  const at = KINDS.findIndex((_, i) => `${columns[i]![row]}` === "0");
  return { kind: KINDS[at]!, name: `${columns[4]![row]}`, lines: Number(columns[5]![row] as bigint) };
}
