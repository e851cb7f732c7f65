import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hostileModels, leastVit, unusualModels } from '../../../e2e/fixtures/hostile-models';
import type { Backbone } from '../../backbones/backbone';
import { findBackbone, withBackbone } from '../../backbones/catalogue/catalogue';
import type { GraphFacts } from '../../backbones/import/recognise';
import type { TrialOutcome } from '../../backbones/import/trial';
import type { ObtainedModel } from '../../backbones/obtain/obtain-model';
import { createObservable, type Observable } from '../../state/observable';
import type { OpenedPicture } from '../../state/opened-picture';
import type { BackboneChoice } from '../../state/slices/types';
import { type AppStore, createAppStore } from '../../state/store';
import { testPromise } from '../../testing/test-promise';
import type { Failure } from '../../vocabulary/failures';
import type { Brought, ImportParts, TrialPart } from './import-model';
import { ModelImport } from './import-model';

const WIDTH = 8;
const OBTAINED: ObtainedModel = {
  kind: 'ready',
  model: { graph: new Blob(), data: [] },
  hash: 'ab',
  fetched: false,
  keeping: 'kept',
};
const FAILED: Failure = { code: 'trial-runtime-timeout', seconds: 60 };

let store: AppStore;
let opening: ModelImport;
let openedPicture: Observable<OpenedPicture>;
/** The backbone that was chosen last. */
let chosen: BackboneChoice | null;
let trials: (TrialPart & { facts: GraphFacts })[];
let added: Backbone[];
/** What the trial gives; tokens with a prefix of this length unless told otherwise. */
let prefix: number;
let outcome: ((options: TrialPart) => TrialOutcome | Promise<TrialOutcome>) | null;
let known: Backbone | null;
let device: 'wasm' | 'webgpu';
/** How often files were kept, and what keeping them waits for. */
let kept: number;
let keeping: Promise<void>;

beforeEach(() => {
  store = createAppStore();
  trials = [];
  added = [];
  prefix = 1;
  outcome = null;
  known = null;
  device = 'wasm';
  kept = 0;
  keeping = Promise.resolve();
  const source = { kind: 'own', files: { graph: file('mine.onnx'), data: [] } } as const;
  openedPicture = createObservable();
  chosen = null;
  const parts: ImportParts = {
    picture: openedPicture,
    choose(backboneId, precision) {
      chosen = { backboneId, precision };
    },
    recogniseAgain: async () => known,
    async fetch(pasted, { onProgress }) {
      onProgress?.({ loaded: 1, total: 2, bytesPerSecond: null, secondsLeft: null });
      if (pasted.kind === 'url') throw new Error('The server did not answer');
      const graph = new Blob([Uint8Array.from(leastVit())]);
      return {
        address: `${pasted.repo}@main`,
        label: 'name',
        source,
        model: OBTAINED,
        dropped: { name: 'model.onnx', graph, beside: [] },
      };
    },
    async tryModel(facts, options) {
      trials.push({ facts, ...options });
      return outcome ? outcome(options) : ran(facts, prefix);
    },
    device: () => device,
    async keepOwn(): Promise<Brought> {
      kept += 1;
      await keeping;
      return { id: 'own:ab', source, model: OBTAINED };
    },
    async add(backbone) {
      added.push(backbone);
      store.setState(({ backbones }) => ({ backbones: withBackbone(backbones, backbone) }));
    },
  };
  opening = new ModelImport(store, new Map(), parts);
});

function file(path: string) {
  return { path, size: { bytes: 1, exact: true }, sha256: 'ab'.repeat(32) };
}

function ran({ outputs }: GraphFacts, prefixTokens: number): TrialOutcome {
  const tokens = prefixTokens + 196;
  const data = Float32Array.from({ length: tokens * WIDTH }, (_, i) => Math.sin(i * i));
  return {
    kind: 'ran',
    run: {
      device: { kind: 'wasm', threads: 1 },
      side: 224,
      outputs: outputs.map((name) => ({ name, dims: [1, tokens, WIDTH], finite: true, data })),
      milliseconds: { session: 1, run: 2 },
    },
  };
}

