import type { CSSProperties, PointerEvent } from 'react';
import { checkpointsOf, nearestCheckpoint } from '../../state/derive/checkpoints';
import type { TrainedRun } from '../../state/slices/types';
import { useAppState } from '../hooks/use-app';
import { usePage } from '../page/page';
import { epochOnShow } from '../page/replay';

/**
 * The moment of training that is on show, as a line over a chart of epochs; dragging moves it. Lies
 * over the chart instead of in it, because the chart takes several frames to draw.
 */
export function CurveCursor({ run }: { run: TrainedRun }) {
  const { replay } = usePage();
  const checkpoints = checkpointsOf(run.result);
  const epochs = run.recipe.epochs;
  const epoch = useAppState((state) => epochOnShow(run, state.epoch));
  if (checkpoints.length < 2) return null;
  const follow = (event: PointerEvent<HTMLElement>) => {
    if ((event.buttons & 1) === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const pointed = ((event.clientX - box.left) / box.width) * epochs;
    const checkpoint = nearestCheckpoint(checkpoints, pointed);
    if (checkpoint !== epoch) replay.show(checkpoint);
  };
  return (
    // For pointers alone: keys move the slider below the maps.
    <div
      aria-hidden="true"
      className="cursor"
      data-epoch={epoch}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={follow}
    >
      <span className="cursor__line" style={{ '--share': epoch / epochs } as CSSProperties} />
    </div>
  );
}
