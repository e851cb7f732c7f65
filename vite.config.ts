import { realpathSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { keepAssets } from './tools/vite-plugin-keep-assets.ts';
import { samples } from './tools/vite-plugin-samples.ts';

/** Cross-origin isolation: without these two headers WebAssembly runs on one thread. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [react(), samples(), keepAssets()],
  worker: { format: 'es' },
  // Named here because the scan does not look into workers: found later, it would reload the page.
  optimizeDeps: { exclude: ['onnxruntime-web'], include: ['protobufjs/light.js'] },
  // A second working copy may link to the packages of the first.
  server: { headers: isolation, fs: { allow: ['.', realpathSync('node_modules')] } },
  preview: { headers: isolation },
  build: { target: 'es2023', chunkSizeWarningLimit: 1500 },
  test: {
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    // Nothing mutable lives at module level, so files can share what they import: half the time. A
    // test that mocked a module would mock it for others, too; give it what it needs instead.
    pool: 'threads',
    isolate: false,
    unstubGlobals: true,
    maxWorkers: '100%',
  },
});
