import type { Rgb } from '../../../figures/maps/palette';
import { headIdOf } from '../../../state/slices/inspector';
import type { MapStatistics } from '../../../vocabulary/maps';
import { useAppState, useWords } from '../../hooks/use-app';
import { useRun } from '../../hooks/use-verdicts';
import { Rich } from '../../kit/Rich';
import { Select } from '../../kit/Select';
import { Asking, Failed } from '../AnswerStatus';
import { EntropyBars } from './EntropyBars';
import { METRICS, metricsOf } from './metrics';
import { useOtherHead } from './use-other-head';

/** How much the queries complement each other: in the selected image, in all, and under another head. */
export function Complementarity({
  statistics,
  colours,
}: {
  statistics: MapStatistics;
  colours: readonly Rgb[];
}) {
  const words = useWords();
  const run = useRun();
  const selected = useAppState((state) => state.selectedImageId);
  const { heads, head, choose, answer, retry } = useOtherHead();
  const columns = [{ name: run ? words.probes.entryName(run.probe) : '', statistics }];
  if (head && answer?.kind === 'ready' && answer.value) {
    columns.push({ name: words.probes.entryName(head.run.probe), statistics: answer.value });
  }
  return (
    <section className="complement" aria-labelledby="complement-title">
      <div className="complement__head">
        <h2 className="queries__title" id="complement-title">
          {words.queries.complement.title}
        </h2>
        {heads.length > 0 ? (
          <Select
            name={words.queries.complement.other}
            value={head ? headIdOf(head) : ''}
            onChange={choose}
          >
            <option value="">{words.queries.complement.noOther}</option>
            <hr />
            {heads.map((kept) => (
              <option key={headIdOf(kept)} value={headIdOf(kept)}>
                {words.queries.complement.head(
                  words.probes.entryName(kept.run.probe),
                  words.describe.head(kept),
                )}
              </option>
            ))}
          </Select>
        ) : (
          <p className="note">{words.queries.complement.noHeads}</p>
        )}
        {answer?.kind === 'asking' && (
          <Asking what={words.queries.status.looking} progress={answer.progress} />
        )}
        {answer?.kind === 'failed' && (
          <Failed
            what={words.queries.complement.otherFailed}
            reason={words.failureText(answer.failure)}
            onRetry={retry}
          />
        )}
      </div>
      <div className="complement__body">
        <MetricsTable columns={columns} selected={selected} />
        <EntropyBars statistics={statistics} selected={selected} colours={colours} />
      </div>
    </section>
  );
}

interface MetricsTableProps {
  columns: readonly { name: string; statistics: MapStatistics }[];
  selected: string | null;
}

function MetricsTable({ columns, selected }: MetricsTableProps) {
  const words = useWords();
  const name = useAppState((state) => state.images.find(({ id }) => id === selected)?.name);
  // Two heads may have one name; their places never change.
  const places = columns.map((column, index) => ({
    ...column,
    key: index === 0 ? 'own' : 'other',
  }));
  return (
    <div className="complement__scroll">
      <table className="complement__table">
        <thead>
          {places.length > 1 && (
            <tr>
              <td className="complement__corner" />
              {places.map((column) => (
                <th key={column.key} colSpan={2} scope="colgroup" className="complement__whose">
                  {column.name}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <td />
            {places.flatMap(({ key, statistics }) => [
              <th key={`${key} one`} scope="col" title={name}>
                {words.queries.complement.thisImage}
              </th>,
              <th key={`${key} all`} scope="col">
                {words.queries.complement.images(statistics.imageIds.length)}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {METRICS.map(({ name: metric, write }) => (
            <tr key={metric}>
              <th scope="row">
                <Rich text={words.queries.complement.metric[metric]} />
              </th>
              {places.flatMap(({ key, statistics }) => {
                const own = metricsOf(statistics, selected);
                return [
                  <td key={`${key} one`}>
                    {(own && write(own, words)) ?? words.queries.complement.unknown}
                  </td>,
                  <td key={`${key} all`}>
                    {write(statistics.mean, words) ?? words.queries.complement.unknown}
                  </td>,
                ];
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
