import { useEffect, useState } from 'react';
import { collectDrop } from '../../images/collect';
import { useStore } from '../../state/store';

export interface FileDrop {
  /** Files are being dragged over the page. */
  over: boolean;
  /** The class under the pointer; null when the page decides. */
  classId: string | null;
}

const NOTHING: FileDrop = { over: false, classId: null };

/** Makes the whole page a place to drop files and folders. */
export function useFileDrop(): FileDrop {
  const [drop, setDrop] = useState<FileDrop>(NOTHING);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const classId = classUnder(event.target);
      setDrop((now) => (now.over && now.classId === classId ? now : { over: true, classId }));
    };
    const onLeave = (event: DragEvent) => {
      // Leaving an element for another one inside the page has a related target.
      if (event.relatedTarget === null) setDrop(NOTHING);
    };
    const onDrop = (event: DragEvent) => {
      setDrop(NOTHING);
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      const classId = classUnder(event.target);
      void collectDrop(event.dataTransfer).then((files) =>
        useStore.getState().addFiles(files, classId),
      );
    };
    window.addEventListener('dragenter', onOver);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onOver);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return drop;
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function classUnder(target: EventTarget | null): string | null {
  const region = target instanceof Element ? target.closest('[data-class-id]') : null;
  return region instanceof HTMLElement ? (region.dataset.classId ?? null) : null;
}
