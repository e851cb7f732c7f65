import { useEffect, useRef, useState } from 'react';

/**
 * A value that changes many times a second, passed on at most once per `interval` milliseconds; the
 * last one always arrives. For pictures that take longer to render than the value stays.
 */
export function useSampled<T>(value: T, interval: number): T {
  const [shown, setShown] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, last.current + interval - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, interval]);
  return shown;
}
