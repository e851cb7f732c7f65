import { RadioGroup } from 'radix-ui';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';

/** In which order the queries are offered. */
export function QueryOrderChoice() {
  const words = useWords().queries.one;
  const order = useAppState((state) => state.queryOrder);
  const { setQueryOrder } = useCommands();
  return (
    <div className="query-order">
      <span className="query-order__label" id="query-order">
        {words.queryOrder}
      </span>
      <RadioGroup.Root
        className="segments segments--slim"
        orientation="horizontal"
        aria-labelledby="query-order"
        value={order}
        onValueChange={(value) => {
          if (value === 'number' || value === 'consistency') setQueryOrder(value);
        }}
      >
        <RadioGroup.Item value="number" className="segment">
          {words.byNumber}
        </RadioGroup.Item>
        <RadioGroup.Item value="consistency" className="segment">
          {words.byConsistency}
        </RadioGroup.Item>
      </RadioGroup.Root>
    </div>
  );
}
