import { useEffect, useMemo, useState } from 'react';
import { contactSheetPicture } from '../../export/pictures/contact-sheet-picture';
import { MOST_FIGURES } from '../../figures/layout/contact-sheet';
import type { PagePicture } from '../../figures/scene/saved-figure';
import { filmstrip } from '../../state/derive/selectors';
import type { TrainedRun } from '../../state/slices/types';
import { useQueryColours } from '../hooks/query-colours';
import { useApp } from '../hooks/use-app';
import { useBackbone } from '../hooks/use-backbone';
import { SheetImagesPicker } from './SheetImagesPicker';
import { SheetOptionsForm } from './SheetOptionsForm';
import { SheetPreview } from './SheetPreview';
import { SheetSave } from './SheetSave';
import { spreadOverClasses } from './spread-images';
import { useSheetImages } from './use-sheet';
import './contact-sheet.css';
import { useAppState } from '../hooks/use-app';

/** What is chosen for a sheet, how it will look, and the way to save it. */
export function SheetBody({ run }: { run: TrainedRun }) {
  const { store, words } = useApp();
  const { sheet } = words.exports;
  const classes = useAppState((state) => state.classes);
  const images = useAppState((state) => state.images);
  const { grid } = useBackbone(run.backboneId);
  const ready = useMemo(
    () => filmstrip({ classes, images }).filter(({ status }) => status.kind === 'ready'),
    [classes, images],
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => {
    const { selectedImageId } = store.getState();
    return new Set(spreadOverClasses(ready, USUAL, selectedImageId).map(({ id }) => id));
  });
  const [pairs, setPairs] = useState(true);
  const [columns, setColumns] = useState<number | null>(null);
  const imageIds = useMemo(
    () => ready.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
    [ready, chosen],
  );
  const found = useSheetImages(imageIds);
  const drawing = useAppState((state) => state.drawing);
  const queries = found.kind === 'ready' ? (found.images[0]?.maps.queries ?? 0) : 0;
  const colours = useQueryColours(queries);

  const [picture, setPicture] = useState<PagePicture | null>(null);
  useEffect(() => {
    if (found.kind !== 'ready') return;
    if (found.images.length === 0) {
      setPicture(null);
      return;
    }
    let wanted = true;
    const options = { state: store.getState(), grid, drawing, colours, run, pairs, columns };
    void contactSheetPicture(found.images, options, words).then((made) => {
      if (wanted) setPicture(made);
    });
    return () => {
      wanted = false;
    };
  }, [found, grid, drawing, colours, run, pairs, columns, words, store.getState]);

  let note: string | null = null;
  if (found.kind === 'coming') note = sheet.maps(found.done, imageIds.length);
  else if (found.kind === 'failed') note = words.failureText(found.reason);
  return (
    <>
      <div className="sheet__body">
        <SheetImagesPicker classes={classes} images={ready} chosen={chosen} onChange={setChosen} />
        <div className="sheet__side">
          <SheetOptionsForm
            pairs={pairs}
            onPairs={setPairs}
            columns={columns}
            onColumns={setColumns}
          />
          <SheetPreview picture={imageIds.length === 0 ? null : picture} />
        </div>
      </div>
      <div className="sheet__foot">
        <p className="sheet__count tabular" aria-live="polite">
          {sheet.chosen(imageIds.length, MOST_FIGURES, note)}
        </p>
        <SheetSave picture={found.kind === 'ready' && imageIds.length > 0 ? picture : null} />
      </div>
    </>
  );
}

/** A sheet that shows at once what it is; more is a click away. */
const USUAL = 12;
