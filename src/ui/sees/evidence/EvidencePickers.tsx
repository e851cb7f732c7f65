import { evidenceClassOf } from '../../../state/derive/evidence-class';
import type { ClassLabel, TrainedRun } from '../../../state/slices/types';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';
import { useRunClasses, useVerdicts } from '../../hooks/use-verdicts';
import { Icon } from '../../kit/Icon';
import { Rich } from '../../kit/Rich';

/** The class that evidence speaks for, and the one that it is weighed against. */
export function EvidencePickers({ run, imageId }: { run: TrainedRun; imageId: string }) {
  const words = useWords().sees.evidence;
  const classes = useRunClasses(run);
  const chosen = useAppState((state) => state.evidenceClassId);
  const shown = useAppState(evidenceClassOf);
  const against = useAppState((state) => state.againstClassId);
  const setEvidenceClass = useCommands().setEvidenceClass;
  const setAgainst = useCommands().setAgainst;
  const predictedId = useVerdicts().get(imageId)?.classId;
  const predicted = classes.find(({ id }) => id === predictedId)?.name;
  return (
    <div className="pickers">
      <Rich text={words.for} />
      <ClassSelect
        name={words.forLabel}
        none={predicted === undefined ? words.predicted : words.predictedClass(predicted)}
        classes={classes}
        value={chosen}
        onChoose={setEvidenceClass}
      />
      <Rich text={words.against} />
      <ClassSelect
        name={words.againstLabel}
        none={words.noOther}
        classes={classes.filter(({ id }) => id !== shown)}
        value={against}
        onChoose={setAgainst}
      />
    </div>
  );
}

interface ClassSelectProps {
  name: string;
  /** What it says where no class is chosen. */
  none: string;
  classes: readonly ClassLabel[];
  /** Counts as none where it is not among the classes. */
  value: string | null;
  onChoose(classId: string | null): void;
}

function ClassSelect({ name, none, classes, value, onChoose }: ClassSelectProps) {
  return (
    <span className="class-select">
      <select
        className="class-select__field"
        aria-label={name}
        value={classes.some(({ id }) => id === value) ? (value ?? '') : ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
      >
        <option value="">{none}</option>
        <hr />
        {classes.map((label) => (
          <option key={label.id} value={label.id}>
            {label.name}
          </option>
        ))}
      </select>
      <Icon name="down" size={12} />
    </span>
  );
}
