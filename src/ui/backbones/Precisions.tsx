import { RadioGroup } from 'radix-ui';
import { type Backbone, filesOf, type Precision, precisionsOf } from '../../backbones/backbone';
import { useWords } from '../hooks/use-app';
import { Term } from '../kit/Term';

interface PrecisionsProps {
  backbone: Backbone;
  value: Precision;
  onChange(precision: Precision): void;
}

/** The precisions that a backbone comes in, each with its size. */
export function Precisions({ backbone, value, onChange }: PrecisionsProps) {
  const words = useWords().backbones;
  const precisions = precisionsOf(backbone);
  return (
    <div className="precisions">
      <span className="precisions__label">
        <Term of="precision">{words.precision}</Term>
      </span>
      <RadioGroup.Root
        className="segments segments--slim"
        orientation="horizontal"
        aria-label={words.precisionOf(backbone.label)}
        value={value}
        onValueChange={(chosen) => {
          const precision = precisions.find((one) => one === chosen);
          if (precision) onChange(precision);
        }}
      >
        {precisions.map((precision) => (
          <RadioGroup.Item key={precision} value={precision} className="segment">
            {words.precisions[precision]}{' '}
            <span className="precisions__size">{words.size(filesOf(backbone, precision))}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
