import { memo, useEffect, useMemo, useRef } from 'react';
import { filmstrip } from '../../state/derive/selectors';
import type { ImageItem } from '../../state/slices/types';
import { useVerdicts } from '../hooks/use-verdicts';
import { ImageMarks } from '../images/ImageMarks';
import { Icon } from '../kit/Icon';
import { useImages } from '../page/page';
import './filmstrip.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** All images in one row; the arrow keys walk through them. */
export function Filmstrip() {
  const words = useWords();
  const selected = useAppState((state) => state.selectedImageId);
  const selectNeighbour = useCommands().selectNeighbour;
  const strip = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const row = strip.current;
    const frame = selected === null ? null : row?.querySelector('[aria-selected="true"]');
    if (!row || !(frame instanceof HTMLElement)) return;
    // Not scrollIntoView, which would move the page as well.
    row.scrollTo({ left: frame.offsetLeft - (row.clientWidth - frame.offsetWidth) / 2 });
  }, [selected]);

  return (
    <div className="filmstrip">
      <button
        type="button"
        className="icon-button filmstrip__step"
        aria-label={words.sees.filmstrip.previous}
        onClick={() => selectNeighbour(-1)}
      >
        <Icon name="left" />
      </button>
      <div
        ref={strip}
        className="filmstrip__row"
        role="listbox"
        aria-label={words.sees.filmstrip.label}
        aria-orientation="horizontal"
        aria-activedescendant={selected === null ? undefined : frameId(selected)}
        tabIndex={0}
      >
        <Frames />
      </div>
      <button
        type="button"
        className="icon-button filmstrip__step"
        aria-label={words.sees.filmstrip.next}
        onClick={() => selectNeighbour(1)}
      >
        <Icon name="right" />
      </button>
    </div>
  );
}

/** Apart from the row, so that a new selection does not render every frame. */
const Frames = memo(function Frames() {
  const all = useImages();
  const classes = useAppState((state) => state.classes);
  const images = useMemo(() => filmstrip({ classes, images: all }), [classes, all]);
  const verdicts = useVerdicts();
  return images.map((image, index) => {
    const verdict = verdicts.get(image.id);
    return (
      <Frame
        key={image.id}
        image={image}
        first={index > 0 && images[index - 1]?.classId !== image.classId}
        heldOut={verdict?.part === 'heldOut'}
        wrong={verdict !== undefined && verdict.classId !== image.classId}
      />
    );
  });
});

interface FrameProps {
  image: ImageItem;
  /** The first of another class than the one before it. */
  first: boolean;
  heldOut: boolean;
  wrong: boolean;
}

const Frame = memo(function Frame({ image, first, heldOut, wrong }: FrameProps) {
  const words = useWords();
  const selected = useAppState((state) => state.selectedImageId === image.id);
  const select = useCommands().select;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the listbox
    <div
      id={frameId(image.id)}
      role="option"
      aria-selected={selected}
      aria-label={image.name}
      aria-description={words.describe.state(image.status, heldOut, wrong) || undefined}
      className="thumbnail frame"
      data-first={first || undefined}
      data-status={image.status.kind}
      onClick={() => select(image.id)}
    >
      {image.cropUrl !== null && (
        <img src={image.cropUrl} alt="" loading="lazy" decoding="async" draggable={false} />
      )}
      <ImageMarks failed={image.status.kind === 'failed'} heldOut={heldOut} wrong={wrong} />
    </div>
  );
});

function frameId(imageId: string): string {
  return `frame-${imageId}`;
}
