import { useCallback } from 'react';
import { useStore } from '../../state/store';
import { showMiddle } from '../hooks/view';

/** Shows an entry's head in the inspector. */
export function useOpenHead(): (key: string) => void {
  const openHead = useStore((state) => state.openHead);
  return useCallback(
    (key) => {
      openHead(key);
      showMiddle('image');
    },
    [openHead],
  );
}
