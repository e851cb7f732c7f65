import { RadioGroup } from 'radix-ui';
import { type CSSProperties, useState } from 'react';
import { confusion, type Judged } from '../../analysis/confusion';
import type { TrainedRun } from '../../state/slices/types';
import { useApp, useAppState, useCommands, useWords } from '../hooks/use-app';
import { useRunClasses, useVerdicts } from '../hooks/use-verdicts';
import { Term } from '../kit/Term';

/** Classes of the images against predicted classes; a cell walks through its images. */
export function ConfusionTable({ run }: { run: TrainedRun }) {
  const images = useAppState((state) => state.images);
  const select = useCommands().select;
  const words = useWords().probe.confusion;
  const verdicts = useVerdicts();
  const classes = useRunClasses(run);
  const anyHeldOut = run.result.heldOutIds.length > 0;
  const [all, setAll] = useState(!anyHeldOut);
  const index = new Map(classes.map(({ id }, at) => [id, at]));

  const judged: Judged[] = [];
  for (const image of images) {
    const verdict = verdicts.get(image.id);
    if (!verdict || (!all && verdict.part !== 'heldOut')) continue;
    judged.push({
      imageId: image.id,
      actual: index.get(image.classId) ?? -1,
      predicted: index.get(verdict.classId) ?? -1,
    });
  }
  const { store } = useApp();
  const table = confusion(judged, classes.length);
  const walk = (ids: string[]) => {
    const at = ids.indexOf(store.getState().selectedImageId ?? '');
    select(ids[(at + 1) % ids.length] ?? null);
  };
  return (
    <div className="confusion">
      <div className="confusion__head">
        <Term of="confusion">{words.heading}</Term>
        {anyHeldOut && (
          <RadioGroup.Root
            className="segments confusion__which"
            orientation="horizontal"
            aria-label={words.which}
            value={all ? 'all' : 'heldOut'}
            onValueChange={(value) => setAll(value === 'all')}
          >
            {WHICH.map((which) => (
              <RadioGroup.Item key={which} value={which} className="segment">
                {words.choices[which]}
              </RadioGroup.Item>
            ))}
          </RadioGroup.Root>
        )}
      </div>
      <div className="confusion__scroll">
        <table className="confusion__table">
          <thead>
            <tr>
              <td />
              {classes.map(({ id, name }, at) => (
                <th key={id} scope="col" title={words.predicted(name)}>
                  <span aria-hidden="true">{at + 1}</span>
                  <span className="visually-hidden">{words.predicted(name)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.map((row, actual) => (
              <tr key={classes[actual]?.id}>
                <th scope="row" title={classes[actual]?.name}>
                  <span aria-hidden="true" className="faint">
                    {actual + 1}
                  </span>{' '}
                  <bdi>{classes[actual]?.name}</bdi>
                </th>
                {row.map((ids, predicted) => (
                  <td key={classes[predicted]?.id}>
                    <Cell
                      ids={ids}
                      right={actual === predicted}
                      share={ids.length / Math.max(1, row.flat().length)}
                      name={words.cell(
                        ids.length,
                        classes[actual]?.name ?? '',
                        classes[predicted]?.name ?? '',
                      )}
                      onPress={walk}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const WHICH = ['heldOut', 'all'] as const;

interface CellProps {
  ids: string[];
  right: boolean;
  share: number;
  name: string;
  onPress(ids: string[]): void;
}

function Cell({ ids, right, share, name, onPress }: CellProps) {
  if (ids.length === 0) return <span className="cell cell--none">·</span>;
  return (
    <button
      type="button"
      className={`cell ${right ? 'cell--right' : 'cell--wrong'}`}
      style={{ '--share': share } as CSSProperties}
      aria-label={name}
      title={name}
      onClick={() => onPress(ids)}
    >
      {ids.length}
    </button>
  );
}
