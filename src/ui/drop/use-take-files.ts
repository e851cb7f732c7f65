import { useCallback } from 'react';
import type { DroppedFile, DroppedFiles } from '../../images/drop/dropped-files';
import { pathOf } from '../../images/drop/dropped-files';
import type { AccountedFile, FileOutcome } from '../../vocabulary/drops';
import { useCommands } from '../hooks/use-app';
import { useOpenBackbones } from '../page/page';
import { partModel } from './model-files';

/** Takes what was dropped or chosen: a model opens the dialog for models, all else becomes images. */
export function useTakeFiles(): (given: DroppedFiles, classId: string | null) => Promise<void> {
  const { addFiles, openModel } = useCommands();
  const openBackbones = useOpenBackbones();
  return useCallback(
    async (given, classId) => {
      const { model, others, besides } = await partModel(given.files);
      if (model.length > 0) {
        void openModel(model.map(({ file }) => file));
        openBackbones();
      }
      await addFiles(
        {
          files: others,
          emptyFolders: given.emptyFolders,
          others: [
            ...accounted(model, { kind: 'model' }),
            ...accounted(besides, { kind: 'passed-over', why: 'beside-model' }),
            ...(given.others ?? []),
          ],
        },
        classId,
      );
    },
    [addFiles, openModel, openBackbones],
  );
}

function accounted(files: readonly DroppedFile[], outcome: FileOutcome): AccountedFile[] {
  return files.map((file) => ({ path: pathOf(file), outcome }));
}
