import { sampleFiles, sampleUrl } from './samples';

const loaded = new Map<string, Promise<Blob>>();

/**
 * One sample's file, fetched once and then kept: samples can be added without the network.
 * @throws a sentence when the server does not give the file.
 */
export function loadSample(file: string): Promise<Blob> {
  const known = loaded.get(file);
  if (known) return known;
  const fetched = fetchSample(file);
  loaded.set(file, fetched);
  // A failure is not kept, so that the next press of the button tries again.
  fetched.catch(() => loaded.delete(file));
  return fetched;
}

/** Fetches every sample, a few at a time. Failures wait until somebody asks for the file. */
export async function prefetchSamples(atOnce = 6): Promise<void> {
  const files = sampleFiles();
  const next = files.values();
  const slot = async () => {
    for (const file of next) await loadSample(file).catch(() => undefined);
  };
  await Promise.all(Array.from({ length: atOnce }, slot));
}

async function fetchSample(file: string): Promise<Blob> {
  const response = await fetch(sampleUrl(file), { priority: 'low' }).catch(() => {
    throw new Error('the server did not answer. Check the connection and try again.');
  });
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${file}.`);
  const blob = await response.blob();
  // A server that answers everything with its start page gives no 404.
  if (!blob.type.startsWith('image/')) throw new Error(`the server has no picture ${file}.`);
  return blob;
}
