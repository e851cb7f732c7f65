import { BackboneRecords } from '../files/backbone-records';
import { ModelStore } from '../files/model-store';
import { downloadAside } from './downloader';
import type { ModelSources } from './obtain-model';

/**
 * The browser's own storage and network, for `obtainModel`.
 * @param page address that bundled paths are relative to.
 */
export async function browserSources(page: string): Promise<ModelSources> {
  const [store, records] = await Promise.all([ModelStore.open(), BackboneRecords.open()]);
  return { store, records, download: downloadAside, page };
}
