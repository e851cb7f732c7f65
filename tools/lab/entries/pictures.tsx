import { useEffect, useState } from 'react';
import { contactSheetPicture } from '../../../src/export/pictures/contact-sheet-picture';
import { renderPng } from '../../../src/export/pictures/render-picture';
import {
  attentionPicture,
  evidenceMultiplesPicture,
  evidencePicture,
  multiplesPicture,
  type Seen,
} from '../../../src/export/pictures/stage-pictures';
import { USUAL_DRAWING } from '../../../src/figures/maps/opacity';
import { queryColours, type Rgb } from '../../../src/figures/maps/palette';
import type { PagePicture } from '../../../src/figures/scene/saved-figure';
import type { Words } from '../../../src/messages/words';
import { createAppStore } from '../../../src/state/store';
import { useWords } from '../../../src/ui/hooks/use-app';
import { usePage } from '../../../src/ui/page/page';
import type { PhotoCache } from '../../../src/ui/page/photo-cache';
import type { Entry, State } from '../entry';
import {
  AGAINST,
  EIGHT,
  EVIDENCE,
  EXAMPLE_PHOTO,
  exampleAt,
  GRID,
  GROUPED,
  MANY,
  PHOTO,
} from '../recorded';
import { CLASSES, runOf, trained } from '../scenes';

const EIGHT_COLOURS = queryColours(8);

/** Puts a picture together. */
type Compose = (photos: PhotoCache, words: Words) => Promise<PagePicture>;

export const entries: readonly Entry[] = [
  {
    title: 'Saved attention',
    states: [
      saved('all queries', async (photos, words) =>
        attentionPicture(await golden(photos), EIGHT, null, words),
      ),
      saved('one query', async (photos, words) =>
        attentionPicture(await golden(photos), EIGHT, 0, words),
      ),
      saved('32 queries in groups', async (photos, words) =>
        attentionPicture(await grouped(photos), MANY, null, words),
      ),
    ],
  },
  {
    title: 'Saved small multiples',
    states: [
      wide('eight queries', async (photos, words) =>
        multiplesPicture(await golden(photos), EIGHT, words),
      ),
      wide('32 queries in groups', async (photos, words) =>
        multiplesPicture(await grouped(photos), MANY, words),
      ),
    ],
  },
  {
    title: 'Saved evidence',
    states: [
      wide('for a class, with its bars', async (photos, words) =>
        evidencePicture(await golden(photos), EVIDENCE, CLASSES, null, words),
      ),
      wide('against another class', async (photos, words) =>
        evidencePicture(await golden(photos), AGAINST, CLASSES, null, words),
      ),
      saved('through one query', async (photos, words) =>
        evidencePicture(await golden(photos), EVIDENCE, CLASSES, 0, words),
      ),
      wide('each query', async (photos, words) =>
        evidenceMultiplesPicture(await golden(photos), EVIDENCE, CLASSES, words),
      ),
    ],
  },
  {
    title: 'Contact sheet',
    states: [wide('figures', sheet(false)), wide('photo and figure', sheet(true))],
  },
];

function saved(name: string, compose: Compose): State {
  return { name, render: () => <Paper compose={compose} name={name} /> };
}

function wide(name: string, compose: Compose): State {
  return { ...saved(name, compose), size: 'wide' };
}

/** A picture as it is saved: always on white paper. */
function Paper({ compose, name }: { compose: Compose; name: string }) {
  const { photos } = usePage();
  const words = useWords();
  const [url, setUrl] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    compose(photos, words)
      .then((picture) => renderPng(picture, 1))
      .then(
        (blob) => setUrl(URL.createObjectURL(blob)),
        (error: unknown) => setTrouble(String(error)),
      );
  }, [compose, photos, words]);
  if (trouble !== null) return <p className="lab__trouble">{trouble}</p>;
  return url === null ? (
    <p className="faint">…</p>
  ) : (
    <img className="lab__paper" src={url} alt={name} />
  );
}

async function seen(
  photos: PhotoCache,
  { url, name }: typeof PHOTO,
  colours: readonly Rgb[],
): Promise<Seen> {
  const state = { ...createAppStore().getState(), ...trained(colours.length) };
  const photo = (await photos.load(url)).colour;
  const run = runOf(colours.length);
  return { state, name, photo, grid: GRID, drawing: USUAL_DRAWING, colours, run };
}

const golden = (photos: PhotoCache) => seen(photos, PHOTO, EIGHT_COLOURS);
const grouped = (photos: PhotoCache) => seen(photos, EXAMPLE_PHOTO, GROUPED.colours);

/** The example at eight moments of its training, as if they were eight images. */
function sheet(pairs: boolean): Compose {
  return async (photos, words) => {
    const { photo, run, ...look } = await seen(photos, EXAMPLE_PHOTO, EIGHT_COLOURS);
    const images = Array.from({ length: 8 }, (_, at) => ({ photo, maps: exampleAt(at / 7) }));
    return contactSheetPicture(
      images,
      { ...look, run: run ?? runOf(8), pairs, columns: null },
      words,
    );
  };
}
