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
        {(['number', 'consistency'] as const).map((one) => (
          <RadioGroup.Item
            key={one}
            value={one}
            className="segment"
            // The group chooses by arrow only while the key is still down, which a quick one is not.
            onFocus={() => setQueryOrder(one)}
          >
            {words.orders[one]}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
