import { findBackbone } from '../../backbones/catalogue/catalogue';
import { findProbe } from '../../probes/methods/list';
import { readiness } from '../../state/derive/selectors';
import type { ImageItem, TrainedRun } from '../../state/slices/types';
import { expectedMaps } from '../hooks/expected-maps';
import { useAppState, useWords } from '../hooks/use-app';
import { Term } from '../kit/Term';

/** What stands in the place of the weights while there are no maps. */
export function NextStep({ image, run }: { image: ImageItem; run: TrainedRun | null }) {
  const words = useWords();
  const training = useAppState((state) => state.training.kind);
  const ready = useAppState((state) => readiness(state).ready);
  if (image.status.kind === 'failed')
    return <p className="next-step">{words.failureText(image.status.reason)}</p>;
  if (training === 'running' || training === 'queued') {
    return <p className="next-step">The maps appear here as the queries learn.</p>;
  }
  if (run) {
    const probe = findProbe(run.probe.name);
    if (expectedMaps(run.probe, findBackbone(run.backboneId)) === 0) {
      return (
        <p className="next-step">
          {probe.label} has no <Term of="queries">queries</Term>, so there are no maps to show.{' '}
          {probe.description}
        </p>
      );
    }
    return (
      <p className="next-step">
        {image.status.kind === 'ready'
          ? 'Its maps are on their way.'
          : 'Its tokens are on their way.'}
      </p>
    );
  }
  return (
    <p className="next-step">
      {ready ? (
        <>
          Press <strong>Train</strong> to see what each <Term of="queries">query</Term> looks at.
        </>
      ) : (
        <>
          Train a <Term of="probe">probe</Term> to see what each <Term of="queries">query</Term>{' '}
          looks at.
        </>
      )}
    </p>
  );
}
