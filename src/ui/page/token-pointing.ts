import { createStore, type StoreApi } from 'zustand/vanilla';

/** A patch of an image, as an encoder sees it. */
export interface TokenPlace {
  encoder: string;
  imageId: string;
  patch: number;
}

export interface TokenPointing {
  /** Under the pointer or the keyboard. */
  pointed: TokenPlace | null;
  /** Held by a press: all others are compared with it, in other images, too. */
  held: TokenPlace | null;
}

/** What the person points at in the backbone's own view. */
export function createTokenPointing(): StoreApi<TokenPointing> {
  return createStore<TokenPointing>(() => ({ pointed: null, held: null }));
}

/** Holds a patch; lets go of the one that is held already. */
export function holdToken(pointing: StoreApi<TokenPointing>, place: TokenPlace): void {
  pointing.setState(({ held }) => ({ held: samePlace(held, place) ? null : place }));
}

export function samePlace(one: TokenPlace | null, other: TokenPlace | null): boolean {
  return (
    one !== null &&
    other !== null &&
    one.encoder === other.encoder &&
    one.imageId === other.imageId &&
    one.patch === other.patch
  );
}

/** The patch that all others are compared with; null while none is held or pointed at. */
export function referenceOf({ pointed, held }: TokenPointing, encoder: string): TokenPlace | null {
  const reference = held?.encoder === encoder ? held : pointed;
  return reference?.encoder === encoder ? reference : null;
}
