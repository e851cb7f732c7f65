import { useStore } from '../../state/store';
import { pointAtQuery, usePointing } from '../canvas/pointing';
import { showMiddle } from '../hooks/view';

/** Shows an image with one query alone; where a patch is given, pointing at it. */
export function openImage(imageId: string, query: number, patch: number | null = null): void {
  useStore.getState().select(imageId);
  usePointing.setState({ patch });
  pointAtQuery('main', { hovered: null, pinned: query });
  showMiddle('image');
}

/** Shows all images under one query. */
export function openQuery(query: number): void {
  useStore.getState().setQuery(query);
  showMiddle('query');
}