const drop = (bytes: Uint8Array, name = 'mine.onnx') =>
  opening.open([new File([Uint8Array.from(bytes)], name)]);
const opened = () => store.getState().opened;
const untilShown = () =>
  vi.waitFor(() => expect(opened()).toMatchObject({ kind: 'shown', again: false }));

describe('a file', () => {
  test('is recognised, run, and shown with its tokens as colours', async () => {
    await drop(leastVit());
    expect(opened()).toMatchObject({
      kind: 'shown',
      name: 'mine.onnx',
      facts: { grid: 14, patch: 16, prefixTokens: 1, hasCls: true, width: WIDTH },
      pixels: { preset: 'imagenet', resizing: 'margin', resize: 256 },
      imageId: null,
    });
    expect(openedPicture.read()?.pixels).toHaveLength(4 * 196);
  });

  test('becomes a backbone that is chosen once it is confirmed', async () => {
    await drop(leastVit());
    opening.setPixels({ resizing: 'whole' });
    await opening.confirm(' My own ');
    expect(added).toMatchObject([
      {
        id: 'own:ab',
        label: 'My own',
        family: 'unknown',
        preprocessing: { resize: 224, crop: 224 },
        grid: { height: 14, width: 14 },
        hasCls: true,
      },
    ]);
    expect(opened()).toEqual({ kind: 'none' });
    expect(chosen).toEqual({ backboneId: 'own:ab', precision: 'fp32' });
    expect(openedPicture.read()).toBeNull();
  });

  test('that was confirmed before needs no question and no trial', async () => {
    known = findBackbone([], 'dino-vits16');
    await drop(leastVit());
    expect(trials).toEqual([]);
    expect(chosen).toMatchObject({ backboneId: 'dino-vits16' });
  });

  test('with several token outputs asks which', async () => {
    await drop(unusualModels.severalOutputs());
    expect(opened()).toMatchObject({
      kind: 'question',
      question: { about: 'output', candidates: [{ name: 'early' }, { name: 'late' }] },
    });
    expect(trials).toEqual([]);
    opening.answer({ output: 'late' });
    await untilShown();
    expect(opened()).toMatchObject({ facts: { output: 'late' } });
  });

  test('with tokens that may be anything asks about [CLS], and is not run again', async () => {
    prefix = 4;
    await drop(unusualModels.fourPrefixTokens());
    expect(opened()).toMatchObject({ question: { about: 'cls', prefixTokens: 4 } });
    opening.answer({ hasCls: false });
    await untilShown();
    expect(opened()).toMatchObject({ facts: { hasCls: false, registers: 4 } });
    expect(trials).toHaveLength(1);
  });

  test('is run again with other pixels, and not for another crop', async () => {
    await drop(leastVit());
    opening.setPixels({ resizing: 'whole' });
    expect(opened()).toMatchObject({ pixels: { resize: 224 }, again: false });
    opening.setPixels({ preset: 'halves' });
    expect(opened()).toMatchObject({ pixels: { preset: 'halves' }, again: true });
    await untilShown();
    expect(trials.map(({ pixels }) => pixels.mean[0])).toEqual([0.485, 0.5]);
  });

  test('that can not serve says why', async () => {
    await drop(hostileModels.webPage());
    expect(opened()).toMatchObject({
      kind: 'unusable',
      failure: { code: 'model-file-web-page' },
    });
    outcome = () => ({ kind: 'failed', failure: FAILED });
    await drop(leastVit());
    expect(opened()).toMatchObject({ kind: 'unusable', failure: FAILED });
  });

  test('comes alone, but for its weights', async () => {
    await opening.open([new File([], 'a.onnx'), new File([], 'b.onnx')]);
    expect(opened()).toMatchObject({
      failure: { code: 'several-models', files: ['a.onnx', 'b.onnx'] },
    });
  });

  test('is tried on WebAssembly where the graphics device fails', async () => {
    device = 'webgpu';
    outcome = ({ device: on }) =>
      on === 'webgpu'
        ? { kind: 'failed', failure: FAILED }
        : ran({ outputs: ['last_hidden_state'] } as GraphFacts, 1);
    await drop(leastVit());
    expect(opened().kind).toBe('shown');
    expect(trials.map((trial) => trial.device)).toEqual(['webgpu', 'wasm']);
  });

  test('is tried once, however often the answer is given', async () => {
    await drop(unusualModels.severalOutputs());
    opening.answer({ output: 'late' });
    opening.answer({ output: 'early' });
    await untilShown();
    expect(trials).toHaveLength(1);
    expect(opened()).toMatchObject({ facts: { output: 'late' } });
  });

  test('is kept once, with the pixels of then, however often it is confirmed', async () => {
    const disk = testPromise<void>();
    keeping = disk.promise;
    await drop(leastVit());
    const first = opening.confirm('Mine');
    expect(opened()).toMatchObject({ kind: 'shown', keeping: true });
    const second = opening.confirm('Mine, too');
    opening.setPixels({ resizing: 'whole' });
    disk.resolve();
    await Promise.all([first, second]);
    expect(kept).toBe(1);
    expect(added).toMatchObject([{ label: 'Mine', preprocessing: { resize: 256 } }]);
  });

  test('that is closed while it is kept is neither added nor chosen', async () => {
    const disk = testPromise<void>();
    keeping = disk.promise;
    await drop(leastVit());
    const confirming = opening.confirm(undefined);
    opening.close();
    await drop(unusualModels.severalOutputs());
    disk.resolve();
    await confirming;
    expect(added).toEqual([]);
    expect(opened()).toMatchObject({ kind: 'question' });
    expect(store.getState().switching).toEqual({ kind: 'idle' });
  });

  test('that is closed while it is tried leaves nothing behind', async () => {
    const trial = testPromise<TrialOutcome>();
    outcome = () => trial.promise;
    const done = drop(leastVit());
    await vi.waitFor(() => expect(trials).toHaveLength(1));
    opening.close();
    expect(trials[0]?.signal?.aborted).toBe(true);
    trial.resolve(ran({ outputs: ['last_hidden_state'] } as GraphFacts, 1));
    await done;
    expect(opened()).toEqual({ kind: 'none' });
    expect(openedPicture.read()).toBeNull();
  });
});

