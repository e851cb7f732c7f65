import { type CSSProperties, useState } from 'react';
import type { Rgb } from '../../../figures/maps/palette';
import type { Importance } from '../../../vocabulary/evidence';
import { useWords } from '../../hooks/use-app';
import { useRun, useRunClasses } from '../../hooks/use-verdicts';
import { queryStyle } from '../../kit/QueryChip';
import { QueryLink } from '../QueryLink';
import { rankLosses } from './importance';

/** Rows that are shown until all are asked for. */
const FIRST = 12;

interface ImportanceTableProps {
  importance: Importance;
  colours: readonly Rgb[];
}

/** The queries, the one that matters most first: accuracy without each, overall and per class. */
export function ImportanceTable({ importance, colours }: ImportanceTableProps) {
  const words = useWords().queries.importance;
  const [all, setAll] = useState(false);
  const losses = rankLosses(importance);
  const most = Math.max(1, ...losses.map(({ lost }) => Math.abs(lost)));
  const run = useRun();
  return (
    <div className="matter__scroll">
      <table className="matter__table">
        <caption className="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.without}</th>
            <th scope="col" className="matter__accuracy">
              {words.accuracy}
            </th>
            {run && <ClassNames run={run} importance={importance} />}
          </tr>
        </thead>
        <tbody>
          {losses.slice(0, all ? losses.length : FIRST).map(({ query, lost, perClass }) => (
            <tr key={query} style={queryStyle(colours[query])}>
              <th scope="row">
                <QueryLink query={query} colour={colours[query]} />
              </th>
              <td className="matter__overall">
                <span
                  aria-hidden="true"
                  className="matter__bar"
                  data-gain={lost < 0 || undefined}
                  style={{ '--share': Math.abs(lost) / most } as CSSProperties}
                />
                <span className="matter__number">{words.lostPoints(lost, importance.total)}</span>
                <span className="matter__images">{words.lostImages(lost)}</span>
              </td>
              {perClass.map((own, index) => {
                const total = importance.perClass[index]?.total ?? 0;
                return (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class
                    key={index}
                    className="matter__class"
                    data-gain={own < 0 || undefined}
                    style={{ '--share': Math.abs(own) / Math.max(1, total) } as CSSProperties}
                  >
                    {words.lostOfClass(own)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {losses.length > FIRST && !all && (
        <button type="button" className="button button--small" onClick={() => setAll(true)}>
          {words.showAll(losses.length)}
        </button>
      )}
    </div>
  );
}

interface ClassNamesProps {
  run: Parameters<typeof useRunClasses>[0];
  importance: Importance;
}

function ClassNames({ run, importance }: ClassNamesProps) {
  const words = useWords().queries.importance;
  return useRunClasses(run).map(({ id, name }, index) => (
    <th key={id} scope="col" className="matter__class-name" title={name}>
      <bdi>{name}</bdi>
      <span className="matter__size">
        {words.classBasis(
          importance.perClass[index]?.correct ?? 0,
          importance.perClass[index]?.total ?? 0,
        )}
      </span>
    </th>
  ));
}
