import { useCallback } from 'react';
import { useCommands } from '../hooks/use-app';
import { showMiddle } from '../hooks/view';

/** Shows an entry's head in the inspector. */
export function useOpenHead(): (key: string) => void {
  const openHead = useCommands().openHead;
  return useCallback(
    (key) => {
      openHead(key);
      showMiddle('image');
    },
    [openHead],
  );
}
