import { useEffect, useState } from 'react';
import type { Commands } from '../../app/create-app';
import { collectDrop } from '../../images/drop/collect';
import type { DroppedFiles } from '../../images/drop/dropped-files';
import { useCommands } from '../hooks/use-app';
import { useOpenBackbones } from '../page/page';
import { partModel } from './model-files';

export interface FileDrop {
  /** Files are being dragged over the page. */
  over: boolean;
  /** The class under the pointer; null when the page decides. */
  classId: string | null;
  /** A model may be among them: browsers tell no more than that a file is no picture. */
  maybeModel: boolean;
}

const NOTHING: FileDrop = { over: false, classId: null, maybeModel: false };

/** Makes the whole page a place to drop files, folders and models. */
export function useFileDrop(): FileDrop {
  const commands = useCommands();
  const openBackbones = useOpenBackbones();
  const [drop, setDrop] = useState<FileDrop>(NOTHING);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const classId = classUnder(event.target);
      const maybeModel = carriesUnknown(event);
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
    const onDrop = (event: DragEvent) => {
      setDrop(NOTHING);
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      const classId = classUnder(event.target);
      void collectDrop(event.dataTransfer).then((dropped) =>
        take(dropped, classId, commands, openBackbones),
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
  }, [commands, openBackbones]);
  return drop;
}

/** A model opens the dialog for models; all else becomes images. */
function take(
  dropped: DroppedFiles,
  classId: string | null,
  { openModel, addFiles }: Pick<Commands, 'openModel' | 'addFiles'>,
  openBackbones: () => void,
): void {
  const { model, others } = partModel(dropped.files);
  if (model.length > 0) {
    openModel(model);
    openBackbones();
    if (others.length === 0) return;
  }
  void addFiles({ ...dropped, files: others }, classId);
}

/** Folders have no type either. */
function carriesUnknown({ dataTransfer }: DragEvent): boolean {
  return [...(dataTransfer?.items ?? [])].some(({ kind, type }) => kind === 'file' && type === '');
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function classUnder(target: EventTarget | null): string | null {
  const region = target instanceof Element ? target.closest('[data-class-id]') : null;
  return region instanceof HTMLElement ? (region.dataset.classId ?? null) : null;
}
