import type { Backbone, ModelBlobs, ModelFiles } from '../../backbones/backbone';
import { ownId } from '../../backbones/catalogue/catalogue';
import type { DroppedModel } from '../../backbones/import/recognise';
import type { BrowserSources } from '../../backbones/obtain/browser-sources';
import { hashAside } from '../../backbones/obtain/downloader';
import type { Keeping } from '../../backbones/obtain/model-store';
import { hashOfAll, type ObtainedModel } from '../../backbones/obtain/obtain-model';
import { keepOwnModel } from '../../backbones/obtain/own-model';
import type { AppStore } from '../../state/store';
import type { Brought } from './import-model';
import { lastPart } from './model-address-files';

/** Names a person's files by their contents, and keeps them. */
export class OwnFiles {
  /** Reading hundreds of megabytes twice would take as long again. */
  private readonly hashes = new WeakMap<Blob, string>();

  constructor(
    private readonly store: Pick<AppStore, 'getState'>,
    private readonly sources: Promise<Pick<BrowserSources, 'store'>>,
    private readonly hash: typeof hashAside = hashAside,
  ) {}

  /** See `OpeningParts.recogniseAgain`. */
  async recogniseAgain(
    { graph, beside }: DroppedModel,
    { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
  ): Promise<{ backbone: Backbone; model: ObtainedModel } | null> {
    const sha256 = await this.hash(graph, {
      signal,
      onProgress: (loaded) => onProgress(loaded / Math.max(1, graph.size)),
    });
    this.hashes.set(graph, sha256);
    for (const backbone of this.store.getState().backbones) {
      if (backbone.source.kind !== 'own' || backbone.source.files.graph.sha256 !== sha256) continue;
      const data = await this.dataOf(backbone.source.files, beside, signal);
      if (!data) continue;
      const model = { graph, data };
      const keeping = await this.keep(backbone, model);
      const hash = hashOfAll(hashesOf(backbone.source.files));
      return { backbone, model: { kind: 'ready', model, hash, fetched: false, keeping } };
    }
    return null;
  }

  /** @param name the graph's file name. */
  async take(name: string, label: string, model: ModelBlobs): Promise<Brought> {
    const files: ModelFiles = {
      graph: await this.describe(name, model.graph),
      data: await Promise.all(
        model.data.map(async ({ location, blob }) => ({
          ...(await this.describe(lastPart(location), blob)),
          location,
        })),
      ),
    };
    const source = { kind: 'own', files } as const;
    const hash = hashOfAll(hashesOf(files));
    const keeping = await this.keep({ label, source }, model);
    return {
      id: ownId(hash),
      source,
      model: { kind: 'ready', model, hash, fetched: false, keeping },
    };
  }

  private async keep(
    { label, source }: Pick<Backbone, 'label' | 'source'>,
    model: ModelBlobs,
  ): Promise<Keeping> {
    const { store } = await this.sources;
    return keepOwnModel({ label, source }, model, store);
  }

  private async describe(path: string, file: Blob) {
    const sha256 = this.hashes.get(file) ?? (await this.hash(file));
    this.hashes.set(file, sha256);
    return { path, size: { bytes: file.size, exact: true }, sha256 };
  }

  /** The weights of a known model among the files beside it; null when they are not all there. */
  private async dataOf(
    { data }: ModelFiles,
    beside: DroppedModel['beside'],
    signal: AbortSignal,
  ): Promise<ModelBlobs['data'] | null> {
    const found: { location: string; blob: Blob }[] = [];
    for (const { location, sha256 } of data) {
      const blob = beside.find(({ name }) => name === lastPart(location))?.blob;
      if (!blob) return null;
      const hash = this.hashes.get(blob) ?? (await this.hash(blob, { signal }));
      this.hashes.set(blob, hash);
      if (hash !== sha256) return null;
      found.push({ location, blob });
    }
    return found;
  }
}

function hashesOf({ graph, data }: ModelFiles): { sha256: string }[] {
  return [graph, ...data].map(({ sha256 }) => ({ sha256: sha256 ?? '' }));
}
