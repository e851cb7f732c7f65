import type { OverImages, Queries, TokenSet } from '../../state/queries/queries';
import { QueryCache } from '../../state/queries/query-cache';
import type { AppStore } from '../../state/store';
import type { FittedColours } from '../../training/questions/tokens/api';
import type { HeadRef } from '../../vocabulary/heads';
import type { Trainer } from '../workers/trainer';

const headKey = ({ headId, epoch }: HeadRef) => `${headId}@${epoch ?? 'chosen'}`;
const overKey = ({ head, revision }: OverImages) => `${headKey(head)}/${revision}`;

/** The questions that the page asks the trainer's worker, with what is kept of their answers. */
export function createQueries(store: AppStore, trainer: Pick<Trainer, 'worker'>): Queries {
  const client = () => trainer.worker.whenReady();
  const fitColours = createColourFit(store);
  return {
    mapStatistics: new QueryCache(overKey, 8, async ({ head }, options) =>
      (await client()).call('mapStatistics', { head }, options),
    ),
    importances: new QueryCache(headKey, 8, async (head, options) =>
      (await client()).call('importance', { head }, options),
    ),
    queryEvidences: new QueryCache(
      ({ images: _, ...over }) => overKey(over),
      4,
      async ({ head, images }, options) =>
        (await client()).call('queryEvidence', { head, images: [...images] }, options),
    ),
    queryMaps: new QueryCache(
      ({ query, imageIds, ...over }) => `${overKey(over)}/${query}/${imageIds.join()}`,
      40,
      async ({ head, query, imageIds }, { signal }) =>
        (await client()).call('queryMaps', { head, query, imageIds: [...imageIds] }, { signal }),
    ),
    // A sheet of figures holds 35 images.
    inspections: new QueryCache(
      ({ imageId, ...over }) => `${overKey(over)}/${imageId}`,
      70,
      async ({ head, imageId }, { signal }) =>
        (await client()).call('inspect', { head, imageId }, { signal }),
    ),
    tokenPictures: new QueryCache(
      ({ encoder, revision, imageId }) => `${encoder}/${revision}/${imageId}`,
      60,
      async ({ imageId, ...set }, { signal }) => {
        const worker = await client();
        const fitted = await fitColours(worker, set);
        const pixels = fitted && (await worker.call('tokenColours', { imageId }, { signal }));
        return pixels && { pixels, fitted };
      },
    ),
    // As many as a pointer meets on its way over a few images.
    tokenSimilarities: new QueryCache(
      ({ encoder, imageId, ofImageId, patch }) => `${encoder}/${imageId}/${ofImageId}/${patch}`,
      600,
      async (of, { signal }) => {
        const { imageId, ofImageId, patch } = of;
        const worker = await client();
        const values = await worker.call(
          'tokenSimilarity',
          { imageId, ofImageId, patch },
          { signal },
        );
        return values && { of, values };
      },
    ),
  };
}

/** What goes with the worker: every head and all tokens that it held. */
export function clearQueries(queries: Queries): void {
  for (const cache of Object.values(queries)) cache.clear();
}

type TrainerClient = Awaited<ReturnType<Trainer['worker']['whenReady']>>;

/** Fits the colours of tokens to all images; the worker holds those of the last fit alone. */
function createColourFit(store: AppStore) {
  let last: { key: string; client: unknown; fitted: Promise<FittedColours | null> } | null = null;
  return (
    client: TrainerClient,
    { encoder, revision }: TokenSet,
  ): Promise<FittedColours | null> => {
    const key = `${encoder}/${revision}`;
    if (last?.key === key && last.client === client) return last.fitted;
    const imageIds = store
      .getState()
      .images.filter(({ status }) => status.kind === 'ready')
      .map(({ id }) => id);
    const fitted = client.call('fitColours', { imageIds });
    const own = { key, client, fitted };
    last = own;
    fitted.catch(() => {
      if (last === own) last = null;
    });
    return fitted;
  };
}
