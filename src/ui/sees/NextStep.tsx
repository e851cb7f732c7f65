import { findProbe } from '../../probes/methods/list';
import { readiness } from '../../state/derive/selectors';
import type { ImageItem, TrainedRun } from '../../state/slices/types';
import { expectedMaps } from '../hooks/expected-maps';
import { useAppState, useWords } from '../hooks/use-app';
import { Rich } from '../kit/Rich';

/** What stands in the place of the weights while there are no maps. */
export function NextStep({ image, run }: { image: ImageItem; run: TrainedRun | null }) {
  const words = useWords();
  const training = useAppState((state) => state.training.kind);
  const ready = useAppState((state) => readiness(state).ready);
  if (image.status.kind === 'failed')
    return <p className="next-step">{words.failureText(image.status.reason)}</p>;
  if (training === 'running' || training === 'queued') {
    return <p className="next-step">{words.sees.next.training}</p>;
  }
  if (run) {
    const probe = findProbe(run.probe.name);
    if (expectedMaps(run.probe) === 0) {
      return (
        <p className="next-step">
          <Rich text={words.sees.next.noQueries(probe.label)} />{' '}
          {words.probes.description(probe.name)}
        </p>
      );
    }
    return (
      <p className="next-step">
        {image.status.kind === 'ready' ? words.sees.next.mapsComing : words.sees.next.tokensComing}
      </p>
    );
  }
  return (
    <p className="next-step">
      <Rich text={ready ? words.sees.next.pressTrain : words.sees.next.trainProbe} />
    </p>
  );
}
