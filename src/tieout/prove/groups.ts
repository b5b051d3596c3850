/** Relations that hang together by the figures they share: each group in its old order, the groups by their first members. */
export function groupsOf<T extends { readonly figures: readonly number[] }>(
  items: readonly T[],
): readonly (readonly T[])[] {
  const parent = new Map<number, number>();
  const rootOf = (figure: number): number => {
    let root = figure;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    // The way is cut short for the next who asks, so that many joins stay cheap.
    for (let at = figure; at !== root; ) {
      const up = parent.get(at)!;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { figures } of items) {
    const root = rootOf(figures[0]!);
    for (const figure of figures) {
      const other = rootOf(figure);
      if (other !== root) parent.set(other, root);
    }
  }
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const root = rootOf(item.figures[0]!);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
