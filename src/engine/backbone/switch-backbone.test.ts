import { beforeEach, expect, test, vi } from 'vitest';
import type { DownloadOptions } from '../../backbones/obtain/download';
import type { ObtainedModel, ObtainOutcome } from '../../backbones/obtain/obtain-model';
import { noticeText } from '../../messages/en/notices';
import type { BackboneChoice } from '../../state/slices/types';
import { type AppStore, createAppStore } from '../../state/store';
import { said } from '../../testing/test-notices';
import { testPromise } from '../../testing/test-promise';
import type { Notice } from '../../vocabulary/notices';
import { createNotices } from '../notices';
import { BackboneSwitch, type Started, type SwitchParts } from './switch-backbone';

const MODEL: ObtainedModel = {
  kind: 'ready',
  model: { graph: new Blob(), data: [] },
  hash: 'ab',
  fetched: true,
  keeping: 'kept',
};

let store: AppStore;
let backbones: BackboneSwitch;
let log: string[];
let obtained: ReturnType<typeof testPromise<ObtainOutcome>>;
let started: ReturnType<typeof testPromise<Started>>;
let options: DownloadOptions;
let ranBefore: boolean;

beforeEach(() => {
  store = createAppStore();
  log = [];
  ranBefore = false;
  obtained = testPromise();
  started = testPromise();
  const name = ({ backboneId, precision }: BackboneChoice) => `${backboneId} ${precision}`;
  const parts: SwitchParts = {
    obtain(choice, given) {
      log.push(`obtain ${name(choice)}`);
      options = given;
      return obtained.promise;
    },
    hasRun: async () => ranBefore,
    async start(choice, _, apply, signal) {
      log.push(`start ${name(choice)}`);
      signal.addEventListener('abort', () =>
        started.reject(new DOMException('Cancelled.', 'AbortError')),
      );
      const outcome = await started.promise;
      if (outcome.kind === 'started') apply();
      return outcome;
    },
    adopt(choice, _, apply) {
      log.push(`adopt ${name(choice)}`);
      apply();
    },
    apply(choice) {
      log.push(`arrive ${name(choice)}`);
      store.setState({ ...choice, switching: { kind: 'idle' } });
    },
    onApplied: (choice) => log.push(`arrived ${name(choice)}`),
  };
  backbones = new BackboneSwitch(store, parts, createNotices(store));
});

const choose = (id = 'dino-vits16', precision: 'fp32' | 'fp16' = 'fp32') =>
  backbones.choose(id, precision);
const untilLogged = (line: string) => vi.waitFor(() => expect(log.at(-1)).toBe(line));
const progress = (loaded: number, total: number) =>
  options.onProgress?.({ loaded, total, bytesPerSecond: null, secondsLeft: null });

test('a download shows how far it is, and the backbone of before stays until the new one runs', async () => {
  const before = store.getState().backboneId;
  choose();
  progress(1, 2);
  expect(store.getState().switching).toMatchObject({
    kind: 'downloading',
    progress: { loaded: 1, total: 2 },
  });
  progress(2, 2);
  expect(store.getState().switching.kind).toBe('verifying');
  obtained.resolve(MODEL);
  await untilLogged('start dino-vits16 fp32');
  expect(store.getState()).toMatchObject({ backboneId: before, switching: { kind: 'starting' } });
  started.resolve({ kind: 'started' });
  await untilLogged('arrived dino-vits16 fp32');
  expect(store.getState()).toMatchObject({
    backboneId: 'dino-vits16',
    switching: { kind: 'idle' },
  });
});

test('a download that fails leaves the backbone of before, and says why', async () => {
  const before = store.getState().backboneId;
  choose();
  const failure = { code: 'model-wrong-hash', file: 'a', host: null } as const;
  obtained.resolve({ kind: 'failed', failure });
  await vi.waitFor(() => expect(store.getState().switching.kind).toBe('failed'));
  expect(store.getState()).toMatchObject({
    backboneId: before,
    switching: {
      target: { backboneId: 'dino-vits16' },
      failure,
    },
  });
  expect(log).toEqual(['obtain dino-vits16 fp32']);
});

test('a model that does not run leaves the backbone of before, and can be asked for again', async () => {
  choose();
  obtained.resolve(MODEL);
  started.reject(new Error('No such operator.'));
  await vi.waitFor(() => expect(store.getState().switching.kind).toBe('failed'));
  expect(store.getState().switching).toMatchObject({
    failure: { code: 'unexpected', detail: 'No such operator.' },
  });
  started = testPromise();
  choose();
  started.resolve({ kind: 'started' });
  await untilLogged('arrived dino-vits16 fp32');
});

test('cancelling ends the download and changes nothing', async () => {
  const before = store.getState().backboneId;
  choose();
  progress(1, 2);
  backbones.cancel();
  expect(options.signal?.aborted).toBe(true);
  progress(2, 2);
  obtained.reject(new DOMException('Cancelled.', 'AbortError'));
  await Promise.resolve();
  expect(store.getState()).toMatchObject({ backboneId: before, switching: { kind: 'idle' } });
  expect(log).toEqual(['obtain dino-vits16 fp32']);
});

test('a model whose worker is starting can be cancelled, too', async () => {
  choose();
  obtained.resolve(MODEL);
  await untilLogged('start dino-vits16 fp32');
  backbones.cancel();
  await vi.waitFor(() => expect(store.getState().switching.kind).toBe('idle'));
  expect(log).not.toContain('arrive dino-vits16 fp32');
});

test('another choice takes the place of one under way; choosing the one in use ends it', () => {
  choose();
  const first = options.signal;
  choose('dino-vits8');
  expect(first?.aborted).toBe(true);
  expect(log).toEqual(['obtain dino-vits16 fp32', 'obtain dino-vits8 fp32']);
  choose(store.getState().backboneId);
  expect(options.signal?.aborted).toBe(true);
  expect(store.getState().switching).toEqual({ kind: 'idle' });
});

test('a model that has run here before is in use at once', async () => {
  ranBefore = true;
  choose();
  obtained.resolve(MODEL);
  await untilLogged('arrived dino-vits16 fp32');
  expect(log).toContain('adopt dino-vits16 fp32');
});

test('a 16-bit variant that can’t be trusted gives way to the 32-bit one, with a note', async () => {
  choose('dino-vits16', 'fp16');
  obtained.resolve(MODEL);
  await untilLogged('start dino-vits16 fp16');
  const first = started;
  started = testPromise();
  const why: Notice = {
    code: 'exact-variant-instead',
    label: 'DINO',
    failure: { code: 'half-all-zero' },
  };
  first.resolve({
    kind: 'instead',
    choice: { backboneId: 'dino-vits16', precision: 'fp32' },
    why,
  });
  await untilLogged('start dino-vits16 fp32');
  started.resolve({ kind: 'started' });
  await untilLogged('arrived dino-vits16 fp32');
  expect(store.getState().precision).toBe('fp32');
  expect(said(store)).toEqual([`Backbone ${noticeText(why)}`]);
});
