import { findBackbone } from '../../backbones/catalogue/catalogue';
import type { ObtainedModel } from '../../backbones/obtain/obtain-model';
import { pictures } from '../../state/pictures';
import type { BackboneChoice, MemoryOnly } from '../../state/slices/types';
import { askToKeep } from '../../storage/ask-to-keep';
import type { EngineContext } from '../context';
import type { BackboneHost } from '../images/backbone-host';
import type { ModelInUse } from '../images/model-in-use';
import type { Trainer } from '../workers/trainer';
import { apply } from './apply-backbone';
import { FreshModels } from './fresh-model';
import type { Library } from './library';
import { Switcher } from './switch-backbone';

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
    start(choice, model, applyNow, signal) {
      const put = () => {
        // Before the store, whose listeners ask for its tokens at once.
        host.model.set(modelOf(choice, model.hash));
        applyNow();
      };
      return fresh.start(choice, model, put, signal);
    },
    adopt(choice, model, applyNow) {
      host.model.set(modelOf(choice, model.hash));
      applyNow();
      host.worker.start();
    },
    apply: (choice, model) => apply(store, trainer, choice, memoryOnly(choice, model)),
    onApplied(choice, model) {
      const { backboneId, precision } = choice;
      const { hash, fetched, keeping } = model;
      const backbone = findBackbone(backboneId);
      started.add(hash);
      models.release(backbone, precision);
      const lost = memoryOnly(choice, model);
      if (lost) store.getState().say({ severity: 'note', subject: 'Backbone', text: lost });
      const big = fetched && keeping === 'kept' && backbone.source.kind !== 'bundled';
      if (big) void askToKeep();
      void library.refresh();
    },
  });
}

/** What a reload will lose; null where the model is kept. */
function memoryOnly(
  { backboneId }: BackboneChoice,
  { keeping }: Pick<ObtainedModel, 'keeping'>,
): MemoryOnly | null {
  if (keeping === 'kept') return null;
  const { label, source } = findBackbone(backboneId);
  const again = source.kind === 'own' ? 'drop' : 'fetch';
  return { code: 'memory-only', label, why: keeping, again };
}
