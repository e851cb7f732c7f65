import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { App } from '../../app/create-app';
import type { ImageItem, Middle } from '../../state/slices/types';
import { ProgrammingError } from '../../vocabulary/programming-error';
import { type BackbonesDialogState, createBackbonesDialog } from './backbones-dialog';
import { type Comparing, createComparing } from './comparing';
import { type Example, loadExample } from './example';
import { createFilesDialog, type FilesDialogState } from './files-dialog';
import { PacedImages } from './paced-images';
import { Painter } from './painter/painter';
import { PhotoCache } from './photo-cache';
import { createPointing, type Pointing } from './pointing';
import { createProjectsDialog, type ProjectsDialogState } from './projects-dialog';
import { Replay } from './replay';
import { createTokenPointing, type TokenPointing } from './token-pointing';
import { createView, type View } from './view';

/** What the page itself remembers while it is open: what is on show, what is pointed at, pictures. */
export interface Page {
  view: StoreApi<View>;
  /** Shows something in the middle place, on a phone too. */
  showMiddle(middle: Middle): void;
  backbonesDialog: StoreApi<BackbonesDialogState>;
  projectsDialog: StoreApi<ProjectsDialogState>;
  filesDialog: StoreApi<FilesDialogState>;
  comparing: StoreApi<Comparing>;
  pointing: StoreApi<Pointing>;
  tokenPointing: StoreApi<TokenPointing>;
  replay: Replay;
  photos: PhotoCache;
  images: PacedImages;
  /**
   * Null where it is missing. Fetched with the page even when earlier images are there: nothing is ever
   * requested later.
   */
  example: Promise<Example | null>;
  painter: Painter;
}

export function createPage({ store, commands }: Pick<App, 'store' | 'commands'>): Page {
  const photos = new PhotoCache();
  const view = createView();
  return {
    view,
    showMiddle(middle) {
      view.setState({ place: 'sees' });
      commands.setMiddle(middle);
    },
    backbonesDialog: createBackbonesDialog(),
    projectsDialog: createProjectsDialog(),
    filesDialog: createFilesDialog(),
    comparing: createComparing(),
    pointing: createPointing(),
    tokenPointing: createTokenPointing(),
    replay: new Replay(store.getState, commands.setEpoch),
    photos,
    images: new PacedImages(store),
    example: loadExample(photos).catch(() => null),
    painter: new Painter(),
  };
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new ProgrammingError('There is no PageContext around this component.');
  return page;
}

export function useView<T>(select: (view: View) => T): T {
  return useStore(usePage().view, select);
}

export function useBackbonesDialog<T>(select: (dialog: BackbonesDialogState) => T): T {
  return useStore(usePage().backbonesDialog, select);
}

export function useProjectsDialog<T>(select: (dialog: ProjectsDialogState) => T): T {
  return useStore(usePage().projectsDialog, select);
}

export function useFilesDialog<T>(select: (dialog: FilesDialogState) => T): T {
  return useStore(usePage().filesDialog, select);
}

export function useComparing<T>(select: (comparing: Comparing) => T): T {
  return useStore(usePage().comparing, select);
}

/** Renders at every change: what follows the pointer subscribes to `usePage().pointing` instead. */
export function usePointing<T>(select: (pointing: Pointing) => T): T {
  return useStore(usePage().pointing, select);
}

export function useTokenPointing<T>(select: (pointing: TokenPointing) => T): T {
  return useStore(usePage().tokenPointing, select);
}

/** All images, for showing many of them: how far each is may be a moment old. */
export function useImages(): readonly ImageItem[] {
  const { images } = usePage();
  return useSyncExternalStore(images.subscribe, images.read);
}

/** Shows something in the middle place. */
export function useShowMiddle(): (middle: Middle) => void {
  return usePage().showMiddle;
}

/** Opens the list of projects. */
export function useOpenProjects(): () => void {
  const { projectsDialog } = usePage();
  return useCallback(() => projectsDialog.setState({ open: true }), [projectsDialog]);
}

/** Opens the dialog in which backbones are chosen. */
export function useOpenBackbones(): () => void {
  const { backbonesDialog } = usePage();
  return useCallback(() => backbonesDialog.setState({ open: true }), [backbonesDialog]);
}
