import { watchOwnDrags } from './own-drag';
import { isForField } from './transfer';

/**
 * Whatever is let go anywhere on the page, the browser does not leave the page for it. From before
 * the first render on, and when parts of the page have stopped.
 */
export function stayOnPage(target: Window): void {
  const own = watchOwnDrags(target);
  const stay = (event: DragEvent) => {
    // What began here goes where it is taken, and nowhere else.
    if (event.type !== 'drop' && own.underWay()) return;
    if (!isForField(event)) event.preventDefault();
  };
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    target.addEventListener(type, stay, { capture: true });
  }
}
