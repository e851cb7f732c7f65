import { BackboneRecords } from './backbone-records';
import { downloadAside } from './downloader';
import { ModelStore } from './model-store';
import type { ModelSources } from './obtain-model';

/** What `obtainModel` needs, with all that the browser's storage can do. */
export interface BrowserSources extends ModelSources {
  store: ModelStore | null;
  records: BackboneRecords | null;
}

/**
 * The browser's own storage and network, for `obtainModel`.
 * @param page address that bundled paths are relative to.
 */
export async function browserSources(page: string): Promise<BrowserSources> {
  const [store, records] = await Promise.all([ModelStore.open(), BackboneRecords.open()]);
  return { store, records, download: downloadAside, page };
}
