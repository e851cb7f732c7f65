import { useEffect, useMemo, useRef, useState } from 'react';
import { USUAL_DRAWING } from '../../figures/maps/opacity';
import { queryColours } from '../../figures/maps/palette';
import type { Recording } from '../../figures/maps/recording';
import { Layer, type Maps } from '../canvas/layers';
import { useCanvas } from '../canvas/use-canvas';
import { useQueryColours } from '../hooks/query-colours';
import { useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { QueryChip, queryStyle } from '../kit/QueryChip';
import { REDUCED_MOTION, useMedia } from '../kit/use-media';
import type { Example } from '../page/example';
import { usePage } from '../page/page';
import type { Photo } from '../page/photo-cache';

const FRAMES_PER_SECOND = 12;
/** How long the last frame stays before the example begins again, in frames. */
const REST = 48;

/** A recorded training run: how the queries of a probe come to look at their own places. */
export function LivingExample() {
  const { example } = usePage();
  const [loaded, setLoaded] = useState<Example | null>(null);
  useEffect(() => {
    let wanted = true;
    void example.then((value) => {
      if (wanted) setLoaded(value);
    });
    return () => {
      wanted = false;
    };
  }, [example]);
  return loaded && <Playing {...loaded} />;
}

function Playing({ recording, photo }: Example) {
  const words = useWords().app.empty;
  const colours = useQueryColours(recording.queries);
  const still = useMedia(REDUCED_MOTION);
  const [paused, setPaused] = useState(still);
  const checkpoint = useRef(still ? recording.frames.length - 1 : 0);
  const frames = useMemo<Maps[]>(
    () => recording.frames.map((weights) => ({ queries: recording.queries, weights })),
    [recording],
  );
  const redraws = useRef(new Set<() => void>());

  useEffect(() => {
    if (paused) return;
    const timer = setInterval(() => {
      checkpoint.current = (checkpoint.current + 1) % (frames.length + REST);
      for (const redraw of redraws.current) redraw();
    }, 1000 / FRAMES_PER_SECOND);
    return () => clearInterval(timer);
  }, [paused, frames]);

  const now = () => frames[Math.min(checkpoint.current, frames.length - 1)];
  const figure = { photo, recording, now, redraws: redraws.current };
  return (
    <div className="living">
      <div className="living__figures" role="img" aria-label={words.example(recording.queries)}>
        <Figure {...figure} query={null} />
        <div className="living__maps">
          {Array.from({ length: recording.queries }, (_, query) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the query
            <div key={query} className="living__map" style={queryStyle(colours[query])}>
              <Figure {...figure} query={query} />
              <QueryChip index={query} />
            </div>
          ))}
        </div>
      </div>
      <button
        type="button"
        className="icon-button icon-button--small living__pause"
        aria-label={paused ? words.play : words.pause}
        onClick={() => setPaused(!paused)}
      >
        <Icon name={paused ? 'play' : 'pause'} size={14} />
      </button>
    </div>
  );
}

interface FigureProps {
  photo: Photo;
  recording: Recording;
  /** null draws all queries in one. */
  query: number | null;
  now(): Maps | undefined;
  redraws: Set<() => void>;
}

function Figure({ photo, recording, query, now, redraws }: FigureProps) {
  const onPainted = useRef<() => void>(() => undefined);
  const { painter } = usePage();
  const layer = useMemo(
    () => new Layer(painter.paint, () => onPainted.current(), query === null ? 168 : 84),
    [painter, query],
  );
  const { ref, redraw } = useCanvas((context, width, height) => {
    const maps = now();
    context.drawImage(photo.grey, 0, 0, width, height);
    if (!maps) return;
    const colours = queryColours(maps.queries);
    const colour = query === null ? undefined : colours[query];
    const picture =
      query !== null && colour
        ? layer.query(maps, query, recording.grid, USUAL_DRAWING, colour)
        : layer.joint(maps, recording.grid, USUAL_DRAWING, colours);
    context.drawImage(picture, 0, 0, width, height);
  });
  onPainted.current = redraw;
  useEffect(() => {
    redraws.add(redraw);
    return () => {
      redraws.delete(redraw);
    };
  }, [redraw, redraws]);
  return <canvas ref={ref} className="living__canvas" />;
}
