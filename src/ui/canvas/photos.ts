import { useEffect, useState } from 'react';
import { usePage } from '../page/page';
import type { Photo } from '../page/photo-cache';

/** The decoded picture behind a URL; null until it is there, or when it can't be read. */
export function usePhoto(url: string | null): Photo | null {
  const { photos } = usePage();
  const [photo, setPhoto] = useState<Photo | null>(null);
  useEffect(() => {
    if (url === null) return;
    let wanted = true;
    photos.load(url).then(
      (loaded) => {
        if (wanted) setPhoto(loaded);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [photos, url]);
  return photo?.url === url ? photo : null;
}
