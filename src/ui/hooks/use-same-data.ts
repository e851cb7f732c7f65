import { useRef } from 'react';

/**
 * `select` for `useAppState`, whose result stays the same object while it holds the same plain data.
 * `useShallow` does that for one level of properties only.
 */
export function useSameData<State, Data>(select: (state: State) => Data): (state: State) => Data {
  const last = useRef<{ written: string; data: Data } | null>(null);
  return (state) => {
    const data = select(state);
    const written = JSON.stringify(data);
    const known = last.current;
    if (known?.written === written) return known.data;
    last.current = { written, data };
    return data;
  };
}
