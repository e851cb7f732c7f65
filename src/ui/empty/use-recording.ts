import { useEffect, useState } from 'react';
import { decodeRecording, type Recording, type RecordingFile } from '../../inspect/recording';

/** The recorded example that ships with the page; null until it is there, or where it is missing. */
export function useRecording(): Recording | null {
  const [recording, setRecording] = useState<Recording | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    load(stop.signal).then(setRecording, () => {
      // The page works without its example: the invitation beside it says all there is to say.
    });
    return () => stop.abort();
  }, []);
  return recording;
}

async function load(signal: AbortSignal): Promise<Recording> {
  const address = new URL('example/example.json', document.baseURI);
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`The example is missing (${response.status}).`);
  const recording = decodeRecording((await response.json()) as RecordingFile);
  return { ...recording, imageUrl: new URL(recording.imageUrl, address).href };
}
