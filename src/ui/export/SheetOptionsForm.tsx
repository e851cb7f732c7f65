import { RadioGroup } from 'radix-ui';

interface SheetOptionsFormProps {
  pairs: boolean;
  onPairs(pairs: boolean): void;
  columns: number | null;
  onColumns(columns: number | null): void;
}

const COLUMNS = Array.from({ length: 12 }, (_, index) => index + 1);

/** What stands on the sheet, and how many beside each other. */
export function SheetOptionsForm({ pairs, onPairs, columns, onColumns }: SheetOptionsFormProps) {
  return (
    <div className="sheet__options">
      <RadioGroup.Root
        className="segments sheet__segments"
        orientation="horizontal"
        aria-label="On the sheet"
        value={pairs ? 'pairs' : 'figures'}
        onValueChange={(value) => onPairs(value === 'pairs')}
      >
        <RadioGroup.Item value="pairs" className="segment">
          Photo and figure
        </RadioGroup.Item>
        <RadioGroup.Item value="figures" className="segment">
          Figure only
        </RadioGroup.Item>
      </RadioGroup.Root>
      <label className="sheet__columns">
        Columns
        <select
          value={columns ?? ''}
          onChange={({ target }) => onColumns(target.value === '' ? null : Number(target.value))}
        >
          <option value="">as fits</option>
          {COLUMNS.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
