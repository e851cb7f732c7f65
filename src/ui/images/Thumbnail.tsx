import { memo, useEffect, useRef } from 'react';
import type { ImageItem } from '../../state/slices/types';
import { startImageDrag } from '../drop/image-drag';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { ImageMarks } from './ImageMarks';

interface ThumbnailProps {
  image: ImageItem;
  /** Whether Tab reaches this one while none of its class is selected; the arrow keys reach all. */
  entrance: boolean;
  heldOut: boolean;
  wrong: boolean;
}

/** One image of a class: grey until its tokens are there, marked when its prediction is wrong. */
export const Thumbnail = memo(function Thumbnail(props: ThumbnailProps) {
  const { image, entrance, heldOut, wrong } = props;
  const words = useWords();
  const selected = useAppState((state) => state.selectedImageId === image.id);
  const select = useCommands().select;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!selected) return;
    // The arrow keys move the selection; focus follows if it was on a thumbnail.
    const focused = document.activeElement;
    if (focused !== button.current && focused?.matches('.thumbnail')) button.current?.focus();
  }, [selected]);
  return (
    <button
      ref={button}
      type="button"
      className="thumbnail"
      aria-label={image.name}
      aria-description={words.describe.state(image.status, heldOut, wrong) || undefined}
      aria-current={selected || undefined}
      title={image.name}
      tabIndex={selected || entrance ? 0 : -1}
      data-image-id={image.id}
      data-status={image.status.kind}
      draggable
      onDragStart={(event) => startImageDrag(event.dataTransfer, image.id)}
      onClick={() => select(image.id)}
    >
      {image.cropUrl !== null && (
        <img src={image.cropUrl} alt="" loading="lazy" decoding="async" draggable={false} />
      )}
      <ImageMarks failed={image.status.kind === 'failed'} heldOut={heldOut} wrong={wrong} />
    </button>
  );
});
