import { expect, test } from 'vitest';
import type { Failure } from '../../vocabulary/failures';
import { whyItFailed } from './trial-failure';

const model = { name: 'mine.onnx', side: 224 };
const error = (cause: Failure) => ({ kind: 'error', cause }) as const;
const said = (detail: string): Failure => ({ code: 'unexpected', detail });

// What onnxruntime-web 1.30 says of the hostile models.
test.each([
  ['com.acme:Conjure(-1) is not a registered function/op', 'com.acme:Conjure'],
  ['No Op registered for Conjure with domain_version of 17', 'Conjure'],
  ["Could not find an implementation for Einsum(12) node with name 'x'", 'Einsum'],
])('%s', (reason, operator) => {
  expect(whyItFailed(model, 'run', error(said(reason)))).toMatchObject({
    code: 'trial-unknown-operator',
    file: 'mine.onnx',
    operator,
  });
});

test.each([
  ['Unsupported model IR version: 15, max supported IR version: 13', 'trial-onnx-too-new'],
  ['[ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Tensor shape is too large', 'trial-out-of-memory'],
  ['std::bad_alloc', 'trial-out-of-memory'],
  ['Aborted(). Build with -sASSERTIONS for more info.', 'trial-out-of-memory'],
  ['Non-zero status code while running Add node.', 'trial-failed'],
])('%s', (reason, code) => {
  expect(whyItFailed(model, 'run', error(said(reason)))).toMatchObject({ code });
});

test('a run without an end', () => {
  expect(whyItFailed(model, 'run', { kind: 'time', seconds: 60 })).toMatchObject({
    code: 'trial-timeout',
    step: 'run',
    seconds: 60,
  });
});

test('a worker that is gone ran out of memory', () => {
  const end = { kind: 'death', cause: said('its script failed') } as const;
  expect(whyItFailed(model, 'session', end).code).toBe('trial-out-of-memory');
});

test('a runtime that does not start is not the model’s fault', () => {
  const cause = said('no network');
  expect(whyItFailed(model, 'runtime', error(cause))).toEqual({
    code: 'trial-runtime-failed',
    cause,
  });
});

test('a graph that says no size and runs at none', () => {
  const failed = whyItFailed({ ...model, side: null }, 'run', error(said('Add: 197 by 577')));
  expect(failed.code).toBe('trial-no-size-fits');
});

test('a failure of our own code is the cause, whatever its words would be', () => {
  const cause: Failure = { code: 'output-not-float', output: 'aborted(', type: 'int64' };
  expect(whyItFailed(model, 'run', error(cause))).toMatchObject({ code: 'trial-failed', cause });
});
