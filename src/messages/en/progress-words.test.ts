import { expect, test } from 'vitest';
import { importStage, switchStage, timeLeftInWords } from './progress-words';

const target = { backboneId: 'dinov2-small', precision: 'fp32' } as const;
const progress = { loaded: 22e6, total: 88e6, bytesPerSecond: 2e6, secondsLeft: 33 };

test('a download says bytes, speed and time left', () => {
  expect(switchStage({ kind: 'downloading', target, progress }, 'DINOv2-S')).toEqual({
    doing: 'Downloading DINOv2-S',
    numbers: '22.0 of 88.0 MB, 2.0 MB/s, about 35 s left',
    share: 0.25,
  });
});

test('what is not known is not said', () => {
  const unknown = { loaded: 22e6, total: null, bytesPerSecond: null, secondsLeft: null };
  expect(importStage({ kind: 'downloading', name: 'model.onnx', progress: unknown })).toEqual({
    doing: 'Downloading model.onnx',
    numbers: '22.0 MB',
    share: null,
  });
});

test('what waits for a person, or is over, has no stage', () => {
  expect(switchStage({ kind: 'idle' }, '')).toBeNull();
  const failure = { code: 'own-file-lost', label: 'Mine' } as const;
  const failed = { kind: 'failed', target, failure } as const;
  expect(switchStage(failed, 'DINOv2-S')).toBeNull();
  expect(importStage({ kind: 'unusable', name: 'a.onnx', failure })).toBeNull();
});

test('time left is said no finer than it is known', () => {
  expect([2_000, 12_000, 41_000, 59_000, 90_000, 130_000, 200_000].map(timeLeftInWords)).toEqual([
    'a few seconds left',
    'about 10 s left',
    'about 40 s left',
    'about 1 min left',
    'about 1.5 min left',
    'about 2 min left',
    'about 3 min left',
  ]);
});

test('time left is said no finer than it is known', () => {
  expect([2_000, 12_000, 41_000, 59_000, 90_000, 130_000, 200_000].map(timeLeftInWords)).toEqual([
    'a few seconds left',
    'about 10 s left',
    'about 40 s left',
    'about 1 min left',
    'about 1.5 min left',
    'about 2 min left',
    'about 3 min left',
  ]);
});
