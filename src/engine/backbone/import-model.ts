import { fitColours, paintTokens } from '../../analysis/token-pca';
import type { Backbone, ModelBlobs, Precision } from '../../backbones/backbone';
import { precisionsOf } from '../../backbones/backbone';
import { addressId, backboneOfRepo, knownBackbone } from '../../backbones/catalogue/catalogue';
import { readPasted } from '../../backbones/catalogue/model-address';
import {
  PIXEL_PRESETS,
  type PixelPresetId,
  resizeChoices,
} from '../../backbones/catalogue/pixel-presets';
import type { TrialRun } from '../../backbones/import/api';
import { describeBackbone } from '../../backbones/import/describe-backbone';
import type { ImportAnswers } from '../../backbones/import/question';
import { type DroppedModel, type GraphFacts, recognise } from '../../backbones/import/recognise';
import { recogniseTokens, type TokenFacts } from '../../backbones/import/token-facts';
import type { TrialOptions, TrialOutcome } from '../../backbones/import/trial';
import type { ObtainedModel } from '../../backbones/obtain/obtain-model';
import type { DeviceKind } from '../../runtime/device';
import type { ImageBlobsById } from '../../state/image-blobs';
import type { Observable } from '../../state/observable';
import type { OpenedPicture } from '../../state/opened-picture';
import type { OpenedModel, PixelChoice } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { failureOf } from '../../vocabulary/failures';
import type { AddressedModels } from './addressed-models';
import { lastPart } from './model-address-files';

/** What becomes of a model once the person has confirmed it. */
export interface Brought {
  id: string;
  source: Backbone['source'];
  model: ObtainedModel;
}

export interface ImportParts {
  /** Shows what the model makes of one image. */
  picture: Observable<OpenedPicture>;
  /** Switches to a backbone. */
  choose(backboneId: string, precision: Precision): void;
  /** The person's own backbone that these files are, with its files kept again; null for new ones. */
  recogniseAgain(
    dropped: DroppedModel,
    options: { signal: AbortSignal; onProgress: (share: number) => void },
  ): Promise<Backbone | null>;
  /** Fetches a model that nothing is known of. @throws `AppError`, `AbortError`. */
  fetch(
    pasted: Parameters<AddressedModels['from']>[0],
    options: Parameters<AddressedModels['from']>[1],
  ): ReturnType<AddressedModels['from']>;
  tryModel(facts: GraphFacts, options: TrialPart): Promise<TrialOutcome>;
  device(): DeviceKind;
  /** Names the files by their contents and keeps them. */
  keepOwn(name: string, label: string, model: ModelBlobs): Promise<Brought>;
  /** Remembers a backbone; its files are there. */
  add(backbone: Backbone, model: ObtainedModel): Promise<void>;
}

export type TrialPart = Pick<TrialOptions, 'device' | 'picture' | 'pixels' | 'onStep' | 'signal'>;

/** Everything known so far of the model that is being opened. */
interface ImportProgress {
  /** What is being done with it; null while it waits for the person. */
  work: AbortController | null;
  name: string;
  label: string;
  dropped: DroppedModel;
  /** Null for files that the person brought, which are named and kept when they are confirmed. */
  fetched: Brought | null;
  answers: ImportAnswers;
  preset: PixelChoice['preset'];
  resizing: PixelChoice['resizing'];
  facts: GraphFacts | null;
  run: TrialRun | null;
  imageId: string | null;
  tokens: TokenFacts | null;
}

