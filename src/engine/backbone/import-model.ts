import { fitColours, paintTokens } from '../../analysis/token-pca';
import type { Backbone, ModelBlobs, Precision } from '../../backbones/backbone';
import { precisionsOf } from '../../backbones/backbone';
import { addressId, backboneOfRepo, knownBackbone } from '../../backbones/catalogue/catalogue';
import { readPasted } from '../../backbones/catalogue/model-address';
import { PIXEL_PRESETS, resizeChoices } from '../../backbones/catalogue/pixel-presets';
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
import { sentence } from '../notices';
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
  /** Fetches a model that nothing is known of. @throws a sentence; `AbortError`. */
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
  controller: AbortController;
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
      const names = graphs.map(({ name }) => name).join(' and ');
      this.show({
        kind: 'unusable',
        name: graph.name,
        sentence: `${names} came together. Drop one model at a time, with the files of its weights.`,
      });
      return;
    }
    const beside = files
      .filter((file) => file !== graph)
      .map((file) => ({ name: file.name, blob: file }));
    const opening = this.begin({ name: graph.name, graph, beside }, null);
    await this.guard(opening, async (signal) => {
      this.show({ kind: 'reading', name: graph.name, share: 0 });
      const known = await this.parts.recogniseAgain(opening.dropped, {
        signal,
        onProgress: (share) => this.show({ kind: 'reading', name: graph.name, share }),
      });
      if (known) this.choose(known, 'fp32');
      else await this.advance(opening);
    });
  }

  async addByAddress(text: string): Promise<void> {
    this.close();
    const pasted = readPasted(text);
    if (pasted.kind === 'unclear') {
      this.show({ kind: 'unusable', name: text.trim(), sentence: pasted.reason });
      return;
    }
    const known = pasted.kind === 'hub' ? ofCatalogue(pasted) : null;
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
      const again = knownBackbone(id);
      if (again) {
        this.choose(again, 'fp32');
        return;
      }
      const { source, model, label, dropped } = fetched;
      const opening = this.begin(dropped, { id, source, model }, label);
      await this.guard(opening, () => this.advance(opening));
    } catch (error) {
      if (controller.signal.aborted) return;
      this.show({ kind: 'unusable', name, sentence: sentence(reasonOf(error)) });
    }
  }

  answer(answer: ImportAnswers): void {
    const { opening } = this;
    if (!opening || this.store.getState().opened.kind !== 'question') return;
    opening.answers = { ...opening.answers, ...answer };
    void this.guard(opening, () => this.advance(opening));
  }

  setPixels(choice: Partial<Pick<PixelChoice, 'preset' | 'resizing'>>): void {
    const { opening } = this;
    const { opened } = this.store.getState();
    if (!opening || opened.kind !== 'shown') return;
    const before = opening.preset;
    Object.assign(opening, choice);
    if (opening.preset === before) {
      // How much of an image is seen changes nothing for the picture, which is a square already.
      this.show({ ...opened, pixels: pixelsOf(opening, opened.facts.side) });
      return;
    }
    this.show({ ...opened, pixels: pixelsOf(opening, opened.facts.side), again: true });
    opening.controller.abort();
    opening.controller = new AbortController();
    opening.run = null;
    void this.guard(opening, () => this.advance(opening, { quietly: true }));
  }

  async confirm(label: string | undefined): Promise<void> {
    const { opening } = this;
    const { opened } = this.store.getState();
    if (!opening?.tokens || !opening.facts || opened.kind !== 'shown' || opened.again) return;
    const { facts, tokens } = opening;
    const name = label?.trim() || opening.label;
    await this.guard(opening, async () => {
      const { id, source, model } =
        opening.fetched ?? (await this.parts.keepOwn(opening.name, name, facts.model));
      const pixels = pixelsOf(opening, tokens.side);
      const backbone = describeBackbone(facts, tokens, { id, label: name, source, pixels });
      await this.parts.add(backbone, model);
      this.choose(backbone, 'fp32');
    });
  }

  close(): void {
    this.opening?.controller.abort();
    this.fetching?.abort();
    this.opening = null;
    this.fetching = null;
    this.parts.picture.show(null);
    this.show({ kind: 'none' });
  }

  /** Goes as far as what is known allows: to a question, to a verdict, or to the picture. */
  private async advance(opening: ImportProgress, { quietly = false } = {}): Promise<void> {
    const { name, answers } = opening;
    const { signal } = opening.controller;
    const { output } = answers;
    const graph = await recognise(opening.dropped, output === undefined ? {} : { output });
    signal.throwIfAborted();
    if (graph.kind !== 'recognised') return this.show({ name, ...graph });
    opening.facts = graph.facts;
    if (!opening.run) {
      const outcome = await this.try(opening, graph.facts, quietly);
      signal.throwIfAborted();
      if (outcome.kind === 'failed') {
        return this.show({ kind: 'unusable', name, sentence: outcome.sentence });
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
    });
  }

  /** On WebAssembly too where the graphics device fails: some graphs have what WebGPU lacks. */
  private async try(
    opening: ImportProgress,
    facts: GraphFacts,
    quietly: boolean,
  ): Promise<TrialOutcome> {
    const { name, preset } = opening;
    const { images, selectedImageId } = this.store.getState();
    const seen = images.find(({ id }) => id === selectedImageId) ?? images[0];
    opening.imageId = seen && this.blobs.get(seen.id)?.crop ? seen.id : null;
    const options: Omit<TrialPart, 'device'> = {
      picture: this.blobs.get(opening.imageId ?? '')?.crop ?? null,
      pixels: presetOf(preset),
      signal: opening.controller.signal,
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
      controller: new AbortController(),
      name: dropped.name,
      label: label ?? dropped.name.replace(/\.onnx$/i, ''),
      dropped,
      fetched,
      answers: {},
      preset: PIXEL_PRESETS[0]?.id ?? '',
      resizing: 'margin',
      facts: null,
      run: null,
      imageId: null,
      tokens: null,
    };
    return this.opening;
  }

  /** Whatever goes wrong is said, unless the person has closed it. */
  private async guard(
    opening: ImportProgress,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { signal } = opening.controller;
    try {
      await work(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.show({ kind: 'unusable', name: opening.name, sentence: sentence(reasonOf(error)) });
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
function ofCatalogue({ repo, path }: { repo: string; path: string }) {
  const backbone = backboneOfRepo(repo);
  if (backbone?.source.kind !== 'hub') return null;
  const { source } = backbone;
  const precisions = precisionsOf(backbone);
  const named = precisions.find((one) => source.precisions[one]?.graph.path === path);
  // A bare repository means whatever is known of it.
  const usual = path === 'onnx/model.onnx' ? precisions[0] : undefined;
  const precision = named ?? usual;
  return precision ? { backbone, precision } : null;
}

function presetOf(id: string) {
  const preset = PIXEL_PRESETS.find((one) => one.id === id) ?? PIXEL_PRESETS[0];
  if (!preset) throw new Error('There are no presets.');
  return { mean: preset.mean, std: preset.std };
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

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
