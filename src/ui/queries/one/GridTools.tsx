import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import type { GridSort } from '../../../state/slices/types';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';
import { Hint } from '../../kit/Hint';
import { Rich } from '../../kit/Rich';
import { Select } from '../../kit/Select';

interface GridToolsProps {
  sort: GridSort;
  /** Whether the head's logits can be shared out over its queries. */
  canShare: boolean;
  /** How far the order is. */
  children: ReactNode;
}

/** Which images the grid shows, and in what order. */
export function GridTools({ sort, canShare, children }: GridToolsProps) {
  const { setGrid } = useCommands();
  const words = useWords().queries.one;
  const classes = useAppState((state) => state.classes);
  const classId = useAppState((state) => state.grid.classId);
  const known = classes.some(({ id }) => id === classId);
  const evidence = (
    <RadioGroup.Item
      value="evidence"
      className="segment"
      disabled={!canShare}
      aria-description={canShare ? undefined : words.notLinear}
    >
      {words.byEvidence}
    </RadioGroup.Item>
  );
  return (
    <div className="grid-tools">
      <span className="grid-tools__label" id="grid-order">
        <Rich text={words.order} />
      </span>
      <RadioGroup.Root
        className="segments segments--slim"
        orientation="horizontal"
        aria-labelledby="grid-order"
        value={sort}
        onValueChange={(value) => {
          if (value === 'class' || value === 'concentration' || value === 'evidence') {
            setGrid({ sort: value });
          }
        }}
      >
        <RadioGroup.Item value="class" className="segment">
          {words.byClass}
        </RadioGroup.Item>
        <RadioGroup.Item value="concentration" className="segment">
          {words.byConcentration}
        </RadioGroup.Item>
        {canShare ? (
          evidence
        ) : (
          <Hint text={words.notLinear}>
            {/* A disabled control hears no pointer: what is around it does. */}
            <span className="grid-tools__why">{evidence}</span>
          </Hint>
        )}
      </RadioGroup.Root>
      <Select
        name={words.imagesOf}
        value={known && classId !== null ? classId : ''}
        onChange={(value) => setGrid({ classId: value || null })}
      >
        <option value="">{words.allClasses}</option>
        <hr />
        {classes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {children}
    </div>
  );
}
