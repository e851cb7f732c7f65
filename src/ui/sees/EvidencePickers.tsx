import { evidenceClassOf } from '../../state/engine/pane-feed';
import { useStore } from '../../state/store';
import type { TrainedRun } from '../../state/types';
import { Term } from '../kit/Term';
import { useRunClasses, useVerdicts } from '../use-verdicts';

/** The class that evidence speaks for, and the one that it is weighed against. */
export function EvidencePickers({ run, imageId }: { run: TrainedRun; imageId: string }) {
  const classes = useRunClasses(run);
  const chosen = useStore((state) => state.evidenceClassId);
  const shown = useStore(evidenceClassOf);
  const against = useStore((state) => state.againstClassId);
  const setEvidenceClass = useStore((state) => state.setEvidenceClass);
  const setAgainst = useStore((state) => state.setAgainst);
  const predicted = useVerdicts().get(imageId)?.classId;
  const nameOf = (classId: string | undefined) => classes.find(({ id }) => id === classId)?.name;
  const inRun = (classId: string | null) => (classId !== null && nameOf(classId) ? classId : '');
  const others = classes.filter(({ id }) => id !== shown);
  return (
    <div className="pickers">
      <Term of="evidence">for</Term>
      <select
        className="picker-select"
        aria-label="Evidence for"
        value={inRun(chosen)}
        onChange={({ target }) => setEvidenceClass(target.value || null)}
      >
        <option value="">
          {nameOf(predicted) === undefined
            ? 'what it predicts'
            : `${nameOf(predicted)}, as predicted`}
        </option>
        <hr />
        {classes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Term of="against">against</Term>
      <select
        className="picker-select"
        aria-label="Against"
        value={against === shown ? '' : inRun(against)}
        onChange={({ target }) => setAgainst(target.value || null)}
      >
        <option value="">no other</option>
        <hr />
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
