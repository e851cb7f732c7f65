import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Rgb } from '../../../figures/maps/palette';
import type { Words } from '../../../messages/words';
import { filmstrip } from '../../../state/derive/selectors';
import type { GridSort } from '../../../state/slices/types';
import { useVerdicts } from '../../hooks/use-verdicts';
import { Failed } from '../AnswerStatus';
import { useOpenImage } from '../open-image';
import type { QueriedHead } from '../use-subject';
import { cellId, GridCell } from './GridCell';
import { imageAfterKey } from './grid-keys';
import { gridLayout, MARGIN_ROWS } from './grid-layout';
import { MapLoader } from './map-loader';
import { orderImages, type Ranks } from './order-images';
import { useSize } from './use-size';
import './image-grid.css';
import { useApp, useAppState, useCommands, useWords } from '../../hooks/use-app';

const GAP = 10;
/** Two lines of text and their distance from the picture. */
const CAPTION = 42;
const LEAST_CELL = 108;

interface ImageGridProps {
  subject: QueriedHead;
  query: number;
  colour: Rgb;
  sort: GridSort;
  ranks: Ranks | null;
  /** What the page scrolls to reach the grid's rows. */
  scroller: HTMLElement | null;
}

/**
 * Every image that has tokens under one query; only those near the view exist. Nothing here changes
 * while the page hears how far the look at all images is.
 */
export const ImageGrid = memo(function ImageGrid({
  subject,
  query,
  colour,
  sort,
  ranks,
  scroller,
}: ImageGridProps) {
  const words = useWords();
  const ready = useAppState(
    useShallow((state) => filmstrip(state).filter(({ status }) => status.kind === 'ready')),
  );
  const classId = useKnownClass();
  const images = useMemo(
    () =>
      orderImages(
        classId === null ? ready : ready.filter((image) => image.classId === classId),
        ranks,
      ),
    [ready, classId, ranks],
  );
  const verdicts = useVerdicts();
  const loader = useLoader(subject, query);
  const list = useRef<HTMLDivElement>(null);
  const { layout, margin } = useLayout(list, scroller);
  const rows = Math.ceil(images.length / layout.columns);
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller,
    estimateSize: () => layout.row,
    overscan: MARGIN_ROWS,
    scrollMargin: margin,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are read anew when they change
  useLayoutEffect(() => virtualizer.measure(), [layout.row, layout.columns]);

  const mounted = virtualizer
    .getVirtualItems()
    .flatMap(({ index, start }) =>
      images
        .slice(index * layout.columns, (index + 1) * layout.columns)
        .map((image, column) => ({ image, at: index * layout.columns + column, column, start })),
    );
  const onScreen = mounted.map(({ image }) => image.id).join();
  useEffect(() => loader.show(onScreen === '' ? [] : onScreen.split(',')), [loader, onScreen]);

  const selected = useAppState((state) => state.selectedImageId);
  const select = useCommands().select;
  const openImage = useOpenImage();
  const onKeyDown = (event: KeyboardEvent) => {
    const at = images.findIndex(({ id }) => id === selected);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (selected !== null && at >= 0) openImage(selected, query);
      return;
    }
    const next = imageAfterKey(event.key, {
      at,
      columns: layout.columns,
      page: Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / layout.row) - 1),
      images: images.length,
    });
    const image = next === null ? undefined : images[next];
    if (next === null || !image) return;
    event.preventDefault();
    select(image.id);
    virtualizer.scrollToIndex(Math.floor(next / layout.columns), { align: 'auto' });
  };

  if (images.length === 0) {
    return <p className="image-grid__none">{words.queries.one.noImages}</p>;
  }
  const active = mounted.find(({ image }) => image.id === selected);
  return (
    <>
      <MapsFailed loader={loader} />
      <div
        ref={list}
        className="image-grid"
        role="listbox"
        tabIndex={0}
        aria-label={words.queries.one.grid(images.length, query)}
        aria-activedescendant={active && cellId(active.image.id)}
        style={{ height: rows * layout.row - GAP, '--side': `${layout.side}px` } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        {mounted.map(({ image, at, column, start }) => (
          <GridCell
            key={image.id}
            image={image}
            place={at + 1}
            total={images.length}
            left={column * (layout.side + GAP)}
            top={start - margin}
            query={query}
            colour={colour}
            grid={subject.grid}
            loader={loader}
            verdict={verdicts.get(image.id)}
            value={valueInWords(sort, ranks?.get(image.id), words)}
          />
        ))}
      </div>
    </>
  );
});

function MapsFailed({ loader }: { loader: MapLoader }) {
  const words = useWords();
  const failure = useSyncExternalStore(loader.subscribe, loader.failure);
  if (failure === null) return null;
  const reason = words.failureText(failure);
  return <Failed what={words.queries.one.noMaps} reason={reason} onRetry={loader.retry} />;
}

/** The class that the grid is narrowed to, as long as there is such a class. */
function useKnownClass(): string | null {
  return useAppState(({ grid: { classId }, classes }) =>
    classes.some(({ id }) => id === classId) ? classId : null,
  );
}

function useLoader({ over }: QueriedHead, query: number): MapLoader {
  const { queryMaps } = useApp().queries;
  const loader = useMemo(
    () => new MapLoader(queryMaps, { ...over, query }),
    [queryMaps, over, query],
  );
  useEffect(() => loader.connect(), [loader]);
  return loader;
}

/** Where the grid begins within what scrolls, and how it is laid out there. */
function useLayout(list: RefObject<HTMLDivElement | null>, scroller: HTMLElement | null) {
  const room = useSize(scroller);
  const [place, setPlace] = useState({ margin: 0, width: 0 });
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !scroller) return;
    const measure = () => {
      const from = scroller.getBoundingClientRect().top - scroller.scrollTop;
      const margin = Math.round(element.getBoundingClientRect().top - from);
      const width = element.clientWidth;
      setPlace((before) =>
        before.margin === margin && before.width === width ? before : { margin, width },
      );
    };
    measure();
    // What stands above may grow: the chips wrap, the strip arrives.
    const observer = new ResizeObserver(measure);
    for (const part of element.parentElement?.children ?? []) observer.observe(part);
    return () => observer.disconnect();
  }, [list, scroller]);
  const layout = useMemo(
    () =>
      gridLayout({
        width: place.width,
        height: room?.height ?? 0,
        gap: GAP,
        caption: CAPTION,
        least: LEAST_CELL,
      }),
    [place.width, room],
  );
  return { layout, margin: place.margin };
}

function valueInWords(sort: GridSort, rank: number | undefined, { format }: Words): string | null {
  if (rank === undefined || sort === 'class') return null;
  if (sort === 'concentration') return format.percent(rank);
  return format.signed(rank, 2);
}
