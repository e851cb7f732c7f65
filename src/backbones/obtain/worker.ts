import { serve } from '../../bridge/host';
import type { DownloadCalls } from './api';
import { download } from './download';
import { hashFile } from './hash-file';

serve<DownloadCalls>({
  download: ({ request }, { progress, signal }) =>
    download(request, { onProgress: (pace) => progress(pace), signal }),
  hash: ({ file }, { progress, signal }) =>
    hashFile(file, { onProgress: (loaded) => progress(loaded), signal }),
});
