import { expect, test } from 'vitest';
import type { ImageItem } from '../../state/slices/types';
import { extractionStatus } from './extraction-count';

function images(...kinds: ('waiting' | 'extracting' | 'ready' | 'preparing')[]): ImageItem[] {
  return kinds.map((kind, index) => ({
    id: `${index}`,
    name: `${index}.png`,
    classId: 'a',
    status: { kind },
    cropUrl: null,
  }));
}

test('images that wait or are being prepared make a batch', () => {
  expect(extractionStatus({ kind: 'idle' }, images('waiting', 'preparing', 'ready'), 0)).toEqual({
    kind: 'running',
    done: 0,
    total: 2,
  });
});

test('a cancelled batch stays cancelled until resumed, then ends with its last image', () => {
  const cancelled = { kind: 'cancelled', done: 1, total: 3 } as const;
  expect(extractionStatus(cancelled, images('ready', 'waiting', 'waiting'), 1)).toBe(cancelled);
  expect(extractionStatus(cancelled, images('ready'), 1)).toEqual({ kind: 'idle' });
});

test('nothing new is the same object, so that nobody draws again', () => {
  const running = { kind: 'running', done: 1, total: 2 } as const;
  expect(extractionStatus(running, images('ready', 'extracting'), 1)).toBe(running);
});
