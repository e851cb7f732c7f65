import { expect, test } from 'vitest';
import { whyItFailed } from './trial-failure';

const model = { name: 'mine.onnx', side: 224 };
const error = (reason: string) => ({ kind: 'error', reason }) as const;

// What onnxruntime-web 1.30 says of the hostile models.
test.each([
  ['com.acme:Conjure(-1) is not a registered function/op', 'operator', 'com.acme:Conjure, which'],
  ['No Op registered for Conjure with domain_version of 17', 'operator', 'Conjure, which'],
  [
    "Could not find an implementation for Einsum(12) node with name 'x'",
    'operator',
    'Einsum, which',
  ],
  [
    'Unsupported model IR version: 15, max supported IR version: 13',
    'operator',
    'newer version of ONNX',
  ],
  [
    '[ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Tensor shape is too large',
    'memory',
    'more memory',
  ],
  ['std::bad_alloc', 'memory', 'more memory'],
  ['Aborted(). Build with -sASSERTIONS for more info.', 'memory', 'more memory'],
  ['Non-zero status code while running Add node.', 'other', 'could not be run: Non-zero'],
] as const)('%s', (reason, because, words) => {
  expect(whyItFailed(model, 'run', error(reason))).toEqual({
    because,
    sentence: expect.stringContaining(words),
  });
});

test('a run without an end', () => {
  expect(whyItFailed(model, 'run', { kind: 'time', seconds: 60 })).toEqual({
    because: 'time',
    sentence: expect.stringMatching(/not done with one image after 60 s, so it was stopped.*loop/),
  });
});

test('a worker that is gone ran out of memory', () => {
  const end = { kind: 'death', reason: 'its script failed' } as const;
  expect(whyItFailed(model, 'session', end).because).toBe('memory');
});

test('a runtime that does not start is not the model’s fault', () => {
  const failed = whyItFailed(model, 'runtime', error('no network'));
  expect(failed).toEqual({ because: 'runtime', sentence: expect.not.stringContaining('mine') });
});

test('a graph that says no size and runs at none', () => {
  const failed = whyItFailed({ ...model, side: null }, 'run', error('Add: 197 by 577'));
  expect(failed).toEqual({ because: 'size', sentence: expect.stringContaining('any size') });
});
