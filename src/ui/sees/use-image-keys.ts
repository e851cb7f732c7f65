import { useEffect } from 'react';
import { useCommands } from '../hooks/use-app';

/** Controls that use the left and right keys themselves. */
const BUSY =
  'input, textarea, select, [contenteditable], [role=slider], [role=menu], [role=dialog], [role=radiogroup], [role=tablist]';

/** Left and right walk through the images, wherever the focus is, unless something else needs them. */
export function useImageKeys(): void {
  const { selectNeighbour } = useCommands();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      if (event.target instanceof Element && event.target.closest(BUSY)) return;
      event.preventDefault();
      selectNeighbour(event.key === 'ArrowLeft' ? -1 : 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [selectNeighbour]);
}
