/** Serves the page under test as people get it, with other models' files for visitors who ask so. */
import { type Plugin, preview } from 'vite';
import { onnxOutline } from './fixtures/outline';
import { tinyVit } from './fixtures/tiny-vit';
import { PAGE_PORT, TEST_PAGE } from './ports';
import { STAND_IN, type StandIn } from './stand-in';

const FILES: Readonly<Record<StandIn, Uint8Array | null>> = {
  tiny: tinyVit(),
  slow: tinyVit({ slow: true }),
  // The outline of an ONNX model, and nonsense for a graph.
  broken: onnxOutline(2000),
  missing: null,
};

function standIns(): Plugin {
  return {
    name: 'stand-ins',
    configurePreviewServer(server) {
      server.middlewares.use('/models', (request, response, next) => {
        const [, name] =
          new RegExp(`\\b${STAND_IN}=(\\w+)`).exec(request.headers.cookie ?? '') ?? [];
        if (!request.url?.endsWith('/model.onnx') || !isStandIn(name)) return next();
        const file = FILES[name];
        response.writeHead(file ? 200 : 404, {
          'Content-Type': 'application/octet-stream',
          // Another visitor gets another file here.
          'Cache-Control': 'no-store',
          'Cross-Origin-Resource-Policy': 'same-origin',
          ...(file && { 'Content-Length': file.byteLength }),
        });
        response.end(file ?? '');
      });
    },
  };
}

const isStandIn = (name: string | undefined): name is StandIn =>
  name !== undefined && Object.hasOwn(FILES, name);

await preview({
  plugins: [standIns()],
  build: { outDir: TEST_PAGE },
  preview: { port: PAGE_PORT, strictPort: true },
});
