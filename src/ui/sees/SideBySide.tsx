import { useEffect } from 'react';
import type { ImageItem, TrainedRun } from '../../state/slices/types';
import { usePage } from '../page/page';
import { epochOnShow } from '../page/replay';
import { Side } from './Side';
import { useMapCount } from './stage/use-maps';
import type { ShownBeside } from './use-beside';
import './side-by-side.css';
import { useAppState, useWords } from '../hooks/use-app';

interface SideBySideProps {
  /** The selected image and the head on show. */
  image: ImageItem;
  run: TrainedRun;
  beside: ShownBeside;
}

/** Two images under one head, or one image under two, with one pointer for both. */
export function SideBySide({ image, run, beside }: SideBySideProps) {
  const words = useWords();
  useSharedQueries(image.id, beside.image.id);
  const epoch = useAppState((state) => epochOnShow(run, state.epoch));
  if (beside.kind === 'image') {
    const same = image.id === beside.image.id;
    return (
      <div className="sides">
        <Side pane="main" image={image} run={run} title={<bdi>{image.name}</bdi>} />
        <Side
          pane="beside"
          image={beside.image}
          run={run}
          title={<bdi>{beside.image.name}</bdi>}
          note={same ? words.sees.beside.staysAlone : words.sees.beside.stays}
          withVerdict={!same}
        />
      </div>
    );
  }
  return (
    <div className="sides">
      <Side
        pane="main"
        image={image}
        run={run}
        title={words.probes.entryName(run.probe)}
        note={words.sees.beside.epoch(epoch)}
      />
      <Side
        pane="beside"
        image={image}
        run={beside.run}
        title={words.probes.entryName(beside.run.probe)}
        note={words.sees.beside.epoch(beside.run.result.chosenEpoch)}
      />
    </div>
  );
}

/** Where one side has other queries than the other, only the patch is pointed at in both. */
function useSharedQueries(imageId: string, besideId: string): void {
  const { pointing } = usePage();
  const here = useMapCount('main', imageId);
  const there = useMapCount('beside', besideId);
  const shared = here === there || here === 0 || there === 0;
  useEffect(() => {
    pointing.setState({ shared });
    return () => pointing.setState({ shared: true, pane: 'main' });
  }, [pointing, shared]);
}
