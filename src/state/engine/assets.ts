import type { Backbone } from '../../backbones/backbone';
import { browserSources } from '../../backbones/browser-sources';
import { type ModelSources, type ObtainedModel, obtainModel } from '../../backbones/obtain-model';
import type { DownloadProgress } from '../../backbones/pace';
import type { DeviceKind } from '../../runtime/device';
import { type RuntimeFiles, runtimeFiles } from '../../runtime/files';

/** A file that workers start from could not be had, which no fresh worker changes. */
export class AssetError extends Error {
  override name = 'AssetError';
}

/**
 * The big files that workers start from, fetched once and held by the page: a fresh worker
 * starts without the network.
 */
export class Assets {
  private readonly models = new Map<string, Promise<ObtainedModel>>();
  private readonly runtimes = new Map<DeviceKind, Promise<RuntimeFiles>>();
  private doubted = new Set<unknown>();
  private sources: Promise<ModelSources> | null = null;

  /**
   * Nothing works with these files: they may have come broken. The next asking fetches them anew,
   * and makes do with what is held where the server does not answer.
   */
  doubt(): void {
    this.doubted = new Set([...this.models.values(), ...this.runtimes.values()]);
  }

  /** @throws `AssetError` when a file can't be had, or is no model. */
  model(
    backbone: Backbone,
    onProgress: (progress: DownloadProgress) => void,
  ): Promise<ObtainedModel> {
    return this.once(this.models, backbone.id, async () => {
      this.sources ??= browserSources(document.baseURI);
      const outcome = await obtainModel(backbone, 'fp32', await this.sources, { onProgress });
      if (outcome.kind === 'failed') throw new Error(outcome.text);
      return outcome;
    });
  }

  /** @throws `AssetError` when the server does not give the files. */
  runtimeFiles(device: DeviceKind): Promise<RuntimeFiles> {
    return this.once(this.runtimes, device, async () => {
      const { mjs, wasm } = await runtimeFiles(device);
      const [script, binary] = await Promise.all([
        hold(mjs, 'text/javascript'),
        hold(wasm, 'application/wasm'),
      ]);
      return { mjs: script, wasm: binary };
    });
  }

  /** Keeps what succeeded; a failure is forgotten, so that the next asking tries again. */
  private once<Key, Value>(
    kept: Map<Key, Promise<Value>>,
    key: Key,
    make: () => Promise<Value>,
  ): Promise<Value> {
    const known = kept.get(key);
    if (known && !this.doubted.has(known)) return known;
    const made = make().catch((error: unknown) => {
      if (known) return known;
      throw new AssetError(error instanceof Error ? error.message : String(error));
    });
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  }
}

async function hold(url: string, type: string): Promise<string> {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) {
    throw new Error(
      'The runtime that all arithmetic needs could not be fetched. Check the connection and try again.',
    );
  }
  return URL.createObjectURL(new Blob([await response.arrayBuffer()], { type }));
}
