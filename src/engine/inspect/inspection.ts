import { emptyPane, keepOnlyMaps, panes } from '../../state/panes';
import {
  importances,
  inspections,
  mapStatistics,
  queryEvidences,
  queryMaps,
} from '../../state/queries/head-queries';
import type { AppStore } from '../../state/store';
import type { Trainer } from '../workers/trainer';
import { keepHeads } from './head-history';
import { besideRequest, mainRequest, PaneFeed } from './pane-feed';
import { Predictions } from './predictions';
import { connectTokenViews, forgetTokenViews } from './token-answers';

/** Everything that is seen of a head: its maps and accounts, its predictions, and what it says over all images. */
export function startInspection(store: AppStore, trainer: Trainer): void {
  keepHeads(store, trainer);
  new PaneFeed(store, trainer, panes.main, mainRequest, keepOnlyMaps);
  new PaneFeed(store, trainer, panes.beside, besideRequest, emptyPane);
  new Predictions(store, trainer);
  connectAnswers(trainer);
  connectTokenViews(store, trainer);

  store.subscribe((state, before) => {
    const trained = state.training.kind !== before.training.kind;
    const selected = state.selectedImageId !== before.selectedImageId;
    // Posted before the run's own call, so that a fresh worker knows it from the first step on.
    if (selected || (trained && state.training.kind === 'running')) {
      void trainer.worker.inUse
        ?.call('watch', { imageId: state.selectedImageId })
        .catch(() => undefined);
    }
    if (trained && state.training.kind === 'idle') emptyPane(panes.main);
  });
}

function connectAnswers(trainer: Trainer): void {
  mapStatistics.connect(async ({ head }, options) =>
    (await trainer.worker.whenReady()).call('mapStatistics', { head }, options),
  );
  importances.connect(async (head, options) =>
    (await trainer.worker.whenReady()).call('importance', { head }, options),
  );
  queryEvidences.connect(async ({ head, images }, options) =>
    (await trainer.worker.whenReady()).call(
      'queryEvidence',
      { head, images: [...images] },
      options,
    ),
  );
  inspections.connect(async ({ head, imageId }, { signal }) =>
    (await trainer.worker.whenReady()).call('inspect', { head, imageId }, { signal }),
  );
  queryMaps.connect(async ({ head, query, imageIds }, { signal }) =>
    (await trainer.worker.whenReady()).call(
      'queryMaps',
      { head, query, imageIds: [...imageIds] },
      { signal },
    ),
  );
}

/** What goes with the worker: every head that it held. */
export function forgetHeads(store: AppStore): void {
  for (const pane of Object.values(panes)) emptyPane(pane);
  const all = [mapStatistics, importances, inspections, queryEvidences, queryMaps];
  for (const answers of all) answers.clear();
  forgetTokenViews();
  store.setState({ heads: [], beside: null, epoch: null });
}
