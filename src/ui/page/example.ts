import { decodeRecording, type Recording } from '../../figures/maps/recording';
import { AppError } from '../../vocabulary/failures';
import type { Photo, PhotoCache } from './photo-cache';

export interface Example {
  recording: Recording;
  photo: Photo;
}

/** The recorded example that ships with the page. @throws where it is missing. */
export async function loadExample(photos: Pick<PhotoCache, 'load'>): Promise<Example> {
  const address = new URL('example/example.json', document.baseURI);
  const response = await fetch(address);
  if (!response.ok) throw new AppError({ code: 'example-missing', status: response.status });
  const recording = decodeRecording(await response.json());
  const photo = await photos.load(new URL(recording.imageUrl, address).href);
  return { recording, photo };
}
