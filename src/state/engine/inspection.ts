import type { Prediction } from '../../training/api';
import { liveMaps } from '../live-maps';
import type { AppStore } from '../store';
import type { AppState } from '../types';
import type { Trainer } from './trainer';

/** Shows the selected image's maps, and asks for predictions of images that came after the run. */
export class Inspection {
  private asked = 0;
  private predicting = false;

  constructor(
    private readonly store: AppStore,
    private readonly trainer: Trainer,
  ) {
    store.subscribe((state, before) => {
      const selected = state.selectedImageId !== before.selectedImageId;
      const trained = state.training.kind !== before.training.kind;
      const arrived = statusOfSelected(state) !== statusOfSelected(before);
      // Posted before the run's own call, so that a fresh worker knows it from the first step on.
      if (selected || (trained && state.training.kind === 'running')) void this.watch();
      if (state.training.kind === 'idle' && trained) liveMaps.show(null);
      if (state.training.kind === 'done' && (selected || trained || arrived)) void this.show();
      if (state.training.kind === 'done' && (trained || state.images !== before.images)) {
        void this.predict();
      }
    });
  }

  /** Tells the worker whose maps to send along during training. */
  private async watch(): Promise<void> {
    const { selectedImageId } = this.store.getState();
    await this.trainer.worker.inUse
      ?.call('watch', { imageId: selectedImageId })
      .catch(() => undefined);
  }

  private async show(): Promise<void> {
    const { selectedImageId } = this.store.getState();
    this.asked += 1;
    const mine = this.asked;
    const seen = selectedImageId === null ? null : await this.inspect(selectedImageId);
    // The person has gone on to another image: a late answer would show the wrong maps.
    if (mine !== this.asked || this.store.getState().training.kind !== 'done') return;
    liveMaps.show(seen?.maps ?? null);
  }

  private async predict(): Promise<void> {
    if (this.predicting) return;
    this.predicting = true;
    const hopeless = new Set<string>();
    try {
      for (;;) {
        const imageId = withoutPrediction(this.store.getState()).find((id) => !hopeless.has(id));
        if (imageId === undefined) return;
        const seen = await this.inspect(imageId);
        if (seen) this.record(seen.prediction);
        else hopeless.add(imageId);
      }
    } finally {
      this.predicting = false;
    }
  }

  private record(prediction: Prediction): void {
    this.store.setState(({ training }) =>
      training.kind === 'done'
        ? {
            training: {
              ...training,
              predictions: { ...training.predictions, [prediction.imageId]: prediction },
            },
          }
        : {},
    );
  }

  /** Null without a head or tokens, or when the worker goes meanwhile. */
  private async inspect(imageId: string) {
    const client = this.trainer.worker.inUse;
    return (await client?.call('inspect', { imageId }).catch(() => null)) ?? null;
  }
}

function withoutPrediction({ training, images }: AppState): string[] {
  if (training.kind !== 'done') return [];
  const { predictions } = training;
  return images
    .filter(({ id, status }) => status.kind === 'ready' && !predictions[id])
    .map(({ id }) => id);
}

function statusOfSelected({ images, selectedImageId }: AppState): string | undefined {
  return images.find(({ id }) => id === selectedImageId)?.status.kind;
}
