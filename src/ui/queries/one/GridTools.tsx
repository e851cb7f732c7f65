import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { useAppState } from '../../hooks/use-app';
import { Hint } from '../../kit/Hint';
import { Select } from '../../kit/Select';
import { Term } from '../../kit/Term';
import type { Sort } from '../../page/grid-choices';
import { useGridChoices, usePage } from '../../page/page';

const NOT_LINEAR =
  'This probe is not linear after its attention, so its logits can’t be shared out over its queries.';

interface GridToolsProps {
  sort: Sort;
  /** Whether the head's logits can be shared out over its queries. */
  canShare: boolean;
  /** How far the order is. */
  children: ReactNode;
}

/** Which images the grid shows, and in what order. */
export function GridTools({ sort, canShare, children }: GridToolsProps) {
  const { gridChoices } = usePage();
  const classes = useAppState((state) => state.classes);
  const classId = useGridChoices((choices) => choices.classId);
  const known = classes.some(({ id }) => id === classId);
  const evidence = (
    <RadioGroup.Item
      value="evidence"
      className="segment"
      disabled={!canShare}
      aria-description={canShare ? undefined : NOT_LINEAR}
    >
      Evidence
    </RadioGroup.Item>
  );
  return (
    <div className="grid-tools">
      <span className="grid-tools__label" id="grid-order">
        <Term of="gridOrder">Order</Term>
      </span>
      <RadioGroup.Root
        className="segments segments--slim"
        orientation="horizontal"
        aria-labelledby="grid-order"
        value={sort}
        onValueChange={(value) => {
          if (value === 'class' || value === 'concentration' || value === 'evidence') {
            gridChoices.setState({ sort: value });
          }
        }}
      >
        <RadioGroup.Item value="class" className="segment">
          Class
        </RadioGroup.Item>
        <RadioGroup.Item value="concentration" className="segment">
          Concentration
        </RadioGroup.Item>
        {canShare ? (
          evidence
        ) : (
          <Hint text={NOT_LINEAR}>
            {/* A disabled control hears no pointer: what is around it does. */}
            <span className="grid-tools__why">{evidence}</span>
          </Hint>
        )}
      </RadioGroup.Root>
      <Select
        name="Images of"
        value={known && classId !== null ? classId : ''}
        onChange={(value) => gridChoices.setState({ classId: value || null })}
      >
        <option value="">all classes</option>
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
