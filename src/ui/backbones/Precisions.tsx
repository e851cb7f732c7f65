import { RadioGroup } from 'radix-ui';
import {
  type Backbone,
  filesOf,
  PRECISION_NAMES,
  type Precision,
  precisionsOf,
} from '../../backbones/backbone';
import { sizeInWords } from '../../messages/en/facts-in-words';
import { Term } from '../kit/Term';

interface PrecisionsProps {
  backbone: Backbone;
  value: Precision;
  onChange(precision: Precision): void;
}

/** The precisions that a backbone comes in, each with its size. */
export function Precisions({ backbone, value, onChange }: PrecisionsProps) {
  const precisions = precisionsOf(backbone);
  return (
    <div className="precisions">
      <span className="precisions__label">
        <Term of="precision">Precision</Term>
      </span>
      <RadioGroup.Root
        className="segments segments--slim"
        orientation="horizontal"
        aria-label={`Precision of ${backbone.label}`}
        value={value}
        onValueChange={(chosen) => {
          const precision = precisions.find((one) => one === chosen);
          if (precision) onChange(precision);
        }}
      >
        {precisions.map((precision) => (
          <RadioGroup.Item key={precision} value={precision} className="segment">
            {PRECISION_NAMES[precision]}{' '}
            <span className="precisions__size">{sizeInWords(filesOf(backbone, precision))}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
