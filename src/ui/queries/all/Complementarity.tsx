import type { Rgb } from '../../../figures/maps/palette';
import { describeHead } from '../../../messages/en/describe-head';
import { entryName } from '../../../messages/en/entry-name';
import { count } from '../../../messages/en/format';
import { headIdOf } from '../../../state/slices/inspector';
import type { MapStatistics } from '../../../vocabulary/maps';
import { useAppState, useWords } from '../../hooks/use-app';
import { useRun } from '../../hooks/use-verdicts';
import { Select } from '../../kit/Select';
import { Term } from '../../kit/Term';
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
  const columns = [{ name: run ? entryName(run.probe) : '', statistics }];
  if (head && answer?.kind === 'ready' && answer.value) {
    columns.push({ name: entryName(head.run.probe), statistics: answer.value });
  }
  return (
    <section className="complement" aria-labelledby="complement-title">
      <div className="complement__head">
        <h2 className="queries__title" id="complement-title">
          How complementary
        </h2>
        {heads.length > 0 ? (
          <Select name="Beside another head" value={head ? headIdOf(head) : ''} onChange={choose}>
            <option value="">beside no other head</option>
            <hr />
            {heads.map((kept) => (
              <option key={headIdOf(kept)} value={headIdOf(kept)}>
                {entryName(kept.run.probe)} · {describeHead(kept)}
              </option>
            ))}
          </Select>
        ) : (
          <p className="note">Train another probe to measure it beside this one.</p>
        )}
        {answer?.kind === 'asking' && (
          <Asking what="Looking at all images" progress={answer.progress} />
        )}
        {answer?.kind === 'failed' && (
          <Failed
            what="The other head"
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
                this image
              </th>,
              <th key={`${key} all`} scope="col">
                {count(statistics.imageIds.length, 'image')}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {METRICS.map(({ label, about, write }) => (
            <tr key={label}>
              <th scope="row">
                <Term of={about}>{label}</Term>
              </th>
              {places.flatMap(({ key, statistics }) => {
                const own = metricsOf(statistics, selected);
                return [
                  <td key={`${key} one`}>{(own && write(own)) ?? '–'}</td>,
                  <td key={`${key} all`}>{write(statistics.mean) ?? '–'}</td>,
                ];
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
