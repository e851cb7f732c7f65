import { expect, it } from 'vitest';
import { planStudy } from '../../engine/runs/probe-study';
import type { ImageItem } from '../slices/types';
import { createAppStore } from '../store';
import { isStudyStale } from './selectors';

const image = (id: string, classId: string): ImageItem => ({
  id,
  name: id,
  classId,
  status: { kind: 'ready' },
  cropUrl: null,
});

function compared() {
  const store = createAppStore();
  store.setState({
    classes: ['cat', 'dog'].map((id) => ({ id, name: id })),
    images: ['cat', 'dog'].flatMap((id) => [image(`${id} 1`, id), image(`${id} 2`, id)]),
  });
  store.setState({ study: { kind: 'done', study: planStudy(store.getState()) } });
  return store;
}

it('is current until an image comes, goes or changes its class', () => {
  expect(isStudyStale(compared().getState())).toBe(false);
  const { images } = compared().getState();
  for (const changed of [
    [...images, image('cat 3', 'cat')],
    images.slice(1),
    images.map((one) => (one.id === 'cat 1' ? { ...one, classId: 'dog' } : one)),
  ]) {
    expect(isStudyStale({ ...compared().getState(), images: changed })).toBe(true);
  }
});

it('is never stale where nothing has been compared', () => {
  expect(isStudyStale(createAppStore().getState())).toBe(false);
});
