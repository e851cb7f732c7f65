import type { Call } from '../../bridge/messages';
import type { DownloadOutcome, DownloadRequest } from './download';
import type { DownloadProgress } from './pace';

/** What the download worker offers: what would keep the page from answering for seconds. */
export type DownloadCalls = {
  download: Call<{ request: DownloadRequest }, DownloadOutcome, DownloadProgress>;
  /** SHA-256 of a file in hexadecimal; bytes read so far as progress. */
  hash: Call<{ file: Blob }, string, number>;
};
