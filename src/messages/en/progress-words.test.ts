import { expect, test } from 'vitest';
import { importStage, switchStage } from './progress-words';

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
