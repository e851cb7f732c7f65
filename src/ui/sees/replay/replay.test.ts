import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useStore } from '../../../state/store';
import { testTraining } from '../../../testing/test-run';
import { pause, play, showCheckpoint, useReplay } from './replay';

beforeEach(() => {
  vi.useFakeTimers();
  useStore.setState(useStore.getInitialState());
  useStore.setState({ training: withCheckpoints('a', [0, 10, 20, 30], 20) });
});

afterEach(() => {
  pause();
  vi.useRealTimers();
});

function withCheckpoints(headId: string, epochs: number[], chosenEpoch: number) {
  const training = testTraining(headId);
  const { result } = training.run;
  const snapshots = { ...result.snapshots, epochs };
  return { ...training, run: { ...training.run, result: { ...result, snapshots, chosenEpoch } } };
}

const epoch = () => useStore.getState().epoch;
const playing = () => useReplay.getState().playing;
/** Lets so many moments pass, and gives those that were seen. */
function seen(steps: number): (number | null)[] {
  return Array.from({ length: steps }, () => {
    vi.advanceTimersByTime(100);
    return epoch();
  });
}

test('plays from the first moment to the last, past the kept one, and stops there', () => {
  play();
  expect(epoch()).toBe(0);
  expect(playing()).toBe(true);
  expect(seen(5)).toEqual([10, null, 30, 30, 30]);
  expect(playing()).toBe(false);
});

test('goes on from where it was paused, and begins anew at the end', () => {
  showCheckpoint(10);
  play();
  expect(epoch()).toBe(10);
  expect(seen(1)).toEqual([null]);
  showCheckpoint(30);
  play();
  expect(epoch()).toBe(0);
});

test('ends when the person takes it in hand', () => {
  play();
  showCheckpoint(30);
  expect(playing()).toBe(false);
  expect(seen(2)).toEqual([30, 30]);
});

test('ends when another head comes on show, and does not touch that one', () => {
  play();
  useStore.setState({ training: withCheckpoints('b', [0, 10], 10), epoch: null });
  expect(seen(2)).toEqual([null, null]);
  expect(playing()).toBe(false);
});

test('pressed twice it is not twice as fast', () => {
  play();
  play();
  expect(seen(1)).toEqual([10]);
});

test('without a trained head there is nothing to play', () => {
  useStore.setState({ training: { kind: 'idle' } });
  play();
  showCheckpoint(10);
  expect(playing()).toBe(false);
  expect(epoch()).toBeNull();
});
