/** Lists of so many are sorted by putting each in its place: the engine's own sorting begins with lists and records of its own. */
const FEW = 16;

/** The same list, put in order; what stands the same keeps its order. For the many short lists of a close, most of which are in order already. */
export function sorted<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > FEW) return list.sort(compare);
  for (let i = 1; i < list.length; i++) {
    const each = list[i]!;
    let to = i;
    for (; to > 0 && compare(list[to - 1]!, each) > 0; to--) list[to] = list[to - 1]!;
    list[to] = each;
  }
  return list;
}
