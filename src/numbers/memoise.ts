/**
 * `compute`, remembering what it made of each object for as long as that object lives. For pure
 * functions whose results must stay the same object, so that what depends on them can tell that
 * nothing has changed.
 */
export function memoiseByObject<Key extends object, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