describe('an address', () => {
  test('of the catalogue is chosen, with the precision that its file is', async () => {
    await opening.addByAddress('Xenova/dino-vits16');
    expect(chosen).toEqual({ backboneId: 'dino-vits16', precision: 'fp32' });
    await opening.addByAddress(
      'https://huggingface.co/Xenova/dino-vits16/blob/main/onnx/model_fp16.onnx',
    );
    expect(chosen).toMatchObject({ precision: 'fp16' });
  });

  test('of another model is fetched, shown, and remembered by where it came from', async () => {
    await opening.addByAddress('owner/name');
    expect(opened()).toMatchObject({ kind: 'shown', name: 'model.onnx' });
    await opening.confirm(undefined);
    expect(added).toMatchObject([{ id: 'from:owner/name@main', label: 'name' }]);
    await opening.addByAddress('owner/name');
    expect(trials).toHaveLength(1);
    expect(chosen?.backboneId).toBe(added[0]?.id);
  });

  test('that is none, or gives nothing, says so', async () => {
    await opening.addByAddress('hello');
    expect(opened()).toMatchObject({
      kind: 'unusable',
      failure: { code: 'no-model-address' },
    });
    await opening.addByAddress('https://example.com/model.onnx');
    expect(opened()).toMatchObject({
      kind: 'unusable',
      failure: { code: 'unexpected', detail: 'The server did not answer' },
    });
  });
});
