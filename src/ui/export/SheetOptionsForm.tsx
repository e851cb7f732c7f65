import { RadioGroup } from 'radix-ui';
import { useWords } from '../hooks/use-app';

interface SheetOptionsFormProps {
  pairs: boolean;
  onPairs(pairs: boolean): void;
  columns: number | null;
  onColumns(columns: number | null): void;
}

const COLUMNS = Array.from({ length: 12 }, (_, index) => index + 1);

/** What stands on the sheet, and how many beside each other. */
export function SheetOptionsForm({ pairs, onPairs, columns, onColumns }: SheetOptionsFormProps) {
  const words = useWords().exports.sheet;
  return (
    <div className="sheet__options">
      <RadioGroup.Root
        className="segments sheet__segments"
        orientation="horizontal"
        aria-label={words.shows}
        value={pairs ? 'pairs' : 'figures'}
        onValueChange={(value) => onPairs(value === 'pairs')}
      >
        <RadioGroup.Item value="pairs" className="segment">
          {words.pairs}
        </RadioGroup.Item>
        <RadioGroup.Item value="figures" className="segment">
          {words.figures}
        </RadioGroup.Item>
      </RadioGroup.Root>
      <label className="sheet__columns">
        {words.columns}
        <select
          value={columns ?? ''}
          onChange={({ target }) => onColumns(target.value === '' ? null : Number(target.value))}
        >
          <option value="">{words.columnsFit}</option>
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
