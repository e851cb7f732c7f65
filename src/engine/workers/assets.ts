import type { Backbone, Precision } from '../../backbones/backbone';
import type { ObtainedModel } from '../../backbones/obtain/obtain-model';
import type { DownloadProgress } from '../../backbones/obtain/pace';
import type { DeviceKind } from '../../runtime/device';
import { type RuntimeFiles, runtimeFiles } from '../../runtime/files';
import { AppError, failureOf } from '../../vocabulary/failures';
import { fetchInTime } from '../../vocabulary/fetch-in-time';
import type { Models } from './models';

/** A file that workers start from could not be had, which no fresh worker changes. */
export class AssetError extends AppError {
  override name = 'AssetError';
}

/**
 * The big files that workers start from, fetched once and held by the page: a fresh worker
 * starts without the network.
 */
export class Assets {
  private readonly runtimes = new Map<DeviceKind, Promise<RuntimeFiles>>();
  private doubted = new Set<unknown>();

  constructor(
    readonly models: Models,
    private readonly fetchRuntime: (device: DeviceKind) => Promise<RuntimeFiles>,
  ) {}

  /**
   * Nothing works with these files: they may have come broken. The next asking fetches them anew,
   * and makes do with what is held where the server does not answer.
   */
  doubt(): void {
    this.models.doubt();
    this.doubted = new Set(this.runtimes.values());
  }

  /** @throws `AssetError` when a file can't be had, or is no model. */
  async model(
    backbone: Backbone,
    precision: Precision,
    onProgress: (progress: DownloadProgress) => void,
  ): Promise<ObtainedModel> {
    const outcome = await this.models.obtain(backbone, precision, { onProgress });
    if (outcome.kind === 'failed') throw new AssetError(outcome.failure);
    return outcome;
  }

  /** @throws `AssetError` when the server does not give the files. */
  runtimeFiles(device: DeviceKind): Promise<RuntimeFiles> {
    const known = this.runtimes.get(device);
    if (known && !this.doubted.has(known)) return known;
    const made = this.fetchRuntime(device).catch((error: unknown) => {
      if (known) return known;
      throw new AssetError(failureOf(error));
    });
    this.runtimes.set(device, made);
    // A failure is forgotten, so that the next asking tries again.
    made.catch(() => this.runtimes.delete(device));
    return made;
  }
}

/** The runtime's files of a device, in memory. @throws when the server does not give them. */
export async function fetchRuntime(device: DeviceKind): Promise<RuntimeFiles> {
  const { mjs, wasm } = runtimeFiles(device);
  const [script, binary] = await Promise.all([
    hold(mjs, 'text/javascript'),
    hold(wasm, 'application/wasm'),
  ]);
  return { mjs: script, wasm: binary };
}

async function hold(url: string, type: string): Promise<string> {
  const fetched = await fetchInTime(url).catch(() => null);
  if (!fetched?.response.ok) throw new AppError({ code: 'runtime-not-fetched' });
  return URL.createObjectURL(new Blob([fetched.file], { type }));
}
