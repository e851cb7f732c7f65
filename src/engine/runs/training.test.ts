import { expect, test } from 'vitest';
import type { AppState } from '../../state/slices/types';
import { afterLoss } from './training';

const running = (stopping = false): AppState['training'] => ({
  kind: 'running',
  epochs: 5,
  curve: [],
  stopping,
});

test('a run that is lost is queued again once, then it has failed', () => {
  expect(afterLoss(running(), 'died', 1)).toEqual({ kind: 'queued' });
  expect(afterLoss(running(), 'died', 2)).toMatchObject({ kind: 'failed' });
});

test('a run that moves to another device is queued however often', () => {
  expect(afterLoss(running(), 'replaced', 5)).toEqual({ kind: 'queued' });
});

test('a run that was being stopped is over', () => {
  expect(afterLoss(running(true), 'died', 1)).toEqual({ kind: 'idle' });
});

test('nothing becomes of a training that was not there', () => {
  expect(afterLoss({ kind: 'idle' }, 'died', 1)).toEqual({ kind: 'idle' });
});
