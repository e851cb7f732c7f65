import type { App } from '../../app/create-app';
import { saveToDisk } from '../../export/hand-over';
import { projectZip } from '../../export/project-zip';
import { failureOf } from '../../vocabulary/failures';

/** Saves images, labels and settings as an archive. @returns what became of it, as a sentence. */
export async function saveAll({ originals, store, words }: App): Promise<string> {
  const { stopped } = words.app;
  try {
    const all = originals();
    const { zip, unreadable } = await projectZip(all, store.getState());
    saveToDisk(zip, stopped.fileName(new Date().toISOString().slice(0, 10)));
    return stopped.saved(all.length - unreadable.length, unreadable);
  } catch (error) {
    return stopped.notSaved(words.failureText(failureOf(error)));
  }
}
