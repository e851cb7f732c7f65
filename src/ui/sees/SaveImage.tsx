import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import {
  attentionPicture,
  evidenceMultiplesPicture,
  evidencePicture,
  multiplesPicture,
  type Seen,
} from '../../export/pictures/stage-pictures';
import type { PagePicture } from '../../figures/scene/saved-figure';
import type { ClassLabel, ImageItem, TrainedRun } from '../../state/slices/types';
import { AppError } from '../../vocabulary/failures';
import { ContactSheetDialog } from '../export/ContactSheetDialog';
import { ExportMenu, type PictureChoice } from '../export/ExportMenu';
import { useQueryColours } from '../hooks/query-colours';
import { useApp } from '../hooks/use-app';
import { useRun } from '../hooks/use-verdicts';
import { usePage, usePointing } from '../page/page';
import { useMapCount } from './stage/use-maps';
import { shownIn, useShownKind } from './stage/use-shown';

/** Takes along what is seen in one image, or in many on one sheet; nothing before there are maps. */
export function SaveImage({ image }: { image: ImageItem }) {
  const app = useApp();
  const { words } = app;
  const { photos } = usePage();
  const kind = useShownKind('main', image.id);
  const queries = useMapCount('main', image.id);
  const colours = useQueryColours(queries);
  const pinned = usePointing((pointing) => pointing.pinned);
  const run = useRun();
  const [sheet, setSheet] = useState(false);
  if (kind === 'photo') return null;

  /** One query, or all in one; `each`: every one for itself. */
  const picture = (what: number | 'all' | 'each') => async (): Promise<PagePicture> => {
    const shown = shownIn(app, 'main', image.id);
    const state = app.store.getState();
    const { drawing, backbones, backboneId, classes: classesNow } = state;
    if (shown.kind === 'photo' || image.cropUrl === null) {
      throw new AppError({ code: 'picture-nothing-shown' });
    }
    const seen: Seen = {
      state,
      name: image.name,
      photo: (await photos.load(image.cropUrl)).colour,
      grid: findBackbone(backbones, run?.backboneId ?? backboneId).grid,
      drawing,
      colours,
      run,
    };
    const query = typeof what === 'number' ? what : null;
    if (shown.kind === 'attention') {
      return what === 'each'
        ? multiplesPicture(seen, shown.maps, words)
        : attentionPicture(seen, shown.maps, query, words);
    }
    const classes = run ? namesNow(run, classesNow) : [];
    return what === 'each'
      ? evidenceMultiplesPicture(seen, shown.evidence, classes, words)
      : evidencePicture(seen, shown.evidence, classes, query, words);
  };

  const choices: PictureChoice[] = [
    {
      label: kind === 'evidence' ? words.sees.save.evidence : words.sees.save.all,
      picture: picture('all'),
    },
  ];
  if (queries > 1) {
    if (pinned !== null && pinned < queries) {
      choices.push({ label: words.sees.save.query(pinned), picture: picture(pinned) });
    }
    choices.push({ label: words.sees.save.each, picture: picture('each') });
  }
  return (
    <>
      <ExportMenu choices={choices}>
        {run && queries > 0 ? (
          <DropdownMenu.Item className="menu__item" onSelect={() => setSheet(true)}>
            {words.sees.save.sheet}
          </DropdownMenu.Item>
        ) : undefined}
      </ExportMenu>
      {sheet && run && <ContactSheetDialog run={run} onClose={() => setSheet(false)} />}
    </>
  );
}

/** The classes of a run by the names that they have now. */
function namesNow(run: TrainedRun, classes: readonly ClassLabel[]) {
  return run.classes.map((then) => classes.find(({ id }) => id === then.id) ?? then);
}
