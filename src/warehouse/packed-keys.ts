import { memberCode } from "./dialect.ts";

/**
 * Keys as they are handed over and ordered by: names are few beside the rows that have them, so that several keys are one whole number, by the places of
 * their names in ordered lists. Numbers are grouped and ordered in a fraction of the time that texts take, in the same order.
 */
export interface Pack {
  /** Places among the keys; one alone where its names are too many for a list, which is then handed over as text. */
  readonly keys: readonly number[];
  /** How many names each of these keys has; undefined where it is handed over as text. */
  readonly counts: readonly number[] | undefined;
}

/** Below so many a number fits 32 bits with its sign. */
const MOST = 2 ** 31;

/** Keys packed in their order, from how many names each has; undefined where they are too many for a list. */
export function packKeys(counts: readonly (number | undefined)[]): readonly Pack[] {
  const packs: { readonly keys: number[]; readonly counts: number[] | undefined; size: number }[] = [];
  for (const [key, count] of counts.entries()) {
    const last = packs.at(-1);
    if (count === undefined) packs.push({ keys: [key], counts: undefined, size: MOST });
    else if (last?.counts === undefined || last.size * count > MOST)
      packs.push({ keys: [key], counts: [count], size: count });
    else {
      last.keys.push(key);
      last.counts.push(count);
      last.size *= count;
    }
  }
  return packs;
}

/** A pack as an expression; `listOf` names the list of each key. */
export function packSql({ keys, counts }: Pack, names: readonly string[], listOf: (key: string) => string): string {
  if (counts === undefined) return names[keys[0]!]!;
  const code = (i: number): string => memberCode(names[keys[i]!]!, listOf(names[keys[i]!]!));
  return counts.reduce((sql, count, i) => (i === 0 ? code(0) : `(${sql}) * ${count} + ${code(i)}`), "");
}

/** Writes the names of a pack's keys into `row`, from what the engine hands over for it. */
export function unpack(
  { keys, counts }: Pack,
  cell: unknown,
  lists: readonly (readonly string[] | undefined)[],
  row: string[],
): void {
  if (counts === undefined) {
    row[keys[0]!] = cell as string;
    return;
  }
  let rest = cell as number;
  for (let i = keys.length - 1; i >= 0; i--) {
    const [key, count] = [keys[i]!, counts[i]!];
    const upper = Math.floor(rest / count);
    row[key] = lists[key]![rest - upper * count]!;
    rest = upper;
  }
}
