import type { Engine } from "./engine.ts";
import { groupsSelect } from "./groups.ts";
import type { Scratch } from "./scratch.ts";
import type { Source } from "./source.ts";

/** A name that lines of a file have in one of their columns. */
export interface NameUse {
  readonly kind: "entity" | "account" | "period" | "currency";
  readonly name: string;
  readonly lines: number;
}

/** More different names than this in one file are no names any more. */
export const MOST_NAMES = 100_000;

const KINDS = ["entity", "account", "period", "currency"] as const;

/** The names of a file, from its groups, so that no line is read for them. */
export async function namesIn(
  engine: Engine,
  source: Source,
  scratch: Scratch | undefined,
): Promise<readonly NameUse[]> {
  const columns = await engine.ask(`
    SELECT ${KINDS.map((kind) => `grouping(${kind})`).join(", ")}, coalesce(entity, account, period, currency, ''), CAST(sum(lines) AS BIGINT)
    FROM (${groupsSelect([source], scratch)}) AS grouped GROUP BY GROUPING SETS ((entity), (account), (period), (currency))
    ORDER BY 1, 2, 3, 4, 5 LIMIT ${MOST_NAMES + 1}`);
  return columns[4]!.map((name, row): NameUse => {
    const at = KINDS.findIndex((_, i) => `${columns[i]![row]}` === "0");
    return { kind: KINDS[at]!, name: `${name}`, lines: Number(columns[5]![row] as bigint) };
  });
}
