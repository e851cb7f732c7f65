import { expect, it } from 'vitest';
import { bytesOf, type Snapshot, SnapshotKeeper } from './snapshots';

const snapshot = (epoch: number, floats = 256): Snapshot => ({
  epoch,
  tensors: { weight: new Float32Array(floats).fill(epoch) },
});
const epochsOf = (snapshots: Snapshot[]) => snapshots.map(({ epoch }) => epoch);

/** Runs to `last` epochs, and keeps the head of epoch `chosen`. */
function run(last: number, chosen: number, { limit = 2 ** 26, floats = 256 } = {}) {
  const keeper = new SnapshotKeeper(limit);
  for (let epoch = 0; epoch <= last; epoch++) keeper.offer(snapshot(epoch, floats));
  return keeper.finish(snapshot(chosen, floats), snapshot(last, floats));
}

it('keeps every epoch of a short run', () => {
  expect(epochsOf(run(5, 3))).toEqual([0, 1, 2, 3, 4, 5]);
});

it.each([30, 31, 32, 63, 64, 100, 1000])(
  'after %i epochs has at most 32 at even distances, the chosen and the last one among them',
  (last) => {
    const chosen = Math.ceil(last / 3) + 1;
    const epochs = epochsOf(run(last, chosen));
    expect(epochs.length).toBeLessThanOrEqual(32);
    expect(epochs.length).toBeGreaterThan(14);
    expect(epochs[0]).toBe(0);
    expect(epochs).toContain(chosen);
    expect(epochs.at(-1)).toBe(last);
    const even = epochs.filter((epoch) => epoch !== chosen && epoch !== last);
    const steps = new Set(even.slice(1).map((epoch, i) => epoch - (even[i] ?? 0)));
    const [smallest = 0] = [...steps].toSorted((a, b) => a - b);
    // Where the chosen epoch is one of the even ones, it leaves a gap of twice the distance.
    expect([...steps].every((step) => step === smallest || step === 2 * smallest)).toBe(true);
  },
);

it('takes no more memory than its limit, whatever the size of a head', () => {
  for (const floats of [100, 1000, 3000, 9000, 16_000, 40_000]) {
    const snapshots = run(200, 77, { limit: 2 ** 17, floats });
    expect(bytesOf(snapshots)).toBeLessThanOrEqual(Math.max(2 ** 17, 4 * floats));
    expect(epochsOf(snapshots)).toContain(77);
    if (floats <= 16_000) expect(epochsOf(snapshots)).toContain(200);
  }
  expect(epochsOf(run(200, 77, { limit: 2 ** 17, floats: 40_000 }))).toEqual([77]);
});

it('wants ever fewer heads', () => {
  const keeper = new SnapshotKeeper();
  let count = 0;
  for (let epoch = 0; epoch <= 1000; epoch++) {
    if (!keeper.due(epoch)) continue;
    count++;
    keeper.offer(snapshot(epoch));
  }
  expect(count).toBeLessThan(110);
});

it('holds the numbers that it was given', () => {
  for (const { epoch, tensors } of run(100, 41)) expect(tensors.weight?.[0]).toBe(epoch);
});