/** Takes a person's model from its file, or its address, to a backbone that can be chosen. */
export class ModelImport {
  private opening: ImportProgress | null = null;
  private fetching: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly blobs: ImageBlobsById,
    private readonly parts: ImportParts,
  ) {}

  async open(files: readonly File[]): Promise<void> {
    this.close();
    const graphs = files.filter(({ name }) => /\.onnx$/i.test(name));
    const graph = graphs[0] ?? files[0];
    if (!graph) return;
    if (graphs.length > 1) {
      const failure = { code: 'several-models', files: graphs.map(({ name }) => name) } as const;
      this.show({ kind: 'unusable', name: graph.name, failure });
      return;
    }
    const beside = files
      .filter((file) => file !== graph)
      .map((file) => ({ name: file.name, blob: file }));
    const opening = this.begin({ name: graph.name, graph, beside }, null);
    await this.work(opening, async (signal) => {
      this.show({ kind: 'reading', name: graph.name, share: 0 });
      const known = await this.parts.recogniseAgain(opening.dropped, {
        signal,
        onProgress: (share) => this.show({ kind: 'reading', name: graph.name, share }),
      });
      signal.throwIfAborted();
      if (known) this.choose(known, 'fp32');
      else await this.advance(opening, signal);
    });
  }

  async addByAddress(text: string): Promise<void> {
    this.close();
    const pasted = readPasted(text);
    if (pasted.kind === 'unclear') {
      this.show({ kind: 'unusable', name: text.trim(), failure: pasted.failure });
      return;
    }
    const known =
      pasted.kind === 'hub' ? ofCatalogue(this.store.getState().backbones, pasted) : null;
    if (known) {
      this.choose(known.backbone, known.precision);
      return;
    }
    const controller = new AbortController();
    this.fetching = controller;
    const name = lastPart(pasted.kind === 'hub' ? pasted.path : pasted.url);
    try {
      const fetched = await this.parts.fetch(pasted, {
        signal: controller.signal,
        onProgress: (progress) => this.show({ kind: 'downloading', name, progress }),
      });
      if (controller.signal.aborted) return;
      const id = addressId(fetched.address);
      const again = knownBackbone(this.store.getState().backbones, id);
      if (again) {
        this.choose(again, 'fp32');
        return;
      }
      const { source, model, label, dropped } = fetched;
      const opening = this.begin(dropped, { id, source, model }, label);
      await this.work(opening, (signal) => this.advance(opening, signal));
    } catch (error) {
      if (controller.signal.aborted) return;
      this.show({ kind: 'unusable', name, failure: failureOf(error) });
    }
  }

  answer(answer: ImportAnswers): void {
    const { opening } = this;
    if (!opening || opening.work || this.store.getState().opened.kind !== 'question') return;
    opening.answers = { ...opening.answers, ...answer };
    void this.work(opening, (signal) => this.advance(opening, signal));
  }

  setPixels(choice: Partial<Pick<PixelChoice, 'preset' | 'resizing'>>): void {
    const { opening } = this;
    const { opened } = this.store.getState();
    if (!opening || opened.kind !== 'shown' || opened.keeping) return;
    const before = opening.preset;
    Object.assign(opening, choice);
    if (opening.preset === before) {
      // How much of an image is seen changes nothing for the picture, which is a square already.
      this.show({ ...opened, pixels: pixelsOf(opening, opened.facts.side) });
      return;
    }
    this.show({ ...opened, pixels: pixelsOf(opening, opened.facts.side), again: true });
    opening.run = null;
    void this.work(opening, (signal) => this.advance(opening, signal, { quietly: true }));
  }

  async confirm(label: string | undefined): Promise<void> {
    const { opening } = this;
    const { opened } = this.store.getState();
    if (!opening?.tokens || !opening.facts || opening.work || opened.kind !== 'shown') return;
    const { facts, tokens } = opening;
    const name = label?.trim() || opening.label;
    this.show({ ...opened, keeping: true });
    await this.work(opening, async (signal) => {
      const { id, source, model } =
        opening.fetched ?? (await this.parts.keepOwn(opening.name, name, facts.model));
      signal.throwIfAborted();
      const pixels = pixelsOf(opening, tokens.side);
      const backbone = describeBackbone(facts, tokens, { id, label: name, source, pixels });
      await this.parts.add(backbone, model);
      signal.throwIfAborted();
      this.choose(backbone, 'fp32');
    });
  }

  close(): void {
    this.opening?.work?.abort();
    this.fetching?.abort();
    this.opening = null;
    this.fetching = null;
    this.parts.picture.show(null);
    this.show({ kind: 'none' });
  }

  /** Goes as far as what is known allows: to a question, to a verdict, or to the picture. */
  private async advance(
    opening: ImportProgress,
    signal: AbortSignal,
    { quietly = false } = {},
  ): Promise<void> {
    const { name, answers } = opening;
    const { output } = answers;
    const graph = await recognise(opening.dropped, output === undefined ? {} : { output });
    signal.throwIfAborted();
    if (graph.kind !== 'recognised') return this.show({ name, ...graph });
    opening.facts = graph.facts;
    if (!opening.run) {
      const outcome = await this.try(opening, graph.facts, signal, quietly);
      signal.throwIfAborted();
      if (outcome.kind === 'failed') {
        return this.show({ kind: 'unusable', name, failure: outcome.failure });
      }
      opening.run = outcome.run;
    }
    const tokens = recogniseTokens(graph.facts, opening.run, answers);
    if (tokens.kind !== 'recognised') return this.show({ name, ...tokens });
    opening.tokens = tokens.facts;
    this.parts.picture.show(painted(opening.run, tokens.facts));
    const { graph: file, data } = graph.facts.model;
    this.show({
      kind: 'shown',
      name,
      facts: tokens.facts,
      pixels: pixelsOf(opening, tokens.facts.side),
      imageId: opening.imageId,
      milliseconds: opening.run.milliseconds.run,
      bytes: data.reduce((sum, { blob }) => sum + blob.size, file.size),
      again: false,
      keeping: false,
    });
  }

  /** On WebAssembly too where the graphics device fails: some graphs have what WebGPU lacks. */
  private async try(
    opening: ImportProgress,
    facts: GraphFacts,
    signal: AbortSignal,
    quietly: boolean,
  ): Promise<TrialOutcome> {
    const { name, preset } = opening;
    const { images, selectedImageId } = this.store.getState();
    const seen = images.find(({ id }) => id === selectedImageId) ?? images[0];
    opening.imageId = seen && this.blobs.get(seen.id)?.crop ? seen.id : null;
    const options: Omit<TrialPart, 'device'> = {
      picture: this.blobs.get(opening.imageId ?? '')?.crop ?? null,
      pixels: presetOf(preset),
      signal,
      ...(!quietly && { onStep: (step) => this.show({ kind: 'trying', name, step }) }),
    };
    const device = this.parts.device();
    const outcome = await this.parts.tryModel(facts, { ...options, device });
    return outcome.kind === 'failed' && device === 'webgpu'
      ? this.parts.tryModel(facts, { ...options, device: 'wasm' })
      : outcome;
  }

  private begin(dropped: DroppedModel, fetched: Brought | null, label?: string): ImportProgress {
    this.opening = {
      work: null,
      name: dropped.name,
      label: label ?? dropped.name.replace(/\.onnx$/i, ''),
      dropped,
      fetched,
      answers: {},
      preset: PIXEL_PRESETS[0].id,
      resizing: 'margin',
      facts: null,
      run: null,
      imageId: null,
      tokens: null,
    };
    return this.opening;
  }

  /**
   * One thing at a time: what is begun ends what was under way. Whatever goes wrong is said, unless
   * the person has closed it.
   */
  private async work(
    opening: ImportProgress,
    task: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    opening.work?.abort();
    const work = new AbortController();
    opening.work = work;
    try {
      await task(work.signal);
    } catch (error) {
      if (work.signal.aborted) return;
      this.show({ kind: 'unusable', name: opening.name, failure: failureOf(error) });
    } finally {
      if (opening.work === work) opening.work = null;
    }
  }

  private choose(backbone: Backbone, precision: Precision): void {
    this.close();
    this.parts.choose(backbone.id, precision);
  }

  private show(opened: OpenedModel): void {
    this.store.setState({ opened });
  }
}

