import { serve } from '../bridge/host';
import { download } from './download';
import type { DownloadCalls } from './download-api';
import { hashFile } from './hash-file';

serve<DownloadCalls>({
  download: ({ request }, { progress, signal }) =>
    download(request, { onProgress: (pace) => progress(pace), signal }),
  hash: ({ file }, { progress, signal }) =>
    hashFile(file, { onProgress: (loaded) => progress(loaded), signal }),
});
