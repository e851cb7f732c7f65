import { useCallback } from 'react';
import { useCommands } from '../hooks/use-app';
import { useShowMiddle } from '../page/page';

/** Shows an entry's head in the inspector. */
export function useOpenHead(): (key: string) => void {
  const { openHead } = useCommands();
  const showMiddle = useShowMiddle();
  return useCallback(
    (key) => {
      openHead(key);
      showMiddle('image');
    },
    [openHead, showMiddle],
  );
}
