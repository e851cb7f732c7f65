import { useCallback } from 'react';
import { useAppState } from '../hooks/use-app';
import type { Photo } from '../page/photo-cache';
import { type Draw, useCanvas } from './use-canvas';

interface TokenFigureProps {
  /** What lies below; null for nothing. */
  photo: OffscreenCanvas | ImageBitmap | null;
  /** One pixel per patch; null for nothing. */
  over: OffscreenCanvas | null;
  label: string;
  description?: string | undefined;
}

/** A photo, the patches of an image as pixels, or these over that. */
export function TokenFigure({ photo, over, label, description }: TokenFigureProps) {
  const smooth = useAppState((state) => state.drawing.smooth);
  const draw = useCallback<Draw>(
    (context, width, height) => {
      context.imageSmoothingEnabled = true;
      if (photo) context.drawImage(photo, 0, 0, width, height);
      context.imageSmoothingEnabled = smooth;
      if (over) context.drawImage(over, 0, 0, width, height);
    },
    [photo, over, smooth],
  );
  const { ref } = useCanvas(draw);
  return <canvas ref={ref} role="img" aria-label={label} aria-description={description} />;
}

/** The photo as it lies below a map. */
export function below(photo: Photo | null, grey: boolean): OffscreenCanvas | ImageBitmap | null {
  return photo && (grey ? photo.grey : photo.colour);
}