/** What the catalogue, or the person, has of a repository already, if the file is one of its own. */
function ofCatalogue(own: readonly Backbone[], { repo, path }: { repo: string; path: string }) {
  const backbone = backboneOfRepo(own, repo);
  if (backbone?.source.kind !== 'hub') return null;
  const { source } = backbone;
  const precisions = precisionsOf(backbone);
  const named = precisions.find((one) => source.precisions[one]?.graph.path === path);
  // A bare repository means whatever is known of it.
  const usual = path === 'onnx/model.onnx' ? precisions[0] : undefined;
  const precision = named ?? usual;
  return precision ? { backbone, precision } : null;
}

function presetOf(id: PixelPresetId) {
  const { mean, std } = PIXEL_PRESETS.find((one) => one.id === id) ?? PIXEL_PRESETS[0];
  return { mean, std };
}

function pixelsOf({ preset, resizing }: ImportProgress, side: number): PixelChoice {
  const choice = resizeChoices(side).find(({ id }) => id === resizing);
  return {
    preset,
    resizing,
    ...presetOf(preset),
    resize: choice?.resize ?? side,
    resample: choice?.resample ?? 'bicubic',
  };
}

/** The patches of the run as colours; null where it gave no such output. */
function painted(
  { outputs }: TrialRun,
  { output, prefixTokens, grid, width }: TokenFacts,
): OpenedPicture | null {
  const data = outputs.find(({ name }) => name === output)?.data;
  if (!data) return null;
  const start = prefixTokens * width;
  const patches = data.subarray(start, start + grid * grid * width);
  return { grid, pixels: paintTokens(patches, fitColours(patches, width)) };
}
