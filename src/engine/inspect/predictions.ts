import type { AppState } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { Trainer } from '../workers/trainer';
import type { HeadHistory } from './head-history';

/** Asks the head on show about images that came after its run, whenever there are some. */
export class Predictions {
  private busy = false;

  constructor(
    private readonly store: AppStore,
    private readonly trainer: Pick<Trainer, 'worker'>,
    private readonly heads: Pick<HeadHistory, 'learn'>,
  ) {
    store.subscribe(({ training, images }, before) => {
      if (training.kind !== 'done') return;
      if (before.training !== training || before.images !== images) void this.predict();
    });
  }

  private async predict(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const hopeless = new Set<string>();
    try {
      for (;;) {
        const { training } = this.store.getState();
        if (training.kind !== 'done') return;
        const { headId } = training.run.result;
        const imageId = withoutPrediction(this.store.getState()).find(
          (id) => !hopeless.has(`${headId} ${id}`),
        );
        if (imageId === undefined) return;
        const seen = await this.trainer.worker.inUse
          ?.call('inspect', { head: { headId, epoch: null }, imageId })
          .catch(() => null);
        if (seen) this.heads.learn(headId, seen.prediction);
        else hopeless.add(`${headId} ${imageId}`);
      }
    } finally {
      this.busy = false;
    }
  }
}

function withoutPrediction({ training, images }: AppState): string[] {
  if (training.kind !== 'done') return [];
  const { predictions } = training;
  return images
    .filter(({ id, status }) => status.kind === 'ready' && !predictions[id])
    .map(({ id }) => id);
}
