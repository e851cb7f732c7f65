import { type Backbone, findBackbone } from '../../backbones/catalogue/catalogue';
import type { BackboneChoice } from '../../backbones/choice';
import type { ObtainedModel } from '../../backbones/obtain/obtain-model';
import type { ImageBlobsById } from '../../state/image-blobs';
import type { MemoryOnly } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { BackboneHost } from '../images/backbone-host';
import type { CachedTokens } from '../images/cached-tokens';
import type { ModelInUse } from '../images/model-in-use';
import type { Notices } from '../notices';
import type { Assets } from '../workers/assets';
import type { FreshModels } from './fresh-model';
import type { Library } from './library';
import { BackboneSwitch } from './switch-backbone';

/** Images that are looked up to see whether a model has run here before. */
const SAMPLE = 4;

export interface SwitchingParts {
  store: AppStore;
  blobs: ImageBlobsById;
  notices: Notices;
  assets: Assets;
  host: BackboneHost;
  cached: CachedTokens;
  fresh: FreshModels;
  library: Library;
  askToKeep(): Promise<void>;
  /** Puts it in use in the store; what was made with the other one's tokens goes. */
  apply(choice: BackboneChoice, memoryOnly: MemoryOnly | null): void;
}

/** Lets the page go from one backbone to another. */
export function createBackboneSwitch({
  store,
  blobs,
  notices,
  assets: { models },
  host,
  cached,
  fresh,
  library,
  askToKeep,
  apply,
}: SwitchingParts): BackboneSwitch {
  /** Hashes of models that have started since the page was opened. */
  const started = new Set<string>();
  void host.model.when().then(({ hash }) => started.add(hash));

  const backboneOf = ({ backboneId }: BackboneChoice) =>
    findBackbone(store.getState().backbones, backboneId);

  const modelOf = (choice: BackboneChoice, hash: string): ModelInUse => ({
    backbone: backboneOf(choice),
    precision: choice.precision,
    hash,
  });

  return new BackboneSwitch(
    store,
    {
      obtain: (choice, options) => models.obtain(backboneOf(choice), choice.precision, options),
      async hasRun(choice, { hash }) {
        if (started.has(hash)) return true;
        const some = [...blobs.keys()].slice(0, SAMPLE);
        return (await cached.recallOf(modelOf(choice, hash), some)).size > 0;
      },
      start(choice, model, applyNow, signal) {
        const put = () => {
          // Before the store, since its tokens are asked for at once.
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
      apply: (choice, model) => apply(choice, memoryOnly(backboneOf(choice), model)),
      onApplied(choice, model) {
        const { hash, fetched, keeping } = model;
        const backbone = backboneOf(choice);
        started.add(hash);
        models.release(backbone, choice.precision);
        const lost = memoryOnly(backbone, model);
        if (lost) notices.say('note', { part: 'backbone' }, lost);
        const big = fetched && keeping === 'kept' && backbone.source.kind !== 'bundled';
        if (big) void askToKeep();
        void library.refresh();
      },
    },
    notices,
  );
}

/** What a reload will lose; null where the model is kept. */
function memoryOnly(
  { label, source }: Backbone,
  { keeping }: Pick<ObtainedModel, 'keeping'>,
): MemoryOnly | null {
  if (keeping === 'kept') return null;
  const again = source.kind === 'own' ? 'drop' : 'fetch';
  return { code: 'memory-only', label, why: keeping, again };
}
