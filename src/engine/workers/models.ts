import type { Backbone, Precision } from '../../backbones/backbone';
import { BUNDLED_BACKBONES } from '../../backbones/catalogue/bundled-backbones';
import type { Downloaded, DownloadOptions, DownloadRequest } from '../../backbones/obtain/download';
import {
  type ModelSources,
  type ObtainedModel,
  type ObtainOutcome,
  obtainModel,
} from '../../backbones/obtain/obtain-model';

const SMALL_BYTES = 2 ** 20;

/** The files of models that the page holds, so that asking again takes neither network nor disk. */
export class Models {
  private readonly held = new Map<string, ObtainedModel>();
  /** What came with the page, by address: several models may share a file. */
  private readonly ofPage = new Map<string, Downloaded>();
  private doubted = new Set<unknown>();

  constructor(private readonly sources: Promise<ModelSources>) {}

  /**
   * A model from what is held, from the browser's storage, or from where its source says.
   * @throws `AbortError` when the signal aborts.
   */
  async obtain(
    backbone: Backbone,
    precision: Precision,
    options: DownloadOptions = {},
  ): Promise<ObtainOutcome> {
    const key = keyOf(backbone, precision);
    const known = this.held.get(key);
    if (known && !this.doubted.has(known)) return known;
    const sources = await this.sources;
    const outcome = await obtainModel(backbone, precision, this.sharing(sources), options);
    if (outcome.kind === 'failed') return known ?? outcome;
    this.hold(backbone, precision, outcome);
    return outcome;
  }

  /** Fetches what is small of the models that come with the page: then they are there offline, too. */
  async preload(): Promise<void> {
    const sources = this.sharing(await this.sources);
    for (const { label, source } of BUNDLED_BACKBONES) {
      if (source.kind !== 'bundled') continue;
      const { graph } = source.files;
      if ((graph.size?.bytes ?? SMALL_BYTES) >= SMALL_BYTES) continue;
      const alone = { label, source: { ...source, files: { graph, data: [] } } };
      await obtainModel(alone, 'fp32', sources);
    }
  }

  /** A model that is here already, brought by the person. */
  hold(backbone: Backbone, precision: Precision, model: ObtainedModel): void {
    if (backbone.source.kind !== 'bundled') this.held.set(keyOf(backbone, precision), model);
  }

  /** Lets go of all models but one, as far as they can be had again without the network. */
  release(backbone: Backbone, precision: Precision): void {
    const stays = keyOf(backbone, precision);
    for (const [key, { keeping }] of this.held) {
      if (key !== stays && keeping === 'kept') this.held.delete(key);
    }
  }

  /** Lets go of a model that the person deleted. */
  drop(backbone: Backbone, precision: Precision): void {
    this.held.delete(keyOf(backbone, precision));
  }

  /** What is held may be broken: it is asked for anew, and serves only where nothing else comes. */
  doubt(): void {
    this.doubted = new Set([...this.held.values(), ...this.ofPage.values()]);
  }

  private sharing({ download, ...sources }: ModelSources): ModelSources {
    return {
      ...sources,
      download: async (request: DownloadRequest, options: DownloadOptions) => {
        if (!request.fromPage) return download(request, options);
        const known = this.ofPage.get(request.url);
        if (known && !this.doubted.has(known)) return known;
        const outcome = await download(request, options);
        if (outcome.kind === 'failed') return known ?? outcome;
        this.ofPage.set(request.url, outcome);
        return outcome;
      },
    };
  }
}

function keyOf({ id }: Backbone, precision: Precision): string {
  return `${id} ${precision}`;
}
