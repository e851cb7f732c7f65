import { useCommands } from '../hooks/use-app';
import { usePage, useShowMiddle } from '../page/page';
import { pointAtQuery } from '../page/pointing';

/** Shows an image with one query alone; where a patch is given, pointing at it. */
export function useOpenImage(): (imageId: string, query: number, patch?: number) => void {
  const { select } = useCommands();
  const { pointing } = usePage();
  const showMiddle = useShowMiddle();
  return (imageId, query, patch) => {
    select(imageId);
    pointing.setState({ patch: patch ?? null });
    pointAtQuery(pointing, 'main', { hovered: null, pinned: query });
    showMiddle('image');
  };
}

/** Shows all images under one query. */
export function useOpenQuery(): (query: number) => void {
  const { setQuery } = useCommands();
  const showMiddle = useShowMiddle();
  return (query) => {
    setQuery(query);
    showMiddle('query');
  };
}
