import { ToggleGroup } from 'radix-ui';
import { useEffect, useRef } from 'react';
import type { PaneName } from '../../../state/panes';
import type { Grid } from '../../../vocabulary/maps';
import { useWords } from '../../hooks/use-app';
import { QueryChip, queryStyle } from '../../kit/QueryChip';
import { usePage, usePointing } from '../../page/page';
import type { Photo } from '../../page/photo-cache';
import { pointAtQuery, shownAlone } from '../../page/pointing';
import { OnAllImages } from '../../queries/OnAllImages';
import { QueryMap } from './QueryMap';
import { usePaneColours } from './use-pane-colours';

interface QueryMapsProps {
  pane: PaneName;
  imageId: string;
  name: string;
  photo: Photo | null;
  grid: Grid;
  /** Maps that there are, or empty places for those to come. */
  queries: number;
  hasMaps: boolean;
}

/** One small map per query; its chip shows the query alone. */
export function QueryMaps({ pane, imageId, name, photo, grid, queries, hasMaps }: QueryMapsProps) {
  const words = useWords().sees.stage;
  const colours = usePaneColours(pane, queries);
  const pinned = usePointing((now) => shownAlone({ ...now, hovered: null }, pane));
  const { pointing } = usePage();
  const root = useRef<HTMLDivElement>(null);
  // Rendering up to 64 maps for every one that the pointer passes would be felt.
  useEffect(() => {
    if (!hasMaps) return;
    const update = () => dimOthers(root.current, shownAlone(pointing.getState(), pane));
    update();
    return pointing.subscribe(update);
  }, [pointing, pane, hasMaps]);
  if (!hasMaps) {
    return (
      <div className="maps" data-columns={columns(queries)} aria-hidden="true">
        {Array.from({ length: queries }, (_, query) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the query
          <div key={query} className="map map--to-come" style={queryStyle(colours[query])}>
            <span className="map__chip">
              <QueryChip index={query} />
            </span>
          </div>
        ))}
      </div>
    );
  }
  return (
    <ToggleGroup.Root
      ref={root}
      type="single"
      className="maps"
      data-columns={columns(queries)}
      aria-label={words.choose}
      value={pinned === null ? '' : String(pinned)}
      onValueChange={(value) =>
        pointAtQuery(pointing, pane, { pinned: value === '' ? null : Number(value), hovered: null })
      }
    >
      {Array.from({ length: queries }, (_, query) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the query
          key={query}
          className="map"
          data-map
          data-query={query}
          style={queryStyle(colours[query])}
        >
          <QueryMap
            pane={pane}
            imageId={imageId}
            name={name}
            photo={photo}
            query={query}
            grid={grid}
          />
          <span aria-hidden="true" className="map__patch" />
          <ToggleGroup.Item
            value={String(query)}
            className="map__chip"
            aria-label={words.alone(query)}
            onFocus={() => pointAtQuery(pointing, pane, { hovered: query })}
            onBlur={() => pointAtQuery(pointing, pane, { hovered: null })}
          >
            <QueryChip index={query} />
          </ToggleGroup.Item>
          {pane === 'main' && <OnAllImages query={query} />}
        </div>
      ))}
    </ToggleGroup.Root>
  );
}

/** Writes straight into the page: this follows the pointer. */
function dimOthers(root: HTMLElement | null, alone: number | null): void {
  if (!root) return;
  const lit = root.querySelector(`[data-query="${alone}"]`);
  root.toggleAttribute('data-alone', lit !== null);
  if (lit?.hasAttribute('data-lit')) return;
  root.querySelector('[data-lit]')?.removeAttribute('data-lit');
  lit?.setAttribute('data-lit', '');
}

/** Columns with which the small maps fill the height of the large figure. */
function columns(queries: number): number {
  if (queries <= 2) return 1;
  if (queries <= 8) return 2;
  return queries <= 18 ? 3 : 4;
}
