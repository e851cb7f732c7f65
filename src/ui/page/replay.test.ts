import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAppStore } from '../../state/store';
import { testTraining } from '../../testing/test-run';
import { Replay } from './replay';

let store = createAppStore();
let replay = new Replay(store.getState, () => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  store = createAppStore();
  replay = new Replay(store.getState, (epoch) => store.setState({ epoch }));
  store.setState({ training: withCheckpoints('a', [0, 10, 20, 30], 20) });
});

afterEach(() => {
  replay.pause();
  vi.useRealTimers();
});

function withCheckpoints(headId: string, epochs: number[], chosenEpoch: number) {
  const training = testTraining(headId);
  const { result } = training.run;
  const snapshots = { ...result.snapshots, epochs };
  return { ...training, run: { ...training.run, result: { ...result, snapshots, chosenEpoch } } };
}

const epoch = () => store.getState().epoch;
const playing = () => replay.state.getState().playing;
/** Lets so many moments pass, and gives those that were seen. */
function seen(steps: number): (number | null)[] {
  return Array.from({ length: steps }, () => {
    vi.advanceTimersByTime(100);
    return epoch();
  });
}

test('plays from the first moment to the last, past the kept one, and stops there', () => {
  replay.play();
  expect(epoch()).toBe(0);
  expect(playing()).toBe(true);
  expect(seen(5)).toEqual([10, null, 30, 30, 30]);
  expect(playing()).toBe(false);
});

test('goes on from where it was paused, and begins anew at the end', () => {
  replay.show(10);
  replay.play();
  expect(epoch()).toBe(10);
  expect(seen(1)).toEqual([null]);
  replay.show(30);
  replay.play();
  expect(epoch()).toBe(0);
});

test('ends when the person takes it in hand', () => {
  replay.play();
  replay.show(30);
  expect(playing()).toBe(false);
  expect(seen(2)).toEqual([30, 30]);
});

test('ends when another head comes on show, and does not touch that one', () => {
  replay.play();
  store.setState({ training: withCheckpoints('b', [0, 10], 10), epoch: null });
  expect(seen(2)).toEqual([null, null]);
  expect(playing()).toBe(false);
});

test('pressed twice it is not twice as fast', () => {
  replay.play();
  replay.play();
  expect(seen(1)).toEqual([10]);
});

test('without a trained head there is nothing to play', () => {
  store.setState({ training: { kind: 'idle' } });
  replay.play();
  replay.show(10);
  expect(playing()).toBe(false);
  expect(epoch()).toBeNull();
});
