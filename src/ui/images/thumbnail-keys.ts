import type { KeyboardEvent } from 'react';
import type { Commands } from '../../app/create-app';

/**
 * Keys on the thumbnails of a class: up and down move by a row, Home and End to the ends, Delete
 * deletes. Left and right walk through all images, wherever the focus is on the page.
 */
export function handleThumbnailKey(
  event: KeyboardEvent<HTMLElement>,
  { deleteImage, select }: Pick<Commands, 'deleteImage' | 'select'>,
): void {
  const thumbnails = [...event.currentTarget.querySelectorAll<HTMLElement>('.thumbnail')];
  const at = thumbnails.indexOf(event.target as HTMLElement);
  const current = thumbnails[at];
  const imageId = current?.dataset.imageId;
  if (!current || !imageId) return;

  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    (thumbnails[at + 1] ?? thumbnails[at - 1])?.focus();
    deleteImage(imageId);
    return;
  }
  const target = goal(event.key, thumbnails, current);
  if (!target?.dataset.imageId) return;
  event.preventDefault();
  target.focus();
  select(target.dataset.imageId);
}

function goal(key: string, thumbnails: HTMLElement[], from: HTMLElement): HTMLElement | undefined {
  const inColumn = (thumbnail: HTMLElement) =>
    Math.abs(thumbnail.offsetLeft - from.offsetLeft) < from.offsetWidth / 2;
  switch (key) {
    case 'ArrowDown':
      return thumbnails.find((other) => other.offsetTop > from.offsetTop && inColumn(other));
    case 'ArrowUp':
      return thumbnails.findLast((other) => other.offsetTop < from.offsetTop && inColumn(other));
    case 'Home':
      return thumbnails[0];
    case 'End':
      return thumbnails.at(-1);
    default:
      return undefined;
  }
}
