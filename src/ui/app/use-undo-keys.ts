import { useEffect } from 'react';
import { useCommands } from '../hooks/use-app';

/** Where the browser undoes what was typed. */
const TYPING =
  'textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=file])';

/** ⌘Z and Ctrl+Z undo the last edit, with Shift (or Ctrl+Y) it is made again; not while text is typed. */
export function useUndoKeys(): void {
  const { undo, redo } = useCommands();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      const key = event.key.toLowerCase();
      const again = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey);
      if (key !== 'z' && !again) return;
      event.preventDefault();
      if (again) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
