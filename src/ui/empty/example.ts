import { useEffect, useState } from 'react';
import { decodeRecording, type Recording, type RecordingFile } from '../../figures/maps/recording';
import { loadPhoto, type Photo } from '../canvas/photos';

export interface Example {
  recording: Recording;
  photo: Photo;
}

/**
 * The recorded example that ships with the page; null where it is missing. Fetched with the page
 * even when earlier images are there: nothing is ever requested later.
 */
const example = load().catch(() => null);

export function useExample(): Example | null {
  const [loaded, setLoaded] = useState<Example | null>(null);
  useEffect(() => {
    let wanted = true;
    void example.then((value) => {
      if (wanted) setLoaded(value);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return loaded;
}

async function load(): Promise<Example> {
  const address = new URL('example/example.json', document.baseURI);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The example is missing (${response.status}).`);
  const recording = decodeRecording((await response.json()) as RecordingFile);
  const photo = await loadPhoto(new URL(recording.imageUrl, address).href);
  return { recording, photo };
}
