/** Serves pieces of the program by themselves (`bench/lab.html`) from their sources. */
import { createServer } from 'vite';
import { LAB_PORT } from './ports';

const server = await createServer({
  logLevel: 'error',
  // Another development server that runs meanwhile must not change what this one has prepared.
  cacheDir: 'node_modules/.vite-lab',
  // Files that are edited meanwhile must not reload the page in the middle of a test.
  server: { port: LAB_PORT, strictPort: true, hmr: false, watch: null },
});
await server.listen();
