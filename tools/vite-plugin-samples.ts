import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { sampleFiles } from '../src/images/samples/samples.ts';

const assets = join(
  dirname(createRequire(import.meta.url).resolve('@lobehub/fluent-emoji-3d/package.json')),
  'assets',
);

/**
 * Serves the sample pictures under `samples/` in development and emits them in a build: only the
 * files that a sample set names, out of the thousands in the package.
 */
export function samples(): Plugin {
  const named = new Set(sampleFiles());
  return {
    name: 'samples',
    configureServer(server) {
      server.middlewares.use('/samples', async (request, response) => {
        const file = (request.url ?? '').replace(/^\/|\?.*$/g, '');
        if (!named.has(file)) {
          // Without this the page itself would answer, with status 200.
          response.statusCode = 404;
          response.end(`No sample is named "${file}".`);
          return;
        }
        response.setHeader('Content-Type', 'image/webp');
        response.end(await readFile(join(assets, file)));
      });
    },
    async generateBundle() {
      // The pictures' licence asks that its text goes where they go.
      const notice = await readFile(new URL('../NOTICE', import.meta.url));
      this.emitFile({ type: 'asset', fileName: 'NOTICE', source: notice });
      for (const file of named) {
        const source = await readFile(join(assets, file));
        this.emitFile({ type: 'asset', fileName: `samples/${file}`, source });
      }
    },
  };
}
