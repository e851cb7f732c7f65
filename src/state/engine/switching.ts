import { findBackbone } from '../../backbones/catalogue';
import { askToKeep } from '../../files/ask-to-keep';
import { pictures } from '../pictures';
import type { BackboneChoice } from '../types';
import { arrive } from './arrival';
import type { BackboneHost } from './backbone';
import type { EngineContext } from './context';
import { FreshModels } from './fresh-model';
import type { Library } from './library';
import type { ModelInUse } from './model-in-use';
import { Switcher } from './switcher';
import type { Trainer } from './trainer';

/** Images that are looked up to see whether a model has run here before. */
const SAMPLE = 4;

/** Lets the page go from one backbone to another. */
export function startSwitching(
  context: EngineContext,
  host: BackboneHost,
  trainer: Trainer,
  library: Library,
): Switcher {
  const { store, assets } = context;
  const { models } = assets;
  const fresh = new FreshModels(context, host);
  /** Hashes of models that have started since the page was opened. */
  const started = new Set<string>();
  void host.model.when().then(({ hash }) => started.add(hash));

  const modelOf = ({ backboneId, precision }: BackboneChoice, hash: string): ModelInUse => ({
    backbone: findBackbone(backboneId),
    precision,
    hash,
  });

  return new Switcher(store, {
    obtain: ({ backboneId, precision }, options) =>
      models.obtain(findBackbone(backboneId), precision, options),
    async hasRun(choice, { hash }) {
      if (started.has(hash)) return true;
      const some = [...pictures.keys()].slice(0, SAMPLE);
      return (await host.cached.recallOf(modelOf(choice, hash), some)).size > 0;
    },
    start(choice, model, arriveNow, signal) {
      const put = () => {
        // Before the store, whose listeners ask for its tokens at once.
        host.model.set(modelOf(choice, model.hash));
        arriveNow();
      };
      return fresh.start(choice, model, put, signal);
    },
    adopt(choice, model, arriveNow) {
      host.model.set(modelOf(choice, model.hash));
      arriveNow();
      host.worker.start();
    },
    arrive: (choice, memoryOnly) => arrive(store, trainer, choice, memoryOnly),
    onArrived({ backboneId, precision }, { hash, fetched, keeping, note }) {
      const backbone = findBackbone(backboneId);
      started.add(hash);
      models.release(backbone, precision);
      if (note) store.getState().say({ severity: 'note', subject: 'Backbone', text: note });
      const big = fetched && keeping === 'kept' && backbone.source.kind !== 'bundled';
      if (big) void askToKeep();
      void library.refresh();
    },
  });
}
