import { expect, test } from 'vitest';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { planStudy } from '../../engine/runs/probe-study';
import { testImages } from '../../testing/test-images';
import type { AppState } from '../slices/types';
import { createAppStore } from '../store';
import { COMPARED, comparisonEntries, comparisonRows } from './comparison-rows';

const keys = (id: string) =>
  Object.values(comparisonEntries(findBackbone([], id), 8)).map(({ key }) => key);

test('linear reads [CLS] where there is one, else the patches', () => {
  expect(keys('dino-vits16')).toEqual(['knn', 'linear', 'ep queries=8 dOut=1']);
  expect(keys('hiera-tiny-224')).toEqual(['knn', 'gap', 'ep queries=8 dOut=1']);
});

function measured() {
  const store = createAppStore();
  store.setState({
    classes: ['a', 'b'].map((id) => ({ id, name: id })),
    images: [...testImages('a', ['1', '2']), ...testImages('b', ['3', '4'])],
  });
  const study = planStudy(store.getState());
  const entries = comparisonEntries(findBackbone([], study.backboneId), 8);
  const results = Object.values(entries).flatMap(({ key }) =>
    [0, 1].map((fold) => ({ key, fold, correct: 1 + fold, total: 2, milliseconds: 1 })),
  );
  store.setState({ backboneStudies: { [study.backboneId]: { ...study, results } } });
  return store;
}

test('a row holds the three accuracies of a backbone, and whether they are whole', () => {
  const store = measured();
  const [row] = comparisonRows(store.getState(), 8);
  expect(row).toMatchObject({ label: 'Hiera-T', linearReads: 'patches', whole: true, stale: null });
  expect(COMPARED.map((name) => row?.accuracies[name]?.mean)).toEqual([0.75, 0.75, 0.75]);
  expect(comparisonRows(store.getState(), 16)[0]).toMatchObject({
    whole: false,
    accuracies: { ep: null },
  });
});

test('a row is stale with other images, labels or settings, and not while tokens are waited for', () => {
  const staleness = (change: Partial<AppState>) => {
    const store = measured();
    store.setState(change);
    return comparisonRows(store.getState(), 8)[0]?.stale;
  };
  const { images } = measured().getState();
  expect(staleness({ images: images.slice(1) })).toBe('images');
  expect(staleness({ images: images.map((image) => ({ ...image, classId: 'a' })) })).toBe('images');
  expect(staleness({ seed: 5 })).toBe('settings');
  expect(staleness({ repeats: 3 })).toBe('settings');
  expect(staleness({ settingsChoice: 'shared' })).toBe('settings');
  const waiting = images.map((image) => ({ ...image, status: { kind: 'waiting' } as const }));
  expect(staleness({ images: waiting })).toBeNull();
});
