import { type TokenSet, tokenPictures, tokenSimilarities } from '../../state/queries/token-queries';
import type { AppStore } from '../../state/store';
import type { FittedColours } from '../../training/questions/tokens/api';
import type { Trainer } from '../workers/trainer';

interface Fit {
  key: string;
  client: unknown;
  fitted: Promise<FittedColours | null>;
}

/** Answers what is asked of the tokens themselves. The trainer's worker holds them. */
export function connectTokenViews(store: AppStore, trainer: Trainer): void {
  let last: Fit | null = null;

  /** The worker shows one set of colours at a time: that of the last fit. */
  function fitTo(
    client: Awaited<ReturnType<Trainer['worker']['whenReady']>>,
    { encoder, revision }: TokenSet,
  ): Promise<FittedColours | null> {
    const key = `${encoder}/${revision}`;
    if (last?.key === key && last.client === client) return last.fitted;
    const imageIds = store
      .getState()
      .images.filter(({ status }) => status.kind === 'ready')
      .map(({ id }) => id);
    const fitted = client.call('fitColours', { imageIds });
    const own: Fit = { key, client, fitted };
    last = own;
    fitted.catch(() => {
      if (last === own) last = null;
    });
    return fitted;
  }

  tokenPictures.connect(async ({ imageId, ...set }, { signal }) => {
    const client = await trainer.worker.whenReady();
    const fitted = await fitTo(client, set);
    const pixels = fitted && (await client.call('tokenColours', { imageId }, { signal }));
    return pixels && { pixels, fitted };
  });
  tokenSimilarities.connect(async ({ imageId, ofImageId, patch }, { signal }) =>
    (await trainer.worker.whenReady()).call(
      'tokenSimilarity',
      { imageId, ofImageId, patch },
      { signal },
    ),
  );
}

/** What goes with the worker, or with the backbone that made the tokens. */
export function forgetTokenViews(): void {
  tokenPictures.clear();
  tokenSimilarities.clear();
}
