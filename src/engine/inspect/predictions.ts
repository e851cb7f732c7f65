import type { AppState } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { Prediction } from '../../vocabulary/heads';
import type { Trainer } from '../workers/trainer';

/** Asks the head on show about images that came after its run. */
export class Predictions {
  private busy = false;

  constructor(
    private readonly store: AppStore,
    private readonly trainer: Trainer,
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
        if (seen) this.record(headId, seen.prediction);
        else hopeless.add(`${headId} ${imageId}`);
      }
    } finally {
      this.busy = false;
    }
  }

  private record(headId: string, prediction: Prediction): void {
    this.store.setState(({ training }) =>
      // The person may have gone on to another head meanwhile.
      training.kind === 'done' && training.run.result.headId === headId
        ? {
            training: {
              ...training,
              predictions: { ...training.predictions, [prediction.imageId]: prediction },
            },
          }
        : {},
    );
  }
}

function withoutPrediction({ training, images }: AppState): string[] {
  if (training.kind !== 'done') return [];
  const { predictions } = training;
  return images
    .filter(({ id, status }) => status.kind === 'ready' && !predictions[id])
    .map(({ id }) => id);
}
