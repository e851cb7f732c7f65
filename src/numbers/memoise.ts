/**
 * `compute`, remembering what it made of each key. For pure functions of few keys whose results
 * must stay the same object, so that what depends on them can tell that nothing has changed.
 */
export function memoiseByKey<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  return remembering(compute, new Map());
}

/** `memoiseByKey` for objects: what was made of one is remembered for as long as it lives. */
export function memoiseByObject<Key extends object, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  return remembering(compute, new WeakMap());
}

function remembering<Key, Value>(
  compute: (key: Key) => Value,
  known: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
): (key: Key) => Value {
  return (key) => {
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
