import type { Plugin } from 'vite';

/**
 * Lets browsers keep what a build has named after its contents. A worker that has to be started
 * again then finds its script without asking the server, which may be out of reach by now.
 */
export function keepAssets(): Plugin {
  return {
    name: 'keep-assets',
    configurePreviewServer(server) {
      server.middlewares.use('/assets', (_request, response, next) => {
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
        next();
      });
    },
  };
}
