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
