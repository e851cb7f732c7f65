import { AppError } from '../../vocabulary/failures';
import { fetchInTime } from '../../vocabulary/fetch-in-time';
import { sampleFiles, sampleUrl } from './samples';

/** The samples' files, each fetched once and then kept: samples can be added without the network. */
export class SampleFiles {
  private readonly loaded = new Map<string, Promise<Blob>>();

  /** @throws `sample-server-silent`, `sample-refused` or `sample-missing`. */
  load(file: string): Promise<Blob> {
    const known = this.loaded.get(file);
    if (known) return known;
    const fetched = fetchSample(file);
    this.loaded.set(file, fetched);
    // A failure is not kept, so that the next press of the button tries again.
    fetched.catch(() => this.loaded.delete(file));
    return fetched;
  }

  /** Fetches every sample, a few at a time. A failure shows when the file is asked for. */
  async prefetch(atOnce = 6): Promise<void> {
    const files = sampleFiles();
    const next = files.values();
    const slot = async () => {
      for (const file of next) await this.load(file).catch(() => undefined);
    };
    await Promise.all(Array.from({ length: atOnce }, slot));
  }
}

async function fetchSample(file: string): Promise<Blob> {
  const { response, file: blob } = await fetchInTime(sampleUrl(file), { priority: 'low' }).catch(
    (cause) => {
      throw new AppError({ code: 'sample-server-silent' }, { cause });
    },
  );
  const { status } = response;
  if (!response.ok) throw new AppError({ code: 'sample-refused', file, status });
  // A server that answers everything with its start page gives no 404.
  if (!blob.type.startsWith('image/')) throw new AppError({ code: 'sample-missing', file });
  return blob;
}
