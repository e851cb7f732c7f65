import { useEffect, useState } from 'react';
import { collectDrop } from '../../images/drop/collect';
import type { DroppedFiles } from '../../images/drop/dropped-files';
import type { NoticeFacts } from '../../vocabulary/notices';
import { useCommands } from '../hooks/use-app';
import { watchOwnDrags } from './own-drag';
import { broughtInstead, carriesFiles, carriesUnknown, isForField } from './transfer';
import { useTakeFiles } from './use-take-files';

export interface FileDrop {
  /** Files are being dragged over the page. */
  over: boolean;
  /** The class under the pointer; null when the page decides. */
  classId: string | null;
  /** A model may be among them: browsers tell no more than that a file is no picture. */
  maybeModel: boolean;
}

const NOTHING: FileDrop = { over: false, classId: null, maybeModel: false };

/**
 * Makes the whole page, dialogs too, a place to drop files, folders and models. That the browser does
 * not open what is dropped is seen to by `stayOnPage`.
 */
export function useFileDrop(): FileDrop {
  const { say } = useCommands();
  const takeFiles = useTakeFiles();
  const [drop, setDrop] = useState<FileDrop>(NOTHING);
  useEffect(() => {
    const own = watchOwnDrags(window);
    const onOver = (event: DragEvent) => {
      const { dataTransfer } = event;
      if (!dataTransfer || !carriesFiles(dataTransfer) || own.underWay()) return;
      const classId = classUnder(event.target);
      const maybeModel = carriesUnknown(dataTransfer);
      setDrop((now) =>
        now.over && now.classId === classId && now.maybeModel === maybeModel
          ? now
          : { over: true, classId, maybeModel },
      );
    };
    const onLeave = (event: DragEvent) => {
      // Leaving an element for another one inside the page has a related target.
      if (event.relatedTarget === null) setDrop(NOTHING);
    };
    const sayNoFile = (brought: NoticeFacts['drag-without-file']['brought']) =>
      say('error', { part: 'dropped' }, { code: 'drag-without-file', brought });
    const onDrop = (event: DragEvent) => {
      setDrop(NOTHING);
      const { dataTransfer } = event;
      if (!dataTransfer || own.underWay() || isForField(event)) return;
      if (!carriesFiles(dataTransfer)) {
        sayNoFile(broughtInstead(dataTransfer));
        return;
      }
      // The browser empties it when this returns.
      const instead = broughtInstead(dataTransfer);
      const classId = classUnder(event.target);
      void collectDrop(dataTransfer).then((dropped) => {
        if (isNothing(dropped)) sayNoFile(instead);
        else void takeFiles(dropped, classId);
      });
    };
    const listeners = [
      ['dragenter', onOver],
      ['dragover', onOver],
      ['dragleave', onLeave],
      ['drop', onDrop],
    ] as const;
    // On the way down: nothing below can keep a drop to itself.
    for (const [type, listener] of listeners) {
      window.addEventListener(type, listener, { capture: true });
    }
    return () => {
      own.stop();
      for (const [type, listener] of listeners) {
        window.removeEventListener(type, listener, { capture: true });
      }
    };
  }, [say, takeFiles]);
  return drop;
}

function isNothing({ files, emptyFolders, others = [] }: DroppedFiles): boolean {
  return files.length + emptyFolders.length + others.length === 0;
}

function classUnder(target: EventTarget | null): string | null {
  const region = target instanceof Element ? target.closest('[data-class-id]') : null;
  return region instanceof HTMLElement ? (region.dataset.classId ?? null) : null;
}
