import type { QueryOrder } from '../../../state/slices/types';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';
import { Segments } from '../../kit/Segments';

const ORDERS: readonly QueryOrder[] = ['number', 'consistency'];

/** In which order the queries are offered. */
export function QueryOrderChoice() {
  const words = useWords().queries.one;
  const order = useAppState((state) => state.queryOrder);
  const { setQueryOrder } = useCommands();
  return (
    <div className="query-order">
      <span className="query-order__label">{words.queryOrder}</span>
      <Segments
        name={words.queryOrder}
        className="segments--slim"
        value={order}
        choices={ORDERS}
        labels={words.orders}
        onChange={setQueryOrder}
      />
    </div>
  );
}
