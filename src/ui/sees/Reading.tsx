import { type CSSProperties, useEffect, useRef } from 'react';
import { peakWeight, weightsAt } from '../../analysis/patch';
import type { Words } from '../../messages/words';
import { argmax } from '../../numbers/vectors';
import type { PaneName } from '../../state/panes';
import { setVariable } from '../canvas/set-variable';
import { useApp, useWords } from '../hooks/use-app';
import { QueryChip, queryStyle } from '../kit/QueryChip';
import { Rich } from '../kit/Rich';
import { usePage } from '../page/page';
import { mapsOf } from './stage/use-maps';
import { usePaneColours } from './stage/use-pane-colours';
import './reading.css';
import type { AttentionMaps, Grid } from '../../vocabulary/maps';

interface ReadingProps {
  pane?: PaneName;
  imageId: string;
  queries: number;
  grid: Grid;
}

/** How much of its attention each query gives the patch that is pointed at. */
export function Reading({ pane = 'main', imageId, queries, grid }: ReadingProps) {
  const words = useWords();
  const colours = usePaneColours(pane, queries);
  const root = useRef<HTMLDivElement>(null);
  const { panes } = useApp();
  const { pointing } = usePage();
  useEffect(() => {
    const update = () => {
      if (root.current)
        show(root.current, mapsOf(panes, pane, imageId), pointing.getState().patch, grid, words);
    };
    update();
    const stopMaps = panes[pane].maps.subscribe(update);
    const stopPointing = pointing.subscribe((now, before) => {
      if (now.patch !== before.patch) update();
    });
    return () => {
      stopMaps();
      stopPointing();
    };
  }, [panes, pointing, pane, imageId, grid, words]);
  return (
    <div ref={root} className="reading" data-dense={queries > 16 || undefined}>
      <p className="reading__title">
        <span className="reading__line">
          <Rich
            text={words.sees.reading.title}
            parts={{ place: () => <span data-role="place" aria-live="polite" /> }}
          />
        </span>
      </p>
      <div className="reading__bars" style={{ '--queries': queries } as CSSProperties}>
        {Array.from({ length: queries }, (_, query) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the query
            key={query}
            className="weight"
            style={queryStyle(colours[query])}
          >
            <span className="weight__number" data-role="number" />
            <span className="weight__track">
              <span className="weight__bar" data-role="bar" />
            </span>
            <QueryChip index={query} />
          </div>
        ))}
        <span className="reading__uniform" />
      </div>
      <p className="reading__note">
        <Rich
          text={words.sees.reading.uniform(1 / (grid.height * grid.width))}
          parts={{ dash: () => <span aria-hidden="true" className="reading__dash" /> }}
        />
      </p>
    </div>
  );
}

/** Writes straight into the page: this follows the pointer. */
function show(
  root: HTMLElement,
  maps: AttentionMaps | null,
  patch: number | null,
  grid: Grid,
  words: Words,
): void {
  const place = root.querySelector<HTMLElement>('[data-role="place"]');
  if (!maps || !place) return;
  const peak = peakWeight(maps.weights);
  const weights =
    patch === null ? null : weightsAt(maps.weights, maps.queries, maps.patches, patch);
  setVariable(root, '--uniform', 1 / maps.patches / peak);
  root.toggleAttribute('data-empty', weights === null);
  if (weights === null || patch === null) {
    place.textContent = words.sees.reading.point;
  } else {
    const most = argmax(weights);
    place.textContent = words.sees.reading.at(patch, grid, {
      query: most,
      share: weights[most] ?? 0,
    });
  }
  const bars = root.querySelectorAll<HTMLElement>('[data-role="bar"]');
  const numbers = root.querySelectorAll<HTMLElement>('[data-role="number"]');
  bars.forEach((bar, query) => {
    bar.style.transform = `scaleY(${weights ? (weights[query] ?? 0) / peak : 0})`;
  });
  numbers.forEach((number, query) => {
    number.textContent = weights ? words.format.finePercent(weights[query] ?? 0) : '';
  });
}
