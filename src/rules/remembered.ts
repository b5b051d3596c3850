/**
 * A function whose answer for an object is found once, however many ask. Nothing is kept longer than the object itself, so
 * what is known of a release goes with it.
 */
export function remembered<K extends object, V>(find: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: find(key) };
    known.set(key, found);
    return found.value;
  };
}

/** The same for what is asked of an object by a key: of a release for each of its measures. `find` is asked once for each key. */
export function rememberedBy<K extends object, V>(): (owner: K, key: unknown, find: () => V) => V {
  const answers = remembered((_: K) => new Map<unknown, { readonly value: V }>());
  return (owner, key, find) => {
    const known = answers(owner);
    const found = known.get(key) ?? { value: find() };
    known.set(key, found);
    return found.value;
  };
}

/** So many answers for texts are kept at a time, each for a text that is no longer than so many code units. */
const MOST = 4096;
const LONGEST = 2000;

/**
 * The same for a text, which has no object that its answer could go with: the labels of rows, titles and sentences of a release are asked
 * for again and again. The last answers are kept, and no more than there is room for.
 */
export function rememberedText<V extends object>(find: (text: string) => V): (text: string) => V {
  let known = new Map<string, V>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const found = find(text);
    if (text.length > LONGEST) return found;
    if (known.size >= MOST) known = new Map();
    known.set(text, found);
    return found;
  };
}
