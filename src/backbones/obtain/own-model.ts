import { ProgrammingError } from '../../vocabulary/programming-error';
import { type Backbone, filesOf, type ModelBlobs } from '../backbone';
import { type Keeping, keyOfHash, type ModelStore } from './model-store';

/**
 * Keeps the files of a person's own backbone, each under its hash, which the backbone's source
 * names already. What is kept already is not written again.
 */
export async function keepOwnModel(
  backbone: Pick<Backbone, 'label' | 'source'>,
  model: ModelBlobs,
  store: Pick<ModelStore, 'has' | 'put'> | null,
): Promise<Keeping> {
  if (!store) return 'no-storage';
  const { graph, data } = filesOf(backbone);
  const pairs = [
    { file: graph, blob: model.graph },
    ...data.map((file) => ({
      file,
      blob: model.data.find(({ location }) => location === file.location)?.blob,
    })),
  ];
  for (const { file, blob } of pairs) {
    if (file.sha256 === null || !blob) {
      throw new ProgrammingError(`${backbone.label} comes without its file ${file.path}.`);
    }
    const key = keyOfHash(file.sha256);
    if (await store.has(key)) continue;
    const keeping = await store.put(key, blob, { name: file.path, sha256: file.sha256 });
    if (keeping !== 'kept') return keeping;
  }
  return 'kept';
}
