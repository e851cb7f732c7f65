import { beforeEach, expect, test } from 'vitest';
import { findBackbone, ownId } from '../../backbones/catalogue/catalogue';
import { type AppStore, createAppStore } from '../../state/store';
import { createNotices } from '../notices';
import { Assets } from '../workers/assets';
import { Models } from '../workers/models';
import { Library } from './library';

const own = { ...findBackbone([], 'dino-vits16'), id: ownId('ab'), label: 'Mine' };
const choice = { backboneId: own.id, precision: 'fp32' } as const;

let store: AppStore;
let library: Library;

beforeEach(() => {
  store = createAppStore();
  store.setState({ backbones: [own] });
  const nothing = {
    store: null,
    records: null,
  } as unknown as Awaited<ConstructorParameters<typeof Library>[2]['sources']>;
  const sources = Promise.resolve(nothing);
  library = new Library(store, createNotices(store), {
    sources,
    tokens: Promise.resolve(null),
    assets: new Assets(new Models(sources), () => Promise.reject(new Error('Not asked for here.'))),
  });
});

test('a backbone that is forgotten takes along a switch to it that failed', async () => {
  const failure = { code: 'own-file-lost', label: own.label } as const;
  store.setState({ switching: { kind: 'failed', target: choice, failure } });
  await library.forget(own.id);
  expect(store.getState()).toMatchObject({ switching: { kind: 'idle' }, backbones: [] });
});

test('the one in use, or on its way, stays, and that is said', async () => {
  store.setState(choice);
  await library.forget(own.id);
  store.setState({ backboneId: 'hiera-tiny-224', switching: { kind: 'queued', target: choice } });
  await library.forget(own.id);
  expect(store.getState().backbones).toEqual([own]);
  const what = { code: 'backbone-in-use', wanted: 'forget' };
  expect(store.getState().messages).toMatchObject([{ subject: 'Mine', what }, { what }]);
});
