import { describe, expect, it } from 'vitest';
import { gap } from '../../probes/methods/gap';
import type { Runtime } from '../../runtime/runtime';
import { planted } from '../../testing/planted';
import { TokenStore } from '../data/token-store';
import { RECIPES } from '../model/recipe';
import { HeadEvaluator } from './evaluator';
import type { FinishedRun } from './finished-run';
import { HeadRegistry } from './registry';

const { store } = planted(1);
const shape = { probe: gap, options: {}, ...store.sizes(), classes: 2 };

/** A run whose evaluator counts its releases instead of having sessions. */
function finishedRun(name: string): FinishedRun & { released: () => number } {
  // Never used: no session is ever created.
  const evaluator = new HeadEvaluator({} as Runtime, store, shape, 1);
  let released = 0;
  evaluator.release = async () => {
    released++;
  };
  return {
    plan: {
      probe: { name: 'gap', options: {} },
      recipe: RECIPES['small-data'],
      classCount: 2,
      split: { training: [], heldOut: [] },
      seed: 1,
      selection: 'best',
      snapshots: true,
    },
    head: { shape, tensors: { [name]: new Float32Array(1) } },
    evaluator,
    snapshots: [{ epoch: 0, tensors: { [`${name} at 0`]: new Float32Array(1) } }],
    chosenEpoch: 4,
    epochsRun: 5,
    parameters: 1,
    milliseconds: 1,
    released: () => released,
  };
}

const tensorOf = (heads: HeadRegistry, headId: string, epoch: number | null = null) =>
  heads.use({ headId, epoch }, async ({ tensors }) => Object.keys(tensors)[0]);

describe('HeadRegistry', () => {
  it('has every head under an id of its own, as it ended and at every snapshot', async () => {
    const heads = new HeadRegistry(store);
    const ids = [await heads.add(finishedRun('a')), await heads.add(finishedRun('b'))];
    expect(ids).toEqual(['train-1', 'train-2']);
    expect(await tensorOf(heads, 'train-1')).toBe('a');
    expect(await tensorOf(heads, 'train-1', 0)).toBe('a at 0');
    expect(await tensorOf(heads, 'train-1', 3)).toBeNull();
    expect(await tensorOf(heads, 'train-9')).toBeNull();
  });

  it('never gives an id again, even when its head is forgotten', async () => {
    const heads = new HeadRegistry(store);
    const first = finishedRun('a');
    await heads.forget(await heads.add(first));
    expect(first.released()).toBe(1);
    expect(await tensorOf(heads, 'train-1')).toBeNull();
    expect(await heads.add(finishedRun('b'))).toBe('train-2');
  });

  it('keeps heads of the study until the next one, and those of training beyond', async () => {
    const heads = new HeadRegistry(store);
    await heads.add(finishedRun('mine'));
    const [old, recent] = [finishedRun('old'), finishedRun('new')];
    const before = await heads.addOfStudy('ep', old);
    const id = await heads.addOfStudy('ep', recent);
    expect(await tensorOf(heads, before)).toBeNull();
    expect(old.released()).toBe(1);
    expect(await tensorOf(heads, id)).toBe('new');
    await heads.forgetStudy();
    expect(await tensorOf(heads, id)).toBeNull();
    expect(recent.released()).toBe(1);
    expect(heads.open('ep')).toBeNull();
    expect(await tensorOf(heads, 'train-1')).toBe('mine');
  });

  it('keeps a head of the study that was opened beyond it, until it is forgotten', async () => {
    const heads = new HeadRegistry(store);
    await heads.addOfStudy('ep', finishedRun('first'));
    const opened = heads.open('ep') ?? '';
    expect(heads.open('ep')).toBe(opened);
    await heads.forgetStudy();
    // The next study has the same entry.
    const next = await heads.addOfStudy('ep', finishedRun('second'));
    expect(await tensorOf(heads, opened)).toBe('first');
    expect(await tensorOf(heads, heads.open('ep') ?? '')).toBe('second');
    await heads.forget(opened);
    expect(await tensorOf(heads, opened)).toBeNull();
    // One of the present study can be opened again, but does not outlive it any more.
    await heads.forget(next);
    expect(await tensorOf(heads, next)).toBe('second');
    await heads.forgetStudy();
    expect(await tensorOf(heads, next)).toBeNull();
  });

  it('leaves sessions to the three heads that were looked at last', async () => {
    const heads = new HeadRegistry(store);
    const runs = ['a', 'b', 'c'].map(finishedRun);
    for (const run of runs) await heads.add(run);
    await tensorOf(heads, 'train-1');
    expect(runs.map((run) => run.released())).toEqual([0, 0, 0]);
    await heads.add(finishedRun('d'));
    expect(runs.map((run) => run.released())).toEqual([0, 1, 0]);
    expect(await tensorOf(heads, 'train-2')).toBe('b');
  });

  it('frees nothing that is in use, even when it is forgotten', async () => {
    const heads = new HeadRegistry(store);
    const run = finishedRun('a');
    await heads.add(run);
    let finish = () => {};
    const answer = heads.use({ headId: 'train-1', epoch: null }, async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return 'answered';
    });
    for (const name of ['b', 'c', 'd', 'e']) await heads.add(finishedRun(name));
    await heads.forget('train-1');
    expect(run.released()).toBe(0);
    finish();
    expect(await answer).toBe('answered');
    expect(run.released()).toBe(1);
  });

  it('has no answer where the tokens are of another backbone, or gone', async () => {
    const tokens = new TokenStore();
    const heads = new HeadRegistry(tokens);
    await heads.add(finishedRun('a'));
    expect(await tensorOf(heads, 'train-1')).toBeNull();
    tokens.put('x', { data: new Float32Array(24), prefixTokens: 0, patches: 4, width: 6 });
    expect(await tensorOf(heads, 'train-1')).toBeNull();
  });
});
