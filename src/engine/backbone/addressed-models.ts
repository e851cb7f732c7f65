import type { Backbone, ModelFiles } from '../../backbones/backbone';
import type { Pasted } from '../../backbones/catalogue/model-address';
import type { DroppedModel } from '../../backbones/import/recognise';
import type { DownloadOptions, DownloadRequest } from '../../backbones/obtain/download';
import {
  type ModelSources,
  type ObtainedModel,
  obtainModel,
} from '../../backbones/obtain/obtain-model';
import { readOutline } from '../../onnx/outline';
import { AppError } from '../../vocabulary/failures';
import { addressed, besideFile, lastPart, unknownFile } from './model-address-files';

/** A model that came from an address, with whatever lies beside it. */
export interface Fetched {
  address: string;
  label: string;
  source: Backbone['source'];
  model: ObtainedModel;
  dropped: DroppedModel;
}

/** Fetches models of which only the address is known. */
export class AddressedModels {
  constructor(private readonly sources: Promise<ModelSources>) {}

  /** @throws `AppError`, `AbortError`. */
  async from(
    pasted: Exclude<Pasted, { kind: 'unclear' }>,
    options: DownloadOptions,
  ): Promise<Fetched> {
    const { address, label, path, source } = addressed(pasted);
    const sources = await this.sources;
    const obtain = async (files: ModelFiles, from: ModelSources) => {
      const outcome = await obtainModel({ label, source: source(files) }, 'fp32', from, options);
      if (outcome.kind === 'failed') throw new AppError(outcome.failure);
      return outcome;
    };
    const graph = unknownFile(path);
    const alone = await obtain({ graph, data: [] }, sources);
    const locations = await externalFiles(alone.model.graph);
    const files = { graph, data: locations.map((location) => besideFile(path, location)) };
    const model = locations.length === 0 ? alone : await obtain(files, withGraph(sources, alone));
    return {
      address,
      label,
      source: source(files),
      model,
      dropped: {
        name: lastPart(path),
        graph: model.model.graph,
        beside: model.model.data.map(({ location, blob }) => ({ name: lastPart(location), blob })),
      },
    };
  }
}

/** What can't be read has no weights elsewhere; whoever looks at it next says what is wrong. */
async function externalFiles(graph: Blob): Promise<string[]> {
  const outline = await readOutline(graph).catch(() => null);
  return outline?.external.map(({ location }) => location) ?? [];
}

/** The graph is not fetched twice where it can't be kept. */
function withGraph({ download, ...sources }: ModelSources, { model, hash }: ObtainedModel) {
  return {
    ...sources,
    download: async (request: DownloadRequest, options: DownloadOptions) =>
      request.content === 'graph'
        ? ({ kind: 'whole', file: model.graph, sha256: hash } as const)
        : download(request, options),
  };
}
